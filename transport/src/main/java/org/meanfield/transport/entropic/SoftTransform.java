package org.meanfield.transport.entropic;

import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Blocks;

/// The soft c-transform γ ↦ −log₂ Σ_j b_j 2^(γ_j − rate·cᵢⱼ) of potentials on the targets.
///
/// The largest exponent is taken out of each sum first: it is rate·min_j (cᵢⱼ − γ_j/rate), the
/// plain c-transform. So nothing overflows, and the largest term is b_j itself.
final class SoftTransform {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// Rows that one thread takes at a time.
  private static final int ROWS = 64;

  private SoftTransform() {}

  /// Computes the transform at every source with φ > −∞.
  ///
  /// @param cost between sources and targets
  /// @param b masses of the targets
  /// @param gamma one per target, −∞ without mass
  /// @param rate log₂e/ε
  /// @param phi −∞ for sources to be left alone; receives the others
  static void apply(GroundCost cost, double[] b, double[] gamma, double rate, double[] phi) {
    double[] v = potentials(gamma, rate);
    Blocks.each(
        Blocks.count(phi.length, ROWS),
        block -> {
          double[] row = new double[gamma.length];
          for (int i = block * ROWS; i < Math.min(phi.length, (block + 1) * ROWS); i++) {
            if (phi[i] != Double.NEGATIVE_INFINITY) {
              phi[i] = at(cost, i, b, gamma, v, rate, row);
            }
          }
        });
  }

  /// {@return γ/rate, potentials in units of cost}
  static double[] potentials(double[] gamma, double rate) {
    double[] v = new double[gamma.length];
    for (int j = 0; j < v.length; j++) {
      v[j] = gamma[j] / rate;
    }
    return v;
  }

  /// {@return the transform at one source}
  ///
  /// @param row room for one number per target
  static double at(
      GroundCost cost, int i, double[] b, double[] gamma, double[] v, double rate, double[] row) {
    int m = gamma.length;
    cost.row(i, row);
    double most = rate * GroundCost.LANES.least(row, 0, v, 0, m);
    GIBBS.powers(row, rate, most, gamma, 0, m, row);
    return most - log2(GIBBS.dot(row, b, 0, m));
  }

  static double log2(double x) {
    return Math.log(x) * GibbsLanes.LOG2_E;
  }

  static double exp2(double x) {
    return Math.exp(x / GibbsLanes.LOG2_E);
  }
}
