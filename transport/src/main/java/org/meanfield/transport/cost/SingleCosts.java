package org.meanfield.transport.cost;

import org.meanfield.kernels.transport.Ground;

/// The points of a problem in single precision: with half the work they tell which costs need not
/// be computed in double, and never leave out one that matters.
///
/// Coordinates are taken from the middle of both clouds and in units of a power of two in which the
/// widest ways Wₖ of all coordinates add up to at most 1, so nothing overflows. With u = 2⁻²⁴ a way
/// along one coordinate is off by at most 8uWₖ (two roundings of points, one of half a period, four
/// of differences), the sum or norm S ≤ 1 of d ways by δ = (8 + d)u, its square by 2Sδ + δ² and
/// some more uS². Immutable.
public final class SingleCosts {
  private static final double UNIT = 0x1p-24;

  private final GroundCost cost;
  private final float[] x;
  private final float[] y;
  private final float[] halves;
  private final double scale;
  private final double off;

  public SingleCosts(GroundCost cost) {
    this.cost = cost;
    int d = cost.periods().length;
    double[] middle = new double[d];
    double[] half = new double[d];
    double widest = 0;
    for (int k = 0; k < d; k++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = k * cost.sources(); i < (k + 1) * cost.sources(); i++) {
        low = Math.min(low, cost.sourcePoints()[i]);
        high = Math.max(high, cost.sourcePoints()[i]);
      }
      for (int j = k * cost.targets(); j < (k + 1) * cost.targets(); j++) {
        low = Math.min(low, cost.targetPoints()[j]);
        high = Math.max(high, cost.targetPoints()[j]);
      }
      middle[k] = low + (high - low) / 2;
      // What is wider than all ways is as good as an infinite period.
      half[k] = Math.min(cost.periods()[k] / 2, high - low);
      widest += Math.max(half[k], high - low);
    }
    scale = widest > 0 ? Math.scalb(1.0, -Math.getExponent(widest) - 1) : 1;
    off = (8 + d) * UNIT;
    x = rounded(cost.sourcePoints(), cost.sources(), middle);
    y = rounded(cost.targetPoints(), cost.targets(), middle);
    halves = new float[d];
    for (int k = 0; k < d; k++) {
      halves[k] = (float) (half[k] * scale);
    }
  }

  private float[] rounded(double[] points, int count, double[] middle) {
    float[] numbers = new float[points.length];
    for (int at = 0; at < points.length; at++) {
      numbers[at] = (float) ((points[at] - middle[at / count]) * scale);
    }
    return numbers;
  }

  /// {@return a price in the unit of these costs, rounded up: costs less prices come out too low}
  public float price(double v) {
    double exact = inUnit(v);
    float single = (float) exact;
    return single < exact ? Math.nextUp(single) : single;
  }

  private double inUnit(double value) {
    return squared() ? value * scale * scale : value * scale;
  }

  private boolean squared() {
    return cost.ground() == Ground.L1_SQUARED || cost.ground() == Ground.L2_SQUARED;
  }

  /// {@return what c(i, j) − v_j computed here is below if the true one is below a bound}
  ///
  /// @param bound the bound
  /// @param highest no v_j is above it
  public float limit(double bound, double highest) {
    double least = inUnit(bound);
    double most = Math.max(0, least + inUnit(highest));
    double way = Math.min(1, squared() ? Math.sqrt(most) : most);
    double error =
        squared()
            ? 2 * way * off + off * off + 8 * (1 + halves.length) * UNIT * way * way
            : off + 2 * (2 + halves.length) * UNIT * way;
    return Math.nextUp((float) (least + error + 4 * UNIT * Math.abs(least) + Float.MIN_NORMAL));
  }

  /// Adds each j whose c(i, j) − v_j computed here is below a limit to a list.
  ///
  /// @param i a source
  /// @param from first target
  /// @param to after the last target
  /// @param prices [#price] of each target
  /// @param limit only less than this is taken
  /// @param room overwritten, with room for all
  /// @param numbers receives j, with room for all
  /// @return how many were taken
  public int below(
      int i, int from, int to, float[] prices, float limit, float[] room, int[] numbers) {
    return GroundCost.LANES.below(
        cost.ground(),
        halves,
        x,
        cost.sources(),
        i,
        y,
        cost.targets(),
        from,
        to,
        prices,
        limit,
        room,
        numbers);
  }
}
