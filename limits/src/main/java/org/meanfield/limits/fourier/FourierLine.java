package org.meanfield.limits.fourier;

/// The discrete Fourier transform of one line of M numbers, any M ≥ 1, O(M log M). Immutable and
/// shareable.
sealed interface FourierLine permits PowerOfTwoLine, ChirpLine {
  /// {@return the transform of lines of a length}
  ///
  /// @param points M ≥ 1
  static FourierLine of(int points) {
    return Integer.bitCount(points) == 1 ? new PowerOfTwoLine(points) : new ChirpLine(points);
  }

  /// Computes Σ_i v_i e^{s·2πi m·i/M} for each m, not normalised.
  ///
  /// @param re M real parts, overwritten
  /// @param im M imaginary parts, overwritten
  /// @param sign s: −1 from values to coefficients, 1 from coefficients to values
  void apply(double[] re, double[] im, int sign);
}
