package org.meanfield.testkit;

import org.meanfield.api.transport.TransportProblem;

/// W_p^p by trying every permutation: slow, short and beyond doubt.
///
/// A measure whose weights are multiples of 1/k is k points of weight 1/k, some in one place;
/// between two such measures an optimal coupling is a permutation (Birkhoff), and k! of them are
/// tried.
final class BruteForceTransport {
  private final double[][] cost;
  private final boolean[] taken;
  private double best = Double.POSITIVE_INFINITY;

  private BruteForceTransport(double[][] cost) {
    this.cost = cost;
    this.taken = new boolean[cost.length];
  }

  /// {@return W_p^p}
  ///
  /// @param problem between measures whose weights are multiples of 1/`parts`
  /// @param parts k ≤ 8
  static double value(TransportProblem problem, int parts) {
    int[] from = split(problem.source().weights(), parts);
    int[] to = split(problem.target().weights(), parts);
    double[][] cost = new double[parts][parts];
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < parts; j++) {
        cost[i][j] = problem.cost(from[i], to[j]) / parts;
      }
    }
    BruteForceTransport search = new BruteForceTransport(cost);
    search.place(0, 0);
    return search.best;
  }

  private static int[] split(double[] weights, int parts) {
    int[] points = new int[parts];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      long times = Math.round(weights[i] * parts);
      if (Math.abs(weights[i] * parts - times) > 1e-12) {
        throw new IllegalArgumentException(
            "weight %s is not a multiple of 1/%d".formatted(weights[i], parts));
      }
      for (long copy = 0; copy < times; copy++) {
        points[count++] = i;
      }
    }
    return points;
  }

  private void place(int i, double sum) {
    if (sum >= best) {
      return;
    }
    if (i == cost.length) {
      best = sum;
      return;
    }
    for (int j = 0; j < cost.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        place(i + 1, sum + cost[i][j]);
        taken[j] = false;
      }
    }
  }
}
