package org.meanfield.experts.quantum;

import org.meanfield.kernels.pauli.PauliLanes;

/// The working storage of one thread: one tile of particles, and what belongs to the latest
/// residual.
final class PauliWorkspace {
  /// One row of angles.
  final double[] angles;

  /// A row of cosines and a row of sines per angle.
  final double[] trig;

  final double[] rows;
  final double[] adjoints;

  /// A row per angle.
  final double[] gradient;

  /// Eight numbers per live string.
  final double[] laneSums;

  /// A number per live string.
  final double[] coefficients;

  /// A number per input.
  final double[] responses;

  /// The residual that `weights` belong to.
  final double[] residual;

  /// R_P per live string.
  final double[] weights;

  /// Whether `weights` belong to `residual`.
  boolean weighed;

  PauliWorkspace(PauliPlan plan, int inputs, int width) {
    int numbers = plan.trainedAngles().size();
    angles = new double[width];
    trig = new double[2 * width * numbers];
    rows = new double[Math.multiplyExact(width, plan.trained().table.rows())];
    adjoints = new double[Math.multiplyExact(width, plan.trained().table.adjoints())];
    gradient = new double[width * numbers];
    laneSums = new double[PauliLanes.LANES * plan.liveStrings()];
    coefficients = new double[plan.liveStrings()];
    responses = new double[inputs];
    residual = new double[inputs];
    weights = new double[plan.liveStrings()];
  }
}
