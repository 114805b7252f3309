package org.meanfield.limits;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitProblem;

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
  double numbers(LimitProblem problem, int points) {
    return FiniteVolumeFlow.numbers(problem, new TorusGrid(problem.expert().parameters(), points));
  }

  @Override
  GridRun run(LimitProblem problem, Inputs probes, int points, boolean compared) {
    TorusGrid grid = new TorusGrid(problem.expert().parameters(), points);
    double[] start = new double[grid.size()];
    Arrays.fill(start, Math.pow(2 * Math.PI, -grid.dimension()));
    return new FiniteVolumeFlow(problem, probes, grid, scheme).from(start);
  }

  @Override
  Resampling resampling(int from, int to) {
    return Resampling.lagrange(from, to, scheme.order() > 2 ? 6 : 2);
  }

  @Override
  int order() {
    return scheme.order();
  }
}
