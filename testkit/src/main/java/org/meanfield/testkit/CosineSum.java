package org.meanfield.testkit;

import java.util.List;
import org.meanfield.api.expert.FirstHarmonic;

/// The reference expert of the limit: f = Σ_k w_k cos(θ_k − x_k), c_k = w_k e^{ix_k}.
///
/// @param weights w_k, d numbers
record CosineSum(List<Double> weights) implements FirstHarmonic {
  CosineSum {
    weights = List.copyOf(weights);
  }

  @Override
  public int parameters() {
    return weights.size();
  }

  @Override
  public double value(double[] theta, double[] x) {
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += weights.get(k) * Math.cos(theta[k] - x[k]);
    }
    return sum;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < weights.size(); k++) {
      out[k] = -weights.get(k) * Math.sin(theta[k] - x[k]);
    }
  }

  @Override
  public void coefficients(double[] x, double[] re, double[] im) {
    for (int k = 0; k < weights.size(); k++) {
      re[k] = weights.get(k) * Math.cos(x[k]);
      im[k] = weights.get(k) * Math.sin(x[k]);
    }
  }
}
