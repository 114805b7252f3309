package org.meanfield.limits.fourier;

/// [FourierLine] for M a power of two, by halves.
///
/// **Reference.** J. W. Cooley, J. W. Tukey, *An algorithm for the machine calculation of complex
/// Fourier series*, Math. Comp. 19, 297–301 (1965).
final class PowerOfTwoLine implements FourierLine {
  private final double[] cos;
  private final double[] sin;

  /// @param points M, a power of two
  PowerOfTwoLine(int points) {
    this.cos = new double[points];
    this.sin = new double[points];
    for (int i = 0; i < points; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / points);
      sin[i] = Math.sin(2 * Math.PI * i / points);
    }
  }

  @Override
  public void apply(double[] re, double[] im, int sign) {
    int n = cos.length;
    reverse(re);
    reverse(im);
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

  /// Puts the number at i where the bits of i, read backwards, say.
  private static void reverse(double[] line) {
    // A shift by 32 would be none: the line of one number has nothing to move.
    int shift = Integer.numberOfLeadingZeros(line.length) + 1;
    for (int i = 1; i < line.length; i++) {
      int other = Integer.reverse(i) >>> shift;
      if (other > i) {
        double swap = line[i];
        line[i] = line[other];
        line[other] = swap;
      }
    }
  }
}
