package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable;

/// The working storage of one evaluation: one tile of planes of particles, and what belongs to the
/// latest weights.
final class PauliWorkspace {
  /// The angles of the tile's particles, then their slopes.
  final double[] angles;

  /// The angles' tangents, cosines, sines and slopes.
  final double[] trig;

  /// Coefficients and adjoints.
  final double[] rows;

  /// One number per particle of the tile.
  final double[] sum;

  /// Eight numbers per live string.
  final double[] laneSums;

  /// What the adjoints of the ends are.
  final double[] weights;

  /// How many lanes of the roots are set.
  int lanes;

  PauliWorkspace(PauliPlan plan, int planes) {
    RotationTable table = plan.trained().table;
    angles = new double[planes * PauliLanes.LANES * table.angles()];
    trig = table.trigBuffer(planes);
    rows = table.rowBuffer(planes);
    sum = new double[planes * PauliLanes.LANES];
    laneSums = new double[PauliLanes.LANES * plan.liveStrings()];
    weights = new double[plan.liveStrings()];
    // Equal to nothing.
    Arrays.fill(weights, Double.NaN);
  }
}
