package org.meanfield.experts.classical;

import java.util.Locale;
import org.meanfield.api.Inputs;
import org.meanfield.api.Torus;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;

/// A neuron with periodic weights and bias, f(θ, x) = σ(u), u = s (Σ_{k<m} x_k sin θ_k + sin θ_m),
/// on m features; d = m + 1.
///
/// A plain neuron σ(w·x + b) is not periodic in its weights; with w_k = s sin θ_k the weights fill
/// [−s, s] and f is 2π-periodic in every θ_k. Differentiating, with x_m = 1,
///
/// ∂_k f = σ′(u) s x_k cos θ_k;
///
/// ∂_k ∂_l f = σ″(u) s² x_k x_l cos θ_k cos θ_l − δ_kl σ′(u) s x_k sin θ_k,
///
/// so with |σ′| ≤ 1 and |x_k| ≤ X, X ≥ 1: α = sX and β = sup|σ″| s²X² + sX. The bounds hold as long
/// as the inputs keep to X, which the user declares.
final class Neuron implements Expert {
  private final int features;
  private final double scale;
  private final Activation activation;
  private final double largestInput;

  /// @param features m ≥ 1
  /// @param scale s > 0
  /// @param activation σ
  /// @param largestInput the largest |x_k|
  Neuron(int features, double scale, Activation activation, double largestInput) {
    this.features = features;
    this.scale = scale;
    this.activation = activation;
    this.largestInput = largestInput;
  }

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
        activation.curvature() * steepest * steepest + steepest,
        Torus.TURN,
        Regularity.Origin.DECLARED);
  }

  private double argument(double[] theta, double[] x) {
    double sum = Math.sin(theta[features]);
    for (int k = 0; k < features; k++) {
      sum += x[k] * Math.sin(theta[k]);
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
      out[k] = slope * x[k] * Math.cos(theta[k]);
    }
    out[features] = slope * Math.cos(theta[features]);
  }

  @Override
  public BoundExpert bind(Inputs inputs) {
    if (inputs.features() != features) {
      throw new IllegalArgumentException(
          "the expert takes %d features, the inputs have %d"
              .formatted(features, inputs.features()));
    }
    return new BoundNeuron(scale, activation, inputs);
  }

  @Override
  public Workload workload(int inputs) {
    // An activation is about 40 operations, taken in both contractions.
    return new Workload(inputs * (80 + 6.0 * parameters()) + 120 * parameters(), 0);
  }

  @Override
  public String description() {
    return "%s neuron on %d features, scale %s"
        .formatted(activation.name().toLowerCase(Locale.ROOT), features, scale);
  }
}
