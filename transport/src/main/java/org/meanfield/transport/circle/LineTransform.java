package org.meanfield.transport.circle;

import java.util.Arrays;

/// The c-transform u(x) = min_j h(x − y_j) − v_j on a line, h(t) = |t|^p, for sorted points: O(n +
/// m) instead of n·m, for any v.
///
/// For p = 2 it is the lower envelope of m parabolas of the same width, of which two cross once; a
/// stack keeps those that are lowest somewhere (Felzenszwalb, Huttenlocher). For p = 1 the best
/// cone on either side of x is the one with the least −y_j − v_j, or y_j − v_j, so far.
///
/// **Reference.** P. F. Felzenszwalb, D. P. Huttenlocher, *Distance transforms of sampled
/// functions*, Theory of Computing 8, 415–428 (2012), section 2.1.
final class LineTransform {
  private LineTransform() {}

  /// {@return u at each x}
  ///
  /// @param x increasing
  /// @param y increasing, at least one
  /// @param v one per y
  /// @param exponent p
  static double[] of(double[] x, double[] y, double[] v, int exponent) {
    double[] u = new double[x.length];
    if (exponent == 1) {
      cones(x, y, v, u);
    } else {
      parabolas(x, y, v, u);
    }
    return u;
  }

  private static void cones(double[] x, double[] y, double[] v, double[] u) {
    Arrays.fill(u, Double.POSITIVE_INFINITY);
    int best = 0;
    int next = 0;
    for (int i = 0; i < x.length; i++) {
      for (; next < y.length && y[next] <= x[i]; next++) {
        if (-y[next] - v[next] <= -y[best] - v[best]) {
          best = next;
        }
      }
      if (next > 0) {
        u[i] = Math.abs(x[i] - y[best]) - v[best];
      }
    }
    best = y.length - 1;
    next = y.length - 1;
    for (int i = x.length - 1; i >= 0; i--) {
      for (; next >= 0 && y[next] >= x[i]; next--) {
        if (y[next] - v[next] <= y[best] - v[best]) {
          best = next;
        }
      }
      if (next < y.length - 1) {
        u[i] = Math.min(u[i], Math.abs(x[i] - y[best]) - v[best]);
      }
    }
  }

  private static void parabolas(double[] x, double[] y, double[] v, double[] u) {
    int[] lowest = new int[y.length];
    double[] since = new double[y.length];
    int count = 0;
    for (int j = 0; j < y.length; j++) {
      double begin = Double.NEGATIVE_INFINITY;
      boolean needed = true;
      while (count > 0) {
        int earlier = lowest[count - 1];
        double way = y[j] - y[earlier];
        if (way == 0 && v[j] <= v[earlier]) {
          needed = false;
          break;
        }
        begin =
            way == 0
                ? Double.NEGATIVE_INFINITY
                : ((v[earlier] - v[j]) / way + (y[j] + y[earlier])) / 2;
        if (begin > since[count - 1]) {
          break;
        }
        count--;
      }
      if (needed) {
        lowest[count] = j;
        since[count] = count == 0 ? Double.NEGATIVE_INFINITY : begin;
        count++;
      }
    }
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      while (at + 1 < count && since[at + 1] <= x[i]) {
        at++;
      }
      // Crossings carry round-off, so the neighbours may be lower by some.
      double least = Double.POSITIVE_INFINITY;
      for (int k = Math.max(0, at - 1); k <= Math.min(count - 1, at + 1); k++) {
        double way = Math.abs(x[i] - y[lowest[k]]);
        least = Math.min(least, way * way - v[lowest[k]]);
      }
      u[i] = least;
    }
  }
}
