package org.meanfield.limits;

/// The discrete Fourier transform on a grid of M points per axis, M a power of two, in place.
/// Immutable.
///
/// **Reference.** J. W. Cooley, J. W. Tukey, *An algorithm for the machine calculation of complex
/// Fourier series*, Math. Comp. 19, 297–301 (1965).
final class FourierTransform {
  private final TorusGrid grid;
  private final double[] cos;
  private final double[] sin;

  /// @param grid N = M, a power of two
  FourierTransform(TorusGrid grid) {
    int n = grid.perAxis();
    if (Integer.bitCount(n) != 1) {
      throw new IllegalArgumentException("a transform needs a power of two, got " + n);
    }
    this.grid = grid;
    this.cos = new double[n];
    this.sin = new double[n];
    for (int i = 0; i < n; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / n);
      sin[i] = Math.sin(2 * Math.PI * i / n);
    }
  }

  /// Computes Σ_i v_i e^{s·2πi m·i/M} for each m, not normalised.
  ///
  /// @param re M^d real parts, overwritten
  /// @param im M^d imaginary parts, overwritten
  /// @param sign s: −1 from values to coefficients, 1 from coefficients to values
  void apply(double[] re, double[] im, int sign) {
    int n = grid.perAxis();
    double[] lineRe = new double[n];
    double[] lineIm = new double[n];
    for (int axis = 0; axis < grid.dimension(); axis++) {
      int stride = grid.stride(axis);
      for (int l = 0; l < grid.size() / n; l++) {
        int start = grid.lineStart(axis, l);
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int i = 0; i < n; i++) {
          int from = start + (n == 1 ? 0 : Integer.reverse(i) >>> shift) * stride;
          lineRe[i] = re[from];
          lineIm[i] = im[from];
        }
        line(lineRe, lineIm, sign);
        for (int i = 0; i < n; i++) {
          re[start + i * stride] = lineRe[i];
          im[start + i * stride] = lineIm[i];
        }
      }
    }
  }

  private void line(double[] re, double[] im, int sign) {
    int n = re.length;
    for (int half = 1; half < n; half *= 2) {
      int skip = n / (2 * half);
      for (int block = 0; block < n; block += 2 * half) {
        for (int i = block, at = 0; i < block + half; i++, at += skip) {
          double c = cos[at];
          double s = sign * sin[at];
          double a = re[i + half] * c - im[i + half] * s;
          double b = re[i + half] * s + im[i + half] * c;
          re[i + half] = re[i] - a;
          im[i + half] = im[i] - b;
          re[i] += a;
          im[i] += b;
        }
      }
    }
  }
}
