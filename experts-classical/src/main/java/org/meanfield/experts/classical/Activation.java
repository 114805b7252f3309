package org.meanfield.experts.classical;

/// A bounded activation σ: R → [−1, 1] with |σ′| ≤ 1.
enum Activation {
  /// The hyperbolic tangent; σ′ = 1 − σ², |σ″| ≤ 4/(3√3).
  TANH(4 / (3 * Math.sqrt(3))) {
    @Override
    double value(double u) {
      return Math.tanh(u);
    }

    @Override
    double slope(double u) {
      double value = Math.tanh(u);
      return 1 - value * value;
    }
  },
  /// The sine; σ′ = cos, |σ″| ≤ 1.
  SINE(1) {
    @Override
    double value(double u) {
      return Math.sin(u);
    }

    @Override
    double slope(double u) {
      return Math.cos(u);
    }
  };

  private final double curvature;

  Activation(double curvature) {
    this.curvature = curvature;
  }

  /// {@return σ(u)}
  abstract double value(double u);

  /// {@return σ′(u)}
  abstract double slope(double u);

  /// {@return sup|σ″|}
  double curvature() {
    return curvature;
  }
}
