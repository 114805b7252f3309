package org.meanfield.experts.quantum.pauli;

import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable;

/// The working storage of one evaluation: the angles of a block of particles and one tile of planes
/// of them.
final class PauliWorkspace {
  /// The angles of the block's particles, [PauliStrings#BLOCK] numbers each, then their slopes.
  final double[] angles;

  /// The rows of the tile and what belongs to its angles.
  final /* single */ double[] numbers;

  /// One number per particle of the block.
  final double[] sum;

  /// Half as many numbers per end as a plane has lanes.
  final /* single */ double[] laneSums;

  /// The adjoints of the ends.
  final /* single */ double[] weights;

  /// @param table placed for these lanes
  /// @param planes of a tile
  PauliWorkspace(RotationTable table, int planes) {
    angles = new double[PauliStrings.BLOCK * table.angles()];
    numbers = new /* single */ double[table.numbers(planes)];
    sum = new double[PauliStrings.BLOCK];
    laneSums = new /* single */ double[PauliLanes.HALF * table.ends()];
    weights = new /* single */ double[table.ends()];
  }
}
