package org.meanfield.transport.circle;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Torus;

/// Points of one coordinate in increasing order, with the cumulative masses that make up their
/// quantile function: F⁻¹(s) is point i for A(i−1) ≤ s < A(i).
final class SortedPoints {
  private final double[] positions;
  private final int[] order;
  private final long[] cumulative;

  private SortedPoints(double[] positions, int[] order, long[] cumulative) {
    this.positions = positions;
    this.order = order;
    this.cumulative = cumulative;
  }

  /// {@return the points of a measure on a circle or line, wrapped and sorted}
  ///
  /// @param measure of dimension 1
  /// @param space of dimension 1
  /// @param masses its weights as integers
  static SortedPoints of(EmpiricalMeasure measure, Torus space, long[] masses) {
    double[] points = measure.points();
    for (int i = 0; i < points.length; i++) {
      // Adding zero turns −0 into 0, which sorts differently.
      points[i] = space.wrap(0, points[i]) + 0.0;
    }
    int[] order = SortOrder.of(points);
    double[] positions = new double[points.length];
    long[] cumulative = new long[points.length];
    long sum = 0;
    for (int at = 0; at < order.length; at++) {
      positions[at] = points[order[at]];
      sum += masses[order[at]];
      cumulative[at] = sum;
    }
    return new SortedPoints(positions, order, cumulative);
  }

  int size() {
    return positions.length;
  }

  /// {@return the position of the `at`-th point}
  double position(int at) {
    return positions[at];
  }

  /// {@return the number of the `at`-th point in the measure}
  int origin(int at) {
    return order[at];
  }

  /// {@return the mass up to and including the `at`-th point}
  long cumulative(int at) {
    return cumulative[at];
  }

  /// {@return the mass of the `at`-th point}
  long mass(int at) {
    return at == 0 ? cumulative[0] : cumulative[at] - cumulative[at - 1];
  }

  /// {@return the first point whose cumulative mass is above `s`}
  ///
  /// @param s at least 0 and less than the whole mass
  int above(long s) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > s) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// {@return all positions, increasing; not a copy, not to be changed}
  double[] positions() {
    return positions;
  }

  /// {@return the weights of the measure's points in sorted order}
  ///
  /// @param measure the one whose points these are
  double[] weights(EmpiricalMeasure measure) {
    double[] weights = measure.weights();
    double[] sorted = new double[weights.length];
    for (int at = 0; at < sorted.length; at++) {
      sorted[at] = weights[order[at]];
    }
    return sorted;
  }

  /// {@return the numbers of the measure's points from those of the sorted ones}
  ///
  /// @param sorted one per sorted point
  double[] inOrder(double[] sorted) {
    double[] values = new double[sorted.length];
    for (int at = 0; at < sorted.length; at++) {
      values[order[at]] = sorted[at];
    }
    return values;
  }
}
