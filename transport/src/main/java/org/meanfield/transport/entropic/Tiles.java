package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.meanfield.kernels.transport.Ground;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;
import org.meanfield.transport.course.Blocks;

/// Which tiles of [#SIZE] × [#SIZE] pairs have kernels worth looking at: the least cost between two
/// bounding boxes bounds all exponents of a tile. Immutable.
final class Tiles {
  static final int SIZE = KdOrder.BLOCK;

  private final GroundCost cost;
  private final double[] rowMiddle;
  private final double[] rowHalf;
  private final double[] columnMiddle;
  private final double[] columnHalf;
  private final int rowBoxes;
  private final int columnBoxes;

  Tiles(GroundCost cost) {
    this.cost = cost;
    int d = cost.periods().length;
    rowBoxes = Blocks.count(cost.sources(), SIZE);
    columnBoxes = Blocks.count(cost.targets(), SIZE);
    rowMiddle = new double[d * rowBoxes];
    rowHalf = new double[d * rowBoxes];
    columnMiddle = new double[d * columnBoxes];
    columnHalf = new double[d * columnBoxes];
    measure(cost.sourcePoints(), cost.sources(), rowMiddle, rowHalf);
    measure(cost.targetPoints(), cost.targets(), columnMiddle, columnHalf);
  }

  private static void measure(double[] points, int count, double[] middle, double[] half) {
    int boxes = Blocks.count(count, SIZE);
    for (int at = 0; at < middle.length; at++) {
      int k = at / boxes;
      int from = at % boxes * SIZE;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < Math.min(count, from + SIZE); i++) {
        low = Math.min(low, points[k * count + i]);
        high = Math.max(high, points[k * count + i]);
      }
      middle[at] = low + (high - low) / 2;
      half[at] = (high - low) / 2;
    }
  }

  /// {@return the largest value of each run of [#SIZE]}
  static double[] largest(double[] values) {
    double[] most = new double[Blocks.count(values.length, SIZE)];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < values.length; i++) {
      most[i / SIZE] = Math.max(most[i / SIZE], values[i]);
    }
    return most;
  }

  /// Lists the columns that a box of rows must look at, as runs [from, to) of neighbouring boxes.
  ///
  /// @param box a box of rows
  /// @param most the largest φ in it
  /// @param gammas the largest γ of each box of columns
  /// @param rate log₂e/ε
  /// @param cut exponents below −cut are not worth it
  /// @param runs receives boxes, two numbers a run; room for two per box
  /// @return the number of runs
  int runs(int box, double most, double[] gammas, double rate, double cut, int[] runs) {
    int count = 0;
    boolean open = false;
    for (int other = 0; other < columnBoxes; other++) {
      // Written so that −∞ − −∞ is not kept.
      boolean kept = most + gammas[other] - rate * nearest(box, other) >= -cut;
      if (kept && !open) {
        runs[2 * count] = other;
        count++;
      }
      if (kept) {
        runs[2 * count - 1] = other + 1;
      }
      open = kept;
    }
    return count;
  }

  private double nearest(int box, int other) {
    Ground ground = cost.ground();
    boolean squares = ground == Ground.L2 || ground == Ground.L2_SQUARED;
    double[] periods = cost.periods();
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      int row = k * rowBoxes + box;
      int column = k * columnBoxes + other;
      double way = Math.abs(rowMiddle[row] - columnMiddle[column]);
      double apart =
          Math.max(0, Math.min(way, periods[k] - way) - rowHalf[row] - columnHalf[column]);
      sum += squares ? apart * apart : apart;
    }
    return switch (ground) {
      case L1, L2_SQUARED -> sum;
      case L1_SQUARED -> sum * sum;
      case L2 -> Math.sqrt(sum);
    };
  }
}
