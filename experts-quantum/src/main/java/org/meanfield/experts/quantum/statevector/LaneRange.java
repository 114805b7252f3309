package org.meanfield.experts.quantum.statevector;

/// How far states may leave their norm while turns leave out their cosines, so that squares of
/// amplitudes stay in the range of doubles.
final class LaneRange {
  /// Products of a particle's cosines below this have their turns halved.
  static final double SMALLEST = 1e-60;

  /// Products of an input's cosines below this have their turns halved.
  static final double SMALLEST_ENCODED = 1e-60;

  /// What turns of one lane may leave out at a time, those by sums of angles included; where it is
  /// less, these are halved.
  static final double SMALLEST_PAIRED = 1e-150;

  /// Turns in one run: halved, each leaves out at most a factor of 2.
  static final int LONGEST_RUN = 96;

  private LaneRange() {}
}
