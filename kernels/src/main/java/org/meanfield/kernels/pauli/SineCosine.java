package org.meanfield.kernels.pauli;

/// The numbers behind sines and cosines to 2·10⁻¹⁶: θ = r + kπ/2 with |r| ≤ π/4, π/2 in three parts
/// so that k·part is exact, and polynomials in r².
///
/// **Reference.** W. J. Cody, W. Waite, *Software Manual for the Elementary Functions*,
/// Prentice-Hall (1980), chapter 8 (reduction); Sun Microsystems, *Freely Distributable LIBM*
/// (1993), k_sin.c and k_cos.c (coefficients).
public final class SineCosine {
  /// More than the absolute error of any cosine or sine. No cosine is 0, for no number is nearer to
  /// an odd multiple of π/2 than 2⁻⁶⁰.
  public static final double ERROR = 2e-16;

  /// Added and taken away again it rounds to an integer, which stands in its low bits meanwhile.
  public static final double ROUND = 0x1.8p52;

  /// 2/π.
  public static final double TWO_OVER_PI = 2 / Math.PI;

  /// The first 33 bits of π/2, the next 33, the rest.
  public static final double HALF_PI_1 = 1.5707963267341256;

  /// The 33 bits of π/2 after the first 33.
  public static final double HALF_PI_2 = 6.077100506303966e-11;

  /// The rest of π/2.
  public static final double HALF_PI_3 = 2.0222662487959506e-21;

  /// A coefficient of (sin r − r)/r³, at r^0.
  public static final double S1 = -0.16666666666666632;

  /// A coefficient of (sin r − r)/r³, at r^2.
  public static final double S2 = 0.00833333333332249;

  /// A coefficient of (sin r − r)/r³, at r^4.
  public static final double S3 = -0.0001984126982985795;

  /// A coefficient of (sin r − r)/r³, at r^6.
  public static final double S4 = 2.7557313707070068e-06;

  /// A coefficient of (sin r − r)/r³, at r^8.
  public static final double S5 = -2.5050760253406863e-08;

  /// A coefficient of (sin r − r)/r³, at r^10.
  public static final double S6 = 1.58969099521155e-10;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^0.
  public static final double C1 = 0.0416666666666666;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^2.
  public static final double C2 = -0.001388888888887411;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^4.
  public static final double C3 = 2.480158728947673e-05;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^6.
  public static final double C4 = -2.7557314351390663e-07;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^8.
  public static final double C5 = 2.087572321298175e-09;

  /// A coefficient of (cos r − 1 + r²/2)/r⁴, at r^10.
  public static final double C6 = -1.1359647557788195e-11;

  private SineCosine() {}

  /// Computes cos θ and sin θ, bit for bit as the Vector API does.
  ///
  /// @param theta θ
  /// @param trig receives them
  /// @param cos where cos θ goes
  /// @param sin where sin θ goes
  public static void compute(double theta, double[] trig, int cos, int sin) {
    if (!(Math.abs(theta) <= PauliLanes.LARGEST_REDUCED)) {
      trig[cos] = Math.cos(theta);
      trig[sin] = Math.sin(theta);
      return;
    }
    double shifted = Math.fma(theta, TWO_OVER_PI, ROUND);
    long k = Double.doubleToRawLongBits(shifted);
    double turns = shifted - ROUND;
    double r = Math.fma(turns, -HALF_PI_1, theta);
    r = Math.fma(turns, -HALF_PI_2, r);
    r = Math.fma(turns, -HALF_PI_3, r);
    double z = r * r;
    double p = Math.fma(S6, z, S5);
    p = Math.fma(p, z, S4);
    p = Math.fma(p, z, S3);
    p = Math.fma(p, z, S2);
    p = Math.fma(p, z, S1);
    double s = Math.fma(p * z, r, r);
    double q = Math.fma(C6, z, C5);
    q = Math.fma(q, z, C4);
    q = Math.fma(q, z, C3);
    q = Math.fma(q, z, C2);
    q = Math.fma(q, z, C1);
    double c = Math.fma(q * z, z, Math.fma(z, -0.5, 1));
    boolean exchanged = (k & 1) != 0;
    trig[sin] = flipped(exchanged ? c : s, (k & 2) << 62);
    trig[cos] = flipped(exchanged ? s : c, ((k + 1) & 2) << 62);
  }

  private static double flipped(double number, long sign) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(number) ^ sign);
  }
}
