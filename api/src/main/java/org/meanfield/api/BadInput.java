package org.meanfield.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.plugin.Setting;

/// A mistake in what the user gave (a setting, a file), told in a sentence with cause and remedy.
///
/// Providers throw it from `create` and `load`; the planner turns it into a fault with a place and
/// goes on looking for others.
public final class BadInput extends Exception {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Place place;
  private final transient @Nullable Setting<?> setting;
  private final transient List<BadInput> others;

  /// A mistake in the setting or argument at hand; the planner adds the place.
  ///
  /// @param sentence what is wrong, with the value, and what to do about it
  public BadInput(String sentence) {
    super(sentence);
    this.place = null;
    this.setting = null;
    this.others = List.of();
  }

  /// A mistake in the value of one setting; the planner adds the place where the user wrote it.
  ///
  /// @param setting the setting
  /// @param sentence what is wrong, with the value, and what to do about it
  public BadInput(Setting<?> setting, String sentence) {
    super(sentence);
    this.place = null;
    this.setting = setting;
    this.others = List.of();
  }

  /// A mistake at a place in a file.
  ///
  /// @param place where
  /// @param sentence what is wrong, with the value, and what to do about it
  public BadInput(Place place, String sentence) {
    super(sentence);
    this.place = place;
    this.setting = null;
    this.others = List.of();
  }

  private BadInput(BadInput first, List<BadInput> others) {
    super(first.sentence());
    this.place = first.place;
    this.setting = first.setting;
    this.others = List.copyOf(others);
  }

  /// {@return several mistakes that were found together, as the first of them}
  ///
  /// @param mistakes at least one
  public static BadInput all(List<BadInput> mistakes) {
    return new BadInput(mistakes.getFirst(), mistakes.subList(1, mistakes.size()));
  }

  /// {@return where in a file, if the mistake is in one}
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /// {@return the setting whose value is wrong, if the mistake is in one}
  public Optional<Setting<?>> setting() {
    return Optional.ofNullable(setting);
  }

  /// {@return the mistakes that were found together with this one}
  public List<BadInput> others() {
    return others;
  }

  /// {@return the sentence}
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
