package org.meanfield.core;

import org.meanfield.api.Place;

/// One mistake of the user's.
///
/// @param code its heading in `docs/errors.md`, such as `MF-C04`
/// @param place where it is
/// @param sentence what is wrong, with the value
/// @param remedy what to do about it; may be empty
public record Mistake(String code, Place place, String sentence, String remedy) {
  /// {@return place, code, sentence and remedy in one line}
  @Override
  public String toString() {
    String line = "%s  %s  %s".formatted(place, code, sentence);
    return remedy.isEmpty() ? line : line + "; " + remedy;
  }
}
