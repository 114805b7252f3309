package org.meanfield.limits.cloud;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.flow.Work;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.time.Recorded;
import org.meanfield.limits.time.ResidualCurve;

/// The path of a pushed cloud.
///
/// @param problem what was solved
/// @param expert bound to the problem's inputs
/// @param curve r
/// @param probes the responses at the problem's probes
/// @param clouds one per recorded time, coordinate-major
/// @param error of E f
/// @param sample where the points come from
/// @param tolerance of the integration
/// @param work of the integration
public record LatticePath(
    LimitProblem problem,
    BoundExpert expert,
    ResidualCurve curve,
    ResidualCurve probes,
    List<double[]> clouds,
    ErrorEstimate error,
    String sample,
    double tolerance,
    Work work)
    implements LimitPath {
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
    double[] cloud = clouds.get(Recorded.index(problem.times(), t));
    int dimension = problem.expert().parameters();
    return Optional.of(
        EmpiricalMeasure.uniform(Particles.of(cloud.length / dimension, dimension, cloud)));
  }

  /// {@inheritDoc}
  ///
  /// By backward characteristics: see [BackwardDensity]. Each call is an integration of its own, on
  /// the workers of the problem.
  @Override
  public Optional<GridDensity> density(double t, int pointsPerAxis) {
    Recorded.index(problem.times(), t);
    return problem.start() instanceof StartLaw.Continuous law
        ? new BackwardDensity(problem, law, expert, curve).at(t, pointsPerAxis)
        : Optional.empty();
  }

  @Override
  public String description() {
    int dimension = problem.expert().parameters();
    return "%d points of %s, Dormand–Prince 8(5,3) at tolerance %.1g: %d steps, %d drifts"
        .formatted(
            clouds.getFirst().length / dimension,
            sample,
            tolerance,
            work.steps(),
            work.evaluations());
  }
}
