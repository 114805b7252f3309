package org.meanfield.transport.dual;

import org.meanfield.kernels.transport.Ground;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;
import org.meanfield.transport.cost.SingleCosts;
import org.meanfield.transport.course.Blocks;

/// The bounding boxes of runs of [KdOrder#BLOCK] targets, to know without looking how near any of
/// them can be. Immutable.
public final class Boxes {
  /// Boxes are made larger by some ulp, so that round-off never puts a point outside.
  private static final double MARGIN = 8 * Math.ulp(1.0);

  private final GroundCost cost;
  private final int count;
  private final double[] middle;
  private final double[] half;
  private final SingleCosts singles;

  public Boxes(GroundCost cost) {
    this.cost = cost;
    int targets = cost.targets();
    int d = cost.periods().length;
    count = Blocks.count(targets, KdOrder.BLOCK);
    middle = new double[d * count];
    half = new double[d * count];
    singles = new SingleCosts(cost);
    for (int k = 0; k < d; k++) {
      for (int box = 0; box < count; box++) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int j = box * KdOrder.BLOCK; j < end(box); j++) {
          low = Math.min(low, cost.targetPoints()[k * targets + j]);
          high = Math.max(high, cost.targetPoints()[k * targets + j]);
        }
        int at = k * count + box;
        middle[at] = low + (high - low) / 2;
        half[at] = (high - low) / 2 + MARGIN * (Math.abs(low) + Math.abs(high));
      }
    }
  }

  int count() {
    return count;
  }

  /// {@return the costs in single precision}
  SingleCosts singles() {
    return singles;
  }

  /// {@return after the last target of a box}
  int end(int box) {
    return Math.min(cost.targets(), (box + 1) * KdOrder.BLOCK);
  }

  /// Computes for each box a lower bound of c(i, j) over its targets j.
  ///
  /// @param i a source
  /// @param out receives one per box
  void nearest(int i, double[] out) {
    Ground ground = cost.ground();
    double[] periods = cost.periods();
    boolean squares = ground == Ground.L2 || ground == Ground.L2_SQUARED;
    for (int box = 0; box < count; box++) {
      out[box] = 0;
    }
    for (int k = 0; k < periods.length; k++) {
      double here = cost.sourcePoints()[k * cost.sources() + i];
      double period = periods[k];
      int base = k * count;
      for (int box = 0; box < count; box++) {
        double way = Math.abs(here - middle[base + box]);
        double out1 = Math.max(0, Math.min(way, period - way) - half[base + box]);
        out[box] += squares ? out1 * out1 : out1;
      }
    }
    if (ground == Ground.L1_SQUARED) {
      for (int box = 0; box < count; box++) {
        out[box] *= out[box];
      }
    } else if (ground == Ground.L2) {
      for (int box = 0; box < count; box++) {
        out[box] = Math.sqrt(out[box]);
      }
    }
  }
}
