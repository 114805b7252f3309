package org.meanfield.limits;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.Expert;

/// f = Π_k (1 − x_k + x_k cos θ_k): with x_k ∈ {0, 1} the product of the chosen cosines. Its mean
/// under the uniform law is Π_k (1 − x_k), so 0 as soon as one is chosen.
///
/// @param parameters d
public record Products(int parameters) implements Expert {
  @Override
  public double value(double[] theta, double[] x) {
    double product = 1;
    for (int k = 0; k < parameters; k++) {
      product *= factor(theta, x, k);
    }
    return product;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < parameters; k++) {
      out[k] = -x[k] * Math.sin(theta[k]);
      for (int l = 0; l < parameters && x[k] != 0; l++) {
        out[k] *= l == k ? 1 : factor(theta, x, l);
      }
    }
  }

  private static double factor(double[] theta, double[] x, int k) {
    return x[k] == 0 ? 1 : 1 - x[k] + x[k] * Math.cos(theta[k]);
  }

  /// {@return one datum per product, with its mean for a target: nothing moves}
  ///
  /// @param products the chosen coordinates of each
  public DataSet data(List<int[]> products) {
    double[] inputs = new double[products.size() * parameters];
    for (int j = 0; j < products.size(); j++) {
      for (int k : products.get(j)) {
        inputs[j * parameters + k] = 1;
      }
    }
    return new DataSet(Inputs.of(products.size(), parameters, inputs), new double[products.size()]);
  }
}
