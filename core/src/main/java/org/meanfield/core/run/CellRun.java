package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Regime;
import org.meanfield.core.measure.TangentKernel;
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
    CellFlow flow =
        new CellFlow(
            drift,
            study.train(),
            limit
                .map(found ->
                    new CellFlow.Companions(
                        study.companions(cell.experts()),
                        found.path().residual(),
                        plan.flow().horizon()))
                .orElse(null));
    CellMeter progress = new CellMeter(meter, cell, measuresDistances());
    CellWatch watch =
        new CellWatch(
            study,
            drift,
            cell.experts(),
            limit.isPresent(),
            plan.flow().times(),
            Steps.of(plan.flow().integrator().descriptor()),
            progress,
            cancelled);
    List<Problem> problems = new ArrayList<>();
    Records records = new Records(cell, drift, watch);
    List<Distance> distances = new ArrayList<>();
    try {
      Trajectory trajectory =
          plan.flow()
              .integrator()
              .service()
              .integrate(flow, flow.start(particles), plan.flow().times(), watch);
      watch.problem(cell).or(() -> stopped(cell, trajectory.outcome())).ifPresent(problems::add);
      records.take(trajectory, particles);
      records.problem.ifPresent(problems::add);
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
    return new CellResult(
        cell,
        watch.losses(),
        watch.couplings(),
        distances,
        records.snapshots,
        records.regimes,
        problems);
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

  /// What is kept of the recorded states: responses, particles, the regime.
  private final class Records {
    private final Cell cell;
    private final Drift drift;
    private final CellWatch watch;
    private final ResidualIdentity identity;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Regime> regimes = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    Records(Cell cell, Drift drift, CellWatch watch) {
      this.cell = cell;
      this.drift = drift;
      this.watch = watch;
      this.identity = new ResidualIdentity(drift, study.train());
    }

    void take(Trajectory trajectory, double[] start) {
      for (int at = 0; at < trajectory.times().size(); at++) {
        double[] state = trajectory.state(at);
        double[] response = new double[drift.inputs()];
        drift.response(state, 0, response);
        if (Arrays.stream(response).allMatch(Double::isFinite)) {
          take(trajectory.times().get(at), state, response, start);
        }
      }
    }

    private void take(double t, double[] state, double[] response, double[] start) {
      snapshots.add(
          new Snapshot(t, response, plan.output().particles() ? cloud(state, 0, cell) : null));
      Optional<TangentKernel> kernel =
          plan.output().kernel() ? study.kernel(cloud(state, 0, cell)) : Optional.empty();
      regimes.add(
          Regime.of(
              t,
              kernel.map(TangentKernel::extremes),
              CellFlow.residualIntegral(state),
              start,
              state,
              cell.experts(),
              watch.defect(t)));
      if (kernel.isPresent() && problem.isEmpty() && !study.samples()) {
        problem =
            identity
                .violation(state, kernel.orElseThrow())
                .map(sentence ->
                    new Problem(
                        cell.label(),
                        ProblemCode.RESIDUAL_IDENTITY,
                        "at t = %.6g r' = −K r does not hold: %s; is ∂f the derivative of f? 'meanfield check' compares them"
                            .formatted(t, sentence)));
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
          cloud(state, cell.experts() * plan.expert().service().parameters(), cell));
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
    particles.show(state, offset, cell.experts());
    return EmpiricalMeasure.uniform(particles);
  }
}
