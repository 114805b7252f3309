package org.meanfield.transport;

/// The soft c-transform f ↦ −ε log Σ_j b_j exp((g_j − cᵢⱼ)/ε) of potentials on the targets.
///
/// The largest exponent is taken out of each sum first. Terms below 2⁻⁶⁰ of the largest are left
/// out: it takes 2⁷ of them to change the last bit of the sum.
///
/// One thread uses it.
final class SoftTransform {
  private static final double NEGLIGIBLE = -60 * Math.log(2);

  private final GroundCost cost;
  private final double[] logWeights;
  private final double[] exponents;
  private final double[] start;

  /// @param cost between sources and targets
  /// @param weights b, zero allowed
  SoftTransform(GroundCost cost, double[] weights) {
    this.cost = cost;
    this.logWeights = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      logWeights[j] = Math.log(weights[j]);
    }
    this.exponents = new double[weights.length];
    this.start = new double[weights.length];
  }

  /// Computes f at every source.
  ///
  /// @param g one per target
  /// @param epsilon ε > 0
  /// @param f receives one per source
  void apply(double[] g, double epsilon, double[] f) {
    double rate = 1 / epsilon;
    for (int j = 0; j < g.length; j++) {
      start[j] = g[j] * rate + logWeights[j];
    }
    for (int i = 0; i < f.length; i++) {
      cost.row(i, exponents);
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < exponents.length; j++) {
        exponents[j] = start[j] - exponents[j] * rate;
        most = Math.max(most, exponents[j]);
      }
      double sum = 0;
      for (double exponent : exponents) {
        double below = exponent - most;
        if (below > NEGLIGIBLE) {
          sum += Math.exp(below);
        }
      }
      f[i] = -epsilon * (most + Math.log(sum));
    }
  }
}
