package org.meanfield.limits.closedform;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.limits.time.Recorded;
import org.meanfield.limits.time.ResidualCurve;

/// A path of products of wrapped Cauchy laws. Atoms are the exact images of a lattice of the
/// uniform law, made when asked for.
///
/// @param times the recorded times
/// @param curve r
/// @param probes the responses at the problem's probes
/// @param laws one per time
/// @param points M
/// @param lattice M·d angles of the start; empty if no lattice of M points has d coordinates
/// @param error of E f
record ClosedFormPath(
    List<Double> times,
    ResidualCurve curve,
    ResidualCurve probes,
    List<WrappedCauchy> laws,
    int points,
    Optional<double[]> lattice,
    ErrorEstimate error)
    implements LimitPath {
  /// The most numbers of a density, 128 MB.
  private static final double MOST_CELLS = 1 << 24;

  @Override
  public Residual residual() {
    return curve;
  }

  @Override
  public void probe(double t, double[] out) {
    probes.at(t, out);
  }

  @Override
  public Optional<EmpiricalMeasure> atoms(double t) {
    WrappedCauchy law = laws.get(Recorded.index(times, t));
    return lattice.map(start -> {
      double[] cloud = start.clone();
      law.push(cloud);
      return EmpiricalMeasure.uniform(Particles.of(points, cloud.length / points, cloud));
    });
  }

  @Override
  public Optional<GridDensity> density(double t, int pointsPerAxis) {
    WrappedCauchy law = laws.get(Recorded.index(times, t));
    return law.spread() && Math.pow(pointsPerAxis, law.dimension()) <= MOST_CELLS
        ? Optional.of(law.density(pointsPerAxis))
        : Optional.empty();
  }

  @Override
  public String description() {
    return "closed form: product of %d wrapped Cauchy laws, %d atoms"
        .formatted(laws.getFirst().dimension(), lattice.isPresent() ? points : 0);
  }
}
