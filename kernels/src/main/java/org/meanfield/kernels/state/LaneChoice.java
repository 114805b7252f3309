package org.meanfield.kernels.state;

/// The choice between the Vector API and plain loops, made once.
final class LaneChoice {
  static final StateLanes BEST = vectorApi() ? new VectorLanes() : new PlainLanes();

  private LaneChoice() {}

  /// Whether the program was started with the incubator module and this module may read it.
  static boolean vectorApi() {
    return ModuleLayer.boot()
        .findModule("jdk.incubator.vector")
        .filter(LaneChoice.class.getModule()::canRead)
        .isPresent();
  }
}
