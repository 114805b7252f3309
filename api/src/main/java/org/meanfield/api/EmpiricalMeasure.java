package org.meanfield.api;

import java.util.Arrays;
import java.util.Objects;

/// A probability measure on T^d carried by `n` weighted particles, μ = Σᵢ wᵢ δ(θᵢ) with wᵢ ≥ 0 and
/// Σᵢ wᵢ = 1.
///
/// Points are coordinate-major: coordinate `k` of particle `i` is number `k·n + i`, in radians,
/// lifted. Duplicates and zero weights are fine. Immutable.
public final class EmpiricalMeasure {
  private final int size;
  private final int dimension;
  private final double[] points;
  private final double[] weights;
  private final boolean uniform;

  private EmpiricalMeasure(
      int size, int dimension, double[] points, double[] weights, boolean uniform) {
    if (size < 1) {
      throw new IllegalArgumentException("a measure needs at least one point, got none");
    }
    for (int at = 0; at < points.length; at++) {
      if (!Double.isFinite(points[at])) {
        throw new IllegalArgumentException(
            "point %d has coordinate %d = %s; coordinates must be finite"
                .formatted(at % size, at / size, points[at]));
      }
    }
    this.size = size;
    this.dimension = dimension;
    this.points = points;
    this.weights = weights;
    this.uniform = uniform;
  }

  /// {@return the empirical measure with weight 1/n at each particle}
  ///
  /// @param particles n ≥ 1 finite points, copied
  public static EmpiricalMeasure uniform(Particles particles) {
    double[] weights = new double[particles.count()];
    Arrays.fill(weights, 1.0 / particles.count());
    return new EmpiricalMeasure(
        particles.count(), particles.dimension(), particles.toArray(), weights, true);
  }

  /// {@return the measure with the given weights, divided by their sum}
  ///
  /// @param particles n ≥ 1 finite points, copied
  /// @param weights n finite numbers ≥ 0, not all zero, copied
  public static EmpiricalMeasure weighted(Particles particles, double[] weights) {
    if (weights.length != particles.count()) {
      throw new IllegalArgumentException(
          "%d points need as many weights, got %d".formatted(particles.count(), weights.length));
    }
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
        throw new IllegalArgumentException(
            "weight %d is %s; weights must be finite and ≥ 0".formatted(i, weights[i]));
      }
      largest = Math.max(largest, weights[i]);
    }
    if (largest == 0) {
      throw new IllegalArgumentException("weights sum to 0.0; the sum must be > 0");
    }
    // A power of two changes no digit and keeps sums of weights such as 1e308 or 1e-320 in range.
    int shift = -Math.getExponent(largest);
    double[] scaled = Arrays.stream(weights).map(w -> Math.scalb(w, shift)).toArray();
    double total = 0;
    for (double weight : scaled) {
      total += weight;
    }
    double sum = total;
    return new EmpiricalMeasure(
        particles.count(),
        particles.dimension(),
        particles.toArray(),
        Arrays.stream(scaled).map(w -> w / sum).toArray(),
        Arrays.stream(weights).allMatch(w -> w == weights[0]));
  }

  /// {@return the number of points n}
  public int size() {
    return size;
  }

  /// {@return the number of coordinates d}
  public int dimension() {
    return dimension;
  }

  /// {@return whether all weights are the same}
  public boolean isUniform() {
    return uniform;
  }

  /// {@return coordinate `k` of point `i`}
  ///
  /// @param i 0 ≤ i < n
  /// @param k 0 ≤ k < d
  public double coordinate(int i, int k) {
    Objects.checkIndex(i, size);
    Objects.checkIndex(k, dimension);
    return points[k * size + i];
  }

  /// {@return the weight of point `i`}
  ///
  /// @param i 0 ≤ i < n
  public double weight(int i) {
    return weights[i];
  }

  /// {@return a copy of the points, coordinate-major, n·d numbers}
  public double[] points() {
    return points.clone();
  }

  /// {@return a copy of the n weights}
  public double[] weights() {
    return weights.clone();
  }
}
