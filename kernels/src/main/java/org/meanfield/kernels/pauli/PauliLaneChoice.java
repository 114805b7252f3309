package org.meanfield.kernels.pauli;

/// The choice between the Vector API and plain loops, made once.
final class PauliLaneChoice {
  static final PauliLanes BEST = vectorApi() ? new VectorPauliLanes() : new PlainPauliLanes();

  private PauliLaneChoice() {}

  /// Whether the program was started with the incubator module and this module may read it.
  static boolean vectorApi() {
    return ModuleLayer.boot()
        .findModule("jdk.incubator.vector")
        .filter(PauliLaneChoice.class.getModule()::canRead)
        .isPresent();
  }
}
