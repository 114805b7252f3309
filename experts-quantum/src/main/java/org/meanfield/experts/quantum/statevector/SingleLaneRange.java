package org.meanfield.experts.quantum.statevector;

/// [LaneRange] in single precision: a square may be 2¹²⁷.
final class SingleLaneRange {
  /// Products of a particle's cosines below this have their turns halved: with those of an input,
  /// amplitudes are below 10¹⁷.
  static final double SMALLEST = 1e-13;

  /// Products of an input's cosines below this have their turns halved.
  static final double SMALLEST_ENCODED = 1e-4;

  /// What turns of one lane may leave out at a time, those by sums of angles included; where it is
  /// less, these are halved.
  static final double SMALLEST_PAIRED = 1e-18;

  /// Turns in one run, to which one layer more may come: 2³² and a factor of 2 for each of at most
  /// 25 qubits.
  static final int LONGEST_RUN = 32;

  private SingleLaneRange() {}
}
