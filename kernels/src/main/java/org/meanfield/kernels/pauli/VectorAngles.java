package org.meanfield.kernels.pauli;

import static org.meanfield.kernels.pauli.PauliLanes.LARGEST_REDUCED;
import static org.meanfield.kernels.pauli.VectorPauliLanes.PARTS;
import static org.meanfield.kernels.pauli.VectorPauliLanes.SPECIES;
import static org.meanfield.kernels.pauli.VectorPauliLanes.WIDTH;
import static org.meanfield.kernels.pauli.VectorPauliLanes.all;
import static org.meanfield.kernels.pauli.VectorPauliLanes.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Angles in and slopes out on the Vector API.
public final class VectorAngles {
  private VectorAngles() {}

  /// All in one method: some twenty constants are then loaded once, and not once for each angle. By
  /// [#part] and through memory it takes three quarters more.
  static void sineCosine(
      RotationTable table, int planes, double[] angles, int first, int stride, double[] trig) {
    int plane = table.plane();
    int all = table.angles();
    for (int angle = 0; angle < all; angle++) {
      int place = table.anglePlace(angle, 0);
      int factorPlace = table.factorPlace(angle);
      for (int part = 0; part < planes * PARTS; part++) {
        int from = first + angle * stride + part * WIDTH;
        int distance = part / PARTS * plane + part % PARTS * WIDTH;
        int to = place + distance;
        DoubleVector theta = load(angles, from);
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
        DoubleVector sine =
            s.blend(c, exchanged)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sineSign)
                .reinterpretAsDoubles();
        DoubleVector cosine =
            c.blend(s, exchanged)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, cosineSign)
                .reinterpretAsDoubles();
        sine.div(cosine).intoArray(trig, to);
        cosine.intoArray(trig, to + PauliRows.COSINE);
        DoubleVector.zero(SPECIES).intoArray(trig, to + PauliRows.SLOPE);
        if (factorPlace >= 0) {
          int factors = factorPlace + distance;
          sine.intoArray(trig, factors);
          cosine.intoArray(trig, factors + PauliRows.DERIVATIVE);
          sine.neg().intoArray(trig, factors + 2 * PauliRows.DERIVATIVE);
        }
        if (!theta.abs().compare(VectorOperators.LE, LARGEST_REDUCED).allTrue()) {
          for (int i = 0; i < WIDTH; i++) {
            int factors = factorPlace < 0 ? -1 : factorPlace + distance + i;
            PlainPauliLanes.fill(angles[from + i], trig, to + i, factors);
          }
        }
      }
    }
  }

  static void slopes(
      RotationTable table, int planes, double[] trig, double[] slopes, int first, int stride) {
    int plane = table.plane();
    int all = table.angles();
    for (int angle = 0; angle < all; angle++) {
      int from = table.anglePlace(angle, 0) + PauliRows.SLOPE;
      int to = first + angle * stride;
      for (int each = 0; each < planes; each++) {
        for (int lane = 0; lane < PauliLanes.LANES; lane += WIDTH) {
          load(trig, from + lane).intoArray(slopes, to + lane);
        }
        from += plane;
        to += PauliLanes.LANES;
      }
    }
  }

  /// Computes cosines and sines of one row of angles, bit for bit as [SineCosine#compute] does.
  ///
  /// @param angles holds the angles, in radians
  /// @param from where
  /// @param lanes how many, a multiple of a vector's length
  /// @param trig receives cosines and sines
  /// @param cos where cosines go
  /// @param sin where sines go
  public static void sineCosine(
      double[] angles, int from, int lanes, double[] trig, int cos, int sin) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      part(angles, from + lane, trig, cos + lane, sin + lane);
    }
  }

  private static void part(double[] angles, int from, double[] trig, int cos, int sin) {
    DoubleVector theta = load(angles, from);
    DoubleVector shifted = theta.fma(all(SineCosine.TWO_OVER_PI), all(SineCosine.ROUND));
    LongVector k = shifted.reinterpretAsLongs();
    DoubleVector turns = shifted.sub(all(SineCosine.ROUND));
    DoubleVector r = turns.fma(all(-SineCosine.HALF_PI_1), theta);
    r = turns.fma(all(-SineCosine.HALF_PI_2), r);
    r = turns.fma(all(-SineCosine.HALF_PI_3), r);
    DoubleVector z = r.mul(r);
    DoubleVector p = z.fma(all(SineCosine.S6), all(SineCosine.S5));
    p = p.fma(z, all(SineCosine.S4));
    p = p.fma(z, all(SineCosine.S3));
    p = p.fma(z, all(SineCosine.S2));
    p = p.fma(z, all(SineCosine.S1));
    DoubleVector q = z.fma(all(SineCosine.C6), all(SineCosine.C5));
    q = q.fma(z, all(SineCosine.C4));
    q = q.fma(z, all(SineCosine.C3));
    q = q.fma(z, all(SineCosine.C2));
    q = q.fma(z, all(SineCosine.C1));
    DoubleVector s = p.mul(z).fma(r, r);
    DoubleVector c = q.mul(z).fma(z, z.fma(all(-0.5), all(1)));
    VectorMask<Double> exchanged = k.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
    signed(c.blend(s, exchanged), k.add(1)).intoArray(trig, cos);
    signed(s.blend(c, exchanged), k).intoArray(trig, sin);
    if (!theta.abs().compare(VectorOperators.LE, LARGEST_REDUCED).allTrue()) {
      for (int i = 0; i < WIDTH; i++) {
        SineCosine.compute(angles[from + i], trig, cos + i, sin + i);
      }
    }
  }

  /// Computes tangents of sums of two angles, see `BatchLanes.addAngles`.
  public static void add(
      int lanes,
      int states,
      double[] trig,
      int at,
      double[] other,
      int o,
      int otherStep,
      double[] tangents,
      int t,
      int tangentStep,
      double[] products,
      int p) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      DoubleVector ownCos = load(trig, at + lane);
      DoubleVector ownSin = load(trig, at + lanes + lane);
      for (int state = 0; state < states; state++) {
        double cos = other[o + state * otherStep];
        double sin = other[o + state * otherStep + 1];
        DoubleVector cosine = ownSin.fma(all(-sin), ownCos.mul(cos));
        DoubleVector sine = ownSin.fma(all(cos), ownCos.mul(sin));
        cosine = cosine.blend(Real.LEAST_COSINE, cosine.compare(VectorOperators.EQ, 0));
        sine.div(cosine).intoArray(tangents, t + state * tangentStep + lane);
        int product = p + state * lanes + lane;
        load(products, product).mul(cosine).intoArray(products, product);
      }
    }
  }

  /// Changes the sign where the second bit of k is set.
  private static DoubleVector signed(DoubleVector number, LongVector k) {
    return number
        .reinterpretAsLongs()
        .lanewise(VectorOperators.XOR, k.and(2).lanewise(VectorOperators.LSHL, 62))
        .reinterpretAsDoubles();
  }
}
