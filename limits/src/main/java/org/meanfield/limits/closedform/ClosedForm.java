package org.meanfield.limits.closedform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.cloud.LatticeError;
import org.meanfield.limits.cloud.LatticePath;
import org.meanfield.limits.cloud.PushedCloud;
import org.meanfield.limits.cloud.RankOneLattice;
import org.meanfield.limits.cloud.StartPoints;
import org.meanfield.limits.time.DormandPrince;
import org.meanfield.limits.time.ResidualCurve;

/// The limit where the law has a closed form. Sums of first harmonics from the uniform law or
/// wrapped Cauchy laws: [FirstMoments] integrated to rounding, μ_t a product of wrapped Cauchy
/// laws. One datum and any expert: one scalar equation for the flow time, [FlowTime], with means
/// over the points of a lattice.
final class ClosedForm implements LimitSolver {
  /// Near the least that the rounding of angles of size 2π lets a step be judged by.
  private static final double TOLERANCE = 1e-14;

  /// Of the points along ∇f and of the flow time.
  private static final double FLOW_TOLERANCE = 1e-12;

  private static final double COMPARED = 100 * TOLERANCE;

  private final int points;

  ClosedForm(int points) {
    this.points = points;
  }

  @Override
  public Optional<String> refusal(LimitProblem problem) {
    boolean harmonic = problem.expert() instanceof FirstHarmonic;
    if (!harmonic && problem.data().size() > 1) {
      return Optional.of(
          "closed-form serves sums of first harmonics, such as cosine, and any expert on one datum;"
              + " %s is not such a sum and the data are %d; the solver lattice serves any expert"
                  .formatted(problem.expert().description(), problem.data().size()));
    }
    if (!(problem.start() instanceof StartLaw.Continuous)) {
      return Optional.of(
          "closed-form starts from a density, and this start is a law of atoms; the solver lattice"
              + " serves it");
    }
    if (harmonic && problem.data().size() > 1 && moments(problem.start()).isEmpty()) {
      return Optional.of(
          "closed-form starts from the uniform law or from wrapped Cauchy laws where the data are more"
              + " than one; the solver lattice serves any start");
    }
    int d = problem.expert().parameters();
    return (harmonic && moments(problem.start()).isPresent()) || RankOneLattice.exists(points, d)
        ? Optional.empty()
        : Optional.of(
            "a lattice of %d points has no %d different coordinates; raise 'points' to a power of"
                    .formatted(points, d)
                + " two of at least %d".formatted(4L * d));
  }

  @Override
  public LimitResult solve(LimitProblem problem) {
    Optional<String> refusal = refusal(problem);
    if (refusal.isPresent() || !(problem.start() instanceof StartLaw.Continuous law)) {
      return new LimitResult.Refused(refusal.orElse(""));
    }
    Optional<double[]> start = moments(law);
    return problem.expert() instanceof FirstHarmonic expert && start.isPresent()
        ? firstHarmonics(problem, expert, start.get())
        : oneDatum(problem, law);
  }

  /// {@return Re z and Im z, d numbers each, of a product of wrapped Cauchy laws, and ψ = 0; empty
  /// if the law is none}
  private static Optional<double[]> moments(StartLaw law) {
    double[] state = new double[3 * law.dimension()];
    if (law instanceof StartLaw.Product(var marginals)) {
      for (int k = 0; k < marginals.size(); k++) {
        if (!(marginals.get(k) instanceof Marginal.WrappedCauchy(double mean, double rho))) {
          return Optional.empty();
        }
        state[k] = rho * Math.cos(mean);
        state[marginals.size() + k] = rho * Math.sin(mean);
      }
      return Optional.of(state);
    }
    return law instanceof StartLaw.Uniform ? Optional.of(state) : Optional.empty();
  }

