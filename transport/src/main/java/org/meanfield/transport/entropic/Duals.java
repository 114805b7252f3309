package org.meanfield.transport.entropic;

import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Strips;

/// Potentials of entropic transport in units of a power of two, φ = f·log₂e/ε and γ = g·log₂e/ε, so
/// that the plan is πᵢⱼ = aᵢ b_j 2^(φᵢ + γ_j − rate·cᵢⱼ). Points without mass have −∞ and take no
/// part.
///
/// Working storage of one solve; [Sweep]s move it.
final class Duals {
  /// Sums of rows and columns, one at the solution, must stay in [2⁻¹⁰⁰, 2¹⁰⁰].
  private static final double SMALLEST = 0x1p-100;

  private static final double LARGEST = 0x1p100;

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

  /// {@return whether a sum of kernels at older potentials is of a size to rely on; NaN is not}
  static boolean reliable(double sum) {
    return sum > SMALLEST && sum < LARGEST;
  }

  /// Ends an iteration: φ takes its new values, and γ moves by what the columns are off with them.
  /// Nothing moves where a sum is not [#reliable].
  ///
  /// @param next the new φ, where there is mass
  /// @param b the masses of the targets
  /// @param shift what the sums of columns are to be multiplied by
  /// @param strips sums of columns and errors of rows
  /// @param omega ω in [1, 2)
  /// @return the ℓ1 error of rows and columns; NaN where nothing moved
  double move(double[] next, double[] b, double[] shift, Strips strips, double omega) {
    double error = strips.errors();
    double[] sums = strips.columns();
    for (int j = 0; j < b.length; j++) {
      if (b[j] > 0) {
        sums[j] *= shift[j];
        error += b[j] * Math.abs(sums[j] - 1);
        if (!reliable(sums[j])) {
          error = Double.NaN;
        }
      }
    }
    if (Double.isNaN(error)) {
      return error;
    }
    for (int i = 0; i < phi.length; i++) {
      phi[i] = phi[i] == Double.NEGATIVE_INFINITY ? phi[i] : next[i];
    }
    for (int j = 0; j < b.length; j++) {
      gamma[j] -= b[j] > 0 ? omega * SoftTransform.log2(sums[j]) : 0;
    }
    return error;
  }
}
