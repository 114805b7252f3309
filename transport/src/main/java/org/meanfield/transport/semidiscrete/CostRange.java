package org.meanfield.transport.semidiscrete;

import java.util.Arrays;
import org.meanfield.kernels.transport.Ground;

/// How the costs of two points compare on a box: the range of c(xᵢ, y) − c(x_b, y) over y in it,
/// and the variance of that difference under the box's law. Working storage of one thread.
///
/// With D_k = |Δ_k| the difference is Σ D²ᵢ − D²_b for ℓ2², Σ Dᵢ − D_b for ℓ1 and, as (Σ Dᵢ −
/// D_b)(Σ Dᵢ + D_b), for ℓ1². Along one axis all of these are linear but where y passes a point or
/// the opposite of one, so that ranges are exact, but for that of the product. Where it passes
/// none, the two factors depend on different axes: the signs of Dᵢ′ and D_b′ agree or do not.
final class CostRange {
  private final double[] points;
  private final int count;
  private final int dimension;
  private final Ground ground;
  private final double[] ends = new double[6];
  private double least;
  private double most;
  private double variance;

  /// @param points of the sources in [0, 2π), coordinate-major
  /// @param count how many
  /// @param ground ℓ1, ℓ1² or ℓ2²
  CostRange(double[] points, int count, Ground ground) {
    this.points = points;
    this.count = count;
    this.dimension = points.length / count;
    this.ground = ground;
  }

  /// {@return the least difference on the box}
  double least() {
    return least;
  }

  /// {@return the largest difference on the box}
  double most() {
    return most;
  }

  /// {@return a number that the variance of the difference does not exceed; NaN if none is known}
  double variance() {
    return variance;
  }

  /// Compares two points on a box.
  ///
  /// @param i a source
  /// @param b another
  /// @param box its sides
  void compare(int i, int b, Stretch[] box) {
    double differenceLeast = 0;
    double differenceMost = 0;
    double sumLeast = 0;
    double sumMost = 0;
    double differenceMean = 0;
    double sumMean = 0;
    double differenceVariance = 0;
    double sumVariance = 0;
    boolean bent = false;
    boolean squares = ground == Ground.L2_SQUARED;
    for (int k = 0; k < dimension; k++) {
      Stretch side = box[k];
      double xi = points[k * count + i];
      double xb = points[k * count + b];
      int many = ends(side, xi, xb);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double below = Double.POSITIVE_INFINITY;
      double above = Double.NEGATIVE_INFINITY;
      for (int at = 0; at < many; at++) {
        double one = Stretch.way(ends[at], xi);
        double other = Stretch.way(ends[at], xb);
        double difference = squares ? (one - other) * (one + other) : one - other;
        low = Math.min(low, difference);
        high = Math.max(high, difference);
        below = Math.min(below, one + other);
        above = Math.max(above, one + other);
      }
      differenceLeast += low;
      differenceMost += high;
      sumLeast += below;
      sumMost += above;
      double one = Stretch.way(side.mean(), xi);
      double other = Stretch.way(side.mean(), xb);
      differenceMean += one - other;
      sumMean += one + other;
      double width = side.high() - side.low();
      if (many == 2) {
        double share = side.variance() / (width * width);
        differenceVariance += (high - low) * (high - low) * share;
        sumVariance += (above - below) * (above - below) * share;
      } else {
        // The variance of what lies between two numbers (Popoviciu).
        differenceVariance += (high - low) * (high - low) / 4;
        bent = true;
      }
    }
    if (ground == Ground.L1_SQUARED) {
      product(differenceLeast, differenceMost, sumLeast, sumMost);
      variance =
          bent
              ? Double.NaN
              : differenceVariance * sumMean * sumMean
                  + sumVariance * differenceMean * differenceMean
                  + differenceVariance * sumVariance;
    } else {
      least = differenceLeast;
      most = differenceMost;
      variance = differenceVariance;
    }
  }

  /// {@return how many numbers `ends` has: the ends of a side and where a way bends in it}
  private int ends(Stretch side, double xi, double xb) {
    double width = side.high() - side.low();
    ends[0] = side.low();
    ends[1] = side.high();
    int many = 2;
    for (int at = 0; at < 4; at++) {
      double beyond = side.beyondLow((at < 2 ? xi : xb) + (at % 2 == 0 ? 0 : Math.PI));
      if (beyond > 0 && beyond < width) {
        ends[many++] = side.low() + beyond;
      }
    }
    return many;
  }

  private void product(double low, double high, double below, double above) {
    double[] corners = {low * below, low * above, high * below, high * above};
    least = Arrays.stream(corners).min().orElseThrow();
    most = Arrays.stream(corners).max().orElseThrow();
  }

  /// {@return the mean cost of a point over a box}
  ///
  /// @param i a source
  /// @param box its sides
  /// @param ways room for d numbers
  /// @param squares room for d numbers
  double mean(int i, Stretch[] box, double[] ways, double[] squares) {
    double way = 0;
    double square = 0;
    double own = 0;
    for (int k = 0; k < dimension; k++) {
      box[k].toPoint(points[k * count + i], k, ways, squares);
      way += ways[k];
      square += squares[k];
      own += ways[k] * ways[k];
    }
    return switch (ground) {
      case L1 -> way;
      case L2_SQUARED -> square;
      // E(Σ D_k)² = Σ E D_k² + Σ_{k≠l} E D_k E D_l
      case L1_SQUARED -> square + way * way - own;
      case L2 -> throw new IllegalArgumentException("the mean of an ℓ2 distance has no such form");
    };
  }

  /// {@return the cost of a point to the middle of a box}
  double toMiddle(int i, Stretch[] box) {
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      sum += along(Stretch.way(box[k].mean(), points[k * count + i]));
    }
    return ground == Ground.L1_SQUARED ? sum * sum : sum;
  }

  private double along(double way) {
    return ground == Ground.L2_SQUARED ? way * way : way;
  }
}
