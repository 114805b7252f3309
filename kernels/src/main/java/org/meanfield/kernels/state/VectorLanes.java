package org.meanfield.kernels.state;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API: cosines, sines and sums stay in registers while the rows go by.
///
/// The sense of a plane rotation is chosen without a branch, by exchanging the two row indices.
final class VectorLanes implements StateLanes {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  private static final int WIDTH = SPECIES.length();

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  /// {@return all bits set if κ(b) is −1, else 0}
  private static int swap(int b, int z, int turn) {
    return -((Integer.bitCount(b & z) + turn) & 1);
  }

  @Override
  public void broadcast(int rows, double[] numbers, int n, double[] to, int t) {
    for (int b = 0; b < rows; b++) {
      DoubleVector row = DoubleVector.broadcast(SPECIES, numbers[n + b]);
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        row.intoArray(to, t + b * LANES + lane);
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
    int im = axis.amplitudes() * LANES;
    if (axis.isImaginary()) {
      rotateWithin(axis, from, f, to, t, trig, at);
      if (!real) {
        rotateWithin(axis, from, f + im, to, t + im, trig, at);
      }
    } else {
      PlainLanes.requireComplex(real);
      rotateAcross(axis, from, f, to, t, trig, at);
    }
  }

  private static void rotateWithin(
      PauliAxis axis, double[] from, int f, double[] to, int t, double[] trig, int at) {
    int x = axis.x();
    int z = axis.z();
    int turn = axis.turn();
    int n = axis.amplitudes();
    int pivot = Integer.highestOneBit(x);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector cos = load(trig, at + lane);
      DoubleVector sin = load(trig, at + LANES + lane);
      DoubleVector minus = sin.neg();
      for (int base = 0; base < n; base += 2 * pivot) {
        for (int b = base; b < base + pivot; b++) {
          int exchange = x & swap(b, z, turn);
          int p = (b ^ exchange) * LANES + lane;
          int q = (b ^ x ^ exchange) * LANES + lane;
          DoubleVector a = load(from, f + p);
          DoubleVector c = load(from, f + q);
          cos.fma(a, minus.mul(c)).intoArray(to, t + p);
          cos.fma(c, sin.mul(a)).intoArray(to, t + q);
        }
      }
    }
  }

