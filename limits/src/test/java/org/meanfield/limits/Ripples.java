package org.meanfield.limits;

import org.meanfield.api.expert.Expert;

/// A trigonometric polynomial of several frequencies on T², mixing both coordinates:
///
/// f = ½ cos(θ₀ + θ₁ − x) + ¼ sin(2θ₀ − θ₁ + x) + ¼ cos θ₀ cos θ₁.
public record Ripples() implements Expert {
  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double value(double[] theta, double[] x) {
    return Math.cos(theta[0] + theta[1] - x[0]) / 2
        + Math.sin(2 * theta[0] - theta[1] + x[0]) / 4
        + Math.cos(theta[0]) * Math.cos(theta[1]) / 4;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    double sum = -Math.sin(theta[0] + theta[1] - x[0]) / 2;
    double difference = Math.cos(2 * theta[0] - theta[1] + x[0]) / 4;
    out[0] = sum + 2 * difference - Math.sin(theta[0]) * Math.cos(theta[1]) / 4;
    out[1] = sum - difference - Math.cos(theta[0]) * Math.sin(theta[1]) / 4;
  }
}
