package org.meanfield.experts.quantum.statevector;

import org.meanfield.kernels.state.BatchLanes;

/// The tangents of all turns of one kind, a row each: of half their angles or, where turns are
/// halved, of a quarter.
final class LaneTangents {
  private static final int LANES = BatchLanes.LANES;

  final /* single */ double[] first;

  /// Of the second of two turns; 0 where a turn is not halved.
  final /* single */ double[] second;

  /// From one state's rows to the next's; 0 if they share them.
  final int step;

  /// Whether turns of some lane are halved.
  boolean twice;

  private LaneTangents(/* single */ double[] first, /* single */ double[] second, int step) {
    this.first = first;
    this.second = second;
    this.step = step;
  }

  /// {@return tangents that states share}
  ///
  /// @param rows how many turns there are
  static LaneTangents shared(int rows) {
    return new LaneTangents(
        new /* single */ double[rows * LANES], new /* single */ double[rows * LANES], 0);
  }

  /// {@return tangents of which each state has its own}
  ///
  /// @param rows how many turns there are
  /// @param states how many states
  static LaneTangents own(int rows, int states) {
    return new LaneTangents(
        new /* single */ double[states * rows * LANES],
        new /* single */ double[states * rows * LANES],
        rows * LANES);
  }

  /// {@return tangents of which each state has its own, and whose turns are all halved or none}
  ///
  /// @param rows how many turns there are
  /// @param states how many states
  static LaneTangents alike(int rows, int states) {
    /* single */ double[] both = new /* single */ double[states * rows * LANES];
    return new LaneTangents(both, both, rows * LANES);
  }
}
