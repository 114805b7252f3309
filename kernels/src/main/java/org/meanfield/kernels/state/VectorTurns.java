package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.state.BatchLanes.LANES;
import static org.meanfield.kernels.state.VectorBatchLanes.SPECIES;
import static org.meanfield.kernels.state.VectorBatchLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Plane rotations in blocks of 2, 4, 8 or 16 rows: each row is loaded and stored once for up to
/// four strings, and meanwhile stays in a register. One method per size: loops over registers do
/// not exist.
final class VectorTurns {
  private VectorTurns() {}

  static void turn(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    block.require(true);
    if (!block.isRegular()) {
      switch (block.size()) {
        case 1 -> turn2(block, back, states, from, f, to, t, tangents, at, step);
        case 2 -> turn4(block, back, states, from, f, to, t, tangents, at, step);
        case 3 -> turn8(block, back, states, from, f, to, t, tangents, at, step);
        case 4 -> turn16(block, back, states, from, f, to, t, tangents, at, step);
        default -> throw tooMany(block, 4);
      }
    } else if (block.step[0] == LANES) {
      switch (block.size()) {
        case 1 -> turnNear2(block, back, states, from, f, to, t, tangents, at, step);
        case 2 -> turnNear4(block, back, states, from, f, to, t, tangents, at, step);
        case 3 -> turnNear8(block, back, states, from, f, to, t, tangents, at, step);
        case 4 -> turnNear16(block, back, states, from, f, to, t, tangents, at, step);
        default -> throw tooMany(block, 4);
      }
    } else {
      switch (block.size()) {
        case 1 -> turnFar2(block, back, states, from, f, to, t, tangents, at, step);
        case 2 -> turnFar4(block, back, states, from, f, to, t, tangents, at, step);
        case 3 -> turnFar8(block, back, states, from, f, to, t, tangents, at, step);
        case 4 -> turnFar16(block, back, states, from, f, to, t, tangents, at, step);
        default -> throw tooMany(block, 4);
      }
    }
  }

  /// Regular blocks of 8 and 16 neighbouring rows.
  static void turnShared(
      AxisBlock block,
      int states,
      double[] numbers,
      int n,
      double[] to,
      int t,
      double[] tangents,
      int at) {
    if (block.size() == 3) {
      turnSharedNear8(block, states, numbers, n, to, t, tangents, at);
    } else {
      turnSharedNear16(block, states, numbers, n, to, t, tangents, at);
    }
  }

  private static IllegalArgumentException tooMany(AxisBlock block, int most) {
    return new IllegalArgumentException(
        "at most %d strings a block, got %s".formatted(most, block.axes()));
  }

