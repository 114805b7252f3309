package org.meanfield.transport.dual;

import java.util.Optional;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.cost.GroundCost;

/// What makes a value trustworthy whatever found it: the cost of a coupling and the value of
/// potentials that are made feasible here.
///
/// Given any v, uᵢ = min_j c(i, j) − v_j is the largest u with u + v ≤ c (the c-transform), so Σ
/// aᵢuᵢ + Σ b_jv_j is a lower bound of the optimum by weak duality.
public final class Certificate {
  /// A larger gap, relative to the cost, is no proof of exactness.
  private static final double GAP = 1e-10;

  /// What sums of masses times potentials or costs lose, relative to the largest of these: some 50
  /// ulp.
  private static final double ROUND_OFF = 1e-14;

  private final TransportProblem problem;
  private final GroundCost cost;

  public Certificate(TransportProblem problem, GroundCost cost) {
    this.problem = problem;
    this.cost = cost;
  }

  /// {@return uᵢ = min_j c(i, j) − v_j for all sources}
  public static double[] transform(GroundCost cost, double[] v) {
    return CTransform.of(cost, v);
  }

  /// {@return Σ aᵢuᵢ + Σ b_jv_j}
  public double bound(double[] u, double[] v) {
    return bound(problem.source().weights(), u, problem.target().weights(), v);
  }

  /// {@return Σ aᵢuᵢ + Σ b_jv_j}
  public static double bound(double[] a, double[] u, double[] b, double[] v) {
    CompensatedSum sum = new CompensatedSum();
    addProducts(a, u, sum);
    addProducts(b, v, sum);
    return sum.value();
  }

  /// Adds products without rounding them: each is its rounded value plus the remainder that a fused
  /// multiply-add gives.
  private static void addProducts(double[] weights, double[] values, CompensatedSum sum) {
    for (int i = 0; i < weights.length; i++) {
      double product = weights[i] * values[i];
      sum.add(product);
      sum.add(Math.fma(weights[i], values[i], -product));
    }
  }

  /// {@return ∫ c dπ}
  double cost(Coupling plan) {
    CompensatedSum sum = new CompensatedSum();
    for (int e = 0; e < plan.size(); e++) {
      sum.add(plan.mass(e) * cost.at(plan.source(e), plan.target(e)));
    }
    return sum.value();
  }

  /// {@return a result with both bounds}
  ///
  /// @param upper the cost of a coupling
  /// @param plan that coupling, if the problem asks for it
  /// @param u feasible with v
  /// @param v feasible with u
  /// @param iterations as the method counts
  /// @param note for the reader
  public Solved solved(
      double upper, Optional<Coupling> plan, double[] u, double[] v, long iterations, String note) {
    return new Solved(
        upper,
        bound(u, v),
        iterations,
        note,
        plan,
        problem.keepPlan() ? Optional.of(new Potentials(u, v)) : Optional.empty());
  }

  /// {@return a result whose gap is round-off; if it is not, that the method did not converge}
  ///
  /// @param plan a coupling of the problem's measures
  /// @param u feasible with v
  /// @param v feasible with u
  /// @param iterations as the method counts
  /// @param note for the reader
  public TransportResult proven(
      Coupling plan, double[] u, double[] v, long iterations, String note) {
    Optional<Coupling> kept = problem.keepPlan() ? Optional.of(plan) : Optional.empty();
    Solved solved = solved(cost(plan), kept, u, v, iterations, note);
    return proven(solved, largest(u) + largest(v) + largestCost(plan));
  }

  /// {@return a result whose gap is round-off; if it is not, that the method did not converge}
  ///
  /// @param solved cost and bound
  /// @param terms the size of the largest cost and potentials
  public static TransportResult proven(Solved solved, double terms) {
    if (solved.gap() <= GAP * solved.cost() + ROUND_OFF * terms) {
      return solved;
    }
    return new NotConverged(
        solved.cost(),
        solved.lowerBound(),
        solved.iterations(),
        "%s leave a gap of %.3g, which is more than round-off; please report this problem"
            .formatted(solved.note(), solved.gap()));
  }

  private double largestCost(Coupling plan) {
    double largest = 0;
    for (int e = 0; e < plan.size(); e++) {
      largest = Math.max(largest, cost.at(plan.source(e), plan.target(e)));
    }
    return largest;
  }

  /// {@return max |value|}
  public static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