  private LimitResult oneDatum(LimitProblem problem, StartLaw.Continuous law) {
    RankOneLattice lattice =
        RankOneLattice.of(this.points, problem.expert().parameters(), 1).orElseThrow();
    double[] points = StartPoints.of(law, lattice);
    BoundExpert expert = problem.expert().bind(problem.data().inputs());
    PushedCloud fine = FlowTime.push(problem, expert, points, FLOW_TOLERANCE);
    PushedCloud rough = FlowTime.push(problem, expert, points, 100 * FLOW_TOLERANCE);
    PushedCloud other =
        lattice.dimension() == 1
            ? rough
            : FlowTime.push(problem, expert, StartPoints.of(law, lattice.beside()), FLOW_TOLERANCE);
    for (PushedCloud solution : List.of(fine, rough, other)) {
      if (!solution.arrived()) {
        return new LimitResult.Failed("the flow of ∇f " + solution.outcome().sentence());
      }
    }
    double error =
        fine.distance(rough, problem)
            + Math.max(
                fine.distance(other, problem),
                new LatticeError(problem, expert, FLOW_TOLERANCE).everyOtherPoint(fine.clouds()));
    if (Double.isNaN(error)) {
      return new LimitResult.Failed("the responses are not numbers; check the expert");
    }
    return new LimitResult.Found(
        new LatticePath(
            problem,
            expert,
            fine.curve(),
            fine.probes(),
            fine.clouds(),
            new ErrorEstimate(
                error,
                "the change of E f when every other point is left out or, for d ≥ 2, on an"
                    + " independent smaller lattice, plus that at a hundredfold tolerance"),
            "a rank-1 lattice along one flow of ∇f",
            FLOW_TOLERANCE,
            fine.work()));
  }

  private LimitResult firstHarmonics(LimitProblem problem, FirstHarmonic expert, double[] start) {
    FirstMoments moments = new FirstMoments(expert, problem.data());
    Solution fine = integrate(moments, start, problem, TOLERANCE);
    Solution rough = integrate(moments, start, problem, COMPARED);
    for (Outcome outcome : List.of(fine.outcome(), rough.outcome())) {
      if (!(outcome instanceof Outcome.Reached)) {
        return new LimitResult.Failed("the equations of the first moments: " + outcome.sentence());
      }
    }
    double error =
        ResidualCurve.distance(
            fine.curve(),
            rough.curve(),
            problem.data().size(),
            ResidualCurve.probes(problem.times()));
    return new LimitResult.Found(
        new ClosedFormPath(
            problem.times(),
            fine.curve(),
            fine.probes(),
            fine.laws(),
            points,
            RankOneLattice.of(points, expert.parameters(), 0).map(RankOneLattice::cloud),
            new ErrorEstimate(
                error,
                "the exact law; time integration compared with a hundredfold tolerance, between the"
                    + " recorded times too")));
  }

  private static Solution integrate(
      FirstMoments moments, double[] start, LimitProblem problem, double tolerance) {
    double[] state = start.clone();
    double[] inside = new double[moments.dimension()];
    double[] residual = new double[problem.data().size()];
    moments.residual(state, residual);
    ResidualCurve.Builder curve = new ResidualCurve.Builder(residual);
    FirstHarmonicResponses responses =
        new FirstHarmonicResponses((FirstHarmonic) problem.expert(), problem.probes());
    double[] response = new double[problem.probes().count()];
    responses.at(state, response);
    ResidualCurve.Builder probed = new ResidualCurve.Builder(response);
    List<WrappedCauchy> laws = new ArrayList<>(List.of(new WrappedCauchy(state)));
    DormandPrince.Run run =
        DormandPrince.advance(
            moments,
            state,
            0,
            problem.horizon(),
            tolerance,
            step -> {
              for (int i = laws.size();
                  i < problem.times().size() && problem.times().get(i) <= step.end();
                  i++) {
                step.state(problem.times().get(i), inside);
                laws.add(new WrappedCauchy(inside));
              }
              curve.add(
                  step.end(),
                  (t, out) -> {
                    step.state(t, inside);
                    moments.residual(inside, out);
                  });
              probed.add(
                  step.end(),
                  (t, out) -> {
                    step.state(t, inside);
                    responses.at(inside, out);
                  });
            });
    return new Solution(run.outcome(), curve.build(), probed.build(), List.copyOf(laws));
  }

  private record Solution(
      Outcome outcome, ResidualCurve curve, ResidualCurve probes, List<WrappedCauchy> laws) {}
}
