package org.meanfield.kernels.transport;

import java.util.Arrays;

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
      float[] room,
      int[] numbers) {
    int length = to - from;
    Arrays.fill(room, 0, length, 0);
    // What loops read is copied to the same places as they write to: only then are they made SIMD.
    float[] there = new float[length];
    for (int k = 0; k < halves.length; k++) {
      System.arraycopy(y, k * m + from, there, 0, length);
      if (ground.sumsSquares()) {
        addSquares(x[k * n + i], there, halves[k], room);
      } else {
        addWays(x[k * n + i], there, halves[k], room);
      }
    }
    if (ground == Ground.L1_SQUARED) {
      for (int j = 0; j < length; j++) {
        room[j] *= room[j];
      }
    } else if (ground == Ground.L2) {
      root(room, length);
    }
    int count = 0;
    for (int j = 0; j < length; j++) {
      if (room[j] - v[from + j] < limit) {
        numbers[count++] = from + j;
      }
    }
    return count;
  }

  private static void addWays(float here, float[] there, float half, float[] sums) {
    for (int j = 0; j < there.length; j++) {
      sums[j] += half - Math.abs(Math.abs(here - there[j]) - half);
    }
  }

  private static void addSquares(float here, float[] there, float half, float[] sums) {
    for (int j = 0; j < there.length; j++) {
      float way = half - Math.abs(Math.abs(here - there[j]) - half);
      sums[j] += way * way;
    }
  }

  /// Takes the roots of the first numbers.
  static void root(float[] sums, int count) {
    for (int j = 0; j < count; j++) {
      sums[j] = (float) Math.sqrt(sums[j]);
    }
  }
}
