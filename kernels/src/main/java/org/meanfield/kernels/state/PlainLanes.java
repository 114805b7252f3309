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
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        if (positive(axis, r)) {
          int first = r * LANES + lane;
          int second = (r ^ x) * LANES + lane;
          sum += lambda[l + second] * psi[p + first] - lambda[l + first] * psi[p + second];
        }
      }
      sums[at + lane] += sum;
    }
  }

  @Override
  public void phase(
      int amplitudes,
      boolean real,
      boolean conjugate,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] phases,
      int at) {
    int im = amplitudes * LANES;
    for (int i = 0; i < im; i++) {
      double c = phases[at + i];
      double s = conjugate ? -phases[at + im + i] : phases[at + im + i];
      double a = from[f + i];
      if (real) {
        to[t + i] = c * a;
        to[t + im + i] = s * a;
      } else {
        double b = from[f + im + i];
        to[t + i] = Math.fma(c, a, -s * b);
        to[t + im + i] = Math.fma(c, b, s * a);
      }
    }
  }

  @Override
  public void phaseOverlap(
      int amplitudes,
      boolean real,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int im = amplitudes * LANES;
    for (int i = 0; i < im; i++) {
      double sum = Math.fma(lambda[l + im + i], psi[p + i], sums[at + i]);
      sums[at + i] = real ? sum : Math.fma(-lambda[l + i], psi[p + im + i], sum);
    }
  }

  @Override
  public void contract(PauliAxis axis, double[] rows, int r, double[] sums, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int b = 0; b < axis.amplitudes(); b++) {
        double row = rows[r + b * LANES + lane];
        sum += ((Integer.bitCount(b & axis.z()) + axis.turn()) & 1) == 0 ? row : -row;
      }
      sums[at + lane] += sum;
    }
  }

  @Override
  public void expectation(
      double[] weights, boolean real, double[] psi, int p, double[] out, int at) {
    int im = weights.length * LANES;
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int b = 0; b < weights.length; b++) {
        double a = psi[p + b * LANES + lane];
        double square = a * a;
        if (!real) {
          double c = psi[p + im + b * LANES + lane];
          square = Math.fma(c, c, square);
        }
        sum = Math.fma(weights[b], square, sum);
      }
      out[at + lane] = sum;
    }
  }

  @Override
  public void weigh(
      double[] weights, double factor, boolean real, double[] psi, int p, double[] lambda, int l) {
    int im = weights.length * LANES;
    for (int b = 0; b < weights.length; b++) {
      double w = factor * weights[b];
      for (int i = b * LANES; i < (b + 1) * LANES; i++) {
        lambda[l + i] = w * psi[p + i];
        if (!real) {
          lambda[l + im + i] = w * psi[p + im + i];
        }
      }
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
