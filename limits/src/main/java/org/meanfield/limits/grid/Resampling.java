package org.meanfield.limits.grid;

import java.util.function.IntToDoubleFunction;

/// Interpolation from a periodic grid of N points per axis to one of G, axis by axis. Immutable.
public final class Resampling {
  private final int from;
  private final int to;
  private final int width;
  private final int[] first;
  private final double[] weights;

  private Resampling(int from, int to, int width) {
    this.from = from;
    this.to = to;
    this.width = width;
    this.first = new int[to];
    this.weights = new double[to * width];
  }

  /// {@return interpolation by the polynomial through the nearest points}
  ///
  /// @param from N ≥ width
  /// @param to G
  /// @param width an even number of points: the error is O(h^width)
  public static Resampling lagrange(int from, int to, int width) {
    Resampling resampling = new Resampling(from, to, width);
    for (int g = 0; g < to; g++) {
      long cell = (long) g * from / to;
      double s = (double) ((long) g * from % to) / to + (width / 2 - 1);
      resampling.first[g] = (int) cell - (width / 2 - 1);
      resampling.row(
          g,
          i -> {
            double weight = 1;
            for (int other = 0; other < width; other++) {
              weight *= other == i ? 1 : (s - other) / (i - other);
            }
            return weight;
          });
    }
    return resampling;
  }

  /// {@return interpolation of trigonometric polynomials of degree below N/2, exactly}
  ///
  /// @param from N, even
  /// @param to G
  public static Resampling trigonometric(int from, int to) {
    Resampling resampling = new Resampling(from, to, from);
    for (int g = 0; g < to; g++) {
      int place = g;
      resampling.row(
          g,
          i -> {
            // sin(Nx/2) / (N tan(x/2)) with x = 2πg/G − 2πi/N; sin(Nx/2) = (−1)^i sin(πNg/G).
            long turns = Math.floorMod((long) place * from - (long) i * to, (long) from * to);
            double half = Math.PI * turns / ((double) from * to);
            return turns == 0 ? 1 : Math.sin(from * half) / (from * Math.tan(half));
          });
    }
    return resampling;
  }

  private void row(int g, IntToDoubleFunction weight) {
    for (int i = 0; i < width; i++) {
      weights[g * width + i] = weight.applyAsDouble(i);
    }
  }

  /// {@return the values at the G^d points}
  ///
  /// @param values N^d numbers, the last coordinate fastest; not modified
  /// @param dimension d
  double[] of(double[] values, int dimension) {
    double[] now = values;
    for (int axis = 0; axis < dimension; axis++) {
      // G^axis · N^{d−axis} numbers become G^{axis+1} · N^{d−axis−1}.
      int inner = (int) Math.round(Math.pow(from, dimension - 1 - axis));
      int outer = now.length / inner / from;
      double[] next = new double[Math.multiplyExact(outer * inner, to)];
      for (int o = 0; o < outer; o++) {
        for (int g = 0; g < to; g++) {
          int target = (o * to + g) * inner;
          for (int w = 0; w < width; w++) {
            double weight = weights[g * width + w];
            int source = (o * from + Math.floorMod(first[g] + w, from)) * inner;
            for (int i = 0; i < inner; i++) {
              next[target + i] += weight * now[source + i];
            }
          }
        }
      }
      now = next;
    }
    return now;
  }
}
