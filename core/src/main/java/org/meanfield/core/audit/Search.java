package org.meanfield.core.audit;

import java.util.random.RandomGenerator;

/// Looks for a large value of something over the torus and the inputs: random points, then random
/// steps from the best of them, shorter after each failure. What it finds is a lower bound of the
/// supremum.
final class Search {
  /// What is looked for.
  interface Quantity {
    /// {@return its size at a point}
    ///
    /// @param theta d angles
    /// @param input j
    double at(double[] theta, int input);
  }

  private static final double FIRST_STEP = 0.5;
  private static final double LAST_STEP = 1e-4;

  private Search() {}

  /// {@return the largest value found, or one that is not a number}
  ///
  /// @param quantity what is looked for
  /// @param probe where
  /// @param points number of random points ≥ 1
  /// @param random draws the points and the steps
  static Found largest(Quantity quantity, Probe probe, int points, RandomGenerator random) {
    Found best = new Found(Double.NEGATIVE_INFINITY, new double[0], 0);
    for (int p = 0; p < points && !Double.isNaN(best.value); p++) {
      double[] theta = random.doubles(probe.parameters(), -Math.PI, Math.PI).toArray();
      int input = p % probe.inputs();
      double value = quantity.at(theta, input);
      if (!(value <= best.value)) {
        best = new Found(value, theta, input);
      }
    }
    double step = FIRST_STEP;
    for (int tries = 0; tries < points && step > LAST_STEP && !Double.isNaN(best.value); tries++) {
      double[] theta = best.theta.clone();
      for (int k = 0; k < theta.length; k++) {
        theta[k] += step * random.nextGaussian();
      }
      double value = quantity.at(theta, best.input);
      if (!(value <= best.value)) {
        best = new Found(value, theta, best.input);
      } else {
        step *= 0.9;
      }
    }
    return best;
  }
}
