package org.meanfield.kernels.transport;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: four vectors of neighbouring points at a time, whose sums stay in
/// registers while the coordinates go by.
///
/// The compiler keeps vectors as objects where branches of one method choose between them, and
/// where a method grows too large by what is called in it. So ways and squares have loops of their
/// own, in methods with all there is to a sum, too long to become part of another (325 bytes of
/// code).
final class VectorCosts implements CostLanes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  private static final VectorSpecies<Float> SINGLE = FloatVector.SPECIES_PREFERRED;
  private static final int SINGLES = SINGLE.length();

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
    if (ground.sumsSquares()) {
      squares(periods, x, n, i, y, m, from, to, out, at);
    } else {
      ways(periods, x, n, i, y, m, from, to, out, at);
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
    int whole = to - (to - from) % (4 * WIDTH);
    for (int j = from; j < whole; j += 4 * WIDTH) {
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
    for (int j = whole; j < to; j++) {
      double sum = 0;
      for (int k = 0; k < periods.length; k++) {
        double way = Math.abs(x[k * n + i] - y[k * m + j]);
        double shortest = Math.min(way, periods[k] - way);
        sum += shortest;
      }
      out[at + j - from] = sum;
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
    int whole = to - (to - from) % (4 * WIDTH);
    for (int j = from; j < whole; j += 4 * WIDTH) {
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
    for (int j = whole; j < to; j++) {
      double sum = 0;
      for (int k = 0; k < periods.length; k++) {
        double way = Math.abs(x[k * n + i] - y[k * m + j]);
        double shortest = Math.min(way, periods[k] - way);
        sum += shortest * shortest;
      }
      out[at + j - from] = sum;
    }
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
    if (ground.sumsSquares()) {
      squares(halves, x, n, i, y, m, from, to, room);
    } else {
      ways(halves, x, n, i, y, m, from, to, room);
    }
    if (ground == Ground.L2) {
      PlainCosts.root(room, to - from);
    }
    return below(ground == Ground.L1_SQUARED, room, from, to, v, limit, numbers);
  }

  private static void ways(
      float[] halves, float[] x, int n, int i, float[] y, int m, int from, int to, float[] out) {
    int whole = to - (to - from) % (4 * SINGLES);
    for (int j = from; j < whole; j += 4 * SINGLES) {
      FloatVector s0 = FloatVector.zero(SINGLE);
      FloatVector s1 = FloatVector.zero(SINGLE);
      FloatVector s2 = FloatVector.zero(SINGLE);
      FloatVector s3 = FloatVector.zero(SINGLE);
      for (int k = 0; k < halves.length; k++) {
        FloatVector here = FloatVector.broadcast(SINGLE, x[k * n + i]);
        FloatVector half = FloatVector.broadcast(SINGLE, halves[k]);
        int base = k * m + j;
        s0 = s0.add(shortest(here, load(y, base), half));
        s1 = s1.add(shortest(here, load(y, base + SINGLES), half));
        s2 = s2.add(shortest(here, load(y, base + 2 * SINGLES), half));
        s3 = s3.add(shortest(here, load(y, base + 3 * SINGLES), half));
      }
      int o = j - from;
      s0.intoArray(out, o);
      s1.intoArray(out, o + SINGLES);
      s2.intoArray(out, o + 2 * SINGLES);
      s3.intoArray(out, o + 3 * SINGLES);
    }
    for (int j = whole; j < to; j++) {
      float sum = 0;
      for (int k = 0; k < halves.length; k++) {
        float way = halves[k] - Math.abs(Math.abs(x[k * n + i] - y[k * m + j]) - halves[k]);
        sum += way;
      }
      out[j - from] = sum;
    }
  }

  private static void squares(
      float[] halves, float[] x, int n, int i, float[] y, int m, int from, int to, float[] out) {
    int whole = to - (to - from) % (4 * SINGLES);
    for (int j = from; j < whole; j += 4 * SINGLES) {
      FloatVector s0 = FloatVector.zero(SINGLE);
      FloatVector s1 = FloatVector.zero(SINGLE);
      FloatVector s2 = FloatVector.zero(SINGLE);
      FloatVector s3 = FloatVector.zero(SINGLE);
      for (int k = 0; k < halves.length; k++) {
        FloatVector here = FloatVector.broadcast(SINGLE, x[k * n + i]);
        FloatVector half = FloatVector.broadcast(SINGLE, halves[k]);
        int base = k * m + j;
        FloatVector way0 = shortest(here, load(y, base), half);
        FloatVector way1 = shortest(here, load(y, base + SINGLES), half);
        FloatVector way2 = shortest(here, load(y, base + 2 * SINGLES), half);
        FloatVector way3 = shortest(here, load(y, base + 3 * SINGLES), half);
        s0 = s0.add(way0.mul(way0));
        s1 = s1.add(way1.mul(way1));
        s2 = s2.add(way2.mul(way2));
        s3 = s3.add(way3.mul(way3));
      }
      int o = j - from;
      s0.intoArray(out, o);
      s1.intoArray(out, o + SINGLES);
      s2.intoArray(out, o + 2 * SINGLES);
      s3.intoArray(out, o + 3 * SINGLES);
    }
    for (int j = whole; j < to; j++) {
      float sum = 0;
      for (int k = 0; k < halves.length; k++) {
        float way = halves[k] - Math.abs(Math.abs(x[k * n + i] - y[k * m + j]) - halves[k]);
        sum += way * way;
      }
      out[j - from] = sum;
    }
  }

  private static int below(
      boolean squared, float[] sums, int from, int to, float[] v, float limit, int[] numbers) {
    FloatVector most = FloatVector.broadcast(SINGLE, limit);
    FloatVector more = FloatVector.broadcast(SINGLE, squared ? 1 : 0);
    FloatVector rest = FloatVector.broadcast(SINGLE, squared ? 0 : 1);
    int whole = to - (to - from) % SINGLES;
    int count = 0;
    for (int j = from; j < whole; j += SINGLES) {
      FloatVector sum = load(sums, j - from);
      // Its square or itself, without an error beyond the product's.
      FloatVector cost = sum.mul(sum.mul(more).add(rest));
      long lanes = cost.sub(load(v, j)).compare(VectorOperators.LT, most).toLong();
      for (; lanes != 0; lanes &= lanes - 1) {
        numbers[count++] = j + Long.numberOfTrailingZeros(lanes);
      }
    }
    for (int j = whole; j < to; j++) {
      float sum = sums[j - from];
      if ((squared ? sum * sum : sum) - v[j] < limit) {
        numbers[count++] = j;
      }
    }
    return count;
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SINGLE, array, at);
  }

  private static FloatVector shortest(FloatVector here, FloatVector there, FloatVector half) {
    return half.sub(here.sub(there).abs().sub(half).abs());
  }
}
