package org.meanfield.kernels.pauli;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: cosine, sine and sums stay in registers while a run goes by, one
/// column of the rows after the other. The kinds that most time goes into take two columns at once,
/// which halves the cost of reading the table.
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

  @Override
  public void forward(RotationTable table, int width, double[] trig, double[] rows) {
    for (int run = 0; run < table.kind.length; run++) {
      int lo = table.start[run];
      int hi = table.start[run + 1];
      int to = table.target[run] * width;
      int cos = 2 * table.angle[run] * width;
      switch (table.kind[run]) {
        case TURN -> turn(table.a, table.b, lo, hi, width, trig, cos, rows, to);
        case BRANCH -> branch(table.a, lo, hi, width, trig, cos, rows, to);
        case COSINE -> scale(table.a, lo, hi, width, trig, cos, rows, to);
        case SINE -> scale(table.a, lo, hi, width, trig, cos + width, rows, to);
        case PLUS -> merge(table.a, table.b, lo, hi, width, trig, cos, 1, rows, to);
        case MINUS -> merge(table.a, table.b, lo, hi, width, trig, cos, -1, rows, to);
      }
    }
  }

  private static void turn(
      int[] as,
      int[] bs,
      int lo,
      int hi,
      int width,
      double[] trig,
      int cos,
      double[] rows,
      int to) {
    int lane = 0;
    for (; lane + 2 * WIDTH <= width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        int atA = as[i] * width + lane;
        int atB = bs[i] * width + lane;
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
    for (; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] * width + lane);
        DoubleVector b = load(rows, bs[i] * width + lane);
        c.fma(a, s.mul(b).neg()).intoArray(rows, out);
        c.fma(b, s.mul(a)).intoArray(rows, out + width);
        out += 2 * width;
      }
    }
  }

  private static void branch(
      int[] as, int lo, int hi, int width, double[] trig, int cos, double[] rows, int to) {
    int lane = 0;
    for (; lane + 2 * WIDTH <= width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        int at = as[i] * width + lane;
        DoubleVector a = load(rows, at);
        DoubleVector a2 = load(rows, at + WIDTH);
        c.mul(a).intoArray(rows, out);
        c2.mul(a2).intoArray(rows, out + WIDTH);
        s.mul(a).intoArray(rows, out + width);
        s2.mul(a2).intoArray(rows, out + width + WIDTH);
        out += 2 * width;
      }
    }
    for (; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] * width + lane);
        c.mul(a).intoArray(rows, out);
        s.mul(a).intoArray(rows, out + width);
        out += 2 * width;
      }
    }
  }

  private static void scale(
      int[] as, int lo, int hi, int width, double[] trig, int factor, double[] rows, int to) {
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector f = load(trig, factor + lane);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        f.mul(load(rows, as[i] * width + lane)).intoArray(rows, out);
        out += width;
      }
    }
  }

  private static void merge(
      int[] as,
      int[] bs,
      int lo,
      int hi,
      int width,
      double[] trig,
      int cos,
      double sign,
      double[] rows,
      int to) {
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane).mul(sign);
      int out = to + lane;
      for (int i = lo; i < hi; i++) {
        DoubleVector a = load(rows, as[i] * width + lane);
        DoubleVector b = load(rows, bs[i] * width + lane);
        c.fma(a, s.mul(b)).intoArray(rows, out);
        out += width;
      }
    }
  }

  @Override
  public void backward(
      RotationTable table,
      int width,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    for (int run = table.kind.length - 1; run >= 0; run--) {
      int cos = 2 * table.angle[run] * width;
      int slope = table.angle[run] * width;
      switch (table.kind[run]) {
        case TURN -> turnBack(table, run, width, trig, cos, rows, adjoints, gradient, slope);
        case BRANCH -> branchBack(table, run, width, trig, cos, rows, adjoints, gradient, slope);
        case COSINE ->
            scaleBack(
                table, run, width, trig, cos, cos + width, -1, rows, adjoints, gradient, slope);
        case SINE ->
            scaleBack(
                table, run, width, trig, cos + width, cos, 1, rows, adjoints, gradient, slope);
        case PLUS -> mergeBack(table, run, width, trig, cos, 1, rows, adjoints, gradient, slope);
        case MINUS -> mergeBack(table, run, width, trig, cos, -1, rows, adjoints, gradient, slope);
      }
    }
  }

  private static void add(DoubleVector what, double[] gradient, int at) {
    load(gradient, at).add(what).intoArray(gradient, at);
  }

  private static void turnBack(
      RotationTable table,
      int run,
      int width,
      double[] trig,
      int cos,
      double[] rows,
      double[] adjoints,
      double[] gradient,
      int slope) {
    int[] as = table.a;
    int[] bs = table.b;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    int lane = 0;
    for (; lane + 2 * WIDTH <= width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      DoubleVector alongCos2 = DoubleVector.zero(SPECIES);
      DoubleVector alongSin2 = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] * width + lane;
        int atB = lbs[i] * width + lane;
        int rowA = as[i] * width + lane;
        int rowB = bs[i] * width + lane;
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
      add(alongCos.sub(alongSin), gradient, slope + lane);
      add(alongCos2.sub(alongSin2), gradient, slope + lane + WIDTH);
    }
    for (; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] * width + lane;
        int atB = lbs[i] * width + lane;
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, atB);
        DoubleVector ka = c.fma(la, s.mul(lb));
        DoubleVector kb = c.fma(lb, s.mul(la).neg());
        alongCos = load(rows, as[i] * width + lane).fma(kb, alongCos);
        alongSin = load(rows, bs[i] * width + lane).fma(ka, alongSin);
        ka.intoArray(adjoints, atA);
        kb.intoArray(adjoints, atB);
      }
      add(alongCos.sub(alongSin), gradient, slope + lane);
    }
  }

  private static void branchBack(
      RotationTable table,
      int run,
      int width,
      double[] trig,
      int cos,
      double[] rows,
      double[] adjoints,
      double[] gradient,
      int slope) {
    int[] as = table.a;
    int[] las = table.adjointA;
    int[] lbs = table.adjointB;
    int hi = table.start[run + 1];
    int lane = 0;
    for (; lane + 2 * WIDTH <= width; lane += 2 * WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      DoubleVector c2 = load(trig, cos + lane + WIDTH);
      DoubleVector s2 = load(trig, cos + width + lane + WIDTH);
      DoubleVector alongCos2 = DoubleVector.zero(SPECIES);
      DoubleVector alongSin2 = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] * width + lane;
        int atB = lbs[i] * width + lane;
        int at = as[i] * width + lane;
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
      add(c.fma(alongCos, s.mul(alongSin).neg()), gradient, slope + lane);
      add(c2.fma(alongCos2, s2.mul(alongSin2).neg()), gradient, slope + lane + WIDTH);
    }
    for (; lane < width; lane += WIDTH) {
      DoubleVector c = load(trig, cos + lane);
      DoubleVector s = load(trig, cos + width + lane);
      DoubleVector alongCos = DoubleVector.zero(SPECIES);
      DoubleVector alongSin = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] * width + lane;
        DoubleVector a = load(rows, as[i] * width + lane);
        DoubleVector la = load(adjoints, atA);
        DoubleVector lb = load(adjoints, lbs[i] * width + lane);
        alongSin = a.fma(la, alongSin);
        alongCos = a.fma(lb, alongCos);
        c.fma(la, s.mul(lb)).intoArray(adjoints, atA);
      }
      add(c.fma(alongCos, s.mul(alongSin).neg()), gradient, slope + lane);
    }
  }

  private static void scaleBack(
      RotationTable table,
      int run,
      int width,
      double[] trig,
      int factor,
      int derivative,
      double sign,
      double[] rows,
      double[] adjoints,
      double[] gradient,
      int slope) {
    int[] as = table.a;
    int[] las = table.adjointA;
    int hi = table.start[run + 1];
    for (int lane = 0; lane < width; lane += WIDTH) {
      DoubleVector f = load(trig, factor + lane);
      DoubleVector along = DoubleVector.zero(SPECIES);
      for (int i = table.start[run]; i < hi; i++) {
        int atA = las[i] * width + lane;
        DoubleVector la = load(adjoints, atA);
        along = load(rows, as[i] * width + lane).fma(la, along);
        f.mul(la).intoArray(adjoints, atA);
      }
      add(load(trig, derivative + lane).mul(along).mul(sign), gradient, slope + lane);
    }
  }

  private static void mergeBack(
      RotationTable table,
      int run,
      int width,
      double[] trig,
      int cos,
      double sign,
      double[] rows,
      double[] adjoints,
      double[] gradient,
      int slope) {
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
        int atA = las[i] * width + lane;
        DoubleVector la = load(adjoints, atA);
        alongSin = load(rows, as[i] * width + lane).fma(la, alongSin);
        alongCos = load(rows, bs[i] * width + lane).fma(la, alongCos);
        c.mul(la).intoArray(adjoints, atA);
        signed.mul(la).intoArray(adjoints, lbs[i] * width + lane);
      }
      DoubleVector across = s.mul(alongSin).mul(-sign);
      add(c.fma(alongCos, across).mul(sign), gradient, slope + lane);
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
}
