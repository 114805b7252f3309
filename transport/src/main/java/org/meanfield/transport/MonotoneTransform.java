package org.meanfield.transport;

import java.util.Arrays;

/// The c-transform u(x) = min_j h(x − y_j) − v_j on a line, h(t) = |t|^p convex, for sorted points.
///
/// Convexity of h makes the matrix h(xᵢ − y_j) − v_j totally monotone: the column of the leftmost
/// minimum moves to the right with i. The middle row's minimum therefore splits the search for the
/// rows before and after it; O((n + m) log n) instead of n·m.
///
/// **Reference.** A. Aggarwal, M. M. Klawe, S. Moran, P. Shor, R. Wilber, *Geometric applications
/// of a matrix-searching algorithm*, Algorithmica 2, 195–208 (1987).
final class MonotoneTransform {
  private final double[] x;
  private final double[] y;
  private final double[] v;
  private final int exponent;
  private final double[] u;

  private MonotoneTransform(double[] x, double[] y, double[] v, int exponent) {
    this.x = x;
    this.y = y;
    this.v = v;
    this.exponent = exponent;
    this.u = new double[x.length];
  }

  /// {@return u at each x}
  ///
  /// @param x increasing
  /// @param y increasing
  /// @param v one per y
  /// @param exponent p
  static double[] of(double[] x, double[] y, double[] v, int exponent) {
    MonotoneTransform transform = new MonotoneTransform(x, y, v, exponent);
    Arrays.fill(transform.u, Double.POSITIVE_INFINITY);
    transform.rows(0, x.length, 0, y.length - 1);
    return transform.u;
  }

  private void rows(int from, int to, int lowest, int highest) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    int best = lowest;
    double least = Double.POSITIVE_INFINITY;
    for (int j = lowest; j <= highest; j++) {
      double way = Math.abs(x[middle] - y[j]);
      double value = (exponent == 1 ? way : way * way) - v[j];
      if (value < least) {
        least = value;
        best = j;
      }
    }
    u[middle] = least;
    rows(from, middle, lowest, best);
    rows(middle + 1, to, best, highest);
  }
}
