package org.meanfield.transport.entropic;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.cost.GroundCost;

/// Entropic transport without its bias,
///
/// S_ε(μ, ν) = OT_ε(μ, ν) − ½ OT_ε(μ, μ) − ½ OT_ε(ν, ν), OT_ε = min ∫ d² dπ + ε KL(π | μ ⊗ ν),
///
/// which is zero for equal measures, where OT_ε is not. It tends to W2² as ε → 0, but is neither
/// above nor below it.
///
/// Each OT_ε is the value of dual potentials, a lower bound, whose shortfall [EntropicPlan] bounds.
///
/// **Reference.** J. Feydy, T. Séjourné, F.-X. Vialard, S. Amari, A. Trouvé, G. Peyré,
/// *Interpolating between optimal transport and MMD using Sinkhorn divergences*, AISTATS, PMLR 89,
/// 2681–2690 (2019).
final class SinkhornDivergence implements Discrepancy {
  private final SinkhornSettings settings;

  SinkhornDivergence(SinkhornSettings settings) {
    this.settings = settings;
  }

  @Override
  public DiscrepancyResult between(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric) {
    GroundCost cost = cost(one, other, space, metric);
    if (cost.overflows()) {
      return new NotMeasured(GroundCost.refusal().reason());
    }
    double median = CostScale.median(cost);
    double epsilon = settings.epsilonFor(median);
    double value = 0;
    double error = 0;
    long iterations = 0;
    EmpiricalMeasure[][] pairs = {{one, other}, {one, one}, {other, other}};
    double[] share = {1, -0.5, -0.5};
    for (int at = 0; at < pairs.length; at++) {
      TransportProblem problem = problem(pairs[at][0], pairs[at][1], space, metric);
      GroundCost pairCost = GroundCost.of(problem);
      Entropic descent = settings.descent(Sinkhorn.freeMemory() / 4);
      EntropicProblem ordered = EntropicProblem.of(problem, pairCost);
      Entropic.Outcome outcome =
          pairs[at][0] == pairs[at][1]
              ? descent.solveSymmetric(ordered, epsilon)
              : descent.solve(ordered, median, epsilon, null);
      EntropicPlan plan = outcome.plan();
      if (outcome.epsilon() != epsilon || plan.error() > settings.tolerance()) {
        return new NotMeasured(
            "stopped after %d iterations at ε = %.6g with marginal error %.2g (wanted ε = %.6g, error %.2g); raise 'iterations', 'epsilon' or 'tolerance'"
                .formatted(
                    outcome.iterations(),
                    outcome.epsilon(),
                    plan.error(),
                    epsilon,
                    settings.tolerance()));
      }
      value += share[at] * plan.entropicValue();
      error += Math.abs(share[at]) * (plan.error() + ROUND_OFF) * pairCost.bound();
      iterations += outcome.iterations();
    }
    return new Measured(
        "Sinkhorn divergence S_ε",
        value,
        error,
        "a bound: marginal errors times the largest cost",
        "ε = %.6g, %d iterations".formatted(epsilon, iterations));
  }

  /// Sums of masses times potentials lose some 50 ulp of the largest.
  private static final double ROUND_OFF = 1e-14;

  private static TransportProblem problem(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric) {
    return new TransportProblem(one, other, space, metric, 2, false);
  }

  private static GroundCost cost(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric) {
    return GroundCost.of(problem(one, other, space, metric));
  }
}