  private static void rotateAcross(
      PauliAxis axis, double[] from, int f, double[] to, int t, double[] trig, int at) {
    int x = axis.x();
    int z = axis.z();
    int turn = axis.turn();
    int n = axis.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector cos = load(trig, at + lane);
      DoubleVector sin = load(trig, at + LANES + lane);
      DoubleVector minus = sin.neg();
      for (int b = 0; b < n; b++) {
        int partner = n + (b ^ x);
        int exchange = (b ^ partner) & swap(b, z, turn);
        int p = (b ^ exchange) * LANES + lane;
        int q = (partner ^ exchange) * LANES + lane;
        DoubleVector a = load(from, f + p);
        DoubleVector c = load(from, f + q);
        cos.fma(a, minus.mul(c)).intoArray(to, t + p);
        cos.fma(c, sin.mul(a)).intoArray(to, t + q);
      }
    }
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
    if (axis.isImaginary()) {
      overlapWithin(axis, real ? 1 : 2, lambda, l, psi, p, sums, at);
    } else {
      PlainLanes.requireComplex(real);
      overlapAcross(axis, lambda, l, psi, p, sums, at);
    }
  }

  private static void overlapWithin(
      PauliAxis axis,
      int parts,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int x = axis.x();
    int z = axis.z();
    int turn = axis.turn();
    int n = axis.amplitudes();
    int pivot = Integer.highestOneBit(x);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus = DoubleVector.zero(SPECIES);
      DoubleVector minus = DoubleVector.zero(SPECIES);
      for (int base = 0; base < parts * n; base += 2 * pivot) {
        for (int b = base; b < base + pivot; b++) {
          int exchange = x & swap(b, z, turn);
          int i = (b ^ exchange) * LANES + lane;
          int k = (b ^ x ^ exchange) * LANES + lane;
          plus = load(lambda, l + k).fma(load(psi, p + i), plus);
          minus = load(lambda, l + i).fma(load(psi, p + k), minus);
        }
      }
      load(sums, at + lane).add(plus.sub(minus)).intoArray(sums, at + lane);
    }
  }

  private static void overlapAcross(
      PauliAxis axis, double[] lambda, int l, double[] psi, int p, double[] sums, int at) {
    int x = axis.x();
    int z = axis.z();
    int turn = axis.turn();
    int n = axis.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus = DoubleVector.zero(SPECIES);
      DoubleVector minus = DoubleVector.zero(SPECIES);
      for (int b = 0; b < n; b++) {
        int partner = n + (b ^ x);
        int exchange = (b ^ partner) & swap(b, z, turn);
        int i = (b ^ exchange) * LANES + lane;
        int k = (partner ^ exchange) * LANES + lane;
        plus = load(lambda, l + k).fma(load(psi, p + i), plus);
        minus = load(lambda, l + i).fma(load(psi, p + k), minus);
      }
      load(sums, at + lane).add(plus.sub(minus)).intoArray(sums, at + lane);
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
    double sign = conjugate ? -1 : 1;
    for (int i = 0; i < im; i += WIDTH) {
      DoubleVector c = load(phases, at + i);
      DoubleVector s = load(phases, at + im + i).mul(sign);
      DoubleVector a = load(from, f + i);
      if (real) {
        c.mul(a).intoArray(to, t + i);
        s.mul(a).intoArray(to, t + im + i);
      } else {
        DoubleVector b = load(from, f + im + i);
        c.fma(a, s.neg().mul(b)).intoArray(to, t + i);
        c.fma(b, s.mul(a)).intoArray(to, t + im + i);
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
    for (int i = 0; i < im; i += WIDTH) {
      DoubleVector sum = load(lambda, l + im + i).fma(load(psi, p + i), load(sums, at + i));
      if (!real) {
        sum = load(lambda, l + i).neg().fma(load(psi, p + im + i), sum);
      }
      sum.intoArray(sums, at + i);
    }
  }

  @Override
  public void contract(PauliAxis axis, double[] rows, int r, double[] sums, int at) {
    int z = axis.z();
    int turn = axis.turn();
    int n = axis.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int b = 0; b < n; b++) {
        sum = sum.add(load(rows, r + b * LANES + lane).mul(1 + 2 * swap(b, z, turn)));
      }
      load(sums, at + lane).add(sum).intoArray(sums, at + lane);
    }
  }

  @Override
  public void expectation(
      double[] weights, boolean real, double[] psi, int p, double[] out, int at) {
    int im = weights.length * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int b = 0; b < weights.length; b++) {
        DoubleVector a = load(psi, p + b * LANES + lane);
        DoubleVector square = a.mul(a);
        if (!real) {
          DoubleVector c = load(psi, p + im + b * LANES + lane);
          square = c.fma(c, square);
        }
        sum = DoubleVector.broadcast(SPECIES, weights[b]).fma(square, sum);
      }
      sum.intoArray(out, at + lane);
    }
  }

  @Override
  public void weigh(
      double[] weights, double factor, boolean real, double[] psi, int p, double[] lambda, int l) {
    int im = weights.length * LANES;
    for (int b = 0; b < weights.length; b++) {
      double w = factor * weights[b];
      for (int i = b * LANES; i < (b + 1) * LANES; i += WIDTH) {
        load(psi, p + i).mul(w).intoArray(lambda, l + i);
        if (!real) {
          load(psi, p + im + i).mul(w).intoArray(lambda, l + im + i);
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
      DoubleVector w =
          DoubleVector.broadcast(SPECIES, factor * (1 + 2 * swap(b, axis.z(), axis.phase())));
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        int i = p + b * LANES + lane;
        int k = l + (b ^ axis.x()) * LANES + lane;
        DoubleVector re = load(psi, i);
        DoubleVector imag = load(psi, i + im);
        w.fma(imaginary ? imag.neg() : re, load(lambda, k)).intoArray(lambda, k);
        w.fma(imaginary ? re : imag, load(lambda, k + im)).intoArray(lambda, k + im);
      }
    }
  }

  @Override
  public void dot(
      int amplitudes, double[] lambda, int l, double[] psi, int p, double[] out, int at) {
    int size = 2 * amplitudes * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = lane; i < size; i += LANES) {
        sum = load(lambda, l + i).fma(load(psi, p + i), sum);
      }
      sum.intoArray(out, at + lane);
    }
  }
}
