package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.state.BatchLanes.LANES;
import static org.meanfield.kernels.state.VectorBatchLanes.SPECIES;
import static org.meanfield.kernels.state.VectorBatchLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Products of states with each other, in blocks of 2×4: 6 rows loaded for 8 products.
final class VectorGram {
  private static final int LEFT = 2;
  private static final int RIGHT = 4;

  private VectorGram() {}

  /// One method on purpose: parts small enough to be inlined into callers put vectors on the heap
  /// there.
  static void add(
      int amplitudes,
      int states,
      double[] left,
      int l,
      double[] right,
      int r,
      double[] sums,
      int at) {
    int size = amplitudes * LANES;
    int step = states * LANES;
    for (int i = 0; i < states; i += LEFT) {
      // Whole blocks end with the last state; what is left of them begins with the diagonal.
      int rows = Math.min(LEFT, states - i);
      int begin = rows < LEFT ? states : states - (states - i - 1) / RIGHT * RIGHT;
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        for (int a = i; a < i + rows; a++) {
          int source = l + a * size;
          for (int j = a; j < begin; j++) {
            int other = r + j * size;
            int to = at + a * step + j * LANES + lane;
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int k = lane; k < size; k += LANES) {
              DoubleVector x = fromArray(SPECIES, left, source + k);
              sum = x.fma(fromArray(SPECIES, right, other + k), sum);
            }
            fromArray(SPECIES, sums, to).add(sum).intoArray(sums, to);
          }
        }
        int l0 = l + i * size;
        int l1 = l0 + size;
        for (int j = begin; j < states; j += RIGHT) {
          int r0 = r + j * size;
          int r1 = r0 + size;
          int r2 = r1 + size;
          int r3 = r2 + size;
          DoubleVector s00 = DoubleVector.zero(SPECIES);
          DoubleVector s10 = DoubleVector.zero(SPECIES);
          DoubleVector s01 = DoubleVector.zero(SPECIES);
          DoubleVector s11 = DoubleVector.zero(SPECIES);
          DoubleVector s02 = DoubleVector.zero(SPECIES);
          DoubleVector s12 = DoubleVector.zero(SPECIES);
          DoubleVector s03 = DoubleVector.zero(SPECIES);
          DoubleVector s13 = DoubleVector.zero(SPECIES);
          for (int k = lane; k < size; k += LANES) {
            DoubleVector x0 = fromArray(SPECIES, left, l0 + k);
            DoubleVector x1 = fromArray(SPECIES, left, l1 + k);
            DoubleVector y0 = fromArray(SPECIES, right, r0 + k);
            s00 = x0.fma(y0, s00);
            s10 = x1.fma(y0, s10);
            DoubleVector y1 = fromArray(SPECIES, right, r1 + k);
            s01 = x0.fma(y1, s01);
            s11 = x1.fma(y1, s11);
            DoubleVector y2 = fromArray(SPECIES, right, r2 + k);
            s02 = x0.fma(y2, s02);
            s12 = x1.fma(y2, s12);
            DoubleVector y3 = fromArray(SPECIES, right, r3 + k);
            s03 = x0.fma(y3, s03);
            s13 = x1.fma(y3, s13);
          }
          int to = at + i * step + j * LANES + lane;
          int next = to + step;
          fromArray(SPECIES, sums, to).add(s00).intoArray(sums, to);
          fromArray(SPECIES, sums, to + LANES).add(s01).intoArray(sums, to + LANES);
          fromArray(SPECIES, sums, to + 2 * LANES).add(s02).intoArray(sums, to + 2 * LANES);
          fromArray(SPECIES, sums, to + 3 * LANES).add(s03).intoArray(sums, to + 3 * LANES);
          fromArray(SPECIES, sums, next).add(s10).intoArray(sums, next);
          fromArray(SPECIES, sums, next + LANES).add(s11).intoArray(sums, next + LANES);
          fromArray(SPECIES, sums, next + 2 * LANES).add(s12).intoArray(sums, next + 2 * LANES);
          fromArray(SPECIES, sums, next + 3 * LANES).add(s13).intoArray(sums, next + 3 * LANES);
        }
      }
    }
  }
}
