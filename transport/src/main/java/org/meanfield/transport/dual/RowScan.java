package org.meanfield.transport.dual;

import java.util.Arrays;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;

/// Finds the targets of least c(i, j) − v_j for one source at a time, looking only into boxes of
/// targets that can hold one, and there only at targets that are near in single precision. What is
/// found and told is exact.
///
/// One thread uses it.
public final class RowScan {
  /// Neighbouring boxes that are looked into at once.
  private static final int RUN = 8;

  /// Runs up to this length are sorted by insertion.
  private static final int SHORT = 24;

  private final GroundCost cost;
  private final Boxes boxes;
  private final Prices prices;
  private final double[] bounds;
  private final boolean[] refreshed;
  private final int[] near;
  private final float[] room;
  private int[] numbers;
  private double[] values;
  private int count;
  private double bound;
  private float limit;

  /// @param cost between sources and targets
  /// @param boxes of the targets
  /// @param prices v; may fall later
  public RowScan(GroundCost cost, Boxes boxes, Prices prices) {
    this.cost = cost;
    this.boxes = boxes;
    this.prices = prices;
    this.bounds = new double[boxes.count()];
    this.refreshed = new boolean[boxes.count()];
    this.near = new int[RUN * KdOrder.BLOCK];
    this.room = new float[near.length];
    this.numbers = new int[0];
    this.values = new double[0];
  }

  /// Says that v has fallen in all boxes that hold any of the targets found.
  public void refresh() {
    Arrays.fill(refreshed, false);
    for (int at = 0; at < count; at++) {
      int box = numbers[at] / KdOrder.BLOCK;
      if (!refreshed[box]) {
        refreshed[box] = true;
        prices.refresh(box);
      }
    }
  }

  /// Looks for the k least of one source, below a bound.
  ///
  /// @param i the source
  /// @param k how many
  /// @param most only less than this is looked for
  /// @return a number that c(i, j) − v_j is not below for any target not found
  public double scan(int i, int k, double most) {
    int room = Math.max(2 * RUN * KdOrder.BLOCK, 3 * k) + RUN * KdOrder.BLOCK;
    if (numbers.length < room) {
      numbers = new int[room];
      values = new double[room];
    }
    count = 0;
    lower(most);
    int nearest = nearest(i);
    int last = bounds.length - 1;
    if (bounds[nearest] < bound) {
      look(i, nearest, nearest, k);
      if (count > k) {
        keep(k);
      }
    }
    bounds[nearest] = Double.POSITIVE_INFINITY;
    for (int box = 0; box <= last; box++) {
      if (bounds[box] < bound) {
        int end = box;
        while (end < last && end + 1 - box < RUN && bounds[end + 1] < bound) {
          end++;
        }
        look(i, box, end, k);
        box = end;
      }
    }
    if (count > k) {
      keep(k);
    }
    sort(0, count - 1);
    return bound;
  }

  /// {@return min_j c(i, j) − v_j}
  double least(int i) {
    lower(Double.POSITIVE_INFINITY);
    int nearest = nearest(i);
    lookForLeast(i, nearest, nearest);
    bounds[nearest] = Double.POSITIVE_INFINITY;
    int last = bounds.length - 1;
    for (int box = 0; box <= last; box++) {
      if (bounds[box] < bound) {
        int end = box;
        while (end < last && end + 1 - box < RUN && bounds[end + 1] < bound) {
          end++;
        }
        lookForLeast(i, box, end);
        box = end;
      }
    }
    return bound;
  }

  private void lookForLeast(int i, int first, int last) {
    double least = bound;
    int some = near(i, first, last);
    for (int at = 0; at < some; at++) {
      least = Math.min(least, cost.at(i, near[at]) - prices.at(near[at]));
    }
    if (least < bound) {
      lower(least);
    }
  }

  /// Bounds c(i, j) − v_j from below in each box.
  ///
  /// @return the box of the lowest bound
  private int nearest(int i) {
    boxes.nearest(i, bounds);
    int best = 0;
    for (int box = 0; box < bounds.length; box++) {
      bounds[box] -= prices.highest(box);
      best = bounds[box] < bounds[best] ? box : best;
    }
    return best;
  }

  /// {@return how many were found}
  public int count() {
    return count;
  }

  /// {@return a copy of the targets found, the least first}
  public int[] found() {
    return Arrays.copyOf(numbers, count);
  }

  /// {@return c(i, j) − v_j of a target found; they increase}
  ///
  /// @param at 0 ≤ at < count
  public double value(int at) {
    return values[at];
  }

  private void look(int i, int first, int last, int k) {
    int some = near(i, first, last);
    for (int at = 0; at < some; at++) {
      double value = cost.at(i, near[at]) - prices.at(near[at]);
      if (value < bound) {
        numbers[count] = near[at];
        values[count] = value;
        count++;
      }
    }
    if (count + RUN * KdOrder.BLOCK > numbers.length) {
      keep(k);
    }
  }

  /// {@return how many targets in some boxes may be below the bound; they are in [#near]}
  private int near(int i, int first, int last) {
    int from = first * KdOrder.BLOCK;
    return boxes.singles().below(i, from, boxes.end(last), prices.single(), limit, room, near);
  }

  private void lower(double to) {
    bound = to;
    limit = boxes.singles().limit(to, prices.highest());
  }

  /// Keeps the k least, by Hoare's selection.
  private void keep(int k) {
    int low = 0;
    int high = count - 1;
    int wanted = k - 1;
    while (low < high) {
      int left = partition(low, high);
      int right = split;
      if (wanted <= right) {
        high = right;
      } else if (wanted >= left) {
        low = left;
      } else {
        break;
      }
    }
    count = k;
    double most = values[0];
    for (int at = 1; at < k; at++) {
      most = Math.max(most, values[at]);
    }
    lower(most);
  }

  private int split;

  /// Exchanges until all up to [#split] are at most a pivot, and all from the result on at least.
  private int partition(int low, int high) {
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
    split = j;
    return i;
  }

  private void sort(int first, int last) {
    int low = first;
    int high = last;
    while (high - low >= SHORT) {
      int left = partition(low, high);
      int right = split;
      if (right - low < high - left) {
        sort(low, right);
        low = left;
      } else {
        sort(left, high);
        high = right;
      }
    }
    for (int at = low + 1; at <= high; at++) {
      double value = values[at];
      int number = numbers[at];
      int to = at;
      while (to > low && values[to - 1] > value) {
        values[to] = values[to - 1];
        numbers[to] = numbers[to - 1];
        to--;
      }
      values[to] = value;
      numbers[to] = number;
    }
  }
}
