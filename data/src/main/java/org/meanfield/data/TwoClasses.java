package org.meanfield.data;

import java.util.List;
import java.util.stream.IntStream;
import org.meanfield.api.data.Targets;

/// The classes of drawn sets: +1 and −1 in turn, so that as many rows are of either and +1 comes
/// first.
final class TwoClasses {
  static final String PLUS = "+1";
  static final String MINUS = "-1";

  private TwoClasses() {}

  /// {@return whether row `j` is of class +1}
  ///
  /// @param j ≥ 0
  static boolean isPlus(int j) {
    return j % 2 == 0;
  }

  /// {@return the classes of n rows}
  ///
  /// @param points n
  static Targets.Labels labels(int points) {
    List<String> names =
        IntStream.range(0, points).mapToObj(j -> isPlus(j) ? PLUS : MINUS).toList();
    return new Targets.Labels(names);
  }
}
