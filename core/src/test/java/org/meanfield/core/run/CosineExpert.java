package org.meanfield.core.run;

import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;

/// f(θ, x) = (1/d) Σ_k cos(θ_k − x_k).
class CosineExpert implements Expert {
  private final int parameters;

  CosineExpert(int parameters) {
    this.parameters = parameters;
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public Regularity regularity() {
    return Regularity.declared(1, 1.0 / parameters, 1.0 / parameters);
  }

  @Override
  public double value(double[] theta, double[] x) {
    double sum = 0;
    for (int k = 0; k < parameters; k++) {
      sum += Math.cos(theta[k] - x[k]);
    }
    return sum / parameters;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < parameters; k++) {
      out[k] = -Math.sin(theta[k] - x[k]) / parameters;
    }
  }
}
