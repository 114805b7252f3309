package org.meanfield.limits.fourier;

import java.util.Arrays;
import org.meanfield.api.Workers;
import org.meanfield.limits.grid.TorusGrid;

/// The derivative of a 2π-periodic function given at the points of a grid, through the discrete
/// Fourier series u_j = Σ_m c_m e^{imθ_j} of each line, |m| < G/2; the term m = G/2 is left out.
/// Any G, O(G log G) per line. Immutable and shareable.
///
/// **Reference.** L. N. Trefethen, *Spectral Methods in MATLAB*, SIAM (2000), chapter 3.
public final class SpectralDerivative {
  private final TorusGrid grid;
  private final FourierLine transform;

  /// @param grid G ≥ 2 points per axis
  public SpectralDerivative(TorusGrid grid) {
    this.grid = grid;
    this.transform = FourierLine.of(grid.perAxis());
  }

  /// Differentiates along one axis, line by line.
  ///
  /// @param values holds the grid
  /// @param offset where the grid begins
  /// @param axis 0 ≤ k < d
  /// @param out receives G^d derivatives
  /// @param workers where lines run
  /// @return the largest 2m|c_m| with m ≥ 3G/8 over all lines: what is left out beyond G/2 is
  ///   smaller where the series falls
  public double along(double[] values, int offset, int axis, double[] out, Workers workers) {
    double[] tails = new double[grid.size() / grid.perAxis()];
    workers.each(
        tails.length,
        line -> {
          int first = grid.lineStart(axis, line);
          tails[line] = line(values, offset + first, grid.stride(axis), out, first);
        });
    return Arrays.stream(tails).max().orElse(0);
  }

  private double line(double[] values, int from, int stride, double[] out, int to) {
    int points = grid.perAxis();
    double[] re = new double[points];
    double[] im = new double[points];
    for (int j = 0; j < points; j++) {
      re[j] = values[from + j * stride];
    }
    transform.apply(re, im, -1);
    double tail = 0;
    for (int at = 0; at < points; at++) {
      int m = 2 * at < points ? at : 2 * at == points ? 0 : at - points;
      // i m c_m
      double scale = (double) m / points;
      double real = -scale * im[at];
      im[at] = scale * re[at];
      re[at] = real;
      if (8 * Math.abs(m) >= 3 * points) {
        tail = Math.max(tail, 2 * Math.hypot(re[at], im[at]));
      }
    }
    transform.apply(re, im, 1);
    for (int j = 0; j < points; j++) {
      out[to + j * stride] = re[j];
    }
    return tail;
  }
}
