package org.meanfield.kernels.pauli;

/// Numbers as lanes hold them.
public final class Real {
  /// Taken for a cosine of 0 where a tangent is wanted: turns err by no more.
  public static final double LEAST_COSINE = 0x1p-60;

  private Real() {}

  /// {@return a number, in double precision as it is}
  ///
  /// @param number the number
  public static double of(double number) {
    return number;
  }

  /// {@return numbers, in double precision the same array}
  ///
  /// @param numbers the numbers
  public static double[] of(double[] numbers) {
    return numbers;
  }

  /// {@return the cosine that belongs to a tangent as lanes hold it: so a turn by that tangent and
  /// this factor keeps norms}
  ///
  /// @param cosine cos a
  /// @param tangent tan a
  public static double cosine(double cosine, double tangent) {
    return cosine;
  }

  /// {@return the square of the cosine that belongs to a tangent as lanes hold it}
  ///
  /// @param square cos² a
  /// @param tangent tan a
  public static double squaredCosine(double square, double tangent) {
    return square;
  }
}
