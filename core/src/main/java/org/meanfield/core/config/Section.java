package org.meanfield.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.Place;

/// Keys with their values, each key once.
///
/// @param entries in order
/// @param place where it begins
public record Section(List<Entry> entries, Place place) implements Node {
  /// @param entries in order, copied
  /// @param place where it begins
  public Section {
    entries = List.copyOf(entries);
  }

  /// {@return the entry of a key}
  ///
  /// @param key the key
  public Optional<Entry> find(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /// {@return this section with one entry more, or in place of the one with its key}
  ///
  /// @param entry the entry
  public Section with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.replaceAll(old -> old.key().equals(entry.key()) ? entry : old);
    if (find(entry.key()).isEmpty()) {
      more.add(entry);
    }
    return new Section(more, place);
  }

  /// {@return this section without a key}
  ///
  /// @param key the key
  public Section without(String key) {
    return new Section(entries.stream().filter(entry -> !entry.key().equals(key)).toList(), place);
  }

  @Override
  public String shown() {
    return "a section";
  }
}
