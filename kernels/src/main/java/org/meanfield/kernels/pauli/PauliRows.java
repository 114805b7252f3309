package org.meanfield.kernels.pauli;

/// Distances within a plane, in numbers.
final class PauliRows {
  /// From a row's coefficients to its adjoints.
  static final int ADJOINT = PauliLanes.LANES;

  /// From row to row.
  static final int ROW = 2 * PauliLanes.LANES;

  /// From an angle's tangents to its cosines.
  static final int COSINE = PauliLanes.LANES;

  /// From an angle's tangents to its sines.
  static final int SINE = 2 * PauliLanes.LANES;

  /// From an angle's tangents to its slopes.
  static final int SLOPE = 3 * PauliLanes.LANES;

  /// From angle to angle.
  static final int ANGLE = 4 * PauliLanes.LANES;

  private PauliRows() {}
}
