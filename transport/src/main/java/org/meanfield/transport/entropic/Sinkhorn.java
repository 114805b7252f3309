package org.meanfield.transport.entropic;

import java.util.Optional;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.dual.Certificate;

/// Entropic transport, min ∫ c dπ + ε KL(π | a ⊗ b), by alternating soft c-transforms,
///
/// fᵢ = −ε log Σ_j b_j exp((g_j − cᵢⱼ)/ε), g_j = −ε log Σᵢ aᵢ exp((fᵢ − cᵢⱼ)/ε),
///
/// found by [Entropic] and told by [EntropicPlan]: the value is not the entropic one but the cost
/// of a coupling, ≥ W_p^p, and comes with the bound of feasible potentials, ≤ W_p^p, both in double
/// precision.
///
/// **References.** M. Cuturi, *Sinkhorn distances: lightspeed computation of optimal transport*,
/// NIPS 26, 2292–2300 (2013); G. Peyré, M. Cuturi, *Computational optimal transport*, Foundations
/// and Trends in Machine Learning 11, 355–607 (2019), section 4.4 (log domain).
final class Sinkhorn implements TransportSolver {
  /// Bytes of a pair of a coupling, twice for its copy.
  private static final long PAIR_BYTES = 32;

  private final SinkhornSettings settings;

  Sinkhorn(SinkhornSettings settings) {
    this.settings = settings;
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    return Course.run(problem.context(), () -> solved(problem));
  }

  private TransportResult solved(TransportProblem problem) {
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    long free = freeMemory();
    long kernels = 4L * cost.sources() * cost.targets();
    if (settings.mode() == Entropic.Mode.DENSE && kernels > free) {
      return new Refused(
          "the kernel of %d × %d points takes %d MB, and %d MB are free; set 'mode' to online, or give Java more memory"
              .formatted(cost.sources(), cost.targets(), kernels >> 20, free >> 20));
    }
    double median = CostScale.median(cost);
    double target = settings.epsilonFor(median);
    EntropicProblem ordered = EntropicProblem.of(problem, cost);
    double[] start = problem.start().map(given -> ordered.ofTargets(given.target())).orElse(null);
    Entropic.Outcome outcome = settings.descent(free / 4).solve(ordered, median, target, start);
    EntropicPlan plan = outcome.plan();
    String note =
        "ε = %.6g, marginal error %.2g before rounding, entropic value %.9g, %d iterations"
            .formatted(outcome.epsilon(), plan.error(), plan.entropicValue(), outcome.iterations());
    Optional<Coupling> coupling = Optional.empty();
    if (problem.keepPlan()) {
      long pairs = plan.pairs();
      if (pairs * PAIR_BYTES > free || pairs > Integer.MAX_VALUE - 8) {
        return new Refused(
            "the coupling has %d pairs, too many for the %d MB that are free; ask for the value alone, or lower 'epsilon'"
                .formatted(pairs, free >> 20));
      }
      coupling = Optional.of(plan.coupling((int) pairs));
    }
    Solved solved =
        new Certificate(problem, cost)
            .solved(
                plan.cost(),
                coupling,
                plan.sourcePotential(),
                plan.targetPotential(),
                outcome.iterations(),
                note);
    if (outcome.epsilon() == target && plan.error() <= settings.tolerance()) {
      return solved;
    }
    return new NotConverged(
        solved.cost(),
        solved.lowerBound(),
        outcome.iterations(),
        "not converged: %s (wanted ε = %.6g, error %.2g); raise 'iterations', 'epsilon' or 'tolerance'"
            .formatted(note, target, settings.tolerance()));
  }

  /// {@return bytes that could still be had}
  static long freeMemory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
