package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.DistancePlan;
import org.meanfield.core.plan.StudyPlan;

/// The first stage of a run: solves for μ_t and measures it.
final class LimitStage {
  private final StudyPlan plan;
  private final BoundStudy study;
  private final Workers workers;
  private final BooleanSupplier cancelled;
  private final List<Problem> problems = new ArrayList<>();

  LimitStage(StudyPlan plan, BoundStudy study, Workers workers, BooleanSupplier cancelled) {
    this.plan = plan;
    this.study = study;
    this.workers = workers;
    this.cancelled = cancelled;
  }

  /// {@return what went wrong}
  List<Problem> problems() {
    return problems;
  }

  /// {@return the limit; empty if it is not asked for or not found}
  Optional<LimitRun> run() {
    return plan.limit().flatMap(this::solve);
  }

  private Optional<LimitRun> solve(Chosen<LimitSolver> solver) {
    try (CancellableWorkers cancellable = new CancellableWorkers(workers, cancelled)) {
      Expert expert = plan.expert().service().exact();
      LimitProblem problem =
          new LimitProblem(
              expert,
              plan.data().train(),
              study.probes(),
              plan.start().law(expert.parameters()),
              plan.flow().times(),
              cancellable);
      return switch (solver.service().solve(problem)) {
        case LimitResult.Found(LimitPath path) -> Optional.of(measure(path));
        case LimitResult.Refused(String reason) -> missing(ProblemCode.LIMIT_REFUSED, reason);
        case LimitResult.Failed(String reason) -> missing(ProblemCode.LIMIT_FAILED, reason);
      };
    } catch (CancellationException _) {
      problems.add(
          new Problem(
              Problem.LIMIT, ProblemCode.CANCELLED, "cancelled before the limit was found"));
      return Optional.empty();
    } catch (RuntimeException | LinkageError thrown) {
      problems.add(Problem.threw(Problem.LIMIT, solver.descriptor().id(), thrown));
      return Optional.empty();
    }
  }

  private Optional<LimitRun> missing(ProblemCode code, String reason) {
    problems.add(
        new Problem(
            Problem.LIMIT,
            code,
            "the limit was not found, nothing is compared with it: " + reason));
    return Optional.empty();
  }

  private LimitRun measure(LimitPath path) {
    List<Double> times = plan.flow().times();
    List<Optional<EmpiricalMeasure>> atoms = times.stream().map(path::atoms).toList();
    boolean toDensity = plan.distance().map(DistancePlan::toDensity).orElse(false);
    List<DensityTarget> targets = toDensity ? targets(path, times) : List.of();
    if (toDensity ? targets.isEmpty() : withoutAtoms(atoms)) {
      problems.add(
          new Problem(
              Problem.LIMIT,
              ProblemCode.LIMIT_WITHOUT_ATOMS,
              "this limit solver gives no %s of μ_t, so no distance to it is measured; choose one that does%s"
                  .formatted(
                      toDensity ? "density" : "points", toDensity ? ", or solver 'exact'" : "")));
    }
    List<Snapshot> snapshots = new ArrayList<>();
    for (int at = 0; at < times.size(); at++) {
      EmpiricalMeasure written =
          plan.output().particles()
              ? atoms
                  .get(at)
                  .filter(EmpiricalMeasure::isUniform)
                  .map(LimitStage::thinned)
                  .orElse(null)
              : null; // the table has no column for weights
      double[] response = response(path, times.get(at));
      if (isFinite(response)) {
        snapshots.add(new Snapshot(times.get(at), response, written));
      }
    }
    return new LimitRun(
        path,
        atoms,
        targets,
        losses(path),
        List.copyOf(snapshots),
        new LimitRegime(plan, study, cancelled).of(path, atoms),
        densities(path, times));
  }

  private boolean withoutAtoms(List<Optional<EmpiricalMeasure>> atoms) {
    return plan.distance().isPresent() && atoms.stream().anyMatch(Optional::isEmpty);
  }

  /// {@return the densities that clouds are moved onto; none if one is missing}
  private List<DensityTarget> targets(LimitPath path, List<Double> times) {
    int axis =
        switch (plan.expert().service().parameters()) {
          case 1 -> 2048;
          case 2 -> 256;
          case 3 -> 64;
          default -> 0;
        };
    List<DensityTarget> targets = new ArrayList<>();
    for (double t : times) {
      Optional<GridDensity> density = axis == 0 ? Optional.empty() : path.density(t, axis);
      if (density.isEmpty() || !Double.isFinite(density.get().mass())) {
        return List.of();
      }
      targets.add(DensityTarget.positivePart(density.get()));
    }
    return List.copyOf(targets);
  }

  private List<Loss> losses(LimitPath path) {
    List<Double> times = plan.flow().times();
    List<Loss> losses = new ArrayList<>();
    for (double t : RowClock.grid(times)) {
      double[] response = response(path, t);
      if (!isFinite(response)) {
        problems.add(
            new Problem(
                Problem.LIMIT,
                ProblemCode.LIMIT_FAILED,
                "the residual of the limit at t = %.6g is not a finite number".formatted(t)));
        break;
      }
      losses.add(study.loss(t, response, testAccuracy(path, t)));
    }
    return List.copyOf(losses);
  }

  private double[] response(LimitPath path, double t) {
    DataSet data = study.train();
    double[] response = new double[data.size()];
    path.residual().at(t, response);
    for (int j = 0; j < response.length; j++) {
      response[j] = data.target(j) - response[j];
    }
    return response;
  }

  private OptionalDouble testAccuracy(LimitPath path, double t) {
    double[] response = new double[study.probes().count()];
    if (response.length == 0) {
      return OptionalDouble.empty();
    }
    path.probe(t, response);
    return study.testAccuracy(response);
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private List<Optional<GridDensity>> densities(LimitPath path, List<Double> times) {
    List<Optional<GridDensity>> densities = new ArrayList<>();
    int axis =
        switch (plan.expert().service().parameters()) {
          case 1 -> 256;
          case 2 -> 64;
          default -> 0;
        };
    for (double t : times) {
      Optional<GridDensity> density = axis == 0 ? Optional.empty() : path.density(t, axis);
      if (density.isPresent() && !Double.isFinite(density.orElseThrow().mass())) {
        problems.add(
            new Problem(
                Problem.LIMIT,
                ProblemCode.LIMIT_FAILED,
                "the density of the limit at t = %.6g is not finite everywhere".formatted(t)));
        density = Optional.empty();
      }
      densities.add(density);
    }
    return List.copyOf(densities);
  }

  private static EmpiricalMeasure thinned(EmpiricalMeasure atoms) {
    int kept = Math.min(atoms.size(), LimitRun.WRITTEN_ATOMS);
    Particles some = new Particles(kept, atoms.dimension());
    for (int i = 0; i < kept; i++) {
      int from = (int) ((long) i * atoms.size() / kept);
      for (int k = 0; k < atoms.dimension(); k++) {
        some.set(i, k, atoms.coordinate(from, k));
      }
    }
    return EmpiricalMeasure.uniform(some);
  }
}
