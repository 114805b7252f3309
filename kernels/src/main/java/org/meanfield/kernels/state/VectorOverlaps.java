package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.state.BatchLanes.LANES;
import static org.meanfield.kernels.state.VectorBatchLanes.SPECIES;
import static org.meanfield.kernels.state.VectorBatchLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Overlaps ⟨λ|P|ψ⟩ in blocks of 2, 4 or 8 rows of both: 16 registers, and two for each string's
/// sum.
final class VectorOverlaps {
  private VectorOverlaps() {}

  static void overlap(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    block.require(true);
    if (!block.isRegular()) {
      switch (block.size()) {
        case 1 -> overlap2(block, states, lambda, l, psi, p, sums, at);
        case 2 -> overlap4(block, states, lambda, l, psi, p, sums, at);
        case 3 -> overlap8(block, states, lambda, l, psi, p, sums, at);
        default -> throw tooMany(block, 3);
      }
    } else if (block.step[0] == LANES) {
      switch (block.size()) {
        case 1 -> overlapNear2(block, states, lambda, l, psi, p, sums, at);
        case 2 -> overlapNear4(block, states, lambda, l, psi, p, sums, at);
        case 3 -> overlapNear8(block, states, lambda, l, psi, p, sums, at);
        default -> throw tooMany(block, 3);
      }
    } else {
      switch (block.size()) {
        case 1 -> overlapFar2(block, states, lambda, l, psi, p, sums, at);
        case 2 -> overlapFar4(block, states, lambda, l, psi, p, sums, at);
        case 3 -> overlapFar8(block, states, lambda, l, psi, p, sums, at);
        default -> throw tooMany(block, 3);
      }
    }
  }

  private static IllegalArgumentException tooMany(AxisBlock block, int most) {
    return new IllegalArgumentException(
        "at most %d strings a block, got %s".formatted(most, block.axes()));
  }

  private static void overlapNear2(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      for (int i = 0; i < rows; i += 2 * LANES) {
        DoubleVector a0 = fromArray(SPECIES, psi, source + i);
        DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
        DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
        DoubleVector b1 = fromArray(SPECIES, lambda, other + i + LANES);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
    }
  }

