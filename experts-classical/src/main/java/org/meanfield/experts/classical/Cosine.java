package org.meanfield.experts.classical;

import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Torus;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;

/// The cosine expert f(θ, x) = Σ_k w_k cos(θ_k − x_k), one parameter per feature.
///
/// sup|f| = Σ|w_k|, α = β = max|w_k|, period 2π; c_k(x) = w_k e^{ix_k}.
final class Cosine implements FirstHarmonic {
  private final double[] weights;

  /// @param weights w_0 … w_{d−1}, copied
  Cosine(List<Double> weights) {
    this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public int parameters() {
    return weights.length;
  }

  @Override
  public Regularity regularity() {
    double sum = 0;
    double largest = 0;
    for (double weight : weights) {
      sum += Math.abs(weight);
      largest = Math.max(largest, Math.abs(weight));
    }
    return new Regularity(sum, largest, largest, Torus.TURN, Regularity.Origin.DERIVED);
  }

  @Override
  public double value(double[] theta, double[] x) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * Math.cos(theta[k] - x[k]);
    }
    return sum;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < weights.length; k++) {
      out[k] = -weights[k] * Math.sin(theta[k] - x[k]);
    }
  }

  @Override
  public void coefficients(double[] x, double[] re, double[] im) {
    for (int k = 0; k < weights.length; k++) {
      re[k] = weights[k] * Math.cos(x[k]);
      im[k] = weights[k] * Math.sin(x[k]);
    }
  }

  @Override
  public BoundExpert bind(Inputs inputs) {
    return new BoundCosine(this, inputs);
  }

  /// The sines and cosines of the particles, twice; the sums over inputs are shared by a shard of
  /// 256 particles.
  @Override
  public Workload workload(int inputs) {
    double d = weights.length;
    return new Workload(d * (160 + 8 * inputs / 256.0), 16 * d * inputs);
  }

  @Override
  public String description() {
    return "cosine on T^%d".formatted(weights.length);
  }
}
