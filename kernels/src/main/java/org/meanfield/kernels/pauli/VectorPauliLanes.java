package org.meanfield.kernels.pauli;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: cosine, sine and sums stay in registers while a run goes by, one
/// column of the rows after the other. The kinds that most time goes into take two columns at once,
/// which halves the cost of reading the table; in methods of their own, so that the compiler sees
/// one loop at a time.
final class VectorPauliLanes implements PauliLanes {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  private static final int WIDTH = SPECIES.length();

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector all(double number) {
    return DoubleVector.broadcast(SPECIES, number);
  }

  @Override
  public void sineCosine(double[] angles, int from, int width, double[] trig, int to) {
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector theta = load(angles, from + lane);
      DoubleVector shifted = theta.fma(all(SineCosine.TWO_OVER_PI), all(SineCosine.ROUND));
      LongVector k = shifted.reinterpretAsLongs();
      DoubleVector turns = shifted.sub(all(SineCosine.ROUND));
      DoubleVector r = turns.fma(all(-SineCosine.HALF_PI_1), theta);
      r = turns.fma(all(-SineCosine.HALF_PI_2), r);
      r = turns.fma(all(-SineCosine.HALF_PI_3), r);
      DoubleVector z = r.mul(r);
      DoubleVector p = z.fma(all(SineCosine.S6), all(SineCosine.S5));
      DoubleVector q = z.fma(all(SineCosine.C6), all(SineCosine.C5));
      p = p.fma(z, all(SineCosine.S4));
      q = q.fma(z, all(SineCosine.C4));
      p = p.fma(z, all(SineCosine.S3));
      q = q.fma(z, all(SineCosine.C3));
      p = p.fma(z, all(SineCosine.S2));
      q = q.fma(z, all(SineCosine.C2));
      p = p.fma(z, all(SineCosine.S1));
      q = q.fma(z, all(SineCosine.C1));
      DoubleVector s = p.mul(z).fma(r, r);
      DoubleVector c = q.mul(z).fma(z, z.fma(all(-0.5), all(1)));
      VectorMask<Double> exchanged = k.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
      LongVector sineSign = k.and(2).lanewise(VectorOperators.LSHL, 62);
      LongVector cosineSign = k.add(1).and(2).lanewise(VectorOperators.LSHL, 62);
      s.blend(c, exchanged)
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, sineSign)
          .reinterpretAsDoubles()
          .intoArray(trig, to + width + lane);
      c.blend(s, exchanged)
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, cosineSign)
          .reinterpretAsDoubles()
          .intoArray(trig, to + lane);
      if (!theta.abs().compare(VectorOperators.LE, LARGEST_REDUCED).allTrue()) {
        for (int i = lane; i < lane + WIDTH; i++) {
          SineCosine.compute(angles[from + i], trig, to + i, to + width + i);
        }
      }
    }
  }

  @Override
  public void broadcast(double[] numbers, int width, double[] rows) {
    int at = 0;
    for (double number : numbers) {
      DoubleVector row = all(number);
      for (int lane = 0; lane < width; lane += WIDTH) {
        row.intoArray(rows, at);
        at += WIDTH;
      }
    }
  }

  /// One run forward. Runs are called through this interface so that the compiler takes each loop
  /// for itself: all of them inlined into one method pass its limits, and vectors land on the heap.
  private interface Forward {
    void run(RotationTable table, int run, double[] trig, double[] rows);
  }

  private static final Forward TURN = VectorPauliLanes::turn;
  private static final Forward TURN_TWO = VectorPauliLanes::turnTwo;
  private static final Forward BRANCH = VectorPauliLanes::branch;
  private static final Forward BRANCH_TWO = VectorPauliLanes::branchTwo;
  private static final Forward SCALE = VectorPauliLanes::scale;
  private static final Forward MERGE = VectorPauliLanes::merge;

  @Override
  public void forward(RotationTable table, double[] trig, double[] rows) {
    boolean two = table.width() % (2 * WIDTH) == 0;
    for (int run = 0; run < table.kind.length; run++) {
      Forward kernel =
          switch (table.kind[run]) {
            case TURN -> two ? TURN_TWO : TURN;
            case BRANCH -> two ? BRANCH_TWO : BRANCH;
            case COSINE, SINE -> SCALE;
            case PLUS, MINUS -> MERGE;
          };
      kernel.run(table, run, trig, rows);
    }
  }

  private static void turn(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int[] bs = table.b;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] + lane);
        DoubleVector b = load(rows, bs[i] + lane);
        c.fma(a, s.mul(b).neg()).intoArray(rows, out);
        c.fma(b, s.mul(a)).intoArray(rows, out + width);
        out += 2 * width;
      }
    }
  }

  private static void turnTwo(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int[] bs = table.b;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    for (int lane = 0; lane < width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        int atA = as[i] + lane;
        int atB = bs[i] + lane;
        DoubleVector a = load(rows, atA);
        DoubleVector b = load(rows, atB);
        DoubleVector a2 = load(rows, atA + WIDTH);
        DoubleVector b2 = load(rows, atB + WIDTH);
        c.fma(a, s.mul(b).neg()).intoArray(rows, out);
        c2.fma(a2, s2.mul(b2).neg()).intoArray(rows, out + WIDTH);
        c.fma(b, s.mul(a)).intoArray(rows, out + width);
        c2.fma(b2, s2.mul(a2)).intoArray(rows, out + width + WIDTH);
        out += 2 * width;
      }
    }
  }

  private static void branch(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] + lane);
        c.mul(a).intoArray(rows, out);
        s.mul(a).intoArray(rows, out + width);
        out += 2 * width;
      }
    }
  }

  private static void branchTwo(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    for (int lane = 0; lane < width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        int at = as[i] + lane;
        DoubleVector a = load(rows, at);
        DoubleVector a2 = load(rows, at + WIDTH);
        c.mul(a).intoArray(rows, out);
        c2.mul(a2).intoArray(rows, out + WIDTH);
        s.mul(a).intoArray(rows, out + width);
        s2.mul(a2).intoArray(rows, out + width + WIDTH);
        out += 2 * width;
      }
    }
  }

  private static void scale(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    int factor = table.kind[run] == RotationTable.Kind.COSINE ? cos : cos + width;
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector f = load(trig, factor + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        f.mul(load(rows, as[i] + lane)).intoArray(rows, out);
        out += width;
      }
    }
  }

  private static void merge(RotationTable table, int run, double[] trig, double[] rows) {
    int[] as = table.a;
    int[] bs = table.b;
    int width = table.width();
    int lo = table.start[run];
    int hi = table.start[run + 1];
    int to = table.target[run];
    int cos = 2 * table.angle[run] * width;
    double sign = table.kind[run] == RotationTable.Kind.PLUS ? 1 : -1;
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane).mul(sign);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] + lane);
        DoubleVector b = load(rows, bs[i] + lane);
        c.fma(a, s.mul(b)).intoArray(rows, out);
        out += width;
      }
    }
  }

  /// One run back, called through an interface like [Forward].
  private interface Backward {
    void run(
        RotationTable table,
        int run,
        double[] trig,
        double[] rows,
        double[] adjoints,
        double[] gradient);
  }

  private static final Backward TURN_BACK = VectorPauliLanes::turnBack;
  private static final Backward TURN_BACK_TWO = VectorPauliLanes::turnBackTwo;
  private static final Backward BRANCH_BACK = VectorPauliLanes::branchBack;
  private static final Backward BRANCH_BACK_TWO = VectorPauliLanes::branchBackTwo;
  private static final Backward SCALE_BACK = VectorPauliLanes::scaleBack;
  private static final Backward MERGE_BACK = VectorPauliLanes::mergeBack;

  @Override
  public void backward(
      RotationTable table, double[] trig, double[] rows, double[] adjoints, double[] gradient) {
    boolean two = table.width() % (2 * WIDTH) == 0;
    for (int run = table.kind.length - 1; run >= 0; run--) {
      Backward kernel =
          switch (table.kind[run]) {
            case TURN -> two ? TURN_BACK_TWO : TURN_BACK;
            case BRANCH -> two ? BRANCH_BACK_TWO : BRANCH_BACK;
            case COSINE, SINE -> SCALE_BACK;
            case PLUS, MINUS -> MERGE_BACK;
          };
      kernel.run(table, run, trig, rows, adjoints, gradient);
    }
  }

  private static void turnBack(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    int[] as = table.a;
    int[] bs = table.b;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        int atB = lbs[i] + lane;
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, atB);
        DoubleVector ka = c.fma(la, s.mul(lb));
        DoubleVector kb = c.fma(lb, s.mul(la).neg());
        alongCos = load(rows, as[i] + lane).fma(kb, alongCos);
        alongSin = load(rows, bs[i] + lane).fma(ka, alongSin);
        ka.intoArray(adjoints, atA);
        kb.intoArray(adjoints, atB);
      }
      load(gradient, slope + lane).add(alongCos.sub(alongSin)).intoArray(gradient, slope + lane);
    }
  }

  private static void turnBackTwo(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    int[] as = table.a;
    int[] bs = table.b;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      DoubleVector alongCos2 = DoubleVector.zero(SPECIES);
      DoubleVector alongSin2 = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        int atB = lbs[i] + lane;
        int rowA = as[i] + lane;
        int rowB = bs[i] + lane;
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, atB);
        DoubleVector la2 = load(adjoints, atA + WIDTH);
        DoubleVector lb2 = load(adjoints, atB + WIDTH);
        DoubleVector ka = c.fma(la, s.mul(lb));
        DoubleVector kb = c.fma(lb, s.mul(la).neg());
        DoubleVector ka2 = c2.fma(la2, s2.mul(lb2));
        DoubleVector kb2 = c2.fma(lb2, s2.mul(la2).neg());
        alongCos = load(rows, rowA).fma(kb, alongCos);
        alongSin = load(rows, rowB).fma(ka, alongSin);
        alongCos2 = load(rows, rowA + WIDTH).fma(kb2, alongCos2);
        alongSin2 = load(rows, rowB + WIDTH).fma(ka2, alongSin2);
        ka.intoArray(adjoints, atA);
        kb.intoArray(adjoints, atB);
        ka2.intoArray(adjoints, atA + WIDTH);
        kb2.intoArray(adjoints, atB + WIDTH);
      }
      load(gradient, slope + lane).add(alongCos.sub(alongSin)).intoArray(gradient, slope + lane);
      load(gradient, slope + lane + WIDTH)
          .add(alongCos2.sub(alongSin2))
          .intoArray(gradient, slope + lane + WIDTH);
    }
  }

  private static void branchBack(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    int[] as = table.a;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        DoubleVector a = load(rows, as[i] + lane);
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, lbs[i] + lane);
        alongSin = a.fma(la, alongSin);
        alongCos = a.fma(lb, alongCos);
        c.fma(la, s.mul(lb)).intoArray(adjoints, atA);
      }
      load(gradient, slope + lane)
          .add(c.fma(alongCos, s.mul(alongSin).neg()))
          .intoArray(gradient, slope + lane);
    }
  }

  private static void branchBackTwo(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    int[] as = table.a;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      DoubleVector alongCos2 = DoubleVector.zero(SPECIES);
      DoubleVector alongSin2 = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        int atB = lbs[i] + lane;
        int at = as[i] + lane;
        DoubleVector a = load(rows, at);
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, atB);
        DoubleVector a2 = load(rows, at + WIDTH);
        DoubleVector la2 = load(adjoints, atA + WIDTH);
        DoubleVector lb2 = load(adjoints, atB + WIDTH);
        alongSin = a.fma(la, alongSin);
        alongCos = a.fma(lb, alongCos);
        alongSin2 = a2.fma(la2, alongSin2);
        alongCos2 = a2.fma(lb2, alongCos2);
        c.fma(la, s.mul(lb)).intoArray(adjoints, atA);
        c2.fma(la2, s2.mul(lb2)).intoArray(adjoints, atA + WIDTH);
      }
      load(gradient, slope + lane)
          .add(c.fma(alongCos, s.mul(alongSin).neg()))
          .intoArray(gradient, slope + lane);
      load(gradient, slope + lane + WIDTH)
          .add(c2.fma(alongCos2, s2.mul(alongSin2).neg()))
          .intoArray(gradient, slope + lane + WIDTH);
    }
  }

  private static void scaleBack(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    boolean cosine = table.kind[run] == RotationTable.Kind.COSINE;
    int factor = cosine ? cos : cos + width;
    int derivative = cosine ? cos + width : cos;
    double sign = cosine ? -1 : 1;
    int[] as = table.a;
    int[] las = table.adjointA;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector f = load(trig, factor + lane);
      DoubleVector along = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        DoubleVector la = load(adjoints, atA);
        along = load(rows, as[i] + lane).fma(la, along);
        f.mul(la).intoArray(adjoints, atA);
      }
      load(gradient, slope + lane)
          .add(load(trig, derivative + lane).mul(along).mul(sign))
          .intoArray(gradient, slope + lane);
    }
  }

  private static void mergeBack(
      RotationTable table,
      int run,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    int width = table.width();
    int cos = 2 * table.angle[run] * width;
    int slope = table.angle[run] * width;
    double sign = table.kind[run] == RotationTable.Kind.PLUS ? 1 : -1;
    int[] as = table.a;
    int[] bs = table.b;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector signed = s.mul(sign);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] + lane;
        DoubleVector la = load(adjoints, atA);
        alongSin = load(rows, as[i] + lane).fma(la, alongSin);
        alongCos = load(rows, bs[i] + lane).fma(la, alongCos);
        c.mul(la).intoArray(adjoints, atA);
        signed.mul(la).intoArray(adjoints, lbs[i] + lane);
      }
      DoubleVector across = s.mul(alongSin).mul(-sign);
      load(gradient, slope + lane)
          .add(c.fma(alongCos, across).mul(sign))
          .intoArray(gradient, slope + lane);
    }
  }

  @Override
  public void addRows(int[] which, int width, double[] rows, double[] sums) {
    for (int block = 0; block < LANES; block += WIDTH) {
      for (int i = 0; i < which.length; i++) {
        DoubleVector sum = load(sums, i * LANES + block);
        for (int lane = block; lane < width; lane += LANES) {
          sum = sum.add(load(rows, which[i] * width + lane));
        }
        sum.intoArray(sums, i * LANES + block);
      }
    }
  }

  /// Four vectors of sums stay in registers while the rows go by.
  @Override
  public void addProducts(double[] factors, double[] matrix, double[] sums) {
    int n = sums.length;
    int j = 0;
    for (; j + 4 * WIDTH <= n; j += 4 * WIDTH) {
      DoubleVector sum0 = load(sums, j);
      DoubleVector sum1 = load(sums, j + WIDTH);
      DoubleVector sum2 = load(sums, j + 2 * WIDTH);
      DoubleVector sum3 = load(sums, j + 3 * WIDTH);
      for (int i = 0; i < factors.length; i++) {
        DoubleVector factor = all(factors[i]);
        int at = i * n + j;
        sum0 = factor.fma(load(matrix, at), sum0);
        sum1 = factor.fma(load(matrix, at + WIDTH), sum1);
        sum2 = factor.fma(load(matrix, at + 2 * WIDTH), sum2);
        sum3 = factor.fma(load(matrix, at + 3 * WIDTH), sum3);
      }
      sum0.intoArray(sums, j);
      sum1.intoArray(sums, j + WIDTH);
      sum2.intoArray(sums, j + 2 * WIDTH);
      sum3.intoArray(sums, j + 3 * WIDTH);
    }
    for (; j < n; j++) {
      double sum = sums[j];
      for (int i = 0; i < factors.length; i++) {
        sum = Math.fma(factors[i], matrix[i * n + j], sum);
      }
      sums[j] = sum;
    }
  }
}
