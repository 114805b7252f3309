package org.meanfield.experts.classical;

import org.meanfield.api.Torus;

/// How a parameter θ gives a weight s w(θ), with |w′| ≤ 1.
enum Weights {
  /// w = sin θ: weights fill \[−s, s\], and the neuron is 2π-periodic in θ; |w″| ≤ 1.
  SINE("", Torus.TURN, 1, 120) {
    @Override
    double value(double theta) {
      return Math.sin(theta);
    }

    @Override
    double slope(double theta) {
      return Math.cos(theta);
    }
  },
  /// w = θ: a neuron as it stands in most books. It is not periodic, so the torus is not its space
  /// and assumption A1 does not hold; w″ = 0.
  PLAIN(" with plain weights", Double.POSITIVE_INFINITY, 0, 2) {
    @Override
    double value(double theta) {
      return theta;
    }

    @Override
    double slope(double theta) {
      return 1;
    }
  };

  private final String words;
  private final double period;
  private final double curvature;
  private final double operations;

  Weights(String words, double period, double curvature, double operations) {
    this.words = words;
    this.period = period;
    this.curvature = curvature;
    this.operations = operations;
  }

  /// {@return w(θ)}
  abstract double value(double theta);

  /// {@return w′(θ)}
  abstract double slope(double theta);

  /// {@return what the description of a neuron says of them}
  String words() {
    return words;
  }

  /// {@return their period, infinite if there is none}
  double period() {
    return period;
  }

  /// {@return sup|w″|}
  double curvature() {
    return curvature;
  }

  /// {@return operations of w and w′ together}
  double operations() {
    return operations;
  }
}
