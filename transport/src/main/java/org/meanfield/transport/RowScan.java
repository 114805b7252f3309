package org.meanfield.transport;

import java.util.Arrays;

/// Finds the k targets of least c(i, j) − v_j for one source at a time, looking only into boxes of
/// targets that can hold one.
///
/// One thread uses it.
final class RowScan {
  /// Boxes that are looked into at once, for a first bound.
  private static final int FIRST = 4;

  private final GroundCost cost;
  private final Boxes boxes;
  private final double[] v;
  private final double[] highest;
  private final double[] bounds;
  private final double[] costs;
  private int[] numbers;
  private double[] values;
  private int count;
  private double bound;

  /// @param cost between sources and targets
  /// @param boxes of the targets
  /// @param v one per target; may fall later
  /// @param highest at least the largest v in each box
  RowScan(GroundCost cost, Boxes boxes, double[] v, double[] highest) {
    this.cost = cost;
    this.boxes = boxes;
    this.v = v;
    this.highest = highest;
    this.bounds = new double[boxes.count()];
    this.costs = new double[cost.targets()];
    this.numbers = new int[0];
    this.values = new double[0];
  }

  /// {@return the largest v in each box}
  static double[] highest(Boxes boxes, double[] v) {
    double[] highest = new double[boxes.count()];
    for (int box = 0; box < highest.length; box++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int j = box * KdOrder.BLOCK; j < boxes.end(box); j++) {
        most = Math.max(most, v[j]);
      }
      highest[box] = most;
    }
    return highest;
  }

  /// Looks for the k least of one source.
  ///
  /// @return a number that c(i, j) − v_j is not below for any target not found; +∞ if all were
  double scan(int i, int k) {
    int room = Math.max(4 * KdOrder.BLOCK, 3 * k) + KdOrder.BLOCK;
    if (numbers.length < room) {
      numbers = new int[room];
      values = new double[room];
    }
    count = 0;
    bound = Double.POSITIVE_INFINITY;
    boxes.nearest(i, bounds);
    for (int box = 0; box < bounds.length; box++) {
      bounds[box] -= highest[box];
    }
    if (bounds.length > FIRST) {
      for (int first = 0; first < FIRST; first++) {
        int best = 0;
        for (int box = 1; box < bounds.length; box++) {
          best = bounds[box] < bounds[best] ? box : best;
        }
        bounds[best] = Double.POSITIVE_INFINITY;
        look(i, best, k);
      }
      if (count > k) {
        keep(k);
      }
    }
    for (int box = 0; box < bounds.length; box++) {
      if (bounds[box] < bound) {
        look(i, box, k);
      }
    }
    if (count > k) {
      keep(k);
    }
    return bound;
  }

  int count() {
    return count;
  }

  /// {@return a copy of the targets found, in no particular order}
  int[] found() {
    return Arrays.copyOf(numbers, count);
  }

  /// {@return the costs of the targets found, in their order}
  double[] costs() {
    double[] theirs = new double[count];
    for (int at = 0; at < count; at++) {
      theirs[at] = costs[numbers[at]];
    }
    return theirs;
  }

  private void look(int i, int box, int k) {
    int from = box * KdOrder.BLOCK;
    int to = boxes.end(box);
    cost.row(i, from, to, costs, from);
    count = GroundCost.LANES.below(costs, from, v, from, to, bound, numbers, values, count);
    if (count + KdOrder.BLOCK > numbers.length) {
      keep(k);
    }
  }

  /// Keeps the k least, by Hoare's selection.
  private void keep(int k) {
    int low = 0;
    int high = count - 1;
    int wanted = k - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double value = values[i];
          values[i] = values[j];
          values[j] = value;
          int number = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = number;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        break;
      }
    }
    count = k;
    bound = values[k - 1];
  }
}
