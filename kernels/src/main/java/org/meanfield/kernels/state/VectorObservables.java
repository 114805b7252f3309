package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.state.BatchLanes.LANES;
import static org.meanfield.kernels.state.VectorBatchLanes.SPECIES;
import static org.meanfield.kernels.state.VectorBatchLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Real strings as observables, in blocks of 2, 4 or 16 rows.
final class VectorObservables {
  private VectorObservables() {}

  static void means(AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    block.require(false);
    if (block.isRegular() && block.step[0] == LANES) {
      switch (block.size()) {
        case 1 -> meansNear2(block, states, psi, p, means, at);
        case 2 -> meansNear4(block, states, psi, p, means, at);
        case 4 -> meansNear16(block, states, psi, p, means, at);
        default -> throw unfit(block);
      }
    } else if (block.isRegular()) {
      switch (block.size()) {
        case 1 -> meansFar2(block, states, psi, p, means, at);
        case 2 -> meansFar4(block, states, psi, p, means, at);
        case 4 -> meansFar16(block, states, psi, p, means, at);
        default -> throw unfit(block);
      }
    } else {
      switch (block.size()) {
        case 1 -> means2(block, states, psi, p, means, at);
        case 2 -> means4(block, states, psi, p, means, at);
        default -> throw unfit(block);
      }
    }
  }

  static void observe(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    block.require(false);
    if (block.isRegular() && block.step[0] == LANES) {
      switch (block.size()) {
        case 1 -> observeNear2(block, states, residual, j, factors, c, psi, p, lambda, l);
        case 2 -> observeNear4(block, states, residual, j, factors, c, psi, p, lambda, l);
        case 4 -> observeNear16(block, states, residual, j, factors, c, psi, p, lambda, l);
        default -> throw unfit(block);
      }
    } else if (block.isRegular()) {
      switch (block.size()) {
        case 1 -> observeFar2(block, states, residual, j, factors, c, psi, p, lambda, l);
        case 2 -> observeFar4(block, states, residual, j, factors, c, psi, p, lambda, l);
        case 4 -> observeFar16(block, states, residual, j, factors, c, psi, p, lambda, l);
        default -> throw unfit(block);
      }
    } else {
      switch (block.size()) {
        case 1 -> observe2(block, states, residual, j, factors, c, psi, p, lambda, l);
        case 2 -> observe4(block, states, residual, j, factors, c, psi, p, lambda, l);
        default -> throw unfit(block);
      }
    }
  }

  private static IllegalArgumentException unfit(AxisBlock block) {
    return new IllegalArgumentException(
        "observables come in blocks of 1, 2 or, if regular, 4 strings, got %s"
            .formatted(block.axes()));
  }

