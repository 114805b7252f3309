package org.meanfield.experts.classical;

import java.util.Locale;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;

/// A neuron as it stands in most books, f(θ, x) = σ(u), u = s (Σ_{k<m} x_k θ_k + θ_m), on m
/// features; d = m + 1. It is not periodic in its weights, so the torus is not its space and
/// assumption A1 does not hold: here to be compared with [Neuron].
///
/// @param features m ≥ 1
/// @param scale s > 0
/// @param activation σ
/// @param largestInput the largest |x_k|
record PlainNeuron(int features, double scale, Activation activation, double largestInput)
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
        activation.curvature() * steepest * steepest,
        Double.POSITIVE_INFINITY,
        Regularity.Origin.DECLARED);
  }

  private double argument(double[] theta, double[] x) {
    double sum = theta[features];
    for (int k = 0; k < features; k++) {
      sum += x[k] * theta[k];
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
      out[k] = slope * x[k];
    }
    out[features] = slope;
  }

  @Override
  public String description() {
    return "%s neuron on %d features with plain weights, scale %s"
        .formatted(activation.name().toLowerCase(Locale.ROOT), features, scale);
  }
}
