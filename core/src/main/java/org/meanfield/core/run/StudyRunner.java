package org.meanfield.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.core.audit.Audit;
import org.meanfield.core.measure.Theory;
import org.meanfield.core.plan.Start;
import org.meanfield.core.plan.StudyPlan;
import org.meanfield.core.store.CircuitPicture;
import org.meanfield.core.store.Provenance;
import org.meanfield.core.store.RunDirectory;
import org.meanfield.core.store.RunFacts;

/// Runs a plan: the limit once, then every cell, then the tables.
///
/// The tables are the same to the last bit for any number of threads. What fails becomes a row of
/// `problems.csv` and the rest is stored. Interrupting the thread that called ends the run early:
/// cells stop at their next step, and what they reached is stored.
public final class StudyRunner {
  private StudyRunner() {}

  /// Runs a study into a new directory.
  ///
  /// @param plan the study
  /// @param out the directory, which must not exist
  /// @param threads how many threads work, ≥ 1
  /// @param progress told how far it is
  /// @return what it came to
  /// @throws BadInput if something is at `out` already; nothing was run or written
  /// @throws IOException if something cannot be written
  /// @throws IllegalArgumentException if the plan has more particles than its start has points
  public static RunSummary run(StudyPlan plan, Path out, int threads, Progress progress)
      throws BadInput, IOException {
    requireStart(plan);
    try (PoolWorkers workers = new PoolWorkers(threads)) {
      RunDirectory directory = RunDirectory.create(out);
      directory.text("study.yaml", plan.text());
      return new Run(plan, directory, workers, progress).run();
    }
  }

  private static void requireStart(StudyPlan plan) {
    if (plan.start() instanceof Start.Cloud(EmpiricalMeasure points)
        && plan.experts().stream().anyMatch(n -> n > points.size())) {
      throw new IllegalArgumentException(
          "%s particles cannot begin at %d points".formatted(plan.experts(), points.size()));
    }
  }

  private static final class Run {
    private final StudyPlan plan;
    private final RunDirectory directory;
    private final PoolWorkers workers;
    private final Progress progress;
    private final Instant started = Instant.now();
    private final long began = System.nanoTime();
    private final Thread caller = Thread.currentThread();
    private final BooleanSupplier cancelled = caller::isInterrupted;
    private final List<Problem> problems = new ArrayList<>();

    Run(StudyPlan plan, RunDirectory directory, PoolWorkers workers, Progress progress) {
      this.plan = plan;
      this.directory = directory;
      this.workers = workers;
      this.progress = progress;
    }

    RunSummary run() throws IOException {
      Optional<BoundStudy> study = bind();
      Optional<LimitRun> limit = study.flatMap(this::limit);
      List<CellResult> cells = study.map(bound -> cells(bound, limit)).orElse(List.of());
      cells.forEach(cell -> problems.addAll(cell.problems()));
      // An interrupt meant the work; what was reached is stored undisturbed.
      boolean interrupted = Thread.interrupted();
      try {
        write(study, limit, cells);
        return summary(limit, cells);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private Optional<BoundStudy> bind() {
      try {
        return Optional.of(
            new BoundStudy(plan.data(), plan.expert().service(), plan.output().kernel(), workers));
      } catch (RuntimeException | LinkageError thrown) {
        problems.add(Problem.threw(Problem.STUDY, plan.expert().descriptor().id(), thrown));
        return Optional.empty();
      }
    }

    private Optional<LimitRun> limit(BoundStudy study) {
      Meter meter = new Meter(progress, "limit", plan.limit().isPresent() ? 1 : 0);
      LimitStage stage = new LimitStage(plan, study, workers, cancelled);
      Optional<LimitRun> limit = stage.run();
      problems.addAll(stage.problems());
      meter.end();
      return limit;
    }

    private List<CellResult> cells(BoundStudy study, Optional<LimitRun> limit) {
      List<Cell> cells = Cell.of(plan).stream().sorted(Cell.longestFirst()).toList();
      double work = cells.stream().mapToDouble(Cell::experts).sum();
      Meter meter = new Meter(progress, "cells", work);
      CellRun runner = new CellRun(plan, study, limit, meter, cancelled);
      CellResult[] results = new CellResult[cells.size()];
      workers.each(results.length, at -> results[at] = runner.run(cells.get(at)));
      meter.end();
      return Arrays.stream(results)
          .sorted(
              Comparator.comparingInt((CellResult result) -> result.cell().experts())
                  .thenComparingInt(result -> result.cell().replicate()))
          .toList();
    }

    private void write(Optional<BoundStudy> study, Optional<LimitRun> limit, List<CellResult> cells)
        throws IOException {
      Expert expert = plan.expert().service().exact();
      Optional<Theory> theory =
          study.map(bound ->
              new Theory(
                  expert.regularity(),
                  expert.parameters(),
                  bound.train().size(),
                  bound.largestTarget(),
                  plan.flow().horizon()));
      RunTables tables = new RunTables(directory, plan);
      tables.losses(cells, limit);
      tables.responses(cells, limit);
      tables.regimes(cells, limit);
      tables.particles(cells, limit);
      if (limit.isPresent()) {
        tables.densities(limit.orElseThrow());
        tables.couplings(cells);
        if (plan.distance().isPresent()) {
          tables.distances(cells);
        }
        tables.rates(new StudyRates(plan, cells, limit.orElseThrow()).rates(theory.orElseThrow()));
      }
      tables.constants(theory.map(known -> known.constants(plan.experts())).orElse(List.of()));
      tables.audit(
          Audit.of(
              expert,
              plan.data().train().inputs(),
              plan.data().largestGivenTarget(),
              Seeds.root(plan.seed())));
      tables.problems(problems);
      Optional<CircuitPicture> circuit = CircuitPicture.of(plan);
      if (circuit.isPresent()) {
        directory.text(CircuitPicture.NAME, circuit.orElseThrow().svg());
      }
      directory.text(
          "provenance.json",
          Provenance.text(
              plan, new RunFacts(workers.threads(), started, seconds(), limit.map(this::facts))));
    }

    private RunFacts.Limit facts(LimitRun limit) {
      ErrorEstimate error = limit.path().error();
      Optional<EmpiricalMeasure> atoms = limit.atoms().getLast();
      boolean thinned =
          plan.output().particles()
              && atoms.isPresent()
              && atoms.orElseThrow().size() > LimitRun.WRITTEN_ATOMS;
      return new RunFacts.Limit(
          atoms.map(points -> OptionalInt.of(points.size())).orElse(OptionalInt.empty()),
          Double.isFinite(error.value())
              ? OptionalDouble.of(error.value())
              : OptionalDouble.empty(),
          limit.path().description()
              + "; error: "
              + error.meaning()
              + (thinned
                  ? "; particles.csv holds %d of the points, evenly chosen"
                      .formatted(LimitRun.WRITTEN_ATOMS)
                  : ""));
    }

    private RunSummary summary(Optional<LimitRun> limit, List<CellResult> cells) {
      int planned = Cell.of(plan).size();
      Summaries summaries = new Summaries(plan.flow().horizon());
      return new RunSummary(
          directory.path(),
          plan.experts().stream().map(n -> summaries.row(n, plan.replicates(), cells)).toList(),
          limit.flatMap(summaries::limit),
          List.copyOf(problems),
          planned,
          planned - (int) cells.stream().filter(cell -> cell.problems().isEmpty()).count(),
          seconds());
    }

    private double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }
  }
}
