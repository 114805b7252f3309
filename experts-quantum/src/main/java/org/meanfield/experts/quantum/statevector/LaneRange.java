package org.meanfield.experts.quantum.statevector;

/// How far states may leave their norm while turns leave out their cosines, so that squares of
/// amplitudes stay in the range of doubles.
final class LaneRange {
  /// Products of a particle's cosines below this have their turns halved.
  static final double SMALLEST = 1e-60;

  /// Products of an input's cosines below this have their turns halved.
  static final double SMALLEST_ENCODED = 1e-60;

  /// Products of the cosines of an input and of its sums with a particle below this have the sums'
  /// turns halved.
  static final double SMALLEST_PAIRED = 1e-60;

  /// So have those that are below this with a particle's cosines.
  static final double SMALLEST_TOGETHER = 1e-120;

  /// Turns in one run: halved, each leaves out at most a factor of 2.
  static final int LONGEST_RUN = 96;

  /// Turns by sums in one run: with random angles each leaves out a factor of 2.
  static final int MOST_PAIRS = 96;

  private LaneRange() {}
}
