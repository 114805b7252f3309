package org.meanfield.limits.fourier;

import java.util.Arrays;

/// [FourierLine] for any M ≥ 2 as a convolution: with w_k = e^{πi k²/M} and 2mi = m² + i² − (m −
/// i)²,
///
/// Σ_i v_i e^{2πi m·i/M} = w_m Σ_i (v_i w_i) w̄_{m−i},
///
/// taken by transforms of a power of two of at least 2M − 1.
///
/// **Reference.** L. I. Bluestein, *A linear filtering approach to the computation of discrete
/// Fourier transform*, IEEE Transactions on Audio and Electroacoustics 18, 451–455 (1970).
final class ChirpLine implements FourierLine {
  private final double[] cos;
  private final double[] sin;
  private final PowerOfTwoLine longer;
  private final double[] kernelRe;
  private final double[] kernelIm;

  /// @param points M ≥ 2
  ChirpLine(int points) {
    int padded = Integer.highestOneBit(2 * points - 2) * 2;
    this.cos = new double[points];
    this.sin = new double[points];
    this.longer = new PowerOfTwoLine(padded);
    this.kernelRe = new double[padded];
    this.kernelIm = new double[padded];
    for (int k = 0; k < points; k++) {
      // k² modulo 2M, as the angle of k² itself would be rounded.
      double angle = Math.PI * ((long) k * k % (2L * points)) / points;
      cos[k] = Math.cos(angle);
      sin[k] = Math.sin(angle);
      kernelRe[k] = cos[k];
      kernelIm[k] = -sin[k];
      kernelRe[(padded - k) % padded] = kernelRe[k];
      kernelIm[(padded - k) % padded] = kernelIm[k];
    }
    longer.apply(kernelRe, kernelIm, -1);
  }

  @Override
  public void apply(double[] re, double[] im, int sign) {
    int n = cos.length;
    // With s = −1 the transform of the conjugates, conjugated: im · s before and after.
    double[] a = Arrays.copyOf(re, kernelRe.length);
    double[] b = Arrays.copyOf(im, kernelRe.length);
    for (int i = 0; i < n; i++) {
      double imaginary = sign * b[i];
      b[i] = a[i] * sin[i] + imaginary * cos[i];
      a[i] = a[i] * cos[i] - imaginary * sin[i];
    }
    longer.apply(a, b, -1);
    for (int i = 0; i < a.length; i++) {
      double real = a[i] * kernelRe[i] - b[i] * kernelIm[i];
      b[i] = (a[i] * kernelIm[i] + b[i] * kernelRe[i]) / a.length;
      a[i] = real / a.length;
    }
    longer.apply(a, b, 1);
    for (int m = 0; m < n; m++) {
      re[m] = a[m] * cos[m] - b[m] * sin[m];
      im[m] = sign * (a[m] * sin[m] + b[m] * cos[m]);
    }
  }
}
