package org.meanfield.api.flow;

import org.meanfield.api.expert.Expert;

/// f(θ, x) = cos(θ₀ − x) cos θ₁: two parameters that are coupled.
final class TwoCosines implements Expert {
  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double value(double[] theta, double[] x) {
    return Math.cos(theta[0] - x[0]) * Math.cos(theta[1]);
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    out[0] = -Math.sin(theta[0] - x[0]) * Math.cos(theta[1]);
    out[1] = -Math.cos(theta[0] - x[0]) * Math.sin(theta[1]);
  }
}
