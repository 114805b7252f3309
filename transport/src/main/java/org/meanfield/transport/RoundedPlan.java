package org.meanfield.transport;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;

/// The coupling nearest at hand to an entropic plan πᵢⱼ = aᵢ b_j exp((fᵢ + g_j − cᵢⱼ)/ε), whose
/// marginals are only nearly right: rows above their mass are scaled down, then columns, and what
/// is missing is added as a product, πᵢⱼ xᵢ y_j + pᵢ q_j/‖p‖₁. This moves at most twice the
/// marginal error.
///
/// **Reference.** J. Altschuler, J. Weed, P. Rigollet, *Near-linear time approximation algorithms
/// for optimal transport via Sinkhorn iteration*, NIPS 30, 1964–1974 (2017), algorithm 2.
///
/// Three passes over n·m pairs, O(n + m) memory but for the coupling.
final class RoundedPlan {
  private final TransportProblem problem;
  private final GroundCost cost;
  private final double[] f;
  private final double[] g;
  private final double epsilon;
  private final double[] rowScale;
  private final double[] columnScale;
  private final double[] rowMissing;
  private final double[] columnMissing;

  /// @param f one per source
  /// @param g one per target
  /// @param epsilon ε > 0
  RoundedPlan(TransportProblem problem, GroundCost cost, double[] f, double[] g, double epsilon) {
    this.problem = problem;
    this.cost = cost;
    this.f = f;
    this.g = g;
    this.epsilon = epsilon;
    int n = cost.sources();
    int m = cost.targets();
    double[] masses = new double[m];
    double[] costs = new double[m];

    rowScale = new double[n];
    double[] columnSums = new double[m];
    for (int i = 0; i < n; i++) {
      entropic(i, costs, masses);
      double sum = Arrays.stream(masses).sum();
      rowScale[i] = sum > 0 ? Math.min(1, problem.source().weight(i) / sum) : 0;
      for (int j = 0; j < m; j++) {
        columnSums[j] += masses[j] * rowScale[i];
      }
    }
    columnScale = new double[m];
    for (int j = 0; j < m; j++) {
      columnScale[j] =
          columnSums[j] > 0 ? Math.min(1, problem.target().weight(j) / columnSums[j]) : 0;
    }
    rowMissing = problem.source().weights();
    columnMissing = problem.target().weights();
    for (int i = 0; i < n; i++) {
      entropic(i, costs, masses);
      for (int j = 0; j < m; j++) {
        double mass = masses[j] * rowScale[i] * columnScale[j];
        rowMissing[i] -= mass;
        columnMissing[j] -= mass;
      }
    }
    clearNegative(rowMissing);
    double columnsMissing = clearNegative(columnMissing);
    for (int j = 0; j < m; j++) {
      columnMissing[j] = columnsMissing > 0 ? columnMissing[j] / columnsMissing : 0;
    }
  }

  /// Round-off may leave −10⁻¹⁷.
  private static double clearNegative(double[] missing) {
    CompensatedSum sum = new CompensatedSum();
    for (int at = 0; at < missing.length; at++) {
      missing[at] = Math.max(0, missing[at]);
      sum.add(missing[at]);
    }
    return sum.value();
  }

  private void entropic(int i, double[] costs, double[] masses) {
    cost.row(i, costs);
    double a = problem.source().weight(i);
    for (int j = 0; j < masses.length; j++) {
      masses[j] = a * problem.target().weight(j) * Math.exp((f[i] + g[j] - costs[j]) / epsilon);
    }
  }

  private void row(int i, double[] costs, double[] masses) {
    entropic(i, costs, masses);
    for (int j = 0; j < masses.length; j++) {
      masses[j] = masses[j] * rowScale[i] * columnScale[j] + rowMissing[i] * columnMissing[j];
    }
  }

  /// {@return ∫ c dπ of the coupling}
  double cost() {
    double[] costs = new double[cost.targets()];
    double[] masses = new double[cost.targets()];
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < cost.sources(); i++) {
      row(i, costs, masses);
      for (int j = 0; j < masses.length; j++) {
        sum.add(masses[j] * costs[j]);
      }
    }
    return sum.value();
  }

  /// {@return the coupling, all of its pairs with mass}
  Coupling coupling() {
    int n = cost.sources();
    int m = cost.targets();
    double[] costs = new double[m];
    double[] masses = new double[m];
    int[] from = new int[Math.multiplyExact(n, m)];
    int[] to = new int[n * m];
    double[] carried = new double[n * m];
    int count = 0;
    for (int i = 0; i < n; i++) {
      row(i, costs, masses);
      for (int j = 0; j < m; j++) {
        if (masses[j] > 0) {
          from[count] = i;
          to[count] = j;
          carried[count] = masses[j];
          count++;
        }
      }
    }
    return new Coupling(
        Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(carried, count));
  }
}
