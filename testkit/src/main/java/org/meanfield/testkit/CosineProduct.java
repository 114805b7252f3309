package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;

/// f = Π_k (1 − x_k + x_k cos θ_k): with x_k ∈ {0, 1} a product of chosen cosines, whose mean under
/// the uniform law is 0.
///
/// @param parameters d
record CosineProduct(int parameters) implements Expert {
  private static final int DIMENSION = 12;
  private static final int FACTORS = 6;

  /// Few, so that what is wrong in one is not covered by the doubt in another; more than one, for
  /// speed.
  private static final int PRODUCTS_PER_PROBLEM = 12;

  @Override
  public double value(double[] theta, double[] x) {
    return without(theta, x, -1);
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < parameters; k++) {
      out[k] = x[k] == 0 ? 0 : -x[k] * Math.sin(theta[k]) * without(theta, x, k);
    }
  }

  /// {@return the product of all factors but number `left`}
  private double without(double[] theta, double[] x, int left) {
    double product = 1;
    for (int k = 0; k < parameters; k++) {
      if (k != left && x[k] != 0) {
        product *= 1 - x[k] + x[k] * Math.cos(theta[k]);
      }
    }
    return product;
  }

  /// {@return all 924 products of six cosines in twelve dimensions, a few per problem, at time 0:
  /// with targets 0 the true residual is 0}
  static List<LimitProblem> fixedPoints() {
    List<Integer> products = new ArrayList<>();
    for (int mask = 0; mask < 1 << DIMENSION; mask++) {
      if (Integer.bitCount(mask) == FACTORS) {
        products.add(mask);
      }
    }
    List<LimitProblem> problems = new ArrayList<>();
    for (int from = 0; from < products.size(); from += PRODUCTS_PER_PROBLEM) {
      problems.add(
          fixedPoint(
              products.subList(from, Math.min(from + PRODUCTS_PER_PROBLEM, products.size()))));
    }
    return problems;
  }

  private static LimitProblem fixedPoint(List<Integer> masks) {
    double[] inputs = new double[masks.size() * DIMENSION];
    for (int at = 0; at < inputs.length; at++) {
      inputs[at] = (masks.get(at / DIMENSION) >> (at % DIMENSION)) & 1;
    }
    return new LimitProblem(
        new CosineProduct(DIMENSION),
        new DataSet(Inputs.of(masks.size(), DIMENSION, inputs), new double[masks.size()]),
        new StartLaw.Uniform(DIMENSION),
        List.of(0.0),
        Workers.sequential());
  }
}
