package org.meanfield.kernels.pauli;

/// Sines and cosines in single precision of angles in double precision: θ = r + kπ/2 with |r| ≤ π/4
/// as [SineCosine] has it, so that large angles lose nothing; then r is rounded, and polynomials
/// are shorter.
///
/// Cosines stay away from 0 by [#LEAST_COSINE]: products of three tangents, and of what they act
/// on, stay in range.
///
/// **Reference.** S. L. Moshier, *Cephes Mathematical Library*, release 2.2 (1992), sinf.c
/// (coefficients).
public final class SingleSineCosine {
  /// More than the absolute error of any cosine or sine.
  public static final double ERROR = 1e-7;

  /// The smallest absolute value of a cosine, 10⁻⁹.
  public static final float LEAST_COSINE = 0x1p-30f;

  /// A coefficient of (sin r − r)/r³, at r^0.
  static final float S1 = -0.16666655f;

  /// A coefficient of (sin r − r)/r³, at r^2.
  static final float S2 = 0.008332161f;

  /// A coefficient of (sin r − r)/r³, at r^4.
  static final float S3 = -0.00019515296f;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^0.
  static final float C1 = 0.041666646f;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^2.
  static final float C2 = -0.0013887316f;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^4.
  static final float C3 = 0.000024433157f;

  private SingleSineCosine() {}

  /// Computes cos θ and sin θ, bit for bit as the Vector API does.
  ///
  /// @param theta θ
  /// @param trig receives them
  /// @param cos where cos θ goes
  /// @param sin where sin θ goes
  public static void compute(double theta, float[] trig, int cos, int sin) {
    reduce(theta, trig, cos, sin);
    finish(trig, cos, sin);
  }

  /// Computes cos θ and sin θ in double precision.
  ///
  /// @param theta θ
  /// @param trig receives them
  /// @param cos where cos θ goes
  /// @param sin where sin θ goes
  public static void compute(double theta, double[] trig, int cos, int sin) {
    SineCosine.compute(theta, trig, cos, sin);
  }

  /// Computes r and k.
  ///
  /// @param theta θ
  /// @param trig receives them
  /// @param rest where r goes
  /// @param turns where k goes, or another number that is as much modulo 4
  static void reduce(double theta, float[] trig, int rest, int turns) {
    if (!(Math.abs(theta) <= PauliLanes.LARGEST_REDUCED)) {
      reduceLarge(theta, trig, rest, turns);
      return;
    }
    double k = Math.fma(theta, SineCosine.TWO_OVER_PI, SineCosine.ROUND) - SineCosine.ROUND;
    double r = Math.fma(k, -SineCosine.HALF_PI_1, theta);
    r = Math.fma(k, -SineCosine.HALF_PI_2, r);
    r = Math.fma(k, -SineCosine.HALF_PI_3, r);
    trig[rest] = (float) r;
    trig[turns] = (float) k;
  }

  /// From cosine and sine, whichever is smaller.
  private static void reduceLarge(double theta, float[] trig, int rest, int turns) {
    double c = Math.cos(theta);
    double s = Math.sin(theta);
    boolean even = Math.abs(s) <= Math.abs(c);
    boolean half = (even ? c : s) < 0;
    double small = even ? s : -c;
    trig[rest] = (float) Math.asin(half ? -small : small);
    trig[turns] = (even ? 0 : 1) + (half ? 2 : 0);
  }

  private static void finish(float[] trig, int cos, int sin) {
    float r = trig[cos];
    int k = (int) trig[sin];
    float z = r * r;
    float p = Math.fma(S3, z, S2);
    p = Math.fma(p, z, S1);
    float s = Math.fma(p * z, r, r);
    float q = Math.fma(C3, z, C2);
    q = Math.fma(q, z, C1);
    float c = Math.fma(q * z, z, Math.fma(z, -0.5f, 1));
    boolean exchanged = (k & 1) != 0;
    trig[sin] = flipped(exchanged ? c : s, (k & 2) << 30);
    float cosine = Math.max(Math.abs(exchanged ? s : c), LEAST_COSINE);
    int sign = Float.floatToRawIntBits(exchanged ? s : c) & Integer.MIN_VALUE;
    trig[cos] = flipped(cosine, sign ^ (((k + 1) & 2) << 30));
  }

  private static float flipped(float number, int sign) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(number) ^ sign);
  }
}
