package org.meanfield.experts.quantum.pauli;

import org.meanfield.api.expert.BoundExpert;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.SinglePauliLanes;

/// The kernels that the Pauli backend runs on.
///
/// @param lanes for the means of strings, which all particles share, and for coefficients in double
///   precision
/// @param single for coefficients in single precision
/// @param precision of the coefficients
record PauliKernels(PauliLanes lanes, SinglePauliLanes single, Precision precision) {
  /// The fastest that this JVM offers.
  static PauliKernels best(Precision precision) {
    return new PauliKernels(PauliLanes.best(), SinglePauliLanes.best(), precision);
  }

  /// Plain loops.
  static PauliKernels plain(Precision precision) {
    return new PauliKernels(PauliLanes.plain(), SinglePauliLanes.plain(), precision);
  }

  /// {@return the coefficients of a plan's strings as functions of θ}
  BoundExpert functions(PauliPlan plan) {
    return switch (precision) {
      case DOUBLE -> new PauliStrings(lanes, plan);
      case SINGLE -> new SinglePauliStrings(single, plan);
    };
  }

  /// {@return how many particles are in a tile}
  int tile(PauliPlan plan) {
    return switch (precision) {
      case DOUBLE -> PauliLanes.LANES * PauliStrings.planes(plan);
      case SINGLE -> SinglePauliLanes.LANES * SinglePauliStrings.planes(plan);
    };
  }
}
