package org.meanfield.api.plugin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values for the settings of one descriptor, each in its range. Immutable.
public final class Settings {
  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = values;
  }

  /// {@return the defaults of the given settings; those without one are absent}
  ///
  /// @param settings usually a descriptor's
  public static Settings defaults(List<Setting<?>> settings) {
    Map<Setting<?>, Object> values = new HashMap<>();
    for (Setting<?> setting : settings) {
      setting.fallback().ifPresent(value -> values.put(setting, value));
    }
    return new Settings(values);
  }

  /// {@return these settings with one value more, or another}
  ///
  /// @param setting the setting
  /// @param value what it should be, checked against its range
  /// @param <T> its type
  /// @throws IllegalArgumentException if the value is out of range
  public <T> Settings with(Setting<T> setting, T value) {
    return withToken(setting, value);
  }

  /// {@return these settings with the value a token stands for}
  ///
  /// @param setting the setting
  /// @param token what [Setting#read] takes
  /// @throws IllegalArgumentException if it is of the wrong type or out of range
  public Settings withToken(Setting<?> setting, Object token) {
    Map<Setting<?>, Object> more = new HashMap<>(values);
    more.put(setting, setting.read(token));
    return new Settings(more);
  }

  /// {@return whether the setting has a value}
  ///
  /// @param setting the setting
  public boolean has(Setting<?> setting) {
    return values.containsKey(setting);
  }

  /// {@return the value of a setting}
  ///
  /// @param setting one of the descriptor's constants
  /// @param <T> its type
  /// @throws IllegalArgumentException if it has no value
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException("no value for the setting '" + setting.name() + "'");
    }
    @SuppressWarnings("unchecked") // put only by withToken and defaults, which read it as T
    T typed = (T) value;
    return typed;
  }
}
