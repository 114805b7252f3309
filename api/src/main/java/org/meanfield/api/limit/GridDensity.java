package org.meanfield.api.limit;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;

/// A probability density on the grid 2πg/G, g ∈ {0 … G−1}^d. Immutable.
public final class GridDensity {
  private final int dimension;
  private final int pointsPerAxis;
  private final double[] values;

  /// @param dimension d ≥ 1
  /// @param pointsPerAxis G ≥ 2
  /// @param values G^d densities, the last coordinate fastest, copied
  public GridDensity(int dimension, int pointsPerAxis, double[] values) {
    if (values.length != Math.round(Math.pow(pointsPerAxis, dimension))) {
      throw new IllegalArgumentException(
          "a grid of %d points on each of %d axes does not fit %d values"
              .formatted(pointsPerAxis, dimension, values.length));
    }
    this.dimension = dimension;
    this.pointsPerAxis = pointsPerAxis;
    this.values = values.clone();
  }

  /// {@return d}
  public int dimension() {
    return dimension;
  }

  /// {@return G}
  public int pointsPerAxis() {
    return pointsPerAxis;
  }

  /// {@return the number of grid points G^d}
  public int size() {
    return values.length;
  }

  /// {@return the density at a grid point, per radian^d}
  ///
  /// @param index the flat index, the last coordinate fastest
  public double value(int index) {
    return values[index];
  }

  /// {@return coordinate `k` of a grid point, in [0, 2π)}
  ///
  /// @param index the flat index, the last coordinate fastest
  /// @param k 0 ≤ k < d
  public double coordinate(int index, int k) {
    int rest = index;
    for (int axis = dimension - 1; axis > k; axis--) {
      rest /= pointsPerAxis;
    }
    return 2 * Math.PI * (rest % pointsPerAxis) / pointsPerAxis;
  }

  /// {@return the density as weighted atoms on the grid points; its mass is made one}
  ///
  /// Stands for the density that is constant on each cell, the cube of side 2π/G about a grid
  /// point: W_p of the two is at most [#cellRadius], so that of a cloud to the density and to the
  /// atoms differ by no more.
  ///
  /// @throws IllegalArgumentException if a value is negative or not finite, or all are zero
  public EmpiricalMeasure atoms() {
    Particles points = new Particles(values.length, dimension);
    for (int index = 0; index < values.length; index++) {
      for (int k = 0; k < dimension; k++) {
        points.set(index, k, coordinate(index, k));
      }
    }
    return EmpiricalMeasure.weighted(points, values);
  }

  /// {@return the largest distance from a grid point within its cell: πd/G in ℓ1, π√d/G in ℓ2}
  ///
  /// @param metric ℓ1 or ℓ2
  public double cellRadius(Metric metric) {
    return Math.PI / pointsPerAxis * (metric == Metric.L1 ? dimension : Math.sqrt(dimension));
  }

  /// {@return the mass Σ values · (2π/G)^d, which is 1 up to the method's error}
  public double mass() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum * Math.pow(2 * Math.PI / pointsPerAxis, dimension);
  }
}
