package org.meanfield.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// The limit of sums of first harmonics from the uniform law: [FirstMoments] integrated to
/// rounding, μ_t a product of wrapped Cauchy laws.
final class ClosedForm implements LimitSolver {
  /// Near the least that the rounding of angles of size 2π lets a step be judged by.
  private static final double TOLERANCE = 1e-14;

  private static final double COMPARED = 100 * TOLERANCE;

  private final int points;

  ClosedForm(int points) {
    this.points = points;
  }

  @Override
  public Optional<String> refusal(LimitProblem problem) {
    if (!(problem.expert() instanceof FirstHarmonic)) {
      return Optional.of(
          "closed-form serves experts that are sums of first harmonics, such as cosine, and %s is"
                  .formatted(problem.expert().description())
              + " not one; the solver lattice serves any expert");
    }
    if (!(problem.start() instanceof StartLaw.Uniform)) {
      return Optional.of(
          "closed-form starts from the uniform law, and this start is a law of atoms; the solver"
              + " lattice serves it");
    }
    return Optional.empty();
  }

  @Override
  public LimitResult solve(LimitProblem problem) {
    Optional<String> refusal = refusal(problem);
    if (refusal.isPresent() || !(problem.expert() instanceof FirstHarmonic expert)) {
      return new LimitResult.Refused(refusal.orElse(""));
    }
    FirstMoments moments = new FirstMoments(expert, problem.data());
    Solution fine = integrate(moments, problem, TOLERANCE);
    Solution rough = integrate(moments, problem, COMPARED);
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

  private static Solution integrate(FirstMoments moments, LimitProblem problem, double tolerance) {
    double[] state = new double[moments.dimension()];
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
