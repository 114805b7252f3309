package org.meanfield.api;

import java.util.Arrays;

/// A flat torus R/p₀Z × ⋯ × R/p_{d−1}Z; an infinite period makes that coordinate a line.
///
/// Angles are lifted (any real) unless a method says *wrapped*.
public final class Torus {
  /// The period of the standard torus, 2π.
  public static final double TURN = 2 * Math.PI;

  private final double[] periods;

  private Torus(double[] periods) {
    this.periods = periods;
  }

  /// {@return the torus T^d = (R/2πZ)^d of the paper}
  ///
  /// @param dimension d ≥ 1
  public static Torus standard(int dimension) {
    return uniform(dimension, TURN);
  }

  /// {@return R^d: the torus with infinite periods}
  ///
  /// @param dimension d ≥ 1
  public static Torus euclidean(int dimension) {
    return uniform(dimension, Double.POSITIVE_INFINITY);
  }

  /// {@return a torus with one period per coordinate}
  ///
  /// @param periods positive, possibly infinite; copied
  public static Torus withPeriods(double... periods) {
    if (periods.length == 0) {
      throw new IllegalArgumentException("a torus needs at least one coordinate, got no periods");
    }
    for (int k = 0; k < periods.length; k++) {
      if (!(periods[k] > 0)) {
        throw new IllegalArgumentException(
            "period %d must be > 0, got %s".formatted(k, periods[k]));
      }
    }
    return new Torus(periods.clone());
  }

  private static Torus uniform(int dimension, double period) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1, got " + dimension);
    }
    double[] periods = new double[dimension];
    Arrays.fill(periods, period);
    return new Torus(periods);
  }

  /// {@return the number of coordinates d}
  public int dimension() {
    return periods.length;
  }

  /// {@return the period of coordinate `k`, possibly infinite}
  ///
  /// @param k 0 ≤ k < d
  public double period(int k) {
    return periods[k];
  }

  /// {@return the shortest signed way from `b` to `a` along coordinate `k`, in [−p/2, p/2]}
  ///
  /// @param k 0 ≤ k < d
  /// @param a end
  /// @param b beginning
  public double difference(int k, double a, double b) {
    double delta = a - b;
    return Double.isInfinite(periods[k]) ? delta : Math.IEEEremainder(delta, periods[k]);
  }

  /// {@return `a` wrapped into [0, p); unchanged where the period is infinite}
  ///
  /// @param k 0 ≤ k < d
  /// @param a any real
  public double wrap(int k, double a) {
    double period = periods[k];
    if (Double.isInfinite(period)) {
      return a;
    }
    double wrapped = a - period * Math.floor(a / period);
    return wrapped < period ? Math.max(wrapped, 0) : 0;
  }

  /// {@return the distance of two points}
  ///
  /// @param metric ℓ1 or ℓ2
  /// @param x d coordinates
  /// @param y d coordinates
  public double distance(Metric metric, double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      double delta = difference(k, x[k], y[k]);
      sum += metric == Metric.L1 ? Math.abs(delta) : delta * delta;
    }
    return metric == Metric.L1 ? sum : Math.sqrt(sum);
  }

  /// {@return the largest distance of two points; infinite with an infinite period}
  ///
  /// @param metric ℓ1 gives Σ p_k/2 (πd on the standard torus), ℓ2 its root of squares
  public double diameter(Metric metric) {
    double[] half = Arrays.stream(periods).map(p -> p / 2).toArray();
    return metric == Metric.L1
        ? Arrays.stream(half).sum()
        : Math.sqrt(Arrays.stream(half).map(h -> h * h).sum());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Torus torus && Arrays.equals(periods, torus.periods);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(periods);
  }

  @Override
  public String toString() {
    return "Torus" + Arrays.toString(periods);
  }
}
