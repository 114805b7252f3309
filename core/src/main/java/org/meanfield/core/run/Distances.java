package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.plan.DistancePlan;

/// Measures the clouds of one cell against the atoms of the limit, all times in one batch, or
/// against its density. A distance that was not found becomes a problem, never a number.
final class Distances {
  private final DistancePlan plan;
  private final Cell cell;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Distance> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /// One distance to be found.
  ///
  /// @param at which of the recorded times it belongs to
  private record Asked(double time, Distance.Kind kind, EmpiricalMeasure cloud, int at) {}

  Distances(DistancePlan plan, Cell cell) {
    this.plan = plan;
    this.cell = cell;
  }

  /// Asks for the distances of both clouds at one time.
  ///
  /// @param t the time
  /// @param at which of the recorded times it is
  /// @param trained the particles
  /// @param companion their McKean companions
  void ask(double t, int at, EmpiricalMeasure trained, EmpiricalMeasure companion) {
    asked.add(new Asked(t, Distance.Kind.TRAINED, trained, at));
    if (t > 0) {
      asked.add(new Asked(t, Distance.Kind.STATIC, companion, at));
    }
  }

  /// Finds what was asked for.
  ///
  /// @param limit what clouds are compared with
  /// @param context where, and who watches
  void measure(LimitRun limit, SolveContext context) {
    List<TransportResult> results;
    try {
      results = plan.toDensity() ? ontoDensities(limit, context) : ontoAtoms(limit, context);
    } catch (RuntimeException | LinkageError thrown) {
      problems.add(Problem.threw(cell.label(), plan.solver().descriptor().id(), thrown));
      return;
    }
    for (int at = 0; at < results.size(); at++) {
      if (!take(asked.get(at), results.get(at))) {
        return;
      }
    }
  }

  private List<TransportResult> ontoAtoms(LimitRun limit, SolveContext context) {
    return plan.solver()
        .service()
        .solveAll(
            asked.stream()
                .map(one ->
                    TransportProblem.squared(
                        one.cloud(), limit.atoms().get(one.at()).orElseThrow(), plan.metric()))
                .toList(),
            context);
  }

  private List<TransportResult> ontoDensities(LimitRun limit, SolveContext context) {
    List<TransportResult> results = new ArrayList<>();
    for (Asked one : asked) {
      double done = results.size();
      results.add(
          plan.solver()
              .service()
              .solve(
                  DensityProblem.squared(one.cloud(), limit.targets().get(one.at()), plan.metric())
                      .under(
                          new SolveContext(
                              context.workers(),
                              part -> context.observer().reached((done + part) / asked.size())))));
    }
    return results;
  }

  /// Takes a result.
  ///
  /// @return whether those that follow may be worth a look
  private boolean take(Asked one, TransportResult result) {
    switch (result) {
      case TransportResult.Solved solved
          when Double.isFinite(solved.cost()) && Double.isFinite(solved.lowerBound()) -> {
        found.add(new Distance(one.time(), one.kind(), solved.cost(), solved.gap()));
        if (one.time() == 0) {
          // The same start: one solve, two rows.
          found.add(new Distance(0, Distance.Kind.STATIC, solved.cost(), solved.gap()));
        }
      }
      case TransportResult.Solved(double cost, double lower, _, _, _, _) ->
          notFound(one, "the solver's bounds %s and %s are not finite".formatted(lower, cost));
      case TransportResult.NotConverged(double upper, double lower, _, String reason) ->
          notFound(one, "it is between %.6g and %.6g: %s".formatted(lower, upper, reason));
      case TransportResult.Cancelled _ -> {
        problems.add(
            new Problem(
                cell.label(),
                ProblemCode.CANCELLED,
                "cancelled before W2² at t = %.6g was found".formatted(one.time())));
        return false;
      }
      case TransportResult.Refused(String reason) -> {
        problems.add(
            new Problem(
                cell.label(), ProblemCode.DISTANCE_REFUSED, "no distance is measured: " + reason));
        return false;
      }
    }
    return true;
  }

  private void notFound(Asked one, String reason) {
    problems.add(
        new Problem(
            cell.label(),
            ProblemCode.DISTANCE_NOT_FOUND,
            "W2² of the %s cloud at t = %.6g was not found; %s"
                .formatted(one.kind().word(), one.time(), reason)));
  }

  List<Distance> found() {
    return found;
  }

  List<Problem> problems() {
    return problems;
  }
}
