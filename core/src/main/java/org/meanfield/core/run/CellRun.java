package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.plan.StudyPlan;

/// Trains the N particles of one cell, their companions beside them, and measures what comes of it.
/// What is kept are rows; the states go with the call.
final class CellRun {
  private final StudyPlan plan;
  private final BoundStudy study;
  private final Optional<LimitRun> limit;
  private final Meter meter;
  private final BooleanSupplier cancelled;

  CellRun(
      StudyPlan plan,
      BoundStudy study,
      Optional<LimitRun> limit,
      Meter meter,
      BooleanSupplier cancelled) {
    this.plan = plan;
    this.study = study;
    this.limit = limit;
    this.meter = meter;
    this.cancelled = cancelled;
  }

  /// {@return what came of a cell; a failure is in it}
  CellResult run(Cell cell) {
    if (cancelled.getAsBoolean()) {
      return CellResult.failed(
          cell, new Problem(cell.label(), ProblemCode.CANCELLED, "cancelled before it was begun"));
    }
    try {
      return train(cell);
    } catch (RuntimeException | LinkageError | OutOfMemoryError thrown) {
      // One cell must not take the others with it.
      return CellResult.failed(
          cell, Problem.threw(cell.label(), plan.expert().descriptor().id(), thrown));
    }
  }

  private CellResult train(Cell cell) {
    int dimension = plan.expert().service().parameters();
    double[] particles =
        StartCloud.of(plan.start(), cell.experts(), dimension, cell.seeds(plan.seed())).toArray();
    Drift drift = study.drift(cell.experts());
    VectorField field =
        limit
            .<VectorField>map(found ->
                new CoupledFlow(
                    drift,
                    study.companions(cell.experts()),
                    study.train(),
                    found.path().residual(),
                    plan.flow().horizon()))
            .orElseGet(() -> new GradientFlow(drift, study.train()));
    double[] start = limit.isPresent() ? twice(particles) : particles;
    CellMeter progress = new CellMeter(meter, cell, measuresDistances());
    CellWatch watch =
        new CellWatch(
            study,
            drift,
            cell.experts(),
            limit.isPresent(),
            plan.flow().times(),
            remedy(plan.flow().integrator().descriptor()),
            progress,
            cancelled);
    List<Problem> problems = new ArrayList<>();
    List<Snapshot> snapshots = new ArrayList<>();
    List<Distance> distances = new ArrayList<>();
    try {
      Trajectory trajectory =
          plan.flow().integrator().service().integrate(field, start, plan.flow().times(), watch);
      watch.problem(cell).or(() -> stopped(cell, trajectory.outcome())).ifPresent(problems::add);
      snapshots(trajectory, drift, cell, snapshots);
      distances(trajectory, cell, progress, distances, problems);
    } catch (RuntimeException | LinkageError thrown) {
      problems.add(
          Problem.threw(
              cell.label(),
              "%s under %s"
                  .formatted(
                      plan.expert().descriptor().id(), plan.flow().integrator().descriptor().id()),
              thrown));
    }
    progress.end();
    return new CellResult(cell, watch.losses(), watch.couplings(), distances, snapshots, problems);
  }

  /// {@return how to make the steps of an integrator shorter, by the names of its own settings}
  static String remedy(Descriptor integrator) {
    String names =
        integrator.settings().stream()
            .map(Setting::name)
            .filter(name -> name.contains("step") || name.contains("tolerance"))
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(" or "));
    return names.isEmpty() ? "take another integrator" : "lower " + names;
  }

  private static double[] twice(double[] particles) {
    double[] both = Arrays.copyOf(particles, 2 * particles.length);
    System.arraycopy(particles, 0, both, particles.length, particles.length);
    return both;
  }

  private static Optional<Problem> stopped(Cell cell, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Reached() -> Optional.empty();
      case Outcome.Stopped _ ->
          Optional.of(new Problem(cell.label(), ProblemCode.CANCELLED, outcome.sentence()));
      case Outcome.NotFinite _, Outcome.StepTooSmall _ ->
          Optional.of(new Problem(cell.label(), ProblemCode.FLOW_STOPPED, outcome.sentence()));
    };
  }

  private void snapshots(Trajectory trajectory, Drift drift, Cell cell, List<Snapshot> snapshots) {
    for (int at = 0; at < trajectory.times().size(); at++) {
      double[] state = trajectory.state(at);
      double[] response = new double[drift.inputs()];
      drift.response(state, 0, response);
      if (Arrays.stream(response).allMatch(Double::isFinite)) {
        snapshots.add(
            new Snapshot(
                trajectory.times().get(at),
                response,
                plan.output().particles() ? cloud(state, 0, cell) : null));
      }
    }
  }

  private boolean measuresDistances() {
    return plan.distance()
        .flatMap(distance -> limit.map(found -> found.serves(distance)))
        .orElse(false);
  }

  private void distances(
      Trajectory trajectory,
      Cell cell,
      CellMeter progress,
      List<Distance> distances,
      List<Problem> problems) {
    if (!measuresDistances()) {
      return;
    }
    Distances measured = new Distances(plan.distance().orElseThrow(), cell);
    for (int at = 0; at < trajectory.times().size(); at++) {
      double[] state = trajectory.state(at);
      measured.ask(
          trajectory.times().get(at),
          at,
          cloud(state, 0, cell),
          cloud(state, state.length / 2, cell));
    }
    measured.measure(
        limit.orElseThrow(),
        new SolveContext(
            study.workers(),
            part -> {
              progress.distances(part);
              return !cancelled.getAsBoolean();
            }));
    distances.addAll(measured.found());
    problems.addAll(measured.problems());
  }

  private EmpiricalMeasure cloud(double[] state, int offset, Cell cell) {
    Particles particles = new Particles(cell.experts(), plan.expert().service().parameters());
    particles.load(state, offset, cell.experts());
    return EmpiricalMeasure.uniform(particles);
  }
}
