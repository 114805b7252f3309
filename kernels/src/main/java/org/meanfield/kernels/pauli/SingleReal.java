package org.meanfield.kernels.pauli;

/// Numbers as lanes of single precision hold them.
public final class SingleReal {
  private SingleReal() {}

  /// {@return a number, rounded to single precision}
  ///
  /// @param number the number
  public static float of(double number) {
    return (float) number;
  }
}
