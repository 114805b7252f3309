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
  public int below(
      Ground ground,
      float[] halves,
      float[] x,
      int n,
      int i,
      float[] y,
      int m,
      int from,
      int to,
      float[] v,
      float limit,
      int[] numbers) {
    int length = to - from;
    float[] sums = new float[length];
    // What loops read is copied to the same places as they write to: only then are they made SIMD.
    float[] there = new float[length];
    for (int k = 0; k < halves.length; k++) {
      System.arraycopy(y, k * m + from, there, 0, length);
      if (ground.sumsSquares()) {
        addSquares(x[k * n + i], there, halves[k], sums);
      } else {
        addWays(x[k * n + i], there, halves[k], sums);
      }
    }
    if (ground == Ground.L1_SQUARED) {
      for (int j = 0; j < length; j++) {
        sums[j] *= sums[j];
      }
    } else if (ground == Ground.L2) {
      for (int j = 0; j < length; j++) {
        sums[j] = (float) Math.sqrt(sums[j]);
      }
    }
    int count = 0;
    for (int j = 0; j < length; j++) {
      if (sums[j] - v[from + j] < limit) {
        numbers[count++] = from + j;
      }
    }
    return count;
  }

  private static void addWays(float here, float[] there, float half, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += half - Math.abs(Math.abs(here - there[j]) - half);
    }
  }

  private static void addSquares(float here, float[] there, float half, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      float way = half - Math.abs(Math.abs(here - there[j]) - half);
      sums[j] += way * way;
    }
  }

  /// {@return c(j) in single precision}
  static float single(
      Ground ground, float[] halves, float[] x, int n, int i, float[] y, int m, int j) {
    boolean squares = ground.sumsSquares();
    float sum = 0;
    for (int k = 0; k < halves.length; k++) {
      float half = halves[k];
      float way = half - Math.abs(Math.abs(x[k * n + i] - y[k * m + j]) - half);
      sum += squares ? way * way : way;
    }
    return switch (ground) {
      case L1, L2_SQUARED -> sum;
      case L1_SQUARED -> sum * sum;
      case L2 -> (float) Math.sqrt(sum);
    };
  }
}
