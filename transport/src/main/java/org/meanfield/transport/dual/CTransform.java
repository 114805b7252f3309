package org.meanfield.transport.dual;

import java.util.Arrays;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;
import org.meanfield.transport.course.Blocks;

/// The c-transform uᵢ = min_j c(i, j) − v_j, the largest u with u + v ≤ c. It looks only into boxes
/// of targets that can hold the least, and shares rows out among threads.
public final class CTransform {
  /// Rows that one thread takes at a time, at least.
  private static final int ROWS = 64;

  private CTransform() {}

  /// {@return uᵢ for all sources}
  ///
  /// @param cost between sources and targets, in any order
  /// @param v one per target, possibly −∞
  public static double[] of(GroundCost cost, double[] v) {
    int[] order = KdOrder.of(cost.targetPoints(), cost.targets());
    int[] all = new int[cost.sources()];
    Arrays.setAll(all, i -> i);
    double[] sorted = new double[v.length];
    Arrays.setAll(sorted, at -> v[order[at]]);
    return ofOrdered(cost.between(all, order), sorted);
  }

  /// {@return uᵢ for all sources}
  ///
  /// @param cost with targets in [KdOrder]
  /// @param v one per target, possibly −∞
  public static double[] ofOrdered(GroundCost cost, double[] v) {
    double[] u = new double[cost.sources()];
    Boxes boxes = new Boxes(cost);
    Prices prices = new Prices(boxes, v);
    int rows = Blocks.size(u.length, ROWS);
    Blocks.each(
        Blocks.count(u.length, rows),
        block -> {
          RowScan scan = new RowScan(cost, boxes, prices);
          for (int i = block * rows; i < Math.min(u.length, (block + 1) * rows); i++) {
            u[i] = scan.least(i);
          }
        });
    return u;
  }
}
