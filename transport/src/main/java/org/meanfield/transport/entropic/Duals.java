package org.meanfield.transport.entropic;

import org.meanfield.transport.cost.GroundCost;

/// Potentials of entropic transport in units of a power of two, φ = f·log₂e/ε and γ = g·log₂e/ε, so
/// that the plan is πᵢⱼ = aᵢ b_j 2^(φᵢ + γ_j − rate·cᵢⱼ). Points without mass have −∞ and take no
/// part.
///
/// Working storage of one solve; [Sweep]s move it.
final class Duals {
  final double[] phi;
  final double[] gamma;

  private Duals(double[] phi, double[] gamma) {
    this.phi = phi;
    this.gamma = gamma;
  }

  /// {@return zero, but for points without mass}
  static Duals zero(EntropicProblem problem) {
    return new Duals(start(problem.sourceMasses()), start(problem.targetMasses()));
  }

  /// {@return the potentials that come of given ones of the targets}
  ///
  /// @param problem both clouds
  /// @param v one per target, in units of cost
  /// @param rate log₂e/ε
  static Duals of(EntropicProblem problem, double[] v, double rate) {
    Duals duals = zero(problem);
    for (int j = 0; j < v.length; j++) {
      duals.gamma[j] += rate * v[j];
    }
    SoftTransform.apply(problem.cost(), problem.targetMasses(), duals.gamma, rate, duals.phi);
    return duals;
  }

  private static double[] start(double[] masses) {
    double[] values = new double[masses.length];
    for (int i = 0; i < masses.length; i++) {
      values[i] = masses[i] > 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    return values;
  }

  /// Keeps f and g where ε changes.
  ///
  /// @param ratio the old ε by the new
  void scale(double ratio) {
    scale(phi, ratio);
    scale(gamma, ratio);
  }

  private static void scale(double[] values, double ratio) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= ratio;
    }
  }

  /// {@return the potentials of a finer problem: soft transforms of these}
  ///
  /// @param coarse the problem these belong to
  /// @param fine the finer one
  /// @param rate log₂e/ε
  Duals onto(EntropicProblem coarse, EntropicProblem fine, double rate) {
    Duals finer = zero(fine);
    GroundCost fromFine = GroundCost.between(fine.cost(), coarse.cost());
    SoftTransform.apply(fromFine, coarse.targetMasses(), gamma, rate, finer.phi);
    GroundCost toFine = GroundCost.between(coarse.cost(), fine.cost());
    SoftTransform.apply(
        toFine.transposed(), coarse.sourceMasses(), /* gamma= */ phi, rate, /* phi= */ finer.gamma);
    return finer;
  }
}
