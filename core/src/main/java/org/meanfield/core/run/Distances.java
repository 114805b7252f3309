package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.plan.DistancePlan;

/// Measures the clouds of one cell against the atoms of the limit. A distance that was not found
/// becomes a problem, never a number.
final class Distances {
  private final DistancePlan plan;
  private final Cell cell;
  private final List<Distance> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean givenUp;

  Distances(DistancePlan plan, Cell cell) {
    this.plan = plan;
    this.cell = cell;
  }

  /// Measures both clouds at one time.
  ///
  /// @param t the time
  /// @param trained the particles
  /// @param companion their McKean companions
  /// @param atoms of μ_t
  void measure(
      double t, EmpiricalMeasure trained, EmpiricalMeasure companion, EmpiricalMeasure atoms) {
    measure(t, Distance.Kind.TRAINED, trained, atoms);
    if (t == 0) {
      // The same start: one solve, two rows.
      found.stream()
          .filter(row -> row.time() == 0)
          .findFirst()
          .ifPresent(
              row -> found.add(new Distance(0, Distance.Kind.STATIC, row.w2Squared(), row.gap())));
    } else {
      measure(t, Distance.Kind.STATIC, companion, atoms);
    }
  }

  private void measure(
      double t, Distance.Kind kind, EmpiricalMeasure cloud, EmpiricalMeasure atoms) {
    if (givenUp) {
      return;
    }
    TransportResult result;
    try {
      result = plan.solver().service().solve(TransportProblem.squared(cloud, atoms, plan.metric()));
    } catch (RuntimeException | LinkageError thrown) {
      givenUp = true;
      problems.add(Problem.threw(cell.label(), plan.solver().descriptor().id(), thrown));
      return;
    }
    switch (result) {
      case TransportResult.Solved solved
          when Double.isFinite(solved.cost()) && Double.isFinite(solved.lowerBound()) ->
          found.add(new Distance(t, kind, solved.cost(), solved.gap()));
      case TransportResult.Solved(double cost, double lower, _, _, _, _) ->
          notFound(t, kind, "the solver's bounds %s and %s are not finite".formatted(lower, cost));
      case TransportResult.NotConverged(double upper, double lower, _, String reason) ->
          notFound(t, kind, "it is between %.6g and %.6g: %s".formatted(lower, upper, reason));
      case TransportResult.Refused(String reason) -> {
        givenUp = true;
        problems.add(
            new Problem(
                cell.label(), ProblemCode.DISTANCE_REFUSED, "no distance is measured: " + reason));
      }
    }
  }

  private void notFound(double t, Distance.Kind kind, String reason) {
    problems.add(
        new Problem(
            cell.label(),
            ProblemCode.DISTANCE_NOT_FOUND,
            "W2² of the %s cloud at t = %.6g was not found; %s".formatted(kind.word(), t, reason)));
  }

  List<Distance> found() {
    return found;
  }

  List<Problem> problems() {
    return problems;
  }
}
