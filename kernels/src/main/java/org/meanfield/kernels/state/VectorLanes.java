package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;

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
      DoubleVector cos = fromArray(SPECIES, trig, at + lane);
      DoubleVector sin = fromArray(SPECIES, trig, at + LANES + lane);
      DoubleVector minus = sin.neg();
      for (int base = 0; base < rows; base += 2 * pivot) {
        for (int r = base; r < base + pivot; r++) {
          int r0 = r ^ (x & swap(r, z, turn));
          int i0 = r0 * LANES + lane;
          int i1 = (r0 ^ x) * LANES + lane;
          DoubleVector v0 = fromArray(SPECIES, from, f + i0);
          DoubleVector v1 = fromArray(SPECIES, from, f + i1);
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
      DoubleVector cos1 = fromArray(SPECIES, trig, at + lane);
      DoubleVector sin1 = fromArray(SPECIES, trig, at + LANES + lane);
      DoubleVector minus1 = sin1.neg();
      DoubleVector far1 = alike == 0 ? minus1 : sin1;
      DoubleVector farMinus1 = far1.neg();
      DoubleVector cos2 = fromArray(SPECIES, trig, then + lane);
      DoubleVector sin2 = fromArray(SPECIES, trig, then + LANES + lane);
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
            DoubleVector v0 = fromArray(SPECIES, from, f + i0);
            DoubleVector v1 = fromArray(SPECIES, from, f + i1);
            DoubleVector v2 = fromArray(SPECIES, from, f + i2);
            DoubleVector v3 = fromArray(SPECIES, from, f + i3);
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
          plus = fromArray(SPECIES, lambda, l + i1).fma(fromArray(SPECIES, psi, p + i0), plus);
          minus = fromArray(SPECIES, lambda, l + i0).fma(fromArray(SPECIES, psi, p + i1), minus);
        }
      }
      fromArray(SPECIES, sums, at + lane).add(plus.sub(minus)).intoArray(sums, at + lane);
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
        DoubleVector re = fromArray(SPECIES, psi, i);
        DoubleVector imag = fromArray(SPECIES, psi, i + im);
        w.fma(imaginary ? imag.neg() : re, fromArray(SPECIES, lambda, k)).intoArray(lambda, k);
        w.fma(imaginary ? re : imag, fromArray(SPECIES, lambda, k + im)).intoArray(lambda, k + im);
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
        sum = fromArray(SPECIES, lambda, l + i).fma(fromArray(SPECIES, psi, p + i), sum);
      }
      sum.intoArray(out, at + lane);
    }
  }
}
