package org.meanfield.kernels.state;

/// The choice between the Vector API and plain loops, made once.
final class BatchLaneChoice {
  static final BatchLanes BEST =
      LaneChoice.vectorApi() ? new VectorBatchLanes() : new PlainBatchLanes();

  private BatchLaneChoice() {}
}
