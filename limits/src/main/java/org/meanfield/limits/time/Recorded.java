package org.meanfield.limits.time;

import java.util.List;

/// Looks a time up among the recorded ones.
public final class Recorded {
  private Recorded() {}

  /// {@return the index of `t`}
  ///
  /// @param times the recorded times
  /// @param t one of them
  /// @throws IllegalArgumentException if it is not one of them
  public static int index(List<Double> times, double t) {
    int index = times.indexOf(t);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the law was recorded at %s, asked at %s".formatted(times, t));
    }
    return index;
  }
}
