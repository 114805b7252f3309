package org.meanfield.core.audit;

import java.util.random.RandomGenerator;

/// Looks for jumps of the gradient: on a random segment, always the half over which ∇f changes
/// more. Where ∇f is continuous the change goes to zero with the length; a jump stays.
final class Kink {
  /// Half of the length this often: 10⁻⁹.
  private static final int HALVINGS = 30;

  /// Below this a change of ∇f over 10⁻⁹ is curvature or rounding.
  static final double NONE = 1e-5;

  private final Probe probe;

  Kink(Probe probe) {
    this.probe = probe;
  }

  /// {@return the largest change of a component of ∇f over the last piece}
  Found sharpest(int input, RandomGenerator random) {
    double[] from = random.doubles(probe.parameters(), -Math.PI, Math.PI).toArray();
    double[] to = from.clone();
    double norm = Math.sqrt(to.length);
    for (int k = 0; k < to.length; k++) {
      to[k] += random.nextGaussian() / norm;
    }
    double[] first = probe.gradient(from, input);
    double[] last = probe.gradient(to, input);
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] middle = new double[from.length];
      for (int k = 0; k < middle.length; k++) {
        middle[k] = from[k] + (to[k] - from[k]) / 2;
      }
      double[] between = probe.gradient(middle, input);
      if (change(first, between) >= change(between, last)) {
        to = middle;
        last = between;
      } else {
        from = middle;
        first = between;
      }
    }
    return new Found(change(first, last), from, input);
  }

  private static double change(double[] a, double[] b) {
    double most = 0;
    for (int k = 0; k < a.length; k++) {
      most = Math.max(most, Math.abs(a[k] - b[k]));
    }
    return most;
  }
}
