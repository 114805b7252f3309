package org.meanfield.experts.quantum.statevector;

/// [LaneRange] in single precision: a square may be 2¹²⁷.
final class SingleLaneRange {
  /// Products of a particle's cosines below this have their turns halved: with those of an input,
  /// amplitudes are below 10¹⁷.
  static final double SMALLEST = 1e-13;

  /// Products of an input's cosines below this have their turns halved.
  static final double SMALLEST_ENCODED = 1e-4;

  /// Products of the cosines of an input and of its sums with a particle below this have the sums'
  /// turns halved: residuals are multiplied by squares of such products, which must leave them in
  /// range.
  static final double SMALLEST_PAIRED = 1e-9;

  /// So have those that are below this with a particle's cosines.
  static final double SMALLEST_TOGETHER = 1e-17;

  /// Turns in one run, to which one layer more may come: 2³² and a factor of 2 for each of at most
  /// 25 qubits.
  static final int LONGEST_RUN = 32;

  /// Turns by sums in one run, to which one layer more may come: with random angles each leaves out
  /// a factor of 2, and few lanes are to be halved.
  static final int MOST_PAIRS = 12;

  private SingleLaneRange() {}
}
