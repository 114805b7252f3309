package org.meanfield.limits.volume;

import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.grid.GridMethod;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.Resampling;
import org.meanfield.limits.grid.StartDensity;
import org.meanfield.limits.grid.TorusGrid;

/// The continuity equation on the cells of a grid, d ≤ 3: [FiniteVolumeFlow].
final class FiniteVolume extends GridMethod {
  private final FluxScheme scheme;

  /// @param points cells per axis
  /// @param scheme the scheme
  FiniteVolume(int points, FluxScheme scheme) {
    super("finite-volume", 3, points);
    this.scheme = scheme;
  }

  @Override
  protected double numbers(LimitProblem problem, int points) {
    return FiniteVolumeFlow.numbers(problem, new TorusGrid(problem.expert().parameters(), points));
  }

  @Override
  protected GridRun run(
      LimitProblem problem,
      Inputs probes,
      StartLaw.Continuous start,
      int points,
      boolean compared) {
    TorusGrid grid = new TorusGrid(problem.expert().parameters(), points);
    return new FiniteVolumeFlow(problem, probes, grid, scheme)
        .from(StartDensity.averages(start, grid));
  }

  @Override
  protected Resampling resampling(int from, int to) {
    return Resampling.lagrange(from, to, scheme.order() > 2 ? 6 : 2);
  }

  @Override
  protected int order() {
    return scheme.order();
  }
}
