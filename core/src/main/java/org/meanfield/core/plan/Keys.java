package org.meanfield.core.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meanfield.api.Place;
import org.meanfield.api.plugin.Setting;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// The keys of one section as they are read; those that nobody asked for are mistakes in the end.
final class Keys {
  private final String name;
  private final Section section;
  private final Faults faults;
  private final Set<String> known = new LinkedHashSet<>();

  /// @param name the section's name in sentences, such as `flow`
  /// @param section its entries
  /// @param faults receives what is wrong
  Keys(String name, Section section, Faults faults) {
    this.name = name;
    this.section = section;
    this.faults = faults;
  }

  /// {@return the entry of a key, which is known from now on; a key without a value is a mistake
  /// and counts as absent}
  Optional<Entry> take(String key) {
    known.add(key);
    Optional<Entry> entry = section.find(key);
    if (entry.isPresent() && entry.get().value() instanceof Node.Nothing) {
      faults.add(
          FaultCode.BAD_VALUE,
          entry.get().place(),
          "'%s' has no value".formatted(key),
          "write one, or remove the key");
      return Optional.empty();
    }
    return entry;
  }

  /// {@return the entry of a key that must be there}
  Optional<Entry> require(String key, String example) {
    Optional<Entry> entry = take(key);
    if (section.find(key).isEmpty()) {
      missing(key, example);
    }
    return entry;
  }

  /// Notes that a key is missing.
  void missing(String key, String example) {
    Place override = section.removed().get(key);
    if (override != null) {
      faults.add(
          FaultCode.MISSING,
          override,
          "'%s' is required%s, and this override removes it"
              .formatted(key, name.isEmpty() ? "" : " in '" + name + "'"),
          "leave the override out, or set the key to a value");
      return;
    }
    faults.add(
        FaultCode.MISSING,
        section.place(),
        "'%s' is missing%s".formatted(key, name.isEmpty() ? "" : " in '" + name + "'"),
        example);
  }

  /// {@return the value of a setting that the user wrote; empty if there is none or it is wrong}
  <T> Optional<T> read(Setting<T> setting) {
    return take(setting.name()).flatMap(entry -> read(setting, entry));
  }

  private <T> Optional<T> read(Setting<T> setting, Entry entry) {
    try {
      return Optional.of(setting.read(Tokens.of(setting, entry.value())));
    } catch (IllegalArgumentException e) {
      faults.add(
          FaultCode.BAD_VALUE,
          entry.value().place(),
          "'%s' %s".formatted(setting.name(), e.getMessage()),
          "");
      return Optional.empty();
    }
  }

  /// {@return where the value of a key stands, or the section if it has none}
  Place place(String key) {
    return section.find(key).map(entry -> entry.value().place()).orElse(section.place());
  }

  /// {@return where the value of a key in a section stands, or what [#place] says of the section}
  Place place(String key, String inner) {
    return section
        .find(key)
        .map(Entry::value)
        .filter(Section.class::isInstance)
        .flatMap(value -> ((Section) value).find(inner))
        .map(entry -> entry.value().place())
        .orElseGet(() -> place(key));
  }

  /// {@return where a key itself stands, or the section if it does not}
  Place keyPlace(String key) {
    return section.find(key).map(Entry::place).orElse(section.place());
  }

  /// {@return whether the user wrote the key}
  boolean has(String key) {
    return section.find(key).isPresent();
  }

  /// {@return the entries nobody asked for}
  List<Entry> rest() {
    return section.entries().stream().filter(entry -> !known.contains(entry.key())).toList();
  }

  /// {@return the keys asked for}
  Set<String> known() {
    return known;
  }

  /// Notes every entry nobody asked for.
  void refuseRest() {
    for (Entry entry : rest()) {
      faults.add(
          FaultCode.UNKNOWN_KEY,
          entry.place(),
          name.isEmpty()
              ? "'%s' is no part of a study".formatted(entry.key())
              : "'%s' means nothing in '%s'".formatted(entry.key(), name),
          Suggestion.among(entry.key(), known));
    }
  }
}
