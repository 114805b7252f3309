package acme.bumps;

import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;

/// A bump about the input: f(θ, x) = exp(κ (c − 1)) with c = (1/d) Σ_k cos(θ_k − x_k), the density of
/// a von Mises law up to its height.
///
/// With κ ≥ 0: 0 < f ≤ 1, |∂_k f| ≤ κ/d and |∂_k ∂_l f| ≤ (κ/d)² + κ/d.
record Bump(int parameters, double kappa) implements Expert {
  @Override
  public Regularity regularity() {
    double slope = kappa / parameters;
    return Regularity.declared(1, slope, slope * slope + slope);
  }

  @Override
  public double value(double[] theta, double[] x) {
    double sum = 0;
    for (int k = 0; k < parameters; k++) {
      sum += Math.cos(theta[k] - x[k]);
    }
    return Math.exp(kappa * (sum / parameters - 1));
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    double slope = value(theta, x) * kappa / parameters;
    for (int k = 0; k < parameters; k++) {
      out[k] = -slope * Math.sin(theta[k] - x[k]);
    }
  }

  @Override
  public String description() {
    return "bump of concentration %s in d = %d".formatted(kappa, parameters);
  }
}
