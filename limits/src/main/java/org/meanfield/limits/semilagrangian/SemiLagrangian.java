package org.meanfield.limits.semilagrangian;

import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.grid.GridMethod;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.Resampling;
import org.meanfield.limits.grid.StartDensity;
import org.meanfield.limits.grid.TorusGrid;

/// Mass carried along characteristics from the points of a grid and put back on it each step, d ≤
/// 2: [SemiLagrangianFlow].
final class SemiLagrangian extends GridMethod {
  /// @param points per axis
  SemiLagrangian(int points) {
    super("semi-lagrangian", 2, points);
  }

  @Override
  protected double numbers(LimitProblem problem, int points) {
    int d = problem.expert().parameters();
    return Math.pow(points, d)
        * (problem.data().size() * (d + 1.0) + problem.probes().count() + 10 * d);
  }

  @Override
  protected GridRun run(
      LimitProblem problem,
      Inputs probes,
      StartLaw.Continuous start,
      int points,
      boolean compared) {
    TorusGrid grid = new TorusGrid(problem.expert().parameters(), points);
    return new SemiLagrangianFlow(problem, probes, grid).from(StartDensity.values(start, grid));
  }

  @Override
  protected Resampling resampling(int from, int to) {
    return Resampling.lagrange(from, to, 6);
  }

  @Override
  protected int order() {
    return 3;
  }
}
