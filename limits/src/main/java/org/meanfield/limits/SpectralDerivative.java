package org.meanfield.limits;

import java.util.Arrays;
import org.meanfield.api.Workers;

/// The derivative of a 2π-periodic function given at G equispaced points, through its discrete
/// Fourier series u_j = A_0/2 + Σ_m (A_m cos mθ_j + B_m sin mθ_j); the term m = G/2 is left out.
///
/// Plain sums, O(G²) per line, for any G. Immutable and shareable.
///
/// **Reference.** L. N. Trefethen, *Spectral Methods in MATLAB*, SIAM (2000), chapter 3.
final class SpectralDerivative {
  private final int points;
  private final double[] cos;
  private final double[] sin;

  /// @param points G ≥ 2
  SpectralDerivative(int points) {
    this.points = points;
    this.cos = new double[points];
    this.sin = new double[points];
    for (int i = 0; i < points; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / points);
      sin[i] = Math.sin(2 * Math.PI * i / points);
    }
  }

  /// Differentiates along one axis of a grid, line by line.
  ///
  /// @param values holds the grid
  /// @param offset where the grid begins
  /// @param step from one point of a line to the next
  /// @param count the number of grid points, a multiple of G·step
  /// @param out receives `count` derivatives
  /// @param workers where lines run
  /// @return the largest m·|A_m − iB_m| with m ≥ 3G/8 over all lines: what is left out beyond G/2
  ///   is smaller where the series falls
  double along(double[] values, int offset, int step, int count, double[] out, Workers workers) {
    double[] tails = new double[count / points];
    workers.each(
        tails.length,
        line -> {
          int first = line / step * step * points + line % step;
          tails[line] = line(values, offset + first, step, out, first);
        });
    return Arrays.stream(tails).max().orElse(0);
  }

  private double line(double[] values, int from, int step, double[] out, int to) {
    double[] derivative = new double[points];
    double tail = 0;
    for (int m = 1; 2 * m < points; m++) {
      double a = 0;
      double b = 0;
      for (int j = 0, turn = 0; j < points; j++) {
        double value = values[from + j * step];
        a += value * cos[turn];
        b += value * sin[turn];
        turn = next(turn, m);
      }
      double scale = 2.0 * m / points;
      a *= scale;
      b *= scale;
      for (int j = 0, turn = 0; j < points; j++) {
        derivative[j] += b * cos[turn] - a * sin[turn];
        turn = next(turn, m);
      }
      if (8 * m >= 3 * points) {
        tail = Math.max(tail, Math.hypot(a, b));
      }
    }
    for (int j = 0; j < points; j++) {
      out[to + j * step] = derivative[j];
    }
    return tail;
  }

  private int next(int turn, int m) {
    int next = turn + m;
    return next < points ? next : next - points;
  }
}
