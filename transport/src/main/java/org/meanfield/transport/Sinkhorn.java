package org.meanfield.transport;

import java.util.Optional;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;

/// Entropic transport, min ∫ c dπ + ε KL(π | a ⊗ b), by alternating soft c-transforms in the log
/// domain,
///
/// fᵢ = −ε log Σ_j b_j exp((g_j − cᵢⱼ)/ε), g_j = −ε log Σᵢ aᵢ exp((fᵢ − cᵢⱼ)/ε),
///
/// so that nothing overflows however small ε is. ε falls from the largest cost to its value by
/// halves, each time from the potentials at hand.
///
/// The value told is not entropic: the plan is rounded to a coupling ([RoundedPlan]), whose cost is
/// ≥ W_p^p, and the potentials are made feasible by c-transforms, whose bound is ≤ W_p^p.
///
/// O(n·m) work per iteration, O(n + m) memory.
///
/// **References.** M. Cuturi, *Sinkhorn distances: lightspeed computation of optimal transport*,
/// NIPS 26, 2292–2300 (2013); G. Peyré, M. Cuturi, *Computational optimal transport*, Foundations
/// and Trends in Machine Learning 11, 355–607 (2019), section 4.4 (log domain).
final class Sinkhorn implements TransportSolver {
  /// Each ε is half the one before; the sweep before the last is only a start.
  private static final double FALL = 0.5;

  /// Marginal error at which a larger ε has served its purpose.
  private static final double ROUGH = 1e-2;

  private final double epsilon;
  private final boolean relative;
  private final double tolerance;
  private final int iterations;

  /// @param epsilon ε, or its ratio to the median cost
  /// @param relative which of the two
  /// @param tolerance largest ℓ1 error of the marginals before rounding
  /// @param iterations most iterations, all ε together
  Sinkhorn(double epsilon, boolean relative, double tolerance, int iterations) {
    this.epsilon = epsilon;
    this.relative = relative;
    this.tolerance = tolerance;
    this.iterations = iterations;
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    double unit = relative ? CostScale.median(cost) : 1;
    double target = epsilon * unit;
    if (!(target > 0)) {
      // All costs are zero: any coupling is optimal, and any ε finds one.
      target = epsilon;
    }
    SoftTransform toSource = new SoftTransform(cost, problem.target().weights());
    SoftTransform toTarget = new SoftTransform(cost.transposed(), problem.source().weights());
    double[] a = problem.source().weights();
    double[] f = new double[cost.sources()];
    double[] g = new double[cost.targets()];
    double[] next = new double[f.length];

    double now = Math.max(target, CostScale.largest(cost));
    double error = Double.POSITIVE_INFINITY;
    int done = 0;
    while (done < iterations) {
      done++;
      toSource.apply(g, now, next);
      // The columns are right after the last transform, so the rows alone are off.
      error = done == 1 ? Double.POSITIVE_INFINITY : marginalError(a, f, next, now);
      System.arraycopy(next, 0, f, 0, f.length);
      toTarget.apply(f, now, g);
      if (now > target && error <= ROUGH) {
        now = Math.max(target, now * FALL);
        error = Double.POSITIVE_INFINITY;
        toTarget.apply(f, now, g);
      } else if (now == target && error <= tolerance) {
        break;
      }
    }

    double[] u = Certificate.transform(cost, g);
    double[] v = Certificate.transform(cost.transposed(), u);
    RoundedPlan rounded = new RoundedPlan(problem, cost, f, g, now);
    String note =
        "ε = %.6g, marginal error %.2g before rounding, %d iterations".formatted(now, error, done);
    Solved solved =
        new Certificate(problem, cost)
            .solved(
                rounded.cost(),
                problem.keepPlan() ? Optional.of(rounded.coupling()) : Optional.empty(),
                u,
                v,
                done,
                note);
    if (now == target && error <= tolerance) {
      return solved;
    }
    return new NotConverged(
        solved.cost(),
        solved.lowerBound(),
        done,
        "not converged: %s (wanted ε = %.6g, error %.2g); raise 'iterations', 'epsilon' or 'tolerance'"
            .formatted(note, target, tolerance));
  }

  /// Σᵢ |Σ_j πᵢⱼ − aᵢ|: a row's sum is aᵢ exp((fᵢ − fᵢ′)/ε) with f′ the transform that would mend
  /// it.
  private static double marginalError(double[] a, double[] f, double[] next, double epsilon) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < a.length; i++) {
      sum.add(a[i] * Math.abs(Math.expm1((f[i] - next[i]) / epsilon)));
    }
    return sum.value();
  }
}
