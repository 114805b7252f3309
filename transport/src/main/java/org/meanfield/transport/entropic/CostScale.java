package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.meanfield.transport.cost.GroundCost;

/// The size of the costs of a problem, to measure an ε against.
final class CostScale {
  /// Pairs looked at for the median; beyond, every k-th pair with k odd and prime to most sizes.
  private static final int MOST_PAIRS = 1 << 15;

  private CostScale() {}

  /// {@return the median of the costs, or their mean where that is zero}
  static double median(GroundCost cost) {
    long pairs = (long) cost.sources() * cost.targets();
    long stride = pairs <= MOST_PAIRS ? 1 : (pairs / MOST_PAIRS) | 1;
    double[] some = new double[(int) ((pairs + stride - 1) / stride)];
    for (int s = 0; s < some.length; s++) {
      long pair = s * stride;
      some[s] = cost.at((int) (pair / cost.targets()), (int) (pair % cost.targets()));
    }
    Arrays.sort(some);
    double median = some[some.length / 2];
    return median > 0 ? median : Arrays.stream(some).average().orElse(0);
  }
}
