package org.meanfield.limits;

import java.util.Arrays;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// The continuity equation on the cells of a grid, d ≤ 3: [FiniteVolumeFlow].
///
/// The change δ of r(t) when cells are twice as wide is 2^p − 1 times the error of a method of
/// order p, once the order shows; the estimate is (1 + 2/(2^p − 1)) δ, which covers the error
/// before, too.
final class FiniteVolume implements LimitSolver {
  /// Numbers of the tables, 512 MB.
  private static final double MOST_NUMBERS = 1 << 26;

  private final int points;
  private final FluxScheme scheme;

  FiniteVolume(int points, FluxScheme scheme) {
    this.points = points;
    this.scheme = scheme;
  }

  @Override
  public Optional<String> refusal(LimitProblem problem) {
    int d = problem.expert().parameters();
    if (!(problem.start() instanceof StartLaw.Uniform)) {
      return Optional.of(
          "finite-volume starts from a density, and this start is a law of atoms; the solver lattice"
              + " serves it");
    }
    if (d > 3) {
      return Optional.of(
          "finite-volume serves up to 3 parameters and the expert has %d; the solver lattice serves any number"
              .formatted(d));
    }
    return FiniteVolumeFlow.numbers(problem, new TorusGrid(d, points)) > MOST_NUMBERS
        ? Optional.of(
            "finite-volume keeps f and its gradient at %d^%d points for %d data, more than 512 MB;"
                    .formatted(points, d, problem.data().size())
                + " lower 'points' or take the solver lattice")
        : Optional.empty();
  }

  @Override
  public LimitResult solve(LimitProblem problem) {
    Optional<String> refusal = refusal(problem);
    if (refusal.isPresent()) {
      return new LimitResult.Refused(refusal.get());
    }
    TorusGrid grid = new TorusGrid(problem.expert().parameters(), points);
    FiniteVolumeFlow.Run fine = run(problem, problem.probes(), grid);
    Inputs none = Inputs.of(0, problem.data().inputs().features(), new double[0]);
    FiniteVolumeFlow.Run coarse = run(problem, none, new TorusGrid(grid.dimension(), points / 2));
    Optional<String> failure = fine.failure().or(coarse::failure);
    if (failure.isPresent()) {
      return new LimitResult.Failed(failure.get());
    }
    double error =
        (1 + 2 / (Math.pow(2, scheme.order()) - 1))
            * fine.residual().distance(coarse.residual(), ResidualCurve.probes(problem.times()));
    if (Double.isNaN(error)) {
      return new LimitResult.Failed("the responses on the grid are not numbers; check the expert");
    }
    int width = scheme.order() > 2 ? 6 : 2;
    return new LimitResult.Found(
        new GridPath(
            grid,
            problem.times(),
            fine.residual(),
            fine.probes(),
            fine.densities(),
            g -> Resampling.lagrange(points, g, width),
            new ErrorEstimate(
                error,
                "1 + 2/(2^%d − 1) times the largest change of r(t) when cells are twice as wide, which is about the error of those"
                    .formatted(scheme.order())),
            "finite volumes, %s: %d cells per axis, %d steps, fluxes limited in %d of them"
                .formatted(scheme.word(), points, fine.steps(), fine.limited())));
  }

  private FiniteVolumeFlow.Run run(LimitProblem problem, Inputs probes, TorusGrid grid) {
    double[] start = new double[grid.size()];
    Arrays.fill(start, Math.pow(2 * Math.PI, -grid.dimension()));
    return new FiniteVolumeFlow(problem, probes, grid, scheme).from(start);
  }
}
