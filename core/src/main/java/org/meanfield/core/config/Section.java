package org.meanfield.core.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.Place;

/// Keys with their values, each key once.
///
/// @param entries in order
/// @param place where it begins
/// @param removed keys that an override took away, with its place
public record Section(List<Entry> entries, Place place, Map<String, Place> removed)
    implements Node {
  /// @param entries in order, copied
  /// @param place where it begins
  /// @param removed keys that an override took away, with its place, copied
  public Section {
    entries = List.copyOf(entries);
    removed = Map.copyOf(removed);
  }

  /// A section as it was written.
  ///
  /// @param entries in order, copied
  /// @param place where it begins
  public Section(List<Entry> entries, Place place) {
    this(entries, place, Map.of());
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
    return new Section(more, place, removed);
  }

  /// {@return this section without a key}
  ///
  /// @param key the key
  /// @param override the place of the override that removes it
  public Section without(String key, Place override) {
    Map<String, Place> more = new HashMap<>(removed);
    more.put(key, override);
    return new Section(
        entries.stream().filter(entry -> !entry.key().equals(key)).toList(), place, more);
  }

  @Override
  public String shown() {
    return "a section";
  }
}
