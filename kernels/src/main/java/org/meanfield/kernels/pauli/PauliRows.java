package org.meanfield.kernels.pauli;

/// Distances within a plane, in numbers.
final class PauliRows {
  /// From row to row.
  static final int ROW = PauliLanes.LANES;

  /// From an angle's tangents to its cosines.
  static final int COSINE = PauliLanes.LANES;

  /// From an angle's tangents to its slopes.
  static final int SLOPE = 2 * PauliLanes.LANES;

  /// From angle to angle.
  static final int ANGLE = 3 * PauliLanes.LANES;

  /// From a sine or cosine to its derivative: of factors there are sin θ, cos θ and −sin θ.
  static final int DERIVATIVE = PauliLanes.LANES;

  /// From factors to factors.
  static final int FACTORS = 3 * PauliLanes.LANES;

  private PauliRows() {}
}