  private static void turnNear2(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int i = 0; i < rows; i += 2 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, from, source + i);
          DoubleVector a1 = fromArray(SPECIES, from, source + i + LANES);
          a1.fma(n0, a0).intoArray(to, target + i);
          a0.fma(t0, a1).intoArray(to, target + i + LANES);
        }
      }
    }
  }

  private static void turnNear4(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int i = 0; i < rows; i += 4 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, from, source + i);
          DoubleVector a1 = fromArray(SPECIES, from, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, from, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, from, source + i + 3 * LANES);
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          b2.fma(n1, b0).intoArray(to, target + i);
          b0.fma(t1, b2).intoArray(to, target + i + 2 * LANES);
          b3.fma(n1, b1).intoArray(to, target + i + LANES);
          b1.fma(t1, b3).intoArray(to, target + i + 3 * LANES);
        }
      }
    }
  }

  private static void turnNear8(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane)
                .mul(back ? -block.lowSign[2] : block.lowSign[2]);
        DoubleVector n2 = t2.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int i = 0; i < rows; i += 8 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, from, source + i);
          DoubleVector a1 = fromArray(SPECIES, from, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, from, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, from, source + i + 3 * LANES);
          DoubleVector a4 = fromArray(SPECIES, from, source + i + 4 * LANES);
          DoubleVector a5 = fromArray(SPECIES, from, source + i + 5 * LANES);
          DoubleVector a6 = fromArray(SPECIES, from, source + i + 6 * LANES);
          DoubleVector a7 = fromArray(SPECIES, from, source + i + 7 * LANES);
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          DoubleVector b4 = a5.fma(n0, a4);
          DoubleVector b5 = a4.fma(t0, a5);
          DoubleVector b6 = a7.fma(n0, a6);
          DoubleVector b7 = a6.fma(t0, a7);
          a0 = b2.fma(n1, b0);
          a2 = b0.fma(t1, b2);
          a1 = b3.fma(n1, b1);
          a3 = b1.fma(t1, b3);
          a4 = b6.fma(n1, b4);
          a6 = b4.fma(t1, b6);
          a5 = b7.fma(n1, b5);
          a7 = b5.fma(t1, b7);
          a4.fma(n2, a0).intoArray(to, target + i);
          a0.fma(t2, a4).intoArray(to, target + i + 4 * LANES);
          a5.fma(n2, a1).intoArray(to, target + i + LANES);
          a1.fma(t2, a5).intoArray(to, target + i + 5 * LANES);
          a6.fma(n2, a2).intoArray(to, target + i + 2 * LANES);
          a2.fma(t2, a6).intoArray(to, target + i + 6 * LANES);
          a7.fma(n2, a3).intoArray(to, target + i + 3 * LANES);
          a3.fma(t2, a7).intoArray(to, target + i + 7 * LANES);
        }
      }
    }
  }

  private static void turnNear16(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane)
                .mul(back ? -block.lowSign[2] : block.lowSign[2]);
        DoubleVector n2 = t2.neg();
        DoubleVector t3 =
            fromArray(SPECIES, tangents, at + group * step + 3 * LANES + lane)
                .mul(back ? -block.lowSign[3] : block.lowSign[3]);
        DoubleVector n3 = t3.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int i = 0; i < rows; i += 16 * LANES) {
          DoubleVector a0 = fromArray(SPECIES, from, source + i);
          DoubleVector a1 = fromArray(SPECIES, from, source + i + LANES);
          DoubleVector a2 = fromArray(SPECIES, from, source + i + 2 * LANES);
          DoubleVector a3 = fromArray(SPECIES, from, source + i + 3 * LANES);
          DoubleVector a4 = fromArray(SPECIES, from, source + i + 4 * LANES);
          DoubleVector a5 = fromArray(SPECIES, from, source + i + 5 * LANES);
          DoubleVector a6 = fromArray(SPECIES, from, source + i + 6 * LANES);
          DoubleVector a7 = fromArray(SPECIES, from, source + i + 7 * LANES);
          DoubleVector a8 = fromArray(SPECIES, from, source + i + 8 * LANES);
          DoubleVector a9 = fromArray(SPECIES, from, source + i + 9 * LANES);
          DoubleVector a10 = fromArray(SPECIES, from, source + i + 10 * LANES);
          DoubleVector a11 = fromArray(SPECIES, from, source + i + 11 * LANES);
          DoubleVector a12 = fromArray(SPECIES, from, source + i + 12 * LANES);
          DoubleVector a13 = fromArray(SPECIES, from, source + i + 13 * LANES);
          DoubleVector a14 = fromArray(SPECIES, from, source + i + 14 * LANES);
          DoubleVector a15 = fromArray(SPECIES, from, source + i + 15 * LANES);
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          DoubleVector b4 = a5.fma(n0, a4);
          DoubleVector b5 = a4.fma(t0, a5);
          DoubleVector b6 = a7.fma(n0, a6);
          DoubleVector b7 = a6.fma(t0, a7);
          DoubleVector b8 = a9.fma(n0, a8);
          DoubleVector b9 = a8.fma(t0, a9);
          DoubleVector b10 = a11.fma(n0, a10);
          DoubleVector b11 = a10.fma(t0, a11);
          DoubleVector b12 = a13.fma(n0, a12);
          DoubleVector b13 = a12.fma(t0, a13);
          DoubleVector b14 = a15.fma(n0, a14);
          DoubleVector b15 = a14.fma(t0, a15);
          a0 = b2.fma(n1, b0);
          a2 = b0.fma(t1, b2);
          a1 = b3.fma(n1, b1);
          a3 = b1.fma(t1, b3);
          a4 = b6.fma(n1, b4);
          a6 = b4.fma(t1, b6);
          a5 = b7.fma(n1, b5);
          a7 = b5.fma(t1, b7);
          a8 = b10.fma(n1, b8);
          a10 = b8.fma(t1, b10);
          a9 = b11.fma(n1, b9);
          a11 = b9.fma(t1, b11);
          a12 = b14.fma(n1, b12);
          a14 = b12.fma(t1, b14);
          a13 = b15.fma(n1, b13);
          a15 = b13.fma(t1, b15);
          b0 = a4.fma(n2, a0);
          b4 = a0.fma(t2, a4);
          b1 = a5.fma(n2, a1);
          b5 = a1.fma(t2, a5);
          b2 = a6.fma(n2, a2);
          b6 = a2.fma(t2, a6);
          b3 = a7.fma(n2, a3);
          b7 = a3.fma(t2, a7);
          b8 = a12.fma(n2, a8);
          b12 = a8.fma(t2, a12);
          b9 = a13.fma(n2, a9);
          b13 = a9.fma(t2, a13);
          b10 = a14.fma(n2, a10);
          b14 = a10.fma(t2, a14);
          b11 = a15.fma(n2, a11);
          b15 = a11.fma(t2, a15);
          b8.fma(n3, b0).intoArray(to, target + i);
          b0.fma(t3, b8).intoArray(to, target + i + 8 * LANES);
          b9.fma(n3, b1).intoArray(to, target + i + LANES);
          b1.fma(t3, b9).intoArray(to, target + i + 9 * LANES);
          b10.fma(n3, b2).intoArray(to, target + i + 2 * LANES);
          b2.fma(t3, b10).intoArray(to, target + i + 10 * LANES);
          b11.fma(n3, b3).intoArray(to, target + i + 3 * LANES);
          b3.fma(t3, b11).intoArray(to, target + i + 11 * LANES);
          b12.fma(n3, b4).intoArray(to, target + i + 4 * LANES);
          b4.fma(t3, b12).intoArray(to, target + i + 12 * LANES);
          b13.fma(n3, b5).intoArray(to, target + i + 5 * LANES);
          b5.fma(t3, b13).intoArray(to, target + i + 13 * LANES);
          b14.fma(n3, b6).intoArray(to, target + i + 6 * LANES);
          b6.fma(t3, b14).intoArray(to, target + i + 14 * LANES);
          b15.fma(n3, b7).intoArray(to, target + i + 7 * LANES);
          b7.fma(t3, b15).intoArray(to, target + i + 15 * LANES);
        }
      }
    }
  }

  private static void turnFar2(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    int w = block.step[0];
    int w1 = w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int h = 0; h < rows; h += 2 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, from, source + i);
            DoubleVector a1 = fromArray(SPECIES, from, source + i + w1);
            a1.fma(n0, a0).intoArray(to, target + i);
            a0.fma(t0, a1).intoArray(to, target + i + w1);
          }
        }
      }
    }
  }

  private static void turnFar4(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int h = 0; h < rows; h += 4 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, from, source + i);
            DoubleVector a1 = fromArray(SPECIES, from, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, from, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, from, source + i + w3);
            DoubleVector b0 = a1.fma(n0, a0);
            DoubleVector b1 = a0.fma(t0, a1);
            DoubleVector b2 = a3.fma(n0, a2);
            DoubleVector b3 = a2.fma(t0, a3);
            b2.fma(n1, b0).intoArray(to, target + i);
            b0.fma(t1, b2).intoArray(to, target + i + w2);
            b3.fma(n1, b1).intoArray(to, target + i + w1);
            b1.fma(t1, b3).intoArray(to, target + i + w3);
          }
        }
      }
    }
  }

  private static void turnFar8(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
    int w = block.step[0];
    int w1 = w;
    int w2 = 2 * w;
    int w3 = 3 * w;
    int w4 = 4 * w;
    int w5 = 5 * w;
    int w6 = 6 * w;
    int w7 = 7 * w;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane)
                .mul(back ? -block.lowSign[2] : block.lowSign[2]);
        DoubleVector n2 = t2.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int h = 0; h < rows; h += 8 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, from, source + i);
            DoubleVector a1 = fromArray(SPECIES, from, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, from, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, from, source + i + w3);
            DoubleVector a4 = fromArray(SPECIES, from, source + i + w4);
            DoubleVector a5 = fromArray(SPECIES, from, source + i + w5);
            DoubleVector a6 = fromArray(SPECIES, from, source + i + w6);
            DoubleVector a7 = fromArray(SPECIES, from, source + i + w7);
            DoubleVector b0 = a1.fma(n0, a0);
            DoubleVector b1 = a0.fma(t0, a1);
            DoubleVector b2 = a3.fma(n0, a2);
            DoubleVector b3 = a2.fma(t0, a3);
            DoubleVector b4 = a5.fma(n0, a4);
            DoubleVector b5 = a4.fma(t0, a5);
            DoubleVector b6 = a7.fma(n0, a6);
            DoubleVector b7 = a6.fma(t0, a7);
            a0 = b2.fma(n1, b0);
            a2 = b0.fma(t1, b2);
            a1 = b3.fma(n1, b1);
            a3 = b1.fma(t1, b3);
            a4 = b6.fma(n1, b4);
            a6 = b4.fma(t1, b6);
            a5 = b7.fma(n1, b5);
            a7 = b5.fma(t1, b7);
            a4.fma(n2, a0).intoArray(to, target + i);
            a0.fma(t2, a4).intoArray(to, target + i + w4);
            a5.fma(n2, a1).intoArray(to, target + i + w1);
            a1.fma(t2, a5).intoArray(to, target + i + w5);
            a6.fma(n2, a2).intoArray(to, target + i + w2);
            a2.fma(t2, a6).intoArray(to, target + i + w6);
            a7.fma(n2, a3).intoArray(to, target + i + w3);
            a3.fma(t2, a7).intoArray(to, target + i + w7);
          }
        }
      }
    }
  }

  private static void turnFar16(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int size = block.amplitudes() * LANES;
    int groups = step == 0 ? 1 : states;
    int rows = states * size / groups;
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
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 =
            fromArray(SPECIES, tangents, at + group * step + lane)
                .mul(back ? -block.lowSign[0] : block.lowSign[0]);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 =
            fromArray(SPECIES, tangents, at + group * step + LANES + lane)
                .mul(back ? -block.lowSign[1] : block.lowSign[1]);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane)
                .mul(back ? -block.lowSign[2] : block.lowSign[2]);
        DoubleVector n2 = t2.neg();
        DoubleVector t3 =
            fromArray(SPECIES, tangents, at + group * step + 3 * LANES + lane)
                .mul(back ? -block.lowSign[3] : block.lowSign[3]);
        DoubleVector n3 = t3.neg();
        int source = f + group * rows + lane;
        int target = t + group * rows + lane;
        for (int h = 0; h < rows; h += 16 * w) {
          for (int i = h; i < h + w; i += LANES) {
            DoubleVector a0 = fromArray(SPECIES, from, source + i);
            DoubleVector a1 = fromArray(SPECIES, from, source + i + w1);
            DoubleVector a2 = fromArray(SPECIES, from, source + i + w2);
            DoubleVector a3 = fromArray(SPECIES, from, source + i + w3);
            DoubleVector a4 = fromArray(SPECIES, from, source + i + w4);
            DoubleVector a5 = fromArray(SPECIES, from, source + i + w5);
            DoubleVector a6 = fromArray(SPECIES, from, source + i + w6);
            DoubleVector a7 = fromArray(SPECIES, from, source + i + w7);
            DoubleVector a8 = fromArray(SPECIES, from, source + i + w8);
            DoubleVector a9 = fromArray(SPECIES, from, source + i + w9);
            DoubleVector a10 = fromArray(SPECIES, from, source + i + w10);
            DoubleVector a11 = fromArray(SPECIES, from, source + i + w11);
            DoubleVector a12 = fromArray(SPECIES, from, source + i + w12);
            DoubleVector a13 = fromArray(SPECIES, from, source + i + w13);
            DoubleVector a14 = fromArray(SPECIES, from, source + i + w14);
            DoubleVector a15 = fromArray(SPECIES, from, source + i + w15);
            DoubleVector b0 = a1.fma(n0, a0);
            DoubleVector b1 = a0.fma(t0, a1);
            DoubleVector b2 = a3.fma(n0, a2);
            DoubleVector b3 = a2.fma(t0, a3);
            DoubleVector b4 = a5.fma(n0, a4);
            DoubleVector b5 = a4.fma(t0, a5);
            DoubleVector b6 = a7.fma(n0, a6);
            DoubleVector b7 = a6.fma(t0, a7);
            DoubleVector b8 = a9.fma(n0, a8);
            DoubleVector b9 = a8.fma(t0, a9);
            DoubleVector b10 = a11.fma(n0, a10);
            DoubleVector b11 = a10.fma(t0, a11);
            DoubleVector b12 = a13.fma(n0, a12);
            DoubleVector b13 = a12.fma(t0, a13);
            DoubleVector b14 = a15.fma(n0, a14);
            DoubleVector b15 = a14.fma(t0, a15);
            a0 = b2.fma(n1, b0);
            a2 = b0.fma(t1, b2);
            a1 = b3.fma(n1, b1);
            a3 = b1.fma(t1, b3);
            a4 = b6.fma(n1, b4);
            a6 = b4.fma(t1, b6);
            a5 = b7.fma(n1, b5);
            a7 = b5.fma(t1, b7);
            a8 = b10.fma(n1, b8);
            a10 = b8.fma(t1, b10);
            a9 = b11.fma(n1, b9);
            a11 = b9.fma(t1, b11);
            a12 = b14.fma(n1, b12);
            a14 = b12.fma(t1, b14);
            a13 = b15.fma(n1, b13);
            a15 = b13.fma(t1, b15);
            b0 = a4.fma(n2, a0);
            b4 = a0.fma(t2, a4);
            b1 = a5.fma(n2, a1);
            b5 = a1.fma(t2, a5);
            b2 = a6.fma(n2, a2);
            b6 = a2.fma(t2, a6);
            b3 = a7.fma(n2, a3);
            b7 = a3.fma(t2, a7);
            b8 = a12.fma(n2, a8);
            b12 = a8.fma(t2, a12);
            b9 = a13.fma(n2, a9);
            b13 = a9.fma(t2, a13);
            b10 = a14.fma(n2, a10);
            b14 = a10.fma(t2, a14);
            b11 = a15.fma(n2, a11);
            b15 = a11.fma(t2, a15);
            b8.fma(n3, b0).intoArray(to, target + i);
            b0.fma(t3, b8).intoArray(to, target + i + w8);
            b9.fma(n3, b1).intoArray(to, target + i + w1);
            b1.fma(t3, b9).intoArray(to, target + i + w9);
            b10.fma(n3, b2).intoArray(to, target + i + w2);
            b2.fma(t3, b10).intoArray(to, target + i + w10);
            b11.fma(n3, b3).intoArray(to, target + i + w3);
            b3.fma(t3, b11).intoArray(to, target + i + w11);
            b12.fma(n3, b4).intoArray(to, target + i + w4);
            b4.fma(t3, b12).intoArray(to, target + i + w12);
            b13.fma(n3, b5).intoArray(to, target + i + w5);
            b5.fma(t3, b13).intoArray(to, target + i + w13);
            b14.fma(n3, b6).intoArray(to, target + i + w6);
            b6.fma(t3, b14).intoArray(to, target + i + w14);
            b15.fma(n3, b7).intoArray(to, target + i + w7);
            b7.fma(t3, b15).intoArray(to, target + i + w15);
          }
        }
      }
    }
  }

  private static void turn2(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int groups = step == 0 ? 1 : states;
    int blocks = (states << bits) / groups;
    double sense = back ? -1 : 1;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 = fromArray(SPECIES, tangents, at + group * step + lane).mul(sense);
        DoubleVector n0 = t0.neg();
        for (int k = group * blocks; k < (group + 1) * blocks; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int source = f + (k >> bits) * size + lane;
          DoubleVector a0 = fromArray(SPECIES, from, source + q0);
          DoubleVector a1 = fromArray(SPECIES, from, source + q1);
          int target = t + (k >> bits) * size + lane;
          a1.fma(n0, a0).intoArray(to, target + q0);
          a0.fma(t0, a1).intoArray(to, target + q1);
        }
      }
    }
  }

  private static void turn4(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    int groups = step == 0 ? 1 : states;
    int blocks = (states << bits) / groups;
    double sense = back ? -1 : 1;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 = fromArray(SPECIES, tangents, at + group * step + lane).mul(sense);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 = fromArray(SPECIES, tangents, at + group * step + LANES + lane).mul(sense);
        DoubleVector n1 = t1.neg();
        for (int k = group * blocks; k < (group + 1) * blocks; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int q2 = q0 ^ step1;
          int q3 = q1 ^ step1;
          int source = f + (k >> bits) * size + lane;
          DoubleVector a0 = fromArray(SPECIES, from, source + q0);
          DoubleVector a1 = fromArray(SPECIES, from, source + q1);
          DoubleVector a2 = fromArray(SPECIES, from, source + q2);
          DoubleVector a3 = fromArray(SPECIES, from, source + q3);
          int target = t + (k >> bits) * size + lane;
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          b2.fma(n1, b0).intoArray(to, target + q0);
          b0.fma(t1, b2).intoArray(to, target + q2);
          b3.fma(n1, b1).intoArray(to, target + q1);
          b1.fma(t1, b3).intoArray(to, target + q3);
        }
      }
    }
  }

  private static void turn8(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    int step2 = block.step[2];
    int groups = step == 0 ? 1 : states;
    int blocks = (states << bits) / groups;
    double sense = back ? -1 : 1;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 = fromArray(SPECIES, tangents, at + group * step + lane).mul(sense);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 = fromArray(SPECIES, tangents, at + group * step + LANES + lane).mul(sense);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane).mul(sense);
        DoubleVector n2 = t2.neg();
        for (int k = group * blocks; k < (group + 1) * blocks; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int q2 = q0 ^ step1;
          int q3 = q1 ^ step1;
          int q4 = q0 ^ step2;
          int q5 = q1 ^ step2;
          int q6 = q2 ^ step2;
          int q7 = q3 ^ step2;
          int source = f + (k >> bits) * size + lane;
          DoubleVector a0 = fromArray(SPECIES, from, source + q0);
          DoubleVector a1 = fromArray(SPECIES, from, source + q1);
          DoubleVector a2 = fromArray(SPECIES, from, source + q2);
          DoubleVector a3 = fromArray(SPECIES, from, source + q3);
          DoubleVector a4 = fromArray(SPECIES, from, source + q4);
          DoubleVector a5 = fromArray(SPECIES, from, source + q5);
          DoubleVector a6 = fromArray(SPECIES, from, source + q6);
          DoubleVector a7 = fromArray(SPECIES, from, source + q7);
          int target = t + (k >> bits) * size + lane;
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          DoubleVector b4 = a5.fma(n0, a4);
          DoubleVector b5 = a4.fma(t0, a5);
          DoubleVector b6 = a7.fma(n0, a6);
          DoubleVector b7 = a6.fma(t0, a7);
          a0 = b2.fma(n1, b0);
          a2 = b0.fma(t1, b2);
          a1 = b3.fma(n1, b1);
          a3 = b1.fma(t1, b3);
          a4 = b6.fma(n1, b4);
          a6 = b4.fma(t1, b6);
          a5 = b7.fma(n1, b5);
          a7 = b5.fma(t1, b7);
          a4.fma(n2, a0).intoArray(to, target + q0);
          a0.fma(t2, a4).intoArray(to, target + q4);
          a5.fma(n2, a1).intoArray(to, target + q1);
          a1.fma(t2, a5).intoArray(to, target + q5);
          a6.fma(n2, a2).intoArray(to, target + q2);
          a2.fma(t2, a6).intoArray(to, target + q6);
          a7.fma(n2, a3).intoArray(to, target + q3);
          a3.fma(t2, a7).intoArray(to, target + q7);
        }
      }
    }
  }

  private static void turn16(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    int lowMask = block.low.length - 1;
    int highMask = block.high.length - 1;
    int lowBits = Integer.bitCount(lowMask);
    int bits = lowBits + Integer.bitCount(highMask);
    int size = block.amplitudes() * LANES;
    int step0 = block.step[0];
    int step1 = block.step[1];
    int step2 = block.step[2];
    int step3 = block.step[3];
    int groups = step == 0 ? 1 : states;
    int blocks = (states << bits) / groups;
    double sense = back ? -1 : 1;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int group = 0; group < groups; group++) {
        DoubleVector t0 = fromArray(SPECIES, tangents, at + group * step + lane).mul(sense);
        DoubleVector n0 = t0.neg();
        DoubleVector t1 = fromArray(SPECIES, tangents, at + group * step + LANES + lane).mul(sense);
        DoubleVector n1 = t1.neg();
        DoubleVector t2 =
            fromArray(SPECIES, tangents, at + group * step + 2 * LANES + lane).mul(sense);
        DoubleVector n2 = t2.neg();
        DoubleVector t3 =
            fromArray(SPECIES, tangents, at + group * step + 3 * LANES + lane).mul(sense);
        DoubleVector n3 = t3.neg();
        for (int k = group * blocks; k < (group + 1) * blocks; k++) {
          int q0 = block.high[(k >> lowBits) & highMask] ^ block.low[k & lowMask];
          int q1 = q0 ^ step0;
          int q2 = q0 ^ step1;
          int q3 = q1 ^ step1;
          int q4 = q0 ^ step2;
          int q5 = q1 ^ step2;
          int q6 = q2 ^ step2;
          int q7 = q3 ^ step2;
          int q8 = q0 ^ step3;
          int q9 = q1 ^ step3;
          int q10 = q2 ^ step3;
          int q11 = q3 ^ step3;
          int q12 = q4 ^ step3;
          int q13 = q5 ^ step3;
          int q14 = q6 ^ step3;
          int q15 = q7 ^ step3;
          int source = f + (k >> bits) * size + lane;
          DoubleVector a0 = fromArray(SPECIES, from, source + q0);
          DoubleVector a1 = fromArray(SPECIES, from, source + q1);
          DoubleVector a2 = fromArray(SPECIES, from, source + q2);
          DoubleVector a3 = fromArray(SPECIES, from, source + q3);
          DoubleVector a4 = fromArray(SPECIES, from, source + q4);
          DoubleVector a5 = fromArray(SPECIES, from, source + q5);
          DoubleVector a6 = fromArray(SPECIES, from, source + q6);
          DoubleVector a7 = fromArray(SPECIES, from, source + q7);
          DoubleVector a8 = fromArray(SPECIES, from, source + q8);
          DoubleVector a9 = fromArray(SPECIES, from, source + q9);
          DoubleVector a10 = fromArray(SPECIES, from, source + q10);
          DoubleVector a11 = fromArray(SPECIES, from, source + q11);
          DoubleVector a12 = fromArray(SPECIES, from, source + q12);
          DoubleVector a13 = fromArray(SPECIES, from, source + q13);
          DoubleVector a14 = fromArray(SPECIES, from, source + q14);
          DoubleVector a15 = fromArray(SPECIES, from, source + q15);
          int target = t + (k >> bits) * size + lane;
          DoubleVector b0 = a1.fma(n0, a0);
          DoubleVector b1 = a0.fma(t0, a1);
          DoubleVector b2 = a3.fma(n0, a2);
          DoubleVector b3 = a2.fma(t0, a3);
          DoubleVector b4 = a5.fma(n0, a4);
          DoubleVector b5 = a4.fma(t0, a5);
          DoubleVector b6 = a7.fma(n0, a6);
          DoubleVector b7 = a6.fma(t0, a7);
          DoubleVector b8 = a9.fma(n0, a8);
          DoubleVector b9 = a8.fma(t0, a9);
          DoubleVector b10 = a11.fma(n0, a10);
          DoubleVector b11 = a10.fma(t0, a11);
          DoubleVector b12 = a13.fma(n0, a12);
          DoubleVector b13 = a12.fma(t0, a13);
          DoubleVector b14 = a15.fma(n0, a14);
          DoubleVector b15 = a14.fma(t0, a15);
          a0 = b2.fma(n1, b0);
          a2 = b0.fma(t1, b2);
          a1 = b3.fma(n1, b1);
          a3 = b1.fma(t1, b3);
          a4 = b6.fma(n1, b4);
          a6 = b4.fma(t1, b6);
          a5 = b7.fma(n1, b5);
          a7 = b5.fma(t1, b7);
          a8 = b10.fma(n1, b8);
          a10 = b8.fma(t1, b10);
          a9 = b11.fma(n1, b9);
          a11 = b9.fma(t1, b11);
          a12 = b14.fma(n1, b12);
          a14 = b12.fma(t1, b14);
          a13 = b15.fma(n1, b13);
          a15 = b13.fma(t1, b15);
          b0 = a4.fma(n2, a0);
          b4 = a0.fma(t2, a4);
          b1 = a5.fma(n2, a1);
          b5 = a1.fma(t2, a5);
          b2 = a6.fma(n2, a2);
          b6 = a2.fma(t2, a6);
          b3 = a7.fma(n2, a3);
          b7 = a3.fma(t2, a7);
          b8 = a12.fma(n2, a8);
          b12 = a8.fma(t2, a12);
          b9 = a13.fma(n2, a9);
          b13 = a9.fma(t2, a13);
          b10 = a14.fma(n2, a10);
          b14 = a10.fma(t2, a14);
          b11 = a15.fma(n2, a11);
          b15 = a11.fma(t2, a15);
          b8.fma(n3, b0).intoArray(to, target + q0);
          b0.fma(t3, b8).intoArray(to, target + q8);
          b9.fma(n3, b1).intoArray(to, target + q1);
          b1.fma(t3, b9).intoArray(to, target + q9);
          b10.fma(n3, b2).intoArray(to, target + q2);
          b2.fma(t3, b10).intoArray(to, target + q10);
          b11.fma(n3, b3).intoArray(to, target + q3);
          b3.fma(t3, b11).intoArray(to, target + q11);
          b12.fma(n3, b4).intoArray(to, target + q4);
          b4.fma(t3, b12).intoArray(to, target + q12);
          b13.fma(n3, b5).intoArray(to, target + q5);
          b5.fma(t3, b13).intoArray(to, target + q13);
          b14.fma(n3, b6).intoArray(to, target + q6);
          b6.fma(t3, b14).intoArray(to, target + q14);
          b15.fma(n3, b7).intoArray(to, target + q7);
          b7.fma(t3, b15).intoArray(to, target + q15);
        }
      }
    }
  }

  private static void turnSharedNear8(
      AxisBlock block,
      int states,
      double[] numbers,
      int n,
      double[] to,
      int t,
      double[] tangents,
      int at) {
    int rows = states * block.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector t0 = fromArray(SPECIES, tangents, at + lane).mul(block.lowSign[0]);
      DoubleVector n0 = t0.neg();
      DoubleVector t1 = fromArray(SPECIES, tangents, at + LANES + lane).mul(block.lowSign[1]);
      DoubleVector n1 = t1.neg();
      DoubleVector t2 = fromArray(SPECIES, tangents, at + 2 * LANES + lane).mul(block.lowSign[2]);
      DoubleVector n2 = t2.neg();
      for (int b = 0; b < rows; b += 8) {
        DoubleVector a0 = DoubleVector.broadcast(SPECIES, numbers[n + b]);
        DoubleVector a1 = DoubleVector.broadcast(SPECIES, numbers[n + b + 1]);
        DoubleVector a2 = DoubleVector.broadcast(SPECIES, numbers[n + b + 2]);
        DoubleVector a3 = DoubleVector.broadcast(SPECIES, numbers[n + b + 3]);
        DoubleVector a4 = DoubleVector.broadcast(SPECIES, numbers[n + b + 4]);
        DoubleVector a5 = DoubleVector.broadcast(SPECIES, numbers[n + b + 5]);
        DoubleVector a6 = DoubleVector.broadcast(SPECIES, numbers[n + b + 6]);
        DoubleVector a7 = DoubleVector.broadcast(SPECIES, numbers[n + b + 7]);
        int i = t + lane + b * LANES;
        DoubleVector b0 = a1.fma(n0, a0);
        DoubleVector b1 = a0.fma(t0, a1);
        DoubleVector b2 = a3.fma(n0, a2);
        DoubleVector b3 = a2.fma(t0, a3);
        DoubleVector b4 = a5.fma(n0, a4);
        DoubleVector b5 = a4.fma(t0, a5);
        DoubleVector b6 = a7.fma(n0, a6);
        DoubleVector b7 = a6.fma(t0, a7);
        a0 = b2.fma(n1, b0);
        a2 = b0.fma(t1, b2);
        a1 = b3.fma(n1, b1);
        a3 = b1.fma(t1, b3);
        a4 = b6.fma(n1, b4);
        a6 = b4.fma(t1, b6);
        a5 = b7.fma(n1, b5);
        a7 = b5.fma(t1, b7);
        a4.fma(n2, a0).intoArray(to, i);
        a0.fma(t2, a4).intoArray(to, i + 4 * LANES);
        a5.fma(n2, a1).intoArray(to, i + LANES);
        a1.fma(t2, a5).intoArray(to, i + 5 * LANES);
        a6.fma(n2, a2).intoArray(to, i + 2 * LANES);
        a2.fma(t2, a6).intoArray(to, i + 6 * LANES);
        a7.fma(n2, a3).intoArray(to, i + 3 * LANES);
        a3.fma(t2, a7).intoArray(to, i + 7 * LANES);
      }
    }
  }

  private static void turnSharedNear16(
      AxisBlock block,
      int states,
      double[] numbers,
      int n,
      double[] to,
      int t,
      double[] tangents,
      int at) {
    int rows = states * block.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector t0 = fromArray(SPECIES, tangents, at + lane).mul(block.lowSign[0]);
      DoubleVector n0 = t0.neg();
      DoubleVector t1 = fromArray(SPECIES, tangents, at + LANES + lane).mul(block.lowSign[1]);
      DoubleVector n1 = t1.neg();
      DoubleVector t2 = fromArray(SPECIES, tangents, at + 2 * LANES + lane).mul(block.lowSign[2]);
      DoubleVector n2 = t2.neg();
      DoubleVector t3 = fromArray(SPECIES, tangents, at + 3 * LANES + lane).mul(block.lowSign[3]);
      DoubleVector n3 = t3.neg();
      for (int b = 0; b < rows; b += 16) {
        DoubleVector a0 = DoubleVector.broadcast(SPECIES, numbers[n + b]);
        DoubleVector a1 = DoubleVector.broadcast(SPECIES, numbers[n + b + 1]);
        DoubleVector a2 = DoubleVector.broadcast(SPECIES, numbers[n + b + 2]);
        DoubleVector a3 = DoubleVector.broadcast(SPECIES, numbers[n + b + 3]);
        DoubleVector a4 = DoubleVector.broadcast(SPECIES, numbers[n + b + 4]);
        DoubleVector a5 = DoubleVector.broadcast(SPECIES, numbers[n + b + 5]);
        DoubleVector a6 = DoubleVector.broadcast(SPECIES, numbers[n + b + 6]);
        DoubleVector a7 = DoubleVector.broadcast(SPECIES, numbers[n + b + 7]);
        DoubleVector a8 = DoubleVector.broadcast(SPECIES, numbers[n + b + 8]);
        DoubleVector a9 = DoubleVector.broadcast(SPECIES, numbers[n + b + 9]);
        DoubleVector a10 = DoubleVector.broadcast(SPECIES, numbers[n + b + 10]);
        DoubleVector a11 = DoubleVector.broadcast(SPECIES, numbers[n + b + 11]);
        DoubleVector a12 = DoubleVector.broadcast(SPECIES, numbers[n + b + 12]);
        DoubleVector a13 = DoubleVector.broadcast(SPECIES, numbers[n + b + 13]);
        DoubleVector a14 = DoubleVector.broadcast(SPECIES, numbers[n + b + 14]);
        DoubleVector a15 = DoubleVector.broadcast(SPECIES, numbers[n + b + 15]);
        int i = t + lane + b * LANES;
        DoubleVector b0 = a1.fma(n0, a0);
        DoubleVector b1 = a0.fma(t0, a1);
        DoubleVector b2 = a3.fma(n0, a2);
        DoubleVector b3 = a2.fma(t0, a3);
        DoubleVector b4 = a5.fma(n0, a4);
        DoubleVector b5 = a4.fma(t0, a5);
        DoubleVector b6 = a7.fma(n0, a6);
        DoubleVector b7 = a6.fma(t0, a7);
        DoubleVector b8 = a9.fma(n0, a8);
        DoubleVector b9 = a8.fma(t0, a9);
        DoubleVector b10 = a11.fma(n0, a10);
        DoubleVector b11 = a10.fma(t0, a11);
        DoubleVector b12 = a13.fma(n0, a12);
        DoubleVector b13 = a12.fma(t0, a13);
        DoubleVector b14 = a15.fma(n0, a14);
        DoubleVector b15 = a14.fma(t0, a15);
        a0 = b2.fma(n1, b0);
        a2 = b0.fma(t1, b2);
        a1 = b3.fma(n1, b1);
        a3 = b1.fma(t1, b3);
        a4 = b6.fma(n1, b4);
        a6 = b4.fma(t1, b6);
        a5 = b7.fma(n1, b5);
        a7 = b5.fma(t1, b7);
        a8 = b10.fma(n1, b8);
        a10 = b8.fma(t1, b10);
        a9 = b11.fma(n1, b9);
        a11 = b9.fma(t1, b11);
        a12 = b14.fma(n1, b12);
        a14 = b12.fma(t1, b14);
        a13 = b15.fma(n1, b13);
        a15 = b13.fma(t1, b15);
        b0 = a4.fma(n2, a0);
        b4 = a0.fma(t2, a4);
        b1 = a5.fma(n2, a1);
        b5 = a1.fma(t2, a5);
        b2 = a6.fma(n2, a2);
        b6 = a2.fma(t2, a6);
        b3 = a7.fma(n2, a3);
        b7 = a3.fma(t2, a7);
        b8 = a12.fma(n2, a8);
        b12 = a8.fma(t2, a12);
        b9 = a13.fma(n2, a9);
        b13 = a9.fma(t2, a13);
        b10 = a14.fma(n2, a10);
        b14 = a10.fma(t2, a14);
        b11 = a15.fma(n2, a11);
        b15 = a11.fma(t2, a15);
        b8.fma(n3, b0).intoArray(to, i);
        b0.fma(t3, b8).intoArray(to, i + 8 * LANES);
        b9.fma(n3, b1).intoArray(to, i + LANES);
        b1.fma(t3, b9).intoArray(to, i + 9 * LANES);
        b10.fma(n3, b2).intoArray(to, i + 2 * LANES);
        b2.fma(t3, b10).intoArray(to, i + 10 * LANES);
        b11.fma(n3, b3).intoArray(to, i + 3 * LANES);
        b3.fma(t3, b11).intoArray(to, i + 11 * LANES);
        b12.fma(n3, b4).intoArray(to, i + 4 * LANES);
        b4.fma(t3, b12).intoArray(to, i + 12 * LANES);
        b13.fma(n3, b5).intoArray(to, i + 5 * LANES);
        b5.fma(t3, b13).intoArray(to, i + 13 * LANES);
        b14.fma(n3, b6).intoArray(to, i + 6 * LANES);
        b6.fma(t3, b14).intoArray(to, i + 14 * LANES);
        b15.fma(n3, b7).intoArray(to, i + 7 * LANES);
        b7.fma(t3, b15).intoArray(to, i + 15 * LANES);
      }
    }
  }
}