  private static void meansNear2(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < size; i += 2 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          sum0 = a0.fma(a1, sum0);
        }
        int to = at + state * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
      }
    }
  }

  private static void meansNear4(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < size; i += 4 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
          sum0 = a0.fma(a1, sum0);
          sum0 = a2.fma(a3, sum0);
          sum1 = a0.fma(a2, sum1);
          sum1 = a1.fma(a3, sum1);
        }
        int to = at + state * 2 * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
        fromArray(SPECIES, means, to + LANES)
            .add(sum1.mul(2 * block.lowSign[1]))
            .intoArray(means, to + LANES);
      }
    }
  }

  private static void meansNear16(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < size; i += 16 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
          DoubleVector a4 = fromArray(SPECIES, psi, source + i + 4 * LANES);
          DoubleVector a5 = fromArray(SPECIES, psi, source + i + 5 * LANES);
          DoubleVector a6 = fromArray(SPECIES, psi, source + i + 6 * LANES);
          DoubleVector a7 = fromArray(SPECIES, psi, source + i + 7 * LANES);
          DoubleVector a8 = fromArray(SPECIES, psi, source + i + 8 * LANES);
          DoubleVector a9 = fromArray(SPECIES, psi, source + i + 9 * LANES);
          DoubleVector a10 = fromArray(SPECIES, psi, source + i + 10 * LANES);
          DoubleVector a11 = fromArray(SPECIES, psi, source + i + 11 * LANES);
          DoubleVector a12 = fromArray(SPECIES, psi, source + i + 12 * LANES);
          DoubleVector a13 = fromArray(SPECIES, psi, source + i + 13 * LANES);
          DoubleVector a14 = fromArray(SPECIES, psi, source + i + 14 * LANES);
          DoubleVector a15 = fromArray(SPECIES, psi, source + i + 15 * LANES);
          sum0 = a0.fma(a1, sum0);
          sum0 = a2.fma(a3, sum0);
          sum0 = a4.fma(a5, sum0);
          sum0 = a6.fma(a7, sum0);
          sum0 = a8.fma(a9, sum0);
          sum0 = a10.fma(a11, sum0);
          sum0 = a12.fma(a13, sum0);
          sum0 = a14.fma(a15, sum0);
          sum1 = a0.fma(a2, sum1);
          sum1 = a1.fma(a3, sum1);
          sum1 = a4.fma(a6, sum1);
          sum1 = a5.fma(a7, sum1);
          sum1 = a8.fma(a10, sum1);
          sum1 = a9.fma(a11, sum1);
          sum1 = a12.fma(a14, sum1);
          sum1 = a13.fma(a15, sum1);
          sum2 = a0.fma(a4, sum2);
          sum2 = a1.fma(a5, sum2);
          sum2 = a2.fma(a6, sum2);
          sum2 = a3.fma(a7, sum2);
          sum2 = a8.fma(a12, sum2);
          sum2 = a9.fma(a13, sum2);
          sum2 = a10.fma(a14, sum2);
          sum2 = a11.fma(a15, sum2);
          sum3 = a0.fma(a8, sum3);
          sum3 = a1.fma(a9, sum3);
          sum3 = a2.fma(a10, sum3);
          sum3 = a3.fma(a11, sum3);
          sum3 = a4.fma(a12, sum3);
          sum3 = a5.fma(a13, sum3);
          sum3 = a6.fma(a14, sum3);
          sum3 = a7.fma(a15, sum3);
        }
        int to = at + state * 4 * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
        fromArray(SPECIES, means, to + LANES)
            .add(sum1.mul(2 * block.lowSign[1]))
            .intoArray(means, to + LANES);
        fromArray(SPECIES, means, to + 2 * LANES)
            .add(sum2.mul(2 * block.lowSign[2]))
            .intoArray(means, to + 2 * LANES);
        fromArray(SPECIES, means, to + 3 * LANES)
            .add(sum3.mul(2 * block.lowSign[3]))
            .intoArray(means, to + 3 * LANES);
      }
    }
  }

  private static void meansFar2(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        for (int h = 0; h < size; h += 2 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            sum0 = a0.fma(a1, sum0);
          }
        }
        int to = at + state * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
      }
    }
  }

  private static void meansFar4(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        for (int h = 0; h < size; h += 4 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
            sum0 = a0.fma(a1, sum0);
            sum0 = a2.fma(a3, sum0);
            sum1 = a0.fma(a2, sum1);
            sum1 = a1.fma(a3, sum1);
          }
        }
        int to = at + state * 2 * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
        fromArray(SPECIES, means, to + LANES)
            .add(sum1.mul(2 * block.lowSign[1]))
            .intoArray(means, to + LANES);
      }
    }
  }

  private static void meansFar16(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    int w4 = 4 * w;
    int w5 = 5 * w;
    int w6 = 6 * w;
    int w7 = 7 * w;
    int w8 = 8 * w;
    int w9 = 9 * w;
    int w10 = 10 * w;
    int w11 = 11 * w;
    int w12 = 12 * w;
    int w13 = 13 * w;
    int w14 = 14 * w;
    int w15 = 15 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        for (int h = 0; h < size; h += 16 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
            DoubleVector a4 = fromArray(SPECIES, psi, source + i + w4);
            DoubleVector a5 = fromArray(SPECIES, psi, source + i + w5);
            DoubleVector a6 = fromArray(SPECIES, psi, source + i + w6);
            DoubleVector a7 = fromArray(SPECIES, psi, source + i + w7);
            DoubleVector a8 = fromArray(SPECIES, psi, source + i + w8);
            DoubleVector a9 = fromArray(SPECIES, psi, source + i + w9);
            DoubleVector a10 = fromArray(SPECIES, psi, source + i + w10);
            DoubleVector a11 = fromArray(SPECIES, psi, source + i + w11);
            DoubleVector a12 = fromArray(SPECIES, psi, source + i + w12);
            DoubleVector a13 = fromArray(SPECIES, psi, source + i + w13);
            DoubleVector a14 = fromArray(SPECIES, psi, source + i + w14);
            DoubleVector a15 = fromArray(SPECIES, psi, source + i + w15);
            sum0 = a0.fma(a1, sum0);
            sum0 = a2.fma(a3, sum0);
            sum0 = a4.fma(a5, sum0);
            sum0 = a6.fma(a7, sum0);
            sum0 = a8.fma(a9, sum0);
            sum0 = a10.fma(a11, sum0);
            sum0 = a12.fma(a13, sum0);
            sum0 = a14.fma(a15, sum0);
            sum1 = a0.fma(a2, sum1);
            sum1 = a1.fma(a3, sum1);
            sum1 = a4.fma(a6, sum1);
            sum1 = a5.fma(a7, sum1);
            sum1 = a8.fma(a10, sum1);
            sum1 = a9.fma(a11, sum1);
            sum1 = a12.fma(a14, sum1);
            sum1 = a13.fma(a15, sum1);
            sum2 = a0.fma(a4, sum2);
            sum2 = a1.fma(a5, sum2);
            sum2 = a2.fma(a6, sum2);
            sum2 = a3.fma(a7, sum2);
            sum2 = a8.fma(a12, sum2);
            sum2 = a9.fma(a13, sum2);
            sum2 = a10.fma(a14, sum2);
            sum2 = a11.fma(a15, sum2);
            sum3 = a0.fma(a8, sum3);
            sum3 = a1.fma(a9, sum3);
            sum3 = a2.fma(a10, sum3);
            sum3 = a3.fma(a11, sum3);
            sum3 = a4.fma(a12, sum3);
            sum3 = a5.fma(a13, sum3);
            sum3 = a6.fma(a14, sum3);
            sum3 = a7.fma(a15, sum3);
          }
        }
        int to = at + state * 4 * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.mul(2 * block.lowSign[0])).intoArray(means, to);
        fromArray(SPECIES, means, to + LANES)
            .add(sum1.mul(2 * block.lowSign[1]))
            .intoArray(means, to + LANES);
        fromArray(SPECIES, means, to + 2 * LANES)
            .add(sum2.mul(2 * block.lowSign[2]))
            .intoArray(means, to + 2 * LANES);
        fromArray(SPECIES, means, to + 3 * LANES)
            .add(sum3.mul(2 * block.lowSign[3]))
            .intoArray(means, to + 3 * LANES);
      }
    }
  }

  private static void means2(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < 1 << bits; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int low = k & lowMask;
          int high = (k >> lowBits) & highMask;
          DoubleVector a0 = fromArray(SPECIES, psi, source + q0);
          DoubleVector a1 = fromArray(SPECIES, psi, source + q1);
          DoubleVector sign0 =
              DoubleVector.broadcast(SPECIES, block.highSign[high] * block.lowSign[low]);
          sum0 = sign0.fma(a0.fma(a1, DoubleVector.zero(SPECIES)), sum0);
        }
        int to = at + state * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.add(sum0)).intoArray(means, to);
      }
    }
  }

  private static void means4(
      AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < 1 << bits; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int q2 = q0 ^ step1;
          int q3 = q1 ^ step1;
          int low = (k & lowMask) * 2;
          int high = ((k >> lowBits) & highMask) * 2;
          DoubleVector a0 = fromArray(SPECIES, psi, source + q0);
          DoubleVector a1 = fromArray(SPECIES, psi, source + q1);
          DoubleVector a2 = fromArray(SPECIES, psi, source + q2);
          DoubleVector a3 = fromArray(SPECIES, psi, source + q3);
          DoubleVector sign0 =
              DoubleVector.broadcast(SPECIES, block.highSign[high] * block.lowSign[low]);
          sum0 = sign0.fma(a2.fma(a3, a0.fma(a1, DoubleVector.zero(SPECIES))), sum0);
          DoubleVector sign1 =
              DoubleVector.broadcast(SPECIES, block.highSign[high + 1] * block.lowSign[low + 1]);
          sum1 = sign1.fma(a1.fma(a3, a0.fma(a2, DoubleVector.zero(SPECIES))), sum1);
        }
        int to = at + state * 2 * LANES + lane;
        fromArray(SPECIES, means, to).add(sum0.add(sum0)).intoArray(means, to);
        fromArray(SPECIES, means, to + LANES).add(sum1.add(sum1)).intoArray(means, to + LANES);
      }
    }
  }

  private static void observeNear2(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        for (int i = 0; i < size; i += 2 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          c0.fma(a1, fromArray(SPECIES, lambda, target + i)).intoArray(lambda, target + i);
          c0.fma(a0, fromArray(SPECIES, lambda, target + i + LANES))
              .intoArray(lambda, target + i + LANES);
        }
      }
    }
  }

  private static void observeNear4(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        DoubleVector c1 =
            fromArray(SPECIES, factors, c + LANES + lane).mul(r).mul(block.lowSign[1]);
        for (int i = 0; i < size; i += 4 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
          c1.fma(a2, c0.fma(a1, fromArray(SPECIES, lambda, target + i)))
              .intoArray(lambda, target + i);
          c1.fma(a3, c0.fma(a0, fromArray(SPECIES, lambda, target + i + LANES)))
              .intoArray(lambda, target + i + LANES);
          c1.fma(a0, c0.fma(a3, fromArray(SPECIES, lambda, target + i + 2 * LANES)))
              .intoArray(lambda, target + i + 2 * LANES);
          c1.fma(a1, c0.fma(a2, fromArray(SPECIES, lambda, target + i + 3 * LANES)))
              .intoArray(lambda, target + i + 3 * LANES);
        }
      }
    }
  }

  private static void observeNear16(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        DoubleVector c1 =
            fromArray(SPECIES, factors, c + LANES + lane).mul(r).mul(block.lowSign[1]);
        DoubleVector c2 =
            fromArray(SPECIES, factors, c + 2 * LANES + lane).mul(r).mul(block.lowSign[2]);
        DoubleVector c3 =
            fromArray(SPECIES, factors, c + 3 * LANES + lane).mul(r).mul(block.lowSign[3]);
        for (int i = 0; i < size; i += 16 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
          DoubleVector a4 = fromArray(SPECIES, psi, source + i + 4 * LANES);
          DoubleVector a5 = fromArray(SPECIES, psi, source + i + 5 * LANES);
          DoubleVector a6 = fromArray(SPECIES, psi, source + i + 6 * LANES);
          DoubleVector a7 = fromArray(SPECIES, psi, source + i + 7 * LANES);
          DoubleVector a8 = fromArray(SPECIES, psi, source + i + 8 * LANES);
          DoubleVector a9 = fromArray(SPECIES, psi, source + i + 9 * LANES);
          DoubleVector a10 = fromArray(SPECIES, psi, source + i + 10 * LANES);
          DoubleVector a11 = fromArray(SPECIES, psi, source + i + 11 * LANES);
          DoubleVector a12 = fromArray(SPECIES, psi, source + i + 12 * LANES);
          DoubleVector a13 = fromArray(SPECIES, psi, source + i + 13 * LANES);
          DoubleVector a14 = fromArray(SPECIES, psi, source + i + 14 * LANES);
          DoubleVector a15 = fromArray(SPECIES, psi, source + i + 15 * LANES);
          c3.fma(a8, c2.fma(a4, c1.fma(a2, c0.fma(a1, fromArray(SPECIES, lambda, target + i)))))
              .intoArray(lambda, target + i);
          c3.fma(
                  a9,
                  c2.fma(
                      a5, c1.fma(a3, c0.fma(a0, fromArray(SPECIES, lambda, target + i + LANES)))))
              .intoArray(lambda, target + i + LANES);
          c3.fma(
                  a10,
                  c2.fma(
                      a6,
                      c1.fma(a0, c0.fma(a3, fromArray(SPECIES, lambda, target + i + 2 * LANES)))))
              .intoArray(lambda, target + i + 2 * LANES);
          c3.fma(
                  a11,
                  c2.fma(
                      a7,
                      c1.fma(a1, c0.fma(a2, fromArray(SPECIES, lambda, target + i + 3 * LANES)))))
              .intoArray(lambda, target + i + 3 * LANES);
          c3.fma(
                  a12,
                  c2.fma(
                      a0,
                      c1.fma(a6, c0.fma(a5, fromArray(SPECIES, lambda, target + i + 4 * LANES)))))
              .intoArray(lambda, target + i + 4 * LANES);
          c3.fma(
                  a13,
                  c2.fma(
                      a1,
                      c1.fma(a7, c0.fma(a4, fromArray(SPECIES, lambda, target + i + 5 * LANES)))))
              .intoArray(lambda, target + i + 5 * LANES);
          c3.fma(
                  a14,
                  c2.fma(
                      a2,
                      c1.fma(a4, c0.fma(a7, fromArray(SPECIES, lambda, target + i + 6 * LANES)))))
              .intoArray(lambda, target + i + 6 * LANES);
          c3.fma(
                  a15,
                  c2.fma(
                      a3,
                      c1.fma(a5, c0.fma(a6, fromArray(SPECIES, lambda, target + i + 7 * LANES)))))
              .intoArray(lambda, target + i + 7 * LANES);
          c3.fma(
                  a0,
                  c2.fma(
                      a12,
                      c1.fma(a10, c0.fma(a9, fromArray(SPECIES, lambda, target + i + 8 * LANES)))))
              .intoArray(lambda, target + i + 8 * LANES);
          c3.fma(
                  a1,
                  c2.fma(
                      a13,
                      c1.fma(a11, c0.fma(a8, fromArray(SPECIES, lambda, target + i + 9 * LANES)))))
              .intoArray(lambda, target + i + 9 * LANES);
          c3.fma(
                  a2,
                  c2.fma(
                      a14,
                      c1.fma(a8, c0.fma(a11, fromArray(SPECIES, lambda, target + i + 10 * LANES)))))
              .intoArray(lambda, target + i + 10 * LANES);
          c3.fma(
                  a3,
                  c2.fma(
                      a15,
                      c1.fma(a9, c0.fma(a10, fromArray(SPECIES, lambda, target + i + 11 * LANES)))))
              .intoArray(lambda, target + i + 11 * LANES);
          c3.fma(
                  a4,
                  c2.fma(
                      a8,
                      c1.fma(
                          a14, c0.fma(a13, fromArray(SPECIES, lambda, target + i + 12 * LANES)))))
              .intoArray(lambda, target + i + 12 * LANES);
          c3.fma(
                  a5,
                  c2.fma(
                      a9,
                      c1.fma(
                          a15, c0.fma(a12, fromArray(SPECIES, lambda, target + i + 13 * LANES)))))
              .intoArray(lambda, target + i + 13 * LANES);
          c3.fma(
                  a6,
                  c2.fma(
                      a10,
                      c1.fma(
                          a12, c0.fma(a15, fromArray(SPECIES, lambda, target + i + 14 * LANES)))))
              .intoArray(lambda, target + i + 14 * LANES);
          c3.fma(
                  a7,
                  c2.fma(
                      a11,
                      c1.fma(
                          a13, c0.fma(a14, fromArray(SPECIES, lambda, target + i + 15 * LANES)))))
              .intoArray(lambda, target + i + 15 * LANES);
        }
      }
    }
  }

  private static void observeFar2(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        for (int h = 0; h < size; h += 2 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            c0.fma(a1, fromArray(SPECIES, lambda, target + i)).intoArray(lambda, target + i);
            c0.fma(a0, fromArray(SPECIES, lambda, target + i + w1))
                .intoArray(lambda, target + i + w1);
          }
        }
      }
    }
  }

  private static void observeFar4(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        DoubleVector c1 =
            fromArray(SPECIES, factors, c + LANES + lane).mul(r).mul(block.lowSign[1]);
        for (int h = 0; h < size; h += 4 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
            c1.fma(a2, c0.fma(a1, fromArray(SPECIES, lambda, target + i)))
                .intoArray(lambda, target + i);
            c1.fma(a3, c0.fma(a0, fromArray(SPECIES, lambda, target + i + w1)))
                .intoArray(lambda, target + i + w1);
            c1.fma(a0, c0.fma(a3, fromArray(SPECIES, lambda, target + i + w2)))
                .intoArray(lambda, target + i + w2);
            c1.fma(a1, c0.fma(a2, fromArray(SPECIES, lambda, target + i + w3)))
                .intoArray(lambda, target + i + w3);
          }
        }
      }
    }
  }

  private static void observeFar16(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int size = block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    int w4 = 4 * w;
    int w5 = 5 * w;
    int w6 = 6 * w;
    int w7 = 7 * w;
    int w8 = 8 * w;
    int w9 = 9 * w;
    int w10 = 10 * w;
    int w11 = 11 * w;
    int w12 = 12 * w;
    int w13 = 13 * w;
    int w14 = 14 * w;
    int w15 = 15 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r).mul(block.lowSign[0]);
        DoubleVector c1 =
            fromArray(SPECIES, factors, c + LANES + lane).mul(r).mul(block.lowSign[1]);
        DoubleVector c2 =
            fromArray(SPECIES, factors, c + 2 * LANES + lane).mul(r).mul(block.lowSign[2]);
        DoubleVector c3 =
            fromArray(SPECIES, factors, c + 3 * LANES + lane).mul(r).mul(block.lowSign[3]);
        for (int h = 0; h < size; h += 16 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, psi, source + i);
            DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
            DoubleVector a4 = fromArray(SPECIES, psi, source + i + w4);
            DoubleVector a5 = fromArray(SPECIES, psi, source + i + w5);
            DoubleVector a6 = fromArray(SPECIES, psi, source + i + w6);
            DoubleVector a7 = fromArray(SPECIES, psi, source + i + w7);
            DoubleVector a8 = fromArray(SPECIES, psi, source + i + w8);
            DoubleVector a9 = fromArray(SPECIES, psi, source + i + w9);
            DoubleVector a10 = fromArray(SPECIES, psi, source + i + w10);
            DoubleVector a11 = fromArray(SPECIES, psi, source + i + w11);
            DoubleVector a12 = fromArray(SPECIES, psi, source + i + w12);
            DoubleVector a13 = fromArray(SPECIES, psi, source + i + w13);
            DoubleVector a14 = fromArray(SPECIES, psi, source + i + w14);
            DoubleVector a15 = fromArray(SPECIES, psi, source + i + w15);
            c3.fma(a8, c2.fma(a4, c1.fma(a2, c0.fma(a1, fromArray(SPECIES, lambda, target + i)))))
                .intoArray(lambda, target + i);
            c3.fma(
                    a9,
                    c2.fma(a5, c1.fma(a3, c0.fma(a0, fromArray(SPECIES, lambda, target + i + w1)))))
                .intoArray(lambda, target + i + w1);
            c3.fma(
                    a10,
                    c2.fma(a6, c1.fma(a0, c0.fma(a3, fromArray(SPECIES, lambda, target + i + w2)))))
                .intoArray(lambda, target + i + w2);
            c3.fma(
                    a11,
                    c2.fma(a7, c1.fma(a1, c0.fma(a2, fromArray(SPECIES, lambda, target + i + w3)))))
                .intoArray(lambda, target + i + w3);
            c3.fma(
                    a12,
                    c2.fma(a0, c1.fma(a6, c0.fma(a5, fromArray(SPECIES, lambda, target + i + w4)))))
                .intoArray(lambda, target + i + w4);
            c3.fma(
                    a13,
                    c2.fma(a1, c1.fma(a7, c0.fma(a4, fromArray(SPECIES, lambda, target + i + w5)))))
                .intoArray(lambda, target + i + w5);
            c3.fma(
                    a14,
                    c2.fma(a2, c1.fma(a4, c0.fma(a7, fromArray(SPECIES, lambda, target + i + w6)))))
                .intoArray(lambda, target + i + w6);
            c3.fma(
                    a15,
                    c2.fma(a3, c1.fma(a5, c0.fma(a6, fromArray(SPECIES, lambda, target + i + w7)))))
                .intoArray(lambda, target + i + w7);
            c3.fma(
                    a0,
                    c2.fma(
                        a12, c1.fma(a10, c0.fma(a9, fromArray(SPECIES, lambda, target + i + w8)))))
                .intoArray(lambda, target + i + w8);
            c3.fma(
                    a1,
                    c2.fma(
                        a13, c1.fma(a11, c0.fma(a8, fromArray(SPECIES, lambda, target + i + w9)))))
                .intoArray(lambda, target + i + w9);
            c3.fma(
                    a2,
                    c2.fma(
                        a14, c1.fma(a8, c0.fma(a11, fromArray(SPECIES, lambda, target + i + w10)))))
                .intoArray(lambda, target + i + w10);
            c3.fma(
                    a3,
                    c2.fma(
                        a15, c1.fma(a9, c0.fma(a10, fromArray(SPECIES, lambda, target + i + w11)))))
                .intoArray(lambda, target + i + w11);
            c3.fma(
                    a4,
                    c2.fma(
                        a8, c1.fma(a14, c0.fma(a13, fromArray(SPECIES, lambda, target + i + w12)))))
                .intoArray(lambda, target + i + w12);
            c3.fma(
                    a5,
                    c2.fma(
                        a9, c1.fma(a15, c0.fma(a12, fromArray(SPECIES, lambda, target + i + w13)))))
                .intoArray(lambda, target + i + w13);
            c3.fma(
                    a6,
                    c2.fma(
                        a10,
                        c1.fma(a12, c0.fma(a15, fromArray(SPECIES, lambda, target + i + w14)))))
                .intoArray(lambda, target + i + w14);
            c3.fma(
                    a7,
                    c2.fma(
                        a11,
                        c1.fma(a13, c0.fma(a14, fromArray(SPECIES, lambda, target + i + w15)))))
                .intoArray(lambda, target + i + w15);
          }
        }
      }
    }
  }

  private static void observe2(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r);
        for (int k = 0; k < 1 << bits; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int low = k & lowMask;
          int high = (k >> lowBits) & highMask;
          DoubleVector a0 = fromArray(SPECIES, psi, source + q0);
          DoubleVector a1 = fromArray(SPECIES, psi, source + q1);
          DoubleVector w0 = c0.mul(block.highSign[high] * block.lowSign[low]);
          w0.fma(a1, fromArray(SPECIES, lambda, target + q0)).intoArray(lambda, target + q0);
          w0.fma(a0, fromArray(SPECIES, lambda, target + q1)).intoArray(lambda, target + q1);
        }
      }
    }
  }

  private static void observe4(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size + lane;
        int target = l + state * size + lane;
        double r = residual[j + state];
        DoubleVector c0 = fromArray(SPECIES, factors, c + lane).mul(r);
        DoubleVector c1 = fromArray(SPECIES, factors, c + LANES + lane).mul(r);
        for (int k = 0; k < 1 << bits; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int q2 = q0 ^ step1;
          int q3 = q1 ^ step1;
          int low = (k & lowMask) * 2;
          int high = ((k >> lowBits) & highMask) * 2;
          DoubleVector a0 = fromArray(SPECIES, psi, source + q0);
          DoubleVector a1 = fromArray(SPECIES, psi, source + q1);
          DoubleVector a2 = fromArray(SPECIES, psi, source + q2);
          DoubleVector a3 = fromArray(SPECIES, psi, source + q3);
          DoubleVector w0 = c0.mul(block.highSign[high] * block.lowSign[low]);
          DoubleVector w1 = c1.mul(block.highSign[high + 1] * block.lowSign[low + 1]);
          w1.fma(a2, w0.fma(a1, fromArray(SPECIES, lambda, target + q0)))
              .intoArray(lambda, target + q0);
          w1.fma(a3, w0.fma(a0, fromArray(SPECIES, lambda, target + q1)))
              .intoArray(lambda, target + q1);
          w1.fma(a0, w0.fma(a3, fromArray(SPECIES, lambda, target + q2)))
              .intoArray(lambda, target + q2);
          w1.fma(a1, w0.fma(a2, fromArray(SPECIES, lambda, target + q3)))
              .intoArray(lambda, target + q3);
        }
      }
    }
  }
}
