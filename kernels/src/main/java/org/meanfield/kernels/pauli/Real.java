package org.meanfield.kernels.pauli;

/// Numbers as lanes hold them.
public final class Real {
  private Real() {}

  /// {@return a number, in double precision as it is}
  ///
  /// @param number the number
  public static double of(double number) {
    return number;
  }
}
