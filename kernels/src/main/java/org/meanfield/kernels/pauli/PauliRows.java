package org.meanfield.kernels.pauli;

/// Distances within a plane, in numbers. Behind a sine or cosine is its derivative, and what every
/// turn needs is at the front.
final class PauliRows {
  /// From row to row.
  static final int ROW = PauliLanes.LANES;

  /// From an angle's tangents to its cosines.
  static final int COSINE = PauliLanes.LANES;

  /// From an angle's tangents to its slopes.
  static final int SLOPE = 2 * PauliLanes.LANES;

  /// From an angle's tangents to its sines, the cosines again, and the sines times −1.
  static final int SINE = 3 * PauliLanes.LANES;

  /// From a sine or cosine to its derivative.
  static final int DERIVATIVE = PauliLanes.LANES;

  /// From angle to angle.
  static final int ANGLE = 6 * PauliLanes.LANES;

  private PauliRows() {}
}
