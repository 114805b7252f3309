package org.meanfield.kernels.transport;

/// Plain loops that the compiler can turn into SIMD: the scalar twin of [VectorCosts].
final class PlainCosts implements CostLanes {
  @Override
  public void row(
      Ground ground,
      double[] periods,
      double[] x,
      int n,
      int i,
      double[] y,
      int m,
      int from,
      int to,
      double[] out,
      int at) {
    int shift = at - from;
    for (int j = from; j < to; j++) {
      out[shift + j] = 0;
    }
    for (int k = 0; k < periods.length; k++) {
      double here = x[k * n + i];
      double period = periods[k];
      int base = k * m;
      if (ground.sumsSquares()) {
        for (int j = from; j < to; j++) {
          double way = Math.abs(here - y[base + j]);
          double shortest = Math.min(way, period - way);
          out[shift + j] += shortest * shortest;
        }
      } else {
        for (int j = from; j < to; j++) {
          double way = Math.abs(here - y[base + j]);
          out[shift + j] += Math.min(way, period - way);
        }
      }
    }
    finish(ground, out, at, at + to - from);
  }

  /// Makes costs of sums.
  static void finish(Ground ground, double[] out, int from, int to) {
    if (ground == Ground.L1_SQUARED) {
      for (int at = from; at < to; at++) {
        out[at] *= out[at];
      }
    } else if (ground == Ground.L2) {
      for (int at = from; at < to; at++) {
        out[at] = Math.sqrt(out[at]);
      }
    }
  }

  @Override
  public double least(double[] costs, int at, double[] v, int from, int to) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = from; j < to; j++) {
      least = Math.min(least, costs[at + j - from] - v[j]);
    }
    return least;
  }

  @Override
  public double least(
      Ground ground,
      double[] periods,
      double[] x,
      int n,
      int i,
      double[] y,
      int m,
      int from,
      int to,
      double[] v) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = from; j < to; j++) {
      least = Math.min(least, cost(ground, periods, x, n, i, y, m, j) - v[j]);
    }
    return least;
  }

  @Override
  public int below(
      Ground ground,
      double[] periods,
      double[] x,
      int n,
      int i,
      double[] y,
      int m,
      int from,
      int to,
      double[] v,
      double bound,
      int[] numbers,
      double[] values,
      int count) {
    int more = count;
    for (int j = from; j < to; j++) {
      double value = cost(ground, periods, x, n, i, y, m, j) - v[j];
      if (value < bound) {
        numbers[more] = j;
        values[more] = value;
        more++;
      }
    }
    return more;
  }

  /// {@return c(j), in the order of operations of all kernels}
  static double cost(
      Ground ground, double[] periods, double[] x, int n, int i, double[] y, int m, int j) {
    boolean squares = ground.sumsSquares();
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      double way = Math.abs(x[k * n + i] - y[k * m + j]);
      double shortest = Math.min(way, periods[k] - way);
      sum += squares ? shortest * shortest : shortest;
    }
    return switch (ground) {
      case L1, L2_SQUARED -> sum;
      case L1_SQUARED -> sum * sum;
      case L2 -> Math.sqrt(sum);
    };
  }
}
