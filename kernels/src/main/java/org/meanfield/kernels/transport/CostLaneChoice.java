package org.meanfield.kernels.transport;

/// The choice between the Vector API and plain loops, made once.
final class CostLaneChoice {
  static final CostLanes BEST = vectorApi() ? new VectorCosts() : new PlainCosts();
  static final GibbsLanes GIBBS = vectorApi() ? new VectorGibbs() : new PlainGibbs();

  private CostLaneChoice() {}

  /// Whether the program was started with the incubator module and this module may read it.
  static boolean vectorApi() {
    return ModuleLayer.boot()
        .findModule("jdk.incubator.vector")
        .filter(CostLaneChoice.class.getModule()::canRead)
        .isPresent();
  }
}