  private static void overlapNear4(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      for (int i = 0; i < rows; i += 4 * LANES) {
        DoubleVector a0 = fromArray(SPECIES, psi, source + i);
        DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
        DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
        DoubleVector b1 = fromArray(SPECIES, lambda, other + i + LANES);
        DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
        DoubleVector b2 = fromArray(SPECIES, lambda, other + i + 2 * LANES);
        DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
        DoubleVector b3 = fromArray(SPECIES, lambda, other + i + 3 * LANES);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
        plus0 = b3.fma(a2, plus0);
        minus0 = b2.fma(a3, minus0);
        plus1 = b2.fma(a0, plus1);
        minus1 = b0.fma(a2, minus1);
        plus1 = b3.fma(a1, plus1);
        minus1 = b1.fma(a3, minus1);
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1).mul(block.lowSign[1]))
          .intoArray(sums, at + LANES + lane);
    }
  }

  private static void overlapNear8(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      DoubleVector plus2 = DoubleVector.zero(SPECIES);
      DoubleVector minus2 = DoubleVector.zero(SPECIES);
      for (int i = 0; i < rows; i += 8 * LANES) {
        DoubleVector a0 = fromArray(SPECIES, psi, source + i);
        DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
        DoubleVector a1 = fromArray(SPECIES, psi, source + i + LANES);
        DoubleVector b1 = fromArray(SPECIES, lambda, other + i + LANES);
        DoubleVector a2 = fromArray(SPECIES, psi, source + i + 2 * LANES);
        DoubleVector b2 = fromArray(SPECIES, lambda, other + i + 2 * LANES);
        DoubleVector a3 = fromArray(SPECIES, psi, source + i + 3 * LANES);
        DoubleVector b3 = fromArray(SPECIES, lambda, other + i + 3 * LANES);
        DoubleVector a4 = fromArray(SPECIES, psi, source + i + 4 * LANES);
        DoubleVector b4 = fromArray(SPECIES, lambda, other + i + 4 * LANES);
        DoubleVector a5 = fromArray(SPECIES, psi, source + i + 5 * LANES);
        DoubleVector b5 = fromArray(SPECIES, lambda, other + i + 5 * LANES);
        DoubleVector a6 = fromArray(SPECIES, psi, source + i + 6 * LANES);
        DoubleVector b6 = fromArray(SPECIES, lambda, other + i + 6 * LANES);
        DoubleVector a7 = fromArray(SPECIES, psi, source + i + 7 * LANES);
        DoubleVector b7 = fromArray(SPECIES, lambda, other + i + 7 * LANES);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
        plus0 = b3.fma(a2, plus0);
        minus0 = b2.fma(a3, minus0);
        plus0 = b5.fma(a4, plus0);
        minus0 = b4.fma(a5, minus0);
        plus0 = b7.fma(a6, plus0);
        minus0 = b6.fma(a7, minus0);
        plus1 = b2.fma(a0, plus1);
        minus1 = b0.fma(a2, minus1);
        plus1 = b3.fma(a1, plus1);
        minus1 = b1.fma(a3, minus1);
        plus1 = b6.fma(a4, plus1);
        minus1 = b4.fma(a6, minus1);
        plus1 = b7.fma(a5, plus1);
        minus1 = b5.fma(a7, minus1);
        plus2 = b4.fma(a0, plus2);
        minus2 = b0.fma(a4, minus2);
        plus2 = b5.fma(a1, plus2);
        minus2 = b1.fma(a5, minus2);
        plus2 = b6.fma(a2, plus2);
        minus2 = b2.fma(a6, minus2);
        plus2 = b7.fma(a3, plus2);
        minus2 = b3.fma(a7, minus2);
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1).mul(block.lowSign[1]))
          .intoArray(sums, at + LANES + lane);
      fromArray(SPECIES, sums, at + 2 * LANES + lane)
          .add(plus2.sub(minus2).mul(block.lowSign[2]))
          .intoArray(sums, at + 2 * LANES + lane);
    }
  }

  private static void overlapFar2(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      for (int h = 0; h < rows; h += 2 * w) {
        for (int i = h; i < h + w; i += LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
          DoubleVector b1 = fromArray(SPECIES, lambda, other + i + w1);
          plus0 = b1.fma(a0, plus0);
          minus0 = b0.fma(a1, minus0);
        }
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
    }
  }

  private static void overlapFar4(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      for (int h = 0; h < rows; h += 4 * w) {
        for (int i = h; i < h + w; i += LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
          DoubleVector b1 = fromArray(SPECIES, lambda, other + i + w1);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
          DoubleVector b2 = fromArray(SPECIES, lambda, other + i + w2);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
          DoubleVector b3 = fromArray(SPECIES, lambda, other + i + w3);
          plus0 = b1.fma(a0, plus0);
          minus0 = b0.fma(a1, minus0);
          plus0 = b3.fma(a2, plus0);
          minus0 = b2.fma(a3, minus0);
          plus1 = b2.fma(a0, plus1);
          minus1 = b0.fma(a2, minus1);
          plus1 = b3.fma(a1, plus1);
          minus1 = b1.fma(a3, minus1);
        }
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1).mul(block.lowSign[1]))
          .intoArray(sums, at + LANES + lane);
    }
  }

  private static void overlapFar8(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int rows = states * block.amplitudes() * LANES;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    int w4 = 4 * w;
    int w5 = 5 * w;
    int w6 = 6 * w;
    int w7 = 7 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      int other = l + lane;
      int source = p + lane;
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      DoubleVector plus2 = DoubleVector.zero(SPECIES);
      DoubleVector minus2 = DoubleVector.zero(SPECIES);
      for (int h = 0; h < rows; h += 8 * w) {
        for (int i = h; i < h + w; i += LANES) {
          DoubleVector a0 = fromArray(SPECIES, psi, source + i);
          DoubleVector b0 = fromArray(SPECIES, lambda, other + i);
          DoubleVector a1 = fromArray(SPECIES, psi, source + i + w1);
          DoubleVector b1 = fromArray(SPECIES, lambda, other + i + w1);
          DoubleVector a2 = fromArray(SPECIES, psi, source + i + w2);
          DoubleVector b2 = fromArray(SPECIES, lambda, other + i + w2);
          DoubleVector a3 = fromArray(SPECIES, psi, source + i + w3);
          DoubleVector b3 = fromArray(SPECIES, lambda, other + i + w3);
          DoubleVector a4 = fromArray(SPECIES, psi, source + i + w4);
          DoubleVector b4 = fromArray(SPECIES, lambda, other + i + w4);
          DoubleVector a5 = fromArray(SPECIES, psi, source + i + w5);
          DoubleVector b5 = fromArray(SPECIES, lambda, other + i + w5);
          DoubleVector a6 = fromArray(SPECIES, psi, source + i + w6);
          DoubleVector b6 = fromArray(SPECIES, lambda, other + i + w6);
          DoubleVector a7 = fromArray(SPECIES, psi, source + i + w7);
          DoubleVector b7 = fromArray(SPECIES, lambda, other + i + w7);
          plus0 = b1.fma(a0, plus0);
          minus0 = b0.fma(a1, minus0);
          plus0 = b3.fma(a2, plus0);
          minus0 = b2.fma(a3, minus0);
          plus0 = b5.fma(a4, plus0);
          minus0 = b4.fma(a5, minus0);
          plus0 = b7.fma(a6, plus0);
          minus0 = b6.fma(a7, minus0);
          plus1 = b2.fma(a0, plus1);
          minus1 = b0.fma(a2, minus1);
          plus1 = b3.fma(a1, plus1);
          minus1 = b1.fma(a3, minus1);
          plus1 = b6.fma(a4, plus1);
          minus1 = b4.fma(a6, minus1);
          plus1 = b7.fma(a5, plus1);
          minus1 = b5.fma(a7, minus1);
          plus2 = b4.fma(a0, plus2);
          minus2 = b0.fma(a4, minus2);
          plus2 = b5.fma(a1, plus2);
          minus2 = b1.fma(a5, minus2);
          plus2 = b6.fma(a2, plus2);
          minus2 = b2.fma(a6, minus2);
          plus2 = b7.fma(a3, plus2);
          minus2 = b3.fma(a7, minus2);
        }
      }
      fromArray(SPECIES, sums, at + lane)
          .add(plus0.sub(minus0).mul(block.lowSign[0]))
          .intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1).mul(block.lowSign[1]))
          .intoArray(sums, at + LANES + lane);
      fromArray(SPECIES, sums, at + 2 * LANES + lane)
          .add(plus2.sub(minus2).mul(block.lowSign[2]))
          .intoArray(sums, at + 2 * LANES + lane);
    }
  }

  private static void overlap2(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < states << bits; k++) {
        int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
        int q1 = q0 ^ step0;
        int base = (k >> bits) * size + lane;
        DoubleVector a0 = fromArray(SPECIES, psi, p + base + q0);
        DoubleVector b0 = fromArray(SPECIES, lambda, l + base + q0);
        DoubleVector a1 = fromArray(SPECIES, psi, p + base + q1);
        DoubleVector b1 = fromArray(SPECIES, lambda, l + base + q1);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
      }
      fromArray(SPECIES, sums, at + lane).add(plus0.sub(minus0)).intoArray(sums, at + lane);
    }
  }

  private static void overlap4(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < states << bits; k++) {
        int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
        int q1 = q0 ^ step0;
        int q2 = q0 ^ step1;
        int q3 = q1 ^ step1;
        int base = (k >> bits) * size + lane;
        DoubleVector a0 = fromArray(SPECIES, psi, p + base + q0);
        DoubleVector b0 = fromArray(SPECIES, lambda, l + base + q0);
        DoubleVector a1 = fromArray(SPECIES, psi, p + base + q1);
        DoubleVector b1 = fromArray(SPECIES, lambda, l + base + q1);
        DoubleVector a2 = fromArray(SPECIES, psi, p + base + q2);
        DoubleVector b2 = fromArray(SPECIES, lambda, l + base + q2);
        DoubleVector a3 = fromArray(SPECIES, psi, p + base + q3);
        DoubleVector b3 = fromArray(SPECIES, lambda, l + base + q3);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
        plus0 = b3.fma(a2, plus0);
        minus0 = b2.fma(a3, minus0);
        plus1 = b2.fma(a0, plus1);
        minus1 = b0.fma(a2, minus1);
        plus1 = b3.fma(a1, plus1);
        minus1 = b1.fma(a3, minus1);
      }
      fromArray(SPECIES, sums, at + lane).add(plus0.sub(minus0)).intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1))
          .intoArray(sums, at + LANES + lane);
    }
  }

  private static void overlap8(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    int step2 = block.step[2];
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector plus0 = DoubleVector.zero(SPECIES);
      DoubleVector minus0 = DoubleVector.zero(SPECIES);
      DoubleVector plus1 = DoubleVector.zero(SPECIES);
      DoubleVector minus1 = DoubleVector.zero(SPECIES);
      DoubleVector plus2 = DoubleVector.zero(SPECIES);
      DoubleVector minus2 = DoubleVector.zero(SPECIES);
      for (int k = 0; k < states << bits; k++) {
        int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
        int q1 = q0 ^ step0;
        int q2 = q0 ^ step1;
        int q3 = q1 ^ step1;
        int q4 = q0 ^ step2;
        int q5 = q1 ^ step2;
        int q6 = q2 ^ step2;
        int q7 = q3 ^ step2;
        int base = (k >> bits) * size + lane;
        DoubleVector a0 = fromArray(SPECIES, psi, p + base + q0);
        DoubleVector b0 = fromArray(SPECIES, lambda, l + base + q0);
        DoubleVector a1 = fromArray(SPECIES, psi, p + base + q1);
        DoubleVector b1 = fromArray(SPECIES, lambda, l + base + q1);
        DoubleVector a2 = fromArray(SPECIES, psi, p + base + q2);
        DoubleVector b2 = fromArray(SPECIES, lambda, l + base + q2);
        DoubleVector a3 = fromArray(SPECIES, psi, p + base + q3);
        DoubleVector b3 = fromArray(SPECIES, lambda, l + base + q3);
        DoubleVector a4 = fromArray(SPECIES, psi, p + base + q4);
        DoubleVector b4 = fromArray(SPECIES, lambda, l + base + q4);
        DoubleVector a5 = fromArray(SPECIES, psi, p + base + q5);
        DoubleVector b5 = fromArray(SPECIES, lambda, l + base + q5);
        DoubleVector a6 = fromArray(SPECIES, psi, p + base + q6);
        DoubleVector b6 = fromArray(SPECIES, lambda, l + base + q6);
        DoubleVector a7 = fromArray(SPECIES, psi, p + base + q7);
        DoubleVector b7 = fromArray(SPECIES, lambda, l + base + q7);
        plus0 = b1.fma(a0, plus0);
        minus0 = b0.fma(a1, minus0);
        plus0 = b3.fma(a2, plus0);
        minus0 = b2.fma(a3, minus0);
        plus0 = b5.fma(a4, plus0);
        minus0 = b4.fma(a5, minus0);
        plus0 = b7.fma(a6, plus0);
        minus0 = b6.fma(a7, minus0);
        plus1 = b2.fma(a0, plus1);
        minus1 = b0.fma(a2, minus1);
        plus1 = b3.fma(a1, plus1);
        minus1 = b1.fma(a3, minus1);
        plus1 = b6.fma(a4, plus1);
        minus1 = b4.fma(a6, minus1);
        plus1 = b7.fma(a5, plus1);
        minus1 = b5.fma(a7, minus1);
        plus2 = b4.fma(a0, plus2);
        minus2 = b0.fma(a4, minus2);
        plus2 = b5.fma(a1, plus2);
        minus2 = b1.fma(a5, minus2);
        plus2 = b6.fma(a2, plus2);
        minus2 = b2.fma(a6, minus2);
        plus2 = b7.fma(a3, plus2);
        minus2 = b3.fma(a7, minus2);
      }
      fromArray(SPECIES, sums, at + lane).add(plus0.sub(minus0)).intoArray(sums, at + lane);
      fromArray(SPECIES, sums, at + LANES + lane)
          .add(plus1.sub(minus1))
          .intoArray(sums, at + LANES + lane);
      fromArray(SPECIES, sums, at + 2 * LANES + lane)
          .add(plus2.sub(minus2))
          .intoArray(sums, at + 2 * LANES + lane);
    }
  }
}
