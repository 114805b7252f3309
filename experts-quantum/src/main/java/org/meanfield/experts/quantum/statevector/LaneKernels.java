package org.meanfield.experts.quantum.statevector;

import org.meanfield.kernels.state.BatchLanes;
import org.meanfield.kernels.state.StateLanes;

/// The kernels that the statevector backend runs on.
///
/// @param state one string at a time on one state: start states and diagonals
/// @param batch layers on many states
record LaneKernels(StateLanes state, BatchLanes batch) {
  /// The fastest that this JVM offers.
  static LaneKernels best() {
    return new LaneKernels(StateLanes.best(), BatchLanes.best());
  }

  /// Plain loops.
  static LaneKernels plain() {
    return new LaneKernels(StateLanes.plain(), BatchLanes.plain());
  }
}
