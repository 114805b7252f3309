package org.meanfield.limits.semilagrangian;

import java.util.Arrays;
import org.meanfield.limits.grid.TorusGrid;

/// Masses anywhere on the torus shared out among the points of a grid by cardinal cubic splines:
/// first by the B-spline S, then by the inverse of its values at integers. Both sum to 1 over the
/// grid, and together they reproduce cubics.
///
/// **Reference.** M. Unser, A. Aldroubi, M. Eden, *B-spline signal processing: part II*, IEEE
/// Trans. Signal Process. 41, 834–848 (1993), for the recursive filter.
///
/// @param grid the grid, N ≥ 4
record CubicSplines(TorusGrid grid) {
  /// The root inside the unit circle of z² + 4z + 1.
  private static final double POLE = Math.sqrt(3) - 2;

  /// Solves (w_{i−1} + 4 w_i + w_{i+1})/6 = v_i along each axis in place, by a recursion forward
  /// and one back.
  ///
  /// @param values N^d numbers v, overwritten by w
  void invert(double[] values) {
    int n = grid.perAxis();
    for (int axis = 0; axis < grid.dimension(); axis++) {
      int stride = grid.stride(axis);
      for (int l = 0; l < grid.size() / n; l++) {
        line(values, grid.lineStart(axis, l), stride, n);
      }
    }
  }

  private static void line(double[] values, int start, int stride, int n) {
    double round = 1 - Math.pow(POLE, n);
    double first = 0;
    // Σ_k z^k p_{−k} over all k ≥ 0, by periodicity.
    for (int k = n - 1; k >= 0; k--) {
      first = first * POLE + values[start + (k == 0 ? 0 : n - k) * stride];
    }
    values[start] = first / round;
    for (int i = 1; i < n; i++) {
      values[start + i * stride] += POLE * values[start + (i - 1) * stride];
    }
    double last = 0;
    for (int k = n - 1; k >= 0; k--) {
      last = last * POLE + values[start + (k == 0 ? n - 1 : k - 1) * stride];
    }
    // The filter is 6 / ((1 − z x)(1 − z/x)) · (−z).
    double gain = -6 * POLE;
    values[start + (n - 1) * stride] = gain * last / round;
    for (int i = n - 2; i >= 0; i--) {
      values[start + i * stride] =
          POLE * values[start + (i + 1) * stride] + gain * values[start + i * stride];
    }
  }

  /// Shares masses out among the grid's points; their sum stays to rounding.
  ///
  /// @param weights the masses
  /// @param cloud where they are, coordinate-major, lifted; d ≤ 2
  /// @param out receives N^d numbers
  void share(double[] weights, double[] cloud, double[] out) {
    Arrays.fill(out, 0);
    int d = grid.dimension();
    int points = weights.length;
    double[][] factor = new double[d][4];
    int[][] index = new int[d][4];
    for (int i = 0; i < points; i++) {
      for (int k = 0; k < d; k++) {
        double x = cloud[k * points + i] / grid.width();
        double cell = Math.floor(x);
        pieces(x - cell, factor[k]);
        for (int p = 0; p < 4; p++) {
          index[k][p] = Math.floorMod((long) cell - 1 + p, grid.perAxis()) * grid.stride(k);
        }
      }
      if (d == 1) {
        for (int p = 0; p < 4; p++) {
          out[index[0][p]] += weights[i] * factor[0][p];
        }
      } else {
        for (int p = 0; p < 4; p++) {
          for (int q = 0; q < 4; q++) {
            out[index[0][p] + index[1][q]] += weights[i] * factor[0][p] * factor[1][q];
          }
        }
      }
    }
    invert(out);
  }

  /// Computes S at the four grid points around a place s ∈ [0, 1) of a cell.
  private static void pieces(double s, double[] out) {
    double r = 1 - s;
    out[0] = r * r * r / 6;
    out[1] = (4 - 6 * s * s + 3 * s * s * s) / 6;
    out[2] = (4 - 6 * r * r + 3 * r * r * r) / 6;
    out[3] = s * s * s / 6;
  }
}
