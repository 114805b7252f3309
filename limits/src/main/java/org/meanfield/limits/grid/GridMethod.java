package org.meanfield.limits.grid;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.time.ResidualCurve;

/// A method whose unknowns are a density on a grid, for few parameters. It solves twice, the second
/// time at half the resolution, and estimates its error from the change of r(t).
public abstract class GridMethod implements LimitSolver {
  /// Numbers of tables and states, 512 MB.
  private static final double MOST_NUMBERS = 1 << 26;

  private final String id;
  private final int mostParameters;
  private final int resolution;

  /// @param id how it is called in a study file
  /// @param mostParameters the largest d
  /// @param resolution what the setting of its descriptor says
  protected GridMethod(String id, int mostParameters, int resolution) {
    this.id = id;
    this.mostParameters = mostParameters;
    this.resolution = resolution;
  }

  /// {@return the numbers it keeps}
  ///
  /// @param problem what is solved
  /// @param resolution at what resolution
  protected abstract double numbers(LimitProblem problem, int resolution);

  /// {@return the solution}
  ///
  /// @param problem what is solved
  /// @param probes inputs in place of the problem's probes
  /// @param start the start law
  /// @param resolution at what resolution
  /// @param compared whether the solution is only compared with a finer one
  protected abstract GridRun run(
      LimitProblem problem,
      Inputs probes,
      StartLaw.Continuous start,
      int resolution,
      boolean compared);

  /// {@return interpolation of its densities}
  ///
  /// @param from points per axis of its grid
  /// @param to points per axis asked for
  protected abstract Resampling resampling(int from, int to);

  /// {@return the order p of its error; 0 if that falls faster than any power}
  protected abstract int order();

  @Override
  public final Optional<String> refusal(LimitProblem problem) {
    int d = problem.expert().parameters();
    if (!(problem.start() instanceof StartLaw.Continuous)) {
      return Optional.of(
          id
              + " starts from a density, and this start is a law of atoms; the solver lattice serves"
              + " it");
    }
    if (d > mostParameters) {
      return Optional.of(
          "%s serves up to %d parameters and the expert has %d; the solver lattice serves any number"
              .formatted(id, mostParameters, d));
    }
    return numbers(problem, resolution) > MOST_NUMBERS
        ? Optional.of(
            "%s would keep f and its gradient on a grid of %d dimensions for %d data in more than 512 MB;"
                    .formatted(id, d, problem.data().size())
                + " make the grid coarser or take the solver lattice")
        : Optional.empty();
  }

  @Override
  public final LimitResult solve(LimitProblem problem) {
    Optional<String> refusal = refusal(problem);
    if (refusal.isPresent() || !(problem.start() instanceof StartLaw.Continuous start)) {
      return new LimitResult.Refused(refusal.orElse(""));
    }
    Inputs none = Inputs.of(0, problem.data().inputs().features(), new double[0]);
    GridRun fine = run(problem, problem.probes(), start, resolution, false);
    if (fine.failure().isPresent()) {
      return new LimitResult.Failed(fine.failure().get());
    }
    GridRun coarse = run(problem, none, start, resolution / 2, true);
    if (coarse.failure().isPresent()) {
      return new LimitResult.Failed(coarse.failure().get());
    }
    double change =
        ResidualCurve.distance(
            fine.residual(),
            coarse.residual(),
            problem.data().size(),
            ResidualCurve.probes(problem.times()));
    if (Double.isNaN(change)) {
      return new LimitResult.Failed("the responses on the grid are not numbers; check the expert");
    }
    return new LimitResult.Found(
        new GridPath(
            fine.grid(),
            problem.times(),
            fine.residual(),
            fine.probes(),
            fine.densities(),
            to -> resampling(fine.grid().perAxis(), to),
            estimate(change),
            fine.notes()));
  }

  /// The change is 2^p − 1 times the error of a method of order p, once the order shows; a little
  /// more of it covers the error before, too.
  private ErrorEstimate estimate(double change) {
    return order() == 0
        ? new ErrorEstimate(
            change,
            "the largest change of r(t) at half the resolution: the error of that, far above this"
                + " one's")
        : new ErrorEstimate(
            (1 + 2 / (Math.pow(2, order()) - 1)) * change,
            "1 + 2/(2^%d − 1) times the largest change of r(t) at half the resolution, which is about the error of that"
                .formatted(order()));
  }
}
