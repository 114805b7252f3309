package org.meanfield.core.report;

import java.util.Map;

/// One part of the page: words, tables and empty figures as markup, and the data from which the
/// script draws.
interface Section {
  /// {@return the name in links}
  String id();

  /// {@return the heading}
  String title();

  /// {@return whether there is anything to say; else the section is left out}
  boolean isPresent();

  /// {@return whether all there is to say is that something is missing; a report on the limit alone
  /// leaves such a section out}
  default boolean isEmpty() {
    return false;
  }

  void write(Html html);

  /// {@return what the script draws, by figure; empty if nothing}
  default Map<String, Object> data() {
    return Map.of();
  }
}
