package org.meanfield.limits.closedform;

import org.meanfield.api.limit.GridDensity;

/// A product of wrapped Cauchy laws on T^d, the image of the uniform law under the Möbius maps of
/// [FirstMoments]: density Π_k (1 − |z_k|²) / (2π |1 − z̄_k e^{iθ_k}|²).
///
/// Made from one state Re z, Im z, ψ. Immutable.
final class WrappedCauchy {
  /// The least 1 − |z|². It is known to about 1e-12, so the density still has six digits there.
  private static final double NARROWEST = 1e-6;

  private final int dimension;
  private final double[] state;

  /// @param state Re z, Im z, ψ, d numbers each, copied
  WrappedCauchy(double[] state) {
    this.dimension = state.length / 3;
    this.state = state.clone();
  }

  /// {@return d}
  int dimension() {
    return dimension;
  }

  /// {@return whether each coordinate is spread enough for its density to be known}
  boolean spread() {
    for (int k = 0; k < dimension; k++) {
      if (!(gap(k) >= NARROWEST)) {
        return false;
      }
    }
    return true;
  }

  /// {@return 1 − |z_k|²}
  private double gap(int k) {
    return 1 - state[k] * state[k] - state[dimension + k] * state[dimension + k];
  }

  /// Carries points of the start to where the flow has them: θ + ψ + 2 arg(1 + z e^{−i(θ+ψ)}),
  /// lifted.
  ///
  /// @param cloud coordinate-major, overwritten
  void push(double[] cloud) {
    int points = cloud.length / dimension;
    for (int k = 0; k < dimension; k++) {
      double a = state[k];
      double b = state[dimension + k];
      for (int i = k * points; i < (k + 1) * points; i++) {
        double turned = cloud[i] + state[2 * dimension + k];
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        cloud[i] = turned + 2 * Math.atan2(b * cos - a * sin, 1 + a * cos + b * sin);
      }
    }
  }

  /// {@return the density on a regular grid}
  ///
  /// @param pointsPerAxis G, with G^d within an array
  GridDensity density(int pointsPerAxis) {
    double[] product = {1};
    for (int k = 0; k < dimension; k++) {
      double[] longer = new double[Math.multiplyExact(product.length, pointsPerAxis)];
      for (int g = 0; g < pointsPerAxis; g++) {
        double angle = 2 * Math.PI * g / pointsPerAxis;
        double factor = density(k, angle);
        for (int i = 0; i < product.length; i++) {
          longer[i * pointsPerAxis + g] = product[i] * factor;
        }
      }
      product = longer;
    }
    return new GridDensity(dimension, pointsPerAxis, product);
  }

  private double density(int k, double angle) {
    double x = Math.cos(angle) - state[k];
    double y = Math.sin(angle) - state[dimension + k];
    // |1 − z̄ e^{iθ}| = |e^{iθ} − z|
    return gap(k) / (2 * Math.PI * (x * x + y * y));
  }
}
