package org.meanfield.transport.dual;

import org.meanfield.transport.cost.KdOrder;

/// Prices v_j of targets as scans need them: as they are, rounded up to single precision, and the
/// highest of each of the [Boxes].
///
/// Prices may fall without being told: what is kept is then too high, and scans look at more than
/// they must. One thread changes it.
public final class Prices {
  private final double[] v;
  private final Boxes boxes;
  private final float[] single;
  private final double[] highest;
  private double most = Double.NEGATIVE_INFINITY;

  /// @param boxes of the targets
  /// @param v one per target; not copied
  public Prices(Boxes boxes, double[] v) {
    this.boxes = boxes;
    this.v = v;
    this.single = new float[v.length];
    this.highest = new double[boxes.count()];
    for (int box = 0; box < highest.length; box++) {
      refresh(box);
      most = Math.max(most, highest[box]);
    }
  }

  /// Says that prices in a box have fallen.
  void refresh(int box) {
    double top = Double.NEGATIVE_INFINITY;
    for (int j = box * KdOrder.BLOCK; j < boxes.end(box); j++) {
      top = v[j] > top ? v[j] : top;
      single[j] = boxes.singles().price(v[j]);
    }
    highest[box] = top;
  }

  /// {@return v_j}
  double at(int target) {
    return v[target];
  }

  /// {@return at least the largest price of a box}
  double highest(int box) {
    return highest[box];
  }

  /// {@return at least the largest of all prices}
  double highest() {
    return most;
  }

  /// {@return prices as [org.meanfield.transport.cost.SingleCosts#price] tells; not a copy, not to
  /// be changed}
  float[] single() {
    return single;
  }
}
