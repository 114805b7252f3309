package org.meanfield.kernels.pauli;

/// Numbers as lanes of single precision hold them.
public final class SingleReal {
  /// [Real#LEAST_COSINE]
  public static final double LEAST_COSINE = Real.LEAST_COSINE;

  private SingleReal() {}

  /// {@return a number, rounded to single precision}
  ///
  /// @param number the number
  public static float of(double number) {
    return (float) number;
  }

  /// {@return numbers, rounded to single precision}
  ///
  /// @param numbers the numbers
  public static float[] of(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }

  /// {@return ±1/√(1 + t²) with the rounded tangent t: so a turn by that tangent and this factor
  /// keeps norms, where a rounded cosine would change them a little with every turn}
  ///
  /// @param cosine cos a, for its sign
  /// @param tangent tan a
  public static double cosine(double cosine, double tangent) {
    return Math.copySign(Math.sqrt(squaredCosine(0, tangent)), cosine);
  }

  /// {@return 1/(1 + t²) with the rounded tangent t}
  ///
  /// @param square cos² a, which this is nearly
  /// @param tangent tan a
  public static double squaredCosine(double square, double tangent) {
    double rounded = (float) tangent;
    return 1 / (1 + rounded * rounded);
  }
}
