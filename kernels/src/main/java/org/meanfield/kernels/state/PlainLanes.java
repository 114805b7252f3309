package org.meanfield.kernels.state;

/// Plain loops: the scalar twin of [VectorLanes].
final class PlainLanes implements StateLanes {
  @Override
  public void broadcast(int rows, double[] numbers, int n, double[] to, int t) {
    for (int b = 0; b < rows; b++) {
      for (int lane = 0; lane < LANES; lane++) {
        to[t + b * LANES + lane] = numbers[n + b];
      }
    }
  }

  @Override
  public void rotate(
      PauliAxis axis,
      boolean real,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] trig,
      int at) {
    int rows = axis.rows(real);
    int x = axis.rowX();
    int pivot = Integer.highestOneBit(x);
    for (int r = 0; r < rows; r++) {
      if ((r & pivot) == 0) {
        int first = (positive(axis, r) ? r : r ^ x) * LANES;
        int second = (positive(axis, r) ? r ^ x : r) * LANES;
        for (int lane = 0; lane < LANES; lane++) {
          double c = trig[at + lane];
          double s = trig[at + LANES + lane];
          double a = from[f + first + lane];
          double b = from[f + second + lane];
          to[t + first + lane] = Math.fma(c, a, -s * b);
          to[t + second + lane] = Math.fma(c, b, s * a);
        }
      }
    }
  }

  /// {@return whether κ(r) = +1}
  private static boolean positive(PauliAxis axis, int r) {
    return ((Integer.bitCount(r & axis.rowZ()) + axis.turn()) & 1) == 0;
  }

  @Override
  public void overlap(
      PauliAxis axis,
      boolean real,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = axis.rows(real);
    int x = axis.rowX();
    int pivot = Integer.highestOneBit(x);
    for (int lane = 0; lane < LANES; lane++) {
      double plus = 0;
      double minus = 0;
      for (int r = 0; r < rows; r++) {
        if ((r & pivot) == 0) {
          int first = (positive(axis, r) ? r : r ^ x) * LANES + lane;
          int second = (positive(axis, r) ? r ^ x : r) * LANES + lane;
          plus = Math.fma(lambda[l + second], psi[p + first], plus);
          minus = Math.fma(lambda[l + first], psi[p + second], minus);
        }
      }
      sums[at + lane] += plus - minus;
    }
  }

  @Override
  public void addPauli(PauliAxis axis, double factor, double[] psi, int p, double[] lambda, int l) {
    int n = axis.amplitudes();
    int im = n * LANES;
    boolean imaginary = axis.isImaginary();
    for (int b = 0; b < n; b++) {
      double w = ((Integer.bitCount(b & axis.z()) + axis.phase()) & 1) == 0 ? factor : -factor;
      int i = p + b * LANES;
      int k = l + (b ^ axis.x()) * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        double re = psi[i + lane];
        double imag = psi[i + im + lane];
        lambda[k + lane] = Math.fma(w, imaginary ? -imag : re, lambda[k + lane]);
        lambda[k + im + lane] = Math.fma(w, imaginary ? re : imag, lambda[k + im + lane]);
      }
    }
  }

  @Override
  public void dot(
      int amplitudes, double[] lambda, int l, double[] psi, int p, double[] out, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int i = lane; i < 2 * amplitudes * LANES; i += LANES) {
        sum = Math.fma(lambda[l + i], psi[p + i], sum);
      }
      out[at + lane] = sum;
    }
  }
}
