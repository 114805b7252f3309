package org.meanfield.kernels.transport;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: four rows share what they load of the columns, and sums stay in
/// registers.
final class VectorGibbs implements GibbsLanes {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int FLOAT_WIDTH = FLOATS.length();
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();

  /// Columns whose costs stay in the first-level cache until they become powers.
  private static final int CHUNK = 8 * COLUMNS;

  private static final PlainGibbs PLAIN = new PlainGibbs();

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(FLOATS, array, at);
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(DOUBLES, array, at);
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }

  private static DoubleVector constant(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }

  @Override
  public void tile(
      Ground ground,
      float[] periods,
      float[] x,
      int n,
      int row,
      float[] y,
      int m,
      int from,
      int to,
      float[] phi,
      float[] gamma,
      float[] weights,
      float[] kernel,
      double[] sums) {
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      for (int s = 0; s < ROWS; s++) {
        if (ground.sumsSquares()) {
          squares(periods, x, n, row + s, y, m, start, end, kernel, s * m);
        } else {
          ways(periods, x, n, row + s, y, m, start, end, kernel, s * m);
        }
      }
      if (ground == Ground.L1_SQUARED) {
        square(kernel, m, start, end);
      } else if (ground == Ground.L2) {
        root(kernel, m, start, end);
      }
      for (int s = 0; s < ROWS; s++) {
        sums[s] += weigh(phi[row + s], s * m, start, end, gamma, weights, kernel);
      }
    }
  }

  // The loops of tiles are written out, without helpers: with more than 325 bytecodes the compiler
  // keeps them methods of their own. Inlined into the loop over rows they exceed its budget, and
  // what
  // is cut off then stores vectors on the heap: four times slower.

  private static void ways(
      float[] periods,
      float[] x,
      int n,
      int row,
      float[] y,
      int m,
      int from,
      int to,
      float[] out,
      int shift) {
    for (int j = from; j < to; j += 4 * FLOAT_WIDTH) {
      FloatVector s0 = FloatVector.zero(FLOATS);
      FloatVector s1 = FloatVector.zero(FLOATS);
      FloatVector s2 = FloatVector.zero(FLOATS);
      FloatVector s3 = FloatVector.zero(FLOATS);
      for (int k = 0; k < periods.length; k++) {
        FloatVector here = FloatVector.broadcast(FLOATS, x[k * n + row]);
        FloatVector period = FloatVector.broadcast(FLOATS, periods[k]);
        int base = k * m + j;
        FloatVector way0 = here.sub(FloatVector.fromArray(FLOATS, y, base)).abs();
        FloatVector way1 = here.sub(FloatVector.fromArray(FLOATS, y, base + FLOAT_WIDTH)).abs();
        FloatVector way2 = here.sub(FloatVector.fromArray(FLOATS, y, base + 2 * FLOAT_WIDTH)).abs();
        FloatVector way3 = here.sub(FloatVector.fromArray(FLOATS, y, base + 3 * FLOAT_WIDTH)).abs();
        FloatVector back0 = period.sub(way0);
        FloatVector back1 = period.sub(way1);
        FloatVector back2 = period.sub(way2);
        FloatVector back3 = period.sub(way3);
        way0 = way0.blend(back0, back0.compare(VectorOperators.LT, way0));
        way1 = way1.blend(back1, back1.compare(VectorOperators.LT, way1));
        way2 = way2.blend(back2, back2.compare(VectorOperators.LT, way2));
        way3 = way3.blend(back3, back3.compare(VectorOperators.LT, way3));
        s0 = s0.add(way0);
        s1 = s1.add(way1);
        s2 = s2.add(way2);
        s3 = s3.add(way3);
      }
      s0.intoArray(out, shift + j);
      s1.intoArray(out, shift + j + FLOAT_WIDTH);
      s2.intoArray(out, shift + j + 2 * FLOAT_WIDTH);
      s3.intoArray(out, shift + j + 3 * FLOAT_WIDTH);
    }
  }

  private static void squares(
      float[] periods,
      float[] x,
      int n,
      int row,
      float[] y,
      int m,
      int from,
      int to,
      float[] out,
      int shift) {
    for (int j = from; j < to; j += 4 * FLOAT_WIDTH) {
      FloatVector s0 = FloatVector.zero(FLOATS);
      FloatVector s1 = FloatVector.zero(FLOATS);
      FloatVector s2 = FloatVector.zero(FLOATS);
      FloatVector s3 = FloatVector.zero(FLOATS);
      for (int k = 0; k < periods.length; k++) {
        FloatVector here = FloatVector.broadcast(FLOATS, x[k * n + row]);
        FloatVector period = FloatVector.broadcast(FLOATS, periods[k]);
        int base = k * m + j;
        FloatVector way0 = here.sub(FloatVector.fromArray(FLOATS, y, base)).abs();
        FloatVector way1 = here.sub(FloatVector.fromArray(FLOATS, y, base + FLOAT_WIDTH)).abs();
        FloatVector way2 = here.sub(FloatVector.fromArray(FLOATS, y, base + 2 * FLOAT_WIDTH)).abs();
        FloatVector way3 = here.sub(FloatVector.fromArray(FLOATS, y, base + 3 * FLOAT_WIDTH)).abs();
        FloatVector back0 = period.sub(way0);
        FloatVector back1 = period.sub(way1);
        FloatVector back2 = period.sub(way2);
        FloatVector back3 = period.sub(way3);
        way0 = way0.blend(back0, back0.compare(VectorOperators.LT, way0));
        way1 = way1.blend(back1, back1.compare(VectorOperators.LT, way1));
        way2 = way2.blend(back2, back2.compare(VectorOperators.LT, way2));
        way3 = way3.blend(back3, back3.compare(VectorOperators.LT, way3));
        s0 = s0.add(way0.mul(way0));
        s1 = s1.add(way1.mul(way1));
        s2 = s2.add(way2.mul(way2));
        s3 = s3.add(way3.mul(way3));
      }
      s0.intoArray(out, shift + j);
      s1.intoArray(out, shift + j + FLOAT_WIDTH);
      s2.intoArray(out, shift + j + 2 * FLOAT_WIDTH);
      s3.intoArray(out, shift + j + 3 * FLOAT_WIDTH);
    }
  }

  private static void square(float[] sums, int m, int from, int to) {
    for (int s = 0; s < ROWS; s++) {
      for (int at = s * m + from; at < s * m + to; at++) {
        sums[at] *= sums[at];
      }
    }
  }

  private static void root(float[] sums, int m, int from, int to) {
    for (int s = 0; s < ROWS; s++) {
      for (int at = s * m + from; at < s * m + to; at++) {
        sums[at] = (float) Math.sqrt(sums[at]);
      }
    }
  }

  /// Makes powers of costs, and returns their weighted sum.
  private static double weigh(
      float here, int shift, int from, int to, float[] gamma, float[] weights, float[] kernel) {
    FloatVector least = FloatVector.broadcast(FLOATS, PlainGibbs.FLOAT_LEAST);
    FloatVector most = FloatVector.broadcast(FLOATS, PlainGibbs.FLOAT_MOST);
    FloatVector round = FloatVector.broadcast(FLOATS, PlainGibbs.FLOAT_ROUND);
    FloatVector c0 = FloatVector.broadcast(FLOATS, PlainGibbs.F0);
    FloatVector c1 = FloatVector.broadcast(FLOATS, PlainGibbs.F1);
    FloatVector c2 = FloatVector.broadcast(FLOATS, PlainGibbs.F2);
    FloatVector c3 = FloatVector.broadcast(FLOATS, PlainGibbs.F3);
    FloatVector c4 = FloatVector.broadcast(FLOATS, PlainGibbs.F4);
    FloatVector c5 = FloatVector.broadcast(FLOATS, PlainGibbs.F5);
    FloatVector phi = FloatVector.broadcast(FLOATS, here);
    FloatVector sum = FloatVector.zero(FLOATS);
    for (int j = from; j < to; j += FLOAT_WIDTH) {
      FloatVector x =
          FloatVector.fromArray(FLOATS, gamma, j)
              .add(phi)
              .sub(FloatVector.fromArray(FLOATS, kernel, shift + j));
      x = x.blend(least, x.compare(VectorOperators.LT, least));
      x = x.blend(most, x.compare(VectorOperators.GT, most));
      FloatVector shifted = x.add(round);
      FloatVector rest = x.sub(shifted.sub(round));
      FloatVector p = c5.fma(rest, c4).fma(rest, c3).fma(rest, c2).fma(rest, c1).fma(rest, c0);
      IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      FloatVector power = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
      power.intoArray(kernel, shift + j);
      sum = power.fma(FloatVector.fromArray(FLOATS, weights, j), sum);
    }
    return sum(sum.toArray());
  }

  // The order in which reduceLanes adds is the compiler's to choose, and changes while a program
  // runs; lanes added one by one give the same bits each time.

  private static float sum(float[] lanes) {
    float sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  private static double sum(double[] lanes) {
    double sum = 0;
    for (double lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  @Override
  public void sums(float[] kernel, int m, int from, int to, float[] weights, double[] sums) {
    // Chunks keep what is added in single precision short.
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      FloatVector t0 = FloatVector.zero(FLOATS);
      FloatVector t1 = FloatVector.zero(FLOATS);
      FloatVector t2 = FloatVector.zero(FLOATS);
      FloatVector t3 = FloatVector.zero(FLOATS);
      for (int j = start; j < end; j += FLOAT_WIDTH) {
        FloatVector b = load(weights, j);
        t0 = load(kernel, j).fma(b, t0);
        t1 = load(kernel, m + j).fma(b, t1);
        t2 = load(kernel, 2 * m + j).fma(b, t2);
        t3 = load(kernel, 3 * m + j).fma(b, t3);
      }
      sums[0] += sum(t0.toArray());
      sums[1] += sum(t1.toArray());
      sums[2] += sum(t2.toArray());
      sums[3] += sum(t3.toArray());
    }
  }

  @Override
  public void addRows(float[] kernel, int m, int from, int to, float[] alpha, float[] columns) {
    FloatVector a0 = constant(alpha[0]);
    FloatVector a1 = constant(alpha[1]);
    FloatVector a2 = constant(alpha[2]);
    FloatVector a3 = constant(alpha[3]);
    for (int j = from; j < to; j += FLOAT_WIDTH) {
      FloatVector sum = a0.fma(load(kernel, j), load(columns, j));
      sum = a1.fma(load(kernel, m + j), sum);
      sum = a2.fma(load(kernel, 2 * m + j), sum);
      a3.fma(load(kernel, 3 * m + j), sum).intoArray(columns, j);
    }
  }

  @Override
  public void powers(
      double[] costs, double rate, double phi, double[] gamma, int from, int to, double[] kernel) {
    int whole = to - (to - from) % WIDTH;
    DoubleVector fall = constant(-rate);
    DoubleVector here = constant(phi);
    DoubleVector least = constant(PlainGibbs.LEAST);
    DoubleVector most = constant(PlainGibbs.MOST);
    DoubleVector round = constant(PlainGibbs.ROUND);
    DoubleVector c0 = constant(1.0);
    DoubleVector c1 = constant(PlainGibbs.D1);
    DoubleVector c2 = constant(PlainGibbs.D2);
    DoubleVector c3 = constant(PlainGibbs.D3);
    DoubleVector c4 = constant(PlainGibbs.D4);
    DoubleVector c5 = constant(PlainGibbs.D5);
    DoubleVector c6 = constant(PlainGibbs.D6);
    DoubleVector c7 = constant(PlainGibbs.D7);
    DoubleVector c8 = constant(PlainGibbs.D8);
    DoubleVector c9 = constant(PlainGibbs.D9);
    DoubleVector c10 = constant(PlainGibbs.D10);
    DoubleVector c11 = constant(PlainGibbs.D11);
    for (int j = from; j < whole; j += WIDTH) {
      DoubleVector x = fall.fma(load(costs, j), load(gamma, j).add(here));
      x = x.blend(least, x.compare(VectorOperators.LT, least));
      x = x.blend(most, x.compare(VectorOperators.GT, most));
      DoubleVector shifted = x.add(round);
      DoubleVector rest = x.sub(shifted.sub(round));
      DoubleVector p = c11.fma(rest, c10).fma(rest, c9).fma(rest, c8).fma(rest, c7).fma(rest, c6);
      p = p.fma(rest, c5).fma(rest, c4).fma(rest, c3).fma(rest, c2).fma(rest, c1).fma(rest, c0);
      LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
      p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles().intoArray(kernel, j);
    }
    PLAIN.powers(costs, rate, phi, gamma, whole, to, kernel);
  }

  @Override
  public void lower(double[] costs, double u, int from, int to, double[] best) {
    int whole = to - (to - from) % WIDTH;
    for (int j = from; j < whole; j += WIDTH) {
      DoubleVector value = load(costs, j).sub(u);
      DoubleVector old = load(best, j);
      old.blend(value, value.compare(VectorOperators.LT, old)).intoArray(best, j);
    }
    PLAIN.lower(costs, u, whole, to, best);
  }

  @Override
  public double dot(double[] a, double[] b, int from, int to) {
    int whole = to - (to - from) % (4 * WIDTH);
    DoubleVector s0 = DoubleVector.zero(DOUBLES);
    DoubleVector s1 = DoubleVector.zero(DOUBLES);
    DoubleVector s2 = DoubleVector.zero(DOUBLES);
    DoubleVector s3 = DoubleVector.zero(DOUBLES);
    for (int j = from; j < whole; j += 4 * WIDTH) {
      s0 = load(a, j).fma(load(b, j), s0);
      s1 = load(a, j + WIDTH).fma(load(b, j + WIDTH), s1);
      s2 = load(a, j + 2 * WIDTH).fma(load(b, j + 2 * WIDTH), s2);
      s3 = load(a, j + 3 * WIDTH).fma(load(b, j + 3 * WIDTH), s3);
    }
    return sum(s0.add(s1).add(s2.add(s3)).toArray()) + PLAIN.dot(a, b, whole, to);
  }

  @Override
  public void add(double alpha, double[] kernel, int from, int to, double[] columns) {
    int whole = to - (to - from) % WIDTH;
    DoubleVector factor = constant(alpha);
    for (int j = from; j < whole; j += WIDTH) {
      factor.fma(load(kernel, j), load(columns, j)).intoArray(columns, j);
    }
    PLAIN.add(alpha, kernel, whole, to, columns);
  }
}
