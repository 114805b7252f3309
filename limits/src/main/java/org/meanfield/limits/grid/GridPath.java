package org.meanfield.limits.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.limits.time.Recorded;

/// A path of densities known on a grid. Atoms are the grid's points, weighted by the density there:
/// for smooth periodic functions the trapezoidal rule is better than any of the methods behind it.
///
/// @param grid the grid
/// @param times the recorded times
/// @param residual r
/// @param probes the responses at the problem's probes
/// @param densities at the grid's points, one array per time; not to be modified
/// @param resampling to any other number of points per axis
/// @param error of E f
/// @param description one line
record GridPath(
    TorusGrid grid,
    List<Double> times,
    Residual residual,
    Residual probes,
    List<double[]> densities,
    IntFunction<Resampling> resampling,
    ErrorEstimate error,
    String description)
    implements LimitPath {
  /// The most numbers of a density, 128 MB.
  private static final double MOST_POINTS = 1 << 24;

  @Override
  public void probe(double t, double[] out) {
    probes.at(t, out);
  }

  /// {@inheritDoc}
  ///
  /// Values below 0, which methods without a limiter have where there is next to no mass, have no
  /// weight.
  @Override
  public Optional<EmpiricalMeasure> atoms(double t) {
    double[] weights = densities.get(Recorded.index(times, t)).clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(0, weights[i]);
    }
    return Optional.of(
        EmpiricalMeasure.weighted(
            Particles.of(grid.size(), grid.dimension(), grid.centres()), weights));
  }

  @Override
  public Optional<GridDensity> density(double t, int pointsPerAxis) {
    double[] values = densities.get(Recorded.index(times, t));
    if (Math.pow(pointsPerAxis, grid.dimension()) > MOST_POINTS) {
      return Optional.empty();
    }
    return Optional.of(
        new GridDensity(
            grid.dimension(),
            pointsPerAxis,
            pointsPerAxis == grid.perAxis()
                ? values
                : resampling.apply(pointsPerAxis).of(values, grid.dimension())));
  }
}
