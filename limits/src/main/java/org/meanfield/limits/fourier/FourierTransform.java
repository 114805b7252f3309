package org.meanfield.limits.fourier;

import org.meanfield.limits.grid.TorusGrid;

/// The discrete Fourier transform on a grid of M points per axis, axis by axis, in place.
/// Immutable.
public final class FourierTransform {
  private final TorusGrid grid;
  private final FourierLine line;

  /// @param grid of any number of points per axis
  public FourierTransform(TorusGrid grid) {
    this.grid = grid;
    this.line = FourierLine.of(grid.perAxis());
  }

  /// Computes Σ_i v_i e^{s·2πi m·i/M} for each m, not normalised.
  ///
  /// @param re M^d real parts, overwritten
  /// @param im M^d imaginary parts, overwritten
  /// @param sign s: −1 from values to coefficients, 1 from coefficients to values
  public void apply(double[] re, double[] im, int sign) {
    int n = grid.perAxis();
    double[] lineRe = new double[n];
    double[] lineIm = new double[n];
    for (int axis = 0; axis < grid.dimension(); axis++) {
      int stride = grid.stride(axis);
      for (int l = 0; l < grid.size() / n; l++) {
        int start = grid.lineStart(axis, l);
        for (int i = 0; i < n; i++) {
          lineRe[i] = re[start + i * stride];
          lineIm[i] = im[start + i * stride];
        }
        line.apply(lineRe, lineIm, sign);
        for (int i = 0; i < n; i++) {
          re[start + i * stride] = lineRe[i];
          im[start + i * stride] = lineIm[i];
        }
      }
    }
  }
}
