package org.meanfield.api.plugin;

/// The versions of this interface that a plugin was made for.
///
/// @param from the first, ≥ 1
/// @param to the last, ≥ from
public record ApiRange(int from, int to) {
  /// The version of this interface.
  public static final int CURRENT = 1;

  /// @param from the first, ≥ 1
  /// @param to the last, ≥ from
  public ApiRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no API range from %d to %d".formatted(from, to));
    }
  }

  /// {@return the range that holds just this version}
  public static ApiRange current() {
    return new ApiRange(CURRENT, CURRENT);
  }

  /// {@return whether `version` is within}
  ///
  /// @param version a version of this interface
  public boolean contains(int version) {
    return from <= version && version <= to;
  }
}
