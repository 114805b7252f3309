package org.meanfield.experts.classical;

import java.util.Locale;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;

/// A neuron f(θ, x) = σ(u), u = s (Σ_{k<m} x_k w(θ_k) + w(θ_m)), on m features; d = m + 1.
///
/// With w = sin the weights fill \[−s, s\] and f is 2π-periodic in every θ_k; with w = θ it has no
/// period: see [Weights]. Differentiating, with x_m = 1,
///
/// ∂_k f = σ′(u) s x_k w′(θ_k);
///
/// ∂_k ∂_l f = σ″(u) s² x_k x_l w′(θ_k) w′(θ_l) + δ_kl σ′(u) s x_k w″(θ_k),
///
/// so with |σ′|, |w′| ≤ 1 and |x_k| ≤ X, X ≥ 1: α = sX and β = sup|σ″| s²X² + sup|w″| sX. The
/// bounds hold as long as the inputs keep to X, which the user declares.
///
/// @param features m ≥ 1
/// @param scale s > 0
/// @param activation σ
/// @param weights w
/// @param largestInput the largest |x_k|
record Neuron(
    int features, double scale, Activation activation, Weights weights, double largestInput)
    implements Expert {
  @Override
  public int parameters() {
    return features + 1;
  }

  @Override
  public Regularity regularity() {
    double steepest = scale * Math.max(1, largestInput);
    return new Regularity(
        1,
        steepest,
        activation.curvature() * steepest * steepest + weights.curvature() * steepest,
        weights.period(),
        Regularity.Origin.DECLARED);
  }

  private double argument(double[] theta, double[] x) {
    double sum = weights.value(theta[features]);
    for (int k = 0; k < features; k++) {
      sum += x[k] * weights.value(theta[k]);
    }
    return scale * sum;
  }

  @Override
  public double value(double[] theta, double[] x) {
    return activation.value(argument(theta, x));
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    double slope = scale * activation.slope(argument(theta, x));
    for (int k = 0; k < features; k++) {
      out[k] = slope * x[k] * weights.slope(theta[k]);
    }
    out[features] = slope * weights.slope(theta[features]);
  }

  @Override
  public BoundExpert bind(Inputs inputs) {
    if (inputs.features() != features) {
      throw new IllegalArgumentException(
          "the expert takes %d features, the inputs have %d"
              .formatted(features, inputs.features()));
    }
    return new BoundNeuron(this, inputs);
  }

  @Override
  public Workload workload(int inputs) {
    // An activation is about 40 operations, taken in both contractions.
    return new Workload(
        inputs * (80 + 6.0 * parameters()) + weights.operations() * parameters(), 0);
  }

  @Override
  public String description() {
    return "%s neuron on %d features%s, scale %s"
        .formatted(activation.name().toLowerCase(Locale.ROOT), features, weights.words(), scale);
  }
}
