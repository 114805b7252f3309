package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.pauli.RotationTable;

/// The working storage of one evaluation: the angles of a block of particles, one tile of planes of
/// them, and what belongs to the latest weights.
final class PauliWorkspace {
  /// The angles of the block's particles, [PauliStrings#BLOCK] numbers each, then their slopes.
  final double[] angles;

  /// The angles' tangents, cosines, sines and slopes.
  final /* single */ double[] trig;

  /// Coefficients and adjoints.
  final /* single */ double[] rows;

  /// One number per particle of the block.
  final double[] sum;

  /// A row per live string.
  final /* single */ double[] laneSums;

  /// What the adjoints of the ends are.
  final /* single */ double[] weights;

  /// How many lanes of the roots are set.
  int lanes;

  /// @param table placed for these lanes
  /// @param strings how many are live
  /// @param planes of a tile
  PauliWorkspace(RotationTable table, int strings, int planes) {
    angles = new double[PauliStrings.BLOCK * table.angles()];
    trig = new /* single */ double[table.trigNumbers(planes)];
    rows = new /* single */ double[table.rowNumbers(planes)];
    sum = new double[PauliStrings.BLOCK];
    laneSums = new /* single */ double[PauliLanes.LANES * strings];
    weights = new /* single */ double[strings];
    // Equal to nothing.
    Arrays.fill(weights, Real.of(Double.NaN));
  }

  /// Takes weights over.
  ///
  /// @param given the weights
  /// @return whether they are others than before
  boolean learns(double[] given) {
    boolean same = true;
    for (int s = 0; s < weights.length; s++) {
      /* single */ double weight = Real.of(given[s]);
      same &= weights[s] == weight;
      weights[s] = weight;
    }
    return !same;
  }
}
