package org.meanfield.kernels.transport;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: four vectors of neighbouring points at a time, whose sums stay in
/// registers while the coordinates go by.
final class VectorCosts implements CostLanes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector shortest(DoubleVector here, DoubleVector there, DoubleVector period) {
    DoubleVector way = here.sub(there).abs();
    // Numbers ≥ 0 have the order of their bits, whose minimum is one instruction.
    return way.reinterpretAsLongs()
        .min(period.sub(way).reinterpretAsLongs())
        .reinterpretAsDoubles();
  }

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
    boolean squares = ground.sumsSquares();
    int whole = to - (to - from) % (4 * WIDTH);
    if (squares) {
      squares(periods, x, n, i, y, m, from, whole, out, at);
    } else {
      ways(periods, x, n, i, y, m, from, whole, out, at);
    }
    for (int j = whole; j < to; j++) {
      out[at + j - from] = sum(squares, periods, x, n, i, y, m, j);
    }
    PlainCosts.finish(ground, out, at, at + to - from);
  }

  private static void ways(
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
    for (int j = from; j < to; j += 4 * WIDTH) {
      DoubleVector s0 = DoubleVector.zero(SPECIES);
      DoubleVector s1 = DoubleVector.zero(SPECIES);
      DoubleVector s2 = DoubleVector.zero(SPECIES);
      DoubleVector s3 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < periods.length; k++) {
        DoubleVector here = DoubleVector.broadcast(SPECIES, x[k * n + i]);
        DoubleVector period = DoubleVector.broadcast(SPECIES, periods[k]);
        int base = k * m + j;
        s0 = s0.add(shortest(here, load(y, base), period));
        s1 = s1.add(shortest(here, load(y, base + WIDTH), period));
        s2 = s2.add(shortest(here, load(y, base + 2 * WIDTH), period));
        s3 = s3.add(shortest(here, load(y, base + 3 * WIDTH), period));
      }
      int o = at + j - from;
      s0.intoArray(out, o);
      s1.intoArray(out, o + WIDTH);
      s2.intoArray(out, o + 2 * WIDTH);
      s3.intoArray(out, o + 3 * WIDTH);
    }
  }

  private static void squares(
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
    for (int j = from; j < to; j += 4 * WIDTH) {
      DoubleVector s0 = DoubleVector.zero(SPECIES);
      DoubleVector s1 = DoubleVector.zero(SPECIES);
      DoubleVector s2 = DoubleVector.zero(SPECIES);
      DoubleVector s3 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < periods.length; k++) {
        DoubleVector here = DoubleVector.broadcast(SPECIES, x[k * n + i]);
        DoubleVector period = DoubleVector.broadcast(SPECIES, periods[k]);
        int base = k * m + j;
        DoubleVector way0 = shortest(here, load(y, base), period);
        DoubleVector way1 = shortest(here, load(y, base + WIDTH), period);
        DoubleVector way2 = shortest(here, load(y, base + 2 * WIDTH), period);
        DoubleVector way3 = shortest(here, load(y, base + 3 * WIDTH), period);
        s0 = s0.add(way0.mul(way0));
        s1 = s1.add(way1.mul(way1));
        s2 = s2.add(way2.mul(way2));
        s3 = s3.add(way3.mul(way3));
      }
      int o = at + j - from;
      s0.intoArray(out, o);
      s1.intoArray(out, o + WIDTH);
      s2.intoArray(out, o + 2 * WIDTH);
      s3.intoArray(out, o + 3 * WIDTH);
    }
  }

  private static double sum(
      boolean squares, double[] periods, double[] x, int n, int i, double[] y, int m, int j) {
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      double way = Math.abs(x[k * n + i] - y[k * m + j]);
      double shortest = Math.min(way, periods[k] - way);
      sum += squares ? shortest * shortest : shortest;
    }
    return sum;
  }

  @Override
  public double least(double[] costs, int at, double[] v, int from, int to) {
    int whole = to - (to - from) % WIDTH;
    DoubleVector lowest = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
    for (int j = from; j < whole; j += WIDTH) {
      DoubleVector value = load(costs, at + j - from).sub(load(v, j));
      lowest = lowest.blend(value, value.compare(VectorOperators.LT, lowest));
    }
    double least = lowest.reduceLanes(VectorOperators.MIN);
    for (int j = whole; j < to; j++) {
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
    boolean squares = ground.sumsSquares();
    int whole = to - (to - from) % (4 * WIDTH);
    DoubleVector low = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
    DoubleVector other = low;
    for (int j = from; j < whole; j += 4 * WIDTH) {
      DoubleVector s0 = DoubleVector.zero(SPECIES);
      DoubleVector s1 = DoubleVector.zero(SPECIES);
      DoubleVector s2 = DoubleVector.zero(SPECIES);
      DoubleVector s3 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < periods.length; k++) {
        DoubleVector here = DoubleVector.broadcast(SPECIES, x[k * n + i]);
        DoubleVector period = DoubleVector.broadcast(SPECIES, periods[k]);
        int base = k * m + j;
        s0 = s0.add(term(squares, here, load(y, base), period));
        s1 = s1.add(term(squares, here, load(y, base + WIDTH), period));
        s2 = s2.add(term(squares, here, load(y, base + 2 * WIDTH), period));
        s3 = s3.add(term(squares, here, load(y, base + 3 * WIDTH), period));
      }
      s0 = finished(ground, s0).sub(load(v, j));
      s1 = finished(ground, s1).sub(load(v, j + WIDTH));
      s2 = finished(ground, s2).sub(load(v, j + 2 * WIDTH));
      s3 = finished(ground, s3).sub(load(v, j + 3 * WIDTH));
      low = low.blend(s0, s0.compare(VectorOperators.LT, low));
      other = other.blend(s1, s1.compare(VectorOperators.LT, other));
      low = low.blend(s2, s2.compare(VectorOperators.LT, low));
      other = other.blend(s3, s3.compare(VectorOperators.LT, other));
    }
    double least =
        Math.min(low.reduceLanes(VectorOperators.MIN), other.reduceLanes(VectorOperators.MIN));
    for (int j = whole; j < to; j++) {
      least = Math.min(least, PlainCosts.cost(ground, periods, x, n, i, y, m, j) - v[j]);
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
    boolean squares = ground.sumsSquares();
    int whole = to - (to - from) % (4 * WIDTH);
    int more = count;
    for (int j = from; j < whole; j += 4 * WIDTH) {
      DoubleVector s0 = DoubleVector.zero(SPECIES);
      DoubleVector s1 = DoubleVector.zero(SPECIES);
      DoubleVector s2 = DoubleVector.zero(SPECIES);
      DoubleVector s3 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < periods.length; k++) {
        DoubleVector here = DoubleVector.broadcast(SPECIES, x[k * n + i]);
        DoubleVector period = DoubleVector.broadcast(SPECIES, periods[k]);
        int base = k * m + j;
        s0 = s0.add(term(squares, here, load(y, base), period));
        s1 = s1.add(term(squares, here, load(y, base + WIDTH), period));
        s2 = s2.add(term(squares, here, load(y, base + 2 * WIDTH), period));
        s3 = s3.add(term(squares, here, load(y, base + 3 * WIDTH), period));
      }
      s0 = finished(ground, s0).sub(load(v, j));
      s1 = finished(ground, s1).sub(load(v, j + WIDTH));
      s2 = finished(ground, s2).sub(load(v, j + 2 * WIDTH));
      s3 = finished(ground, s3).sub(load(v, j + 3 * WIDTH));
      long lanes =
          s0.compare(VectorOperators.LT, bound).toLong()
              | (s1.compare(VectorOperators.LT, bound).toLong() << WIDTH)
              | (s2.compare(VectorOperators.LT, bound).toLong() << (2 * WIDTH))
              | (s3.compare(VectorOperators.LT, bound).toLong() << (3 * WIDTH));
      if (lanes != 0) {
        // Hits move to the front of what was just stored, so no value is overwritten too early.
        s0.intoArray(values, more);
        s1.intoArray(values, more + WIDTH);
        s2.intoArray(values, more + 2 * WIDTH);
        s3.intoArray(values, more + 3 * WIDTH);
        int base = more;
        for (; lanes != 0; lanes &= lanes - 1) {
          int lane = Long.numberOfTrailingZeros(lanes);
          numbers[more] = j + lane;
          values[more] = values[base + lane];
          more++;
        }
      }
    }
    for (int j = whole; j < to; j++) {
      double value = PlainCosts.cost(ground, periods, x, n, i, y, m, j) - v[j];
      if (value < bound) {
        numbers[more] = j;
        values[more] = value;
        more++;
      }
    }
    return more;
  }

  private static DoubleVector term(
      boolean squares, DoubleVector here, DoubleVector there, DoubleVector period) {
    DoubleVector way = shortest(here, there, period);
    return squares ? way.mul(way) : way;
  }

  private static DoubleVector finished(Ground ground, DoubleVector sum) {
    return switch (ground) {
      case L1, L2_SQUARED -> sum;
      case L1_SQUARED -> sum.mul(sum);
      case L2 -> sum.lanewise(VectorOperators.SQRT);
    };
  }
}
