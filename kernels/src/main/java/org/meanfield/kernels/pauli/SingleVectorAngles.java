package org.meanfield.kernels.pauli;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Angles in and slopes out on the Vector API, in single precision: [VectorAngles]' twin, written
/// by hand because angles and slopes keep double precision.
///
/// Sines and cosines come in two passes, reduction and polynomials, as [SingleSineCosine] has them:
/// what one vector of doubles leaves is half a vector of floats, and reading such halves together
/// right after they were written would wait for them.
public final class SingleVectorAngles {
  private static final VectorSpecies<Double> WIDE = VectorPauliLanes.SPECIES;
  private static final int WIDE_LENGTH = WIDE.length();
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDE.vectorBitSize() / 2));
  private static final VectorSpecies<Float> SPECIES = SingleVectorPauliLanes.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int LANES = SinglePauliLanes.LANES;

  private SingleVectorAngles() {}

  static void sineCosine(
      RotationTable table, int planes, double[] angles, int first, int stride, float[] trig) {
    for (int angle = 0; angle < table.angles(); angle++) {
      int from = first + angle * stride;
      for (int plane = 0; plane < planes; plane++) {
        // Where slopes go there is room until then.
        int at = table.anglePlace(angle, plane);
        reduce(angles, from, trig, at + SinglePauliRows.COSINE, at + SinglePauliRows.SLOPE);
        from += LANES;
      }
    }
    for (int angle = 0; angle < table.angles(); angle++) {
      int factorPlace = table.factorPlace(angle);
      for (int plane = 0; plane < planes; plane++) {
        int at = table.anglePlace(angle, plane);
        finish(trig, at + SinglePauliRows.COSINE, at + SinglePauliRows.SLOPE);
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          int to = at + lane;
          FloatVector cosine = FloatVector.fromArray(SPECIES, trig, to + SinglePauliRows.COSINE);
          FloatVector sine = FloatVector.fromArray(SPECIES, trig, to + SinglePauliRows.SLOPE);
          sine.div(cosine).intoArray(trig, to);
          FloatVector.zero(SPECIES).intoArray(trig, to + SinglePauliRows.SLOPE);
          if (factorPlace >= 0) {
            int factors = factorPlace + plane * table.plane() + lane;
            sine.intoArray(trig, factors);
            cosine.intoArray(trig, factors + SinglePauliRows.DERIVATIVE);
            sine.neg().intoArray(trig, factors + 2 * SinglePauliRows.DERIVATIVE);
          }
        }
      }
    }
  }

  /// Computes cosines and sines of one row of angles in double precision.
  ///
  /// @param angles holds the angles, in radians
  /// @param from where
  /// @param lanes how many, a multiple of a vector's length
  /// @param trig receives cosines and sines
  /// @param cos where cosines go
  /// @param sin where sines go
  public static void sineCosine(
      double[] angles, int from, int lanes, double[] trig, int cos, int sin) {
    VectorAngles.sineCosine(angles, from, lanes, trig, cos, sin);
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
      float[] tangents,
      int t,
      int tangentStep,
      double[] products,
      int p) {
    for (int lane = 0; lane < lanes; lane += WIDE_LENGTH) {
      DoubleVector ownCos = DoubleVector.fromArray(WIDE, trig, at + lane);
      DoubleVector ownSin = DoubleVector.fromArray(WIDE, trig, at + lanes + lane);
      for (int state = 0; state < states; state++) {
        double cos = other[o + state * otherStep];
        double sin = other[o + state * otherStep + 1];
        DoubleVector cosine = ownSin.fma(all(-sin), ownCos.mul(cos));
        DoubleVector sine = ownSin.fma(all(cos), ownCos.mul(sin));
        cosine = cosine.blend(Real.LEAST_COSINE, cosine.compare(VectorOperators.EQ, 0));
        FloatVector tangent = (FloatVector) sine.div(cosine).castShape(HALF, 0);
        tangent.intoArray(tangents, t + state * tangentStep + lane);
        // Real.cosine of the rounded tangent.
        DoubleVector rounded = (DoubleVector) tangent.castShape(WIDE, 0);
        DoubleVector kept = all(1.0).div(all(1.0).add(rounded.mul(rounded))).sqrt();
        DoubleVector signed =
            cosine
                .reinterpretAsLongs()
                .and(Long.MIN_VALUE)
                .lanewise(VectorOperators.OR, kept.reinterpretAsLongs())
                .reinterpretAsDoubles();
        int product = p + state * lanes + lane;
        DoubleVector.fromArray(WIDE, products, product).mul(signed).intoArray(products, product);
      }
    }
  }

  private static DoubleVector all(double number) {
    return DoubleVector.broadcast(WIDE, number);
  }

  private static FloatVector all(float number) {
    return FloatVector.broadcast(SPECIES, number);
  }

  private static void reduce(double[] angles, int from, float[] trig, int rest, int turns) {
    for (int lane = 0; lane < LANES; lane += WIDE_LENGTH) {
      DoubleVector theta = DoubleVector.fromArray(WIDE, angles, from + lane);
      DoubleVector k = theta.fma(all(SineCosine.TWO_OVER_PI), all(SineCosine.ROUND));
      k = k.sub(all(SineCosine.ROUND));
      DoubleVector r = k.fma(all(-SineCosine.HALF_PI_1), theta);
      r = k.fma(all(-SineCosine.HALF_PI_2), r);
      r = k.fma(all(-SineCosine.HALF_PI_3), r);
      ((FloatVector) r.castShape(HALF, 0)).intoArray(trig, rest + lane);
      ((FloatVector) k.castShape(HALF, 0)).intoArray(trig, turns + lane);
      if (!theta.abs().compare(VectorOperators.LE, PauliLanes.LARGEST_REDUCED).allTrue()) {
        for (int i = lane; i < lane + WIDE_LENGTH; i++) {
          SingleSineCosine.reduce(angles[from + i], trig, rest + i, turns + i);
        }
      }
    }
  }

  private static void finish(float[] trig, int cos, int sin) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      FloatVector r = FloatVector.fromArray(SPECIES, trig, cos + lane);
      IntVector k =
          (IntVector)
              FloatVector.fromArray(SPECIES, trig, sin + lane).convert(VectorOperators.F2I, 0);
      FloatVector z = r.mul(r);
      FloatVector p = z.fma(all(SingleSineCosine.S3), all(SingleSineCosine.S2));
      FloatVector q = z.fma(all(SingleSineCosine.C3), all(SingleSineCosine.C2));
      p = p.fma(z, all(SingleSineCosine.S1));
      q = q.fma(z, all(SingleSineCosine.C1));
      FloatVector s = p.mul(z).fma(r, r);
      FloatVector c = q.mul(z).fma(z, z.fma(all(-0.5f), all(1f)));
      VectorMask<Float> exchanged = k.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
      IntVector sineSign = k.and(2).lanewise(VectorOperators.LSHL, 30);
      s.blend(c, exchanged)
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, sineSign)
          .reinterpretAsFloats()
          .intoArray(trig, sin + lane);
      FloatVector cosine = c.blend(s, exchanged);
      IntVector cosineSign =
          cosine
              .reinterpretAsInts()
              .and(Integer.MIN_VALUE)
              .lanewise(VectorOperators.XOR, k.add(1).and(2).lanewise(VectorOperators.LSHL, 30));
      cosine
          .abs()
          .max(SingleSineCosine.LEAST_COSINE)
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, cosineSign)
          .reinterpretAsFloats()
          .intoArray(trig, cos + lane);
    }
  }

  static void slopes(
      RotationTable table, int planes, float[] trig, double[] slopes, int first, int stride) {
    for (int angle = 0; angle < table.angles(); angle++) {
      int to = first + angle * stride;
      for (int plane = 0; plane < planes; plane++) {
        int from = table.anglePlace(angle, plane) + SinglePauliRows.SLOPE;
        for (int lane = 0; lane < LANES; lane++) {
          slopes[to + lane] = trig[from + lane];
        }
        to += LANES;
      }
    }
  }
}
