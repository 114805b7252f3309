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

  /// {@return all bits set if κ(r) is −1, else 0}
  private static int swap(int r, int z, int turn) {
    return -((Integer.bitCount(r & z) + turn) & 1);
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
    int rows = axis.rows(real);
    int x = axis.rowX();
    int z = axis.rowZ();
    int turn = axis.turn();
    int pivot = Integer.highestOneBit(x);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector cos = load(trig, at + lane);
      DoubleVector sin = load(trig, at + LANES + lane);
      DoubleVector minus = sin.neg();
      for (int base = 0; base < rows; base += 2 * pivot) {
        for (int r = base; r < base + pivot; r++) {
          int r0 = r ^ (x & swap(r, z, turn));
          int i0 = r0 * LANES + lane;
          int i1 = (r0 ^ x) * LANES + lane;
          DoubleVector v0 = load(from, f + i0);
          DoubleVector v1 = load(from, f + i1);
          cos.fma(v0, minus.mul(v1)).intoArray(to, t + i0);
          cos.fma(v1, sin.mul(v0)).intoArray(to, t + i1);
        }
      }
    }
  }

  /// Rows come in fours (r₀, r₁ = r₀ ⊕ x̃₁, r₂ = r₀ ⊕ x̃₂, r₃), loaded and stored once. Where
  /// |x̃₁∧z̃₂| is even, r₀ can be chosen with κ₁ = κ₂ = +1 and all four planes turn alike. Where it
  /// is odd, κ₁ changes along x̃₂ and κ₂ along x̃₁: r₀ has κ₁ = +1, and the sine of the second
  /// angle takes κ₂.
  @Override
  public void rotateTwo(
      PauliAxis first,
      PauliAxis second,
      boolean real,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] trig,
      int at,
      int then) {
    int rows = Math.min(first.rows(real), second.rows(real));
    int x1 = first.rowX();
    int z1 = first.rowZ();
    int turn1 = first.turn();
    int x2 = second.rowX();
    int z2 = second.rowZ();
    int turn2 = second.turn();
    int alike = (Integer.bitCount(x1 & z2) & 1) - 1;
    int pivot = Integer.highestOneBit(x1);
    int pivot2 = Integer.highestOneBit((x2 & pivot) == 0 ? x2 : x2 ^ x1);
    int outer = Math.max(pivot, pivot2);
    int inner = Math.min(pivot, pivot2);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector cos1 = load(trig, at + lane);
      DoubleVector sin1 = load(trig, at + LANES + lane);
      DoubleVector minus1 = sin1.neg();
      DoubleVector far1 = alike == 0 ? minus1 : sin1;
      DoubleVector farMinus1 = far1.neg();
      DoubleVector cos2 = load(trig, then + lane);
      DoubleVector sin2 = load(trig, then + LANES + lane);
      DoubleVector far2 = alike == 0 ? sin2.neg() : sin2;
      for (int top = 0; top < rows; top += 2 * outer) {
        for (int base = top; base < top + outer; base += 2 * inner) {
          for (int r = base; r < base + inner; r++) {
            int r0 = r ^ (x1 & swap(r, z1, turn1)) ^ (x2 & swap(r, z2, turn2) & alike);
            double sense = 1 + 2 * swap(r0, z2, turn2);
            int i0 = r0 * LANES + lane;
            int i1 = (r0 ^ x1) * LANES + lane;
            int i2 = (r0 ^ x2) * LANES + lane;
            int i3 = (r0 ^ x1 ^ x2) * LANES + lane;
            DoubleVector v0 = load(from, f + i0);
            DoubleVector v1 = load(from, f + i1);
            DoubleVector v2 = load(from, f + i2);
            DoubleVector v3 = load(from, f + i3);
            DoubleVector w0 = cos1.fma(v0, minus1.mul(v1));
            DoubleVector w1 = cos1.fma(v1, sin1.mul(v0));
            DoubleVector w2 = cos1.fma(v2, farMinus1.mul(v3));
            DoubleVector w3 = cos1.fma(v3, far1.mul(v2));
            DoubleVector near = sin2.mul(sense);
            DoubleVector far = far2.mul(sense);
            cos2.fma(w0, near.neg().mul(w2)).intoArray(to, t + i0);
            cos2.fma(w2, near.mul(w0)).intoArray(to, t + i2);
            cos2.fma(w1, far.neg().mul(w3)).intoArray(to, t + i1);
            cos2.fma(w3, far.mul(w1)).intoArray(to, t + i3);
          }
        }
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
    int rows = axis.rows(real);
    int x = axis.rowX();
    int z = axis.rowZ();
    int turn = axis.turn();
    int pivot = Integer.highestOneBit(x);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus = DoubleVector.zero(SPECIES);
      DoubleVector minus = DoubleVector.zero(SPECIES);
      for (int base = 0; base < rows; base += 2 * pivot) {
        for (int r = base; r < base + pivot; r++) {
          int r0 = r ^ (x & swap(r, z, turn));
          int i0 = r0 * LANES + lane;
          int i1 = (r0 ^ x) * LANES + lane;
          plus = load(lambda, l + i1).fma(load(psi, p + i0), plus);
          minus = load(lambda, l + i0).fma(load(psi, p + i1), minus);
        }
      }
      load(sums, at + lane).add(plus.sub(minus)).intoArray(sums, at + lane);
    }
  }

  /// The rows in fours of [#rotateTwo].
  @Override
  public void overlapTwo(
      PauliAxis first,
      PauliAxis second,
      boolean real,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at,
      int then) {
    int rows = Math.min(first.rows(real), second.rows(real));
    int x1 = first.rowX();
    int z1 = first.rowZ();
    int turn1 = first.turn();
    int x2 = second.rowX();
    int z2 = second.rowZ();
    int turn2 = second.turn();
    int alike = (Integer.bitCount(x1 & z2) & 1) - 1;
    int pivot = Integer.highestOneBit(x1);
    int pivot2 = Integer.highestOneBit((x2 & pivot) == 0 ? x2 : x2 ^ x1);
    int outer = Math.max(pivot, pivot2);
    int inner = Math.min(pivot, pivot2);
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector near1 = DoubleVector.zero(SPECIES);
      DoubleVector far1 = DoubleVector.zero(SPECIES);
      DoubleVector near2 = DoubleVector.zero(SPECIES);
      DoubleVector far2 = DoubleVector.zero(SPECIES);
      for (int top = 0; top < rows; top += 2 * outer) {
        for (int base = top; base < top + outer; base += 2 * inner) {
          for (int r = base; r < base + inner; r++) {
            int r0 = r ^ (x1 & swap(r, z1, turn1)) ^ (x2 & swap(r, z2, turn2) & alike);
            DoubleVector sense = DoubleVector.broadcast(SPECIES, 1 + 2 * swap(r0, z2, turn2));
            int i0 = r0 * LANES + lane;
            int i1 = (r0 ^ x1) * LANES + lane;
            int i2 = (r0 ^ x2) * LANES + lane;
            int i3 = (r0 ^ x1 ^ x2) * LANES + lane;
            DoubleVector v0 = load(psi, p + i0);
            DoubleVector v1 = load(psi, p + i1);
            DoubleVector v2 = load(psi, p + i2);
            DoubleVector v3 = load(psi, p + i3);
            DoubleVector l0 = load(lambda, l + i0);
            DoubleVector l1 = load(lambda, l + i1);
            DoubleVector l2 = load(lambda, l + i2);
            DoubleVector l3 = load(lambda, l + i3);
            near1 = l1.fma(v0, l0.neg().fma(v1, near1));
            far1 = l3.fma(v2, l2.neg().fma(v3, far1));
            near2 = sense.fma(l2.mul(v0).sub(l0.mul(v2)), near2);
            far2 = sense.fma(l3.mul(v1).sub(l1.mul(v3)), far2);
          }
        }
      }
      DoubleVector sum1 = alike == 0 ? near1.sub(far1) : near1.add(far1);
      DoubleVector sum2 = alike == 0 ? near2.sub(far2) : near2.add(far2);
      load(sums, at + lane).add(sum1).intoArray(sums, at + lane);
      load(sums, then + lane).add(sum2).intoArray(sums, then + lane);
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
