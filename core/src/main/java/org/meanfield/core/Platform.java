package org.meanfield.core;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.bench.CircuitBench;
import org.meanfield.core.bench.TransportBench;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Discovery;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.insight.Insight;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.Machine;
import org.meanfield.core.plan.Planned;
import org.meanfield.core.plan.Planner;
import org.meanfield.core.plan.StudyPlan;
import org.meanfield.core.report.ReportPage;
import org.meanfield.core.report.TableFault;
import org.meanfield.core.run.PoolWorkers;
import org.meanfield.core.run.RunSummary;
import org.meanfield.core.run.StudyRunner;

/// The platform: from study files to plans, runs and reports. Immutable and shareable.
///
/// What a user got wrong comes back as an [Answer]; nothing here writes to the console.
public final class Platform {
  private final Catalog catalog;
  private final Planner planner;

  private Platform(Injector parts) {
    this.catalog = parts.getInstance(Catalog.class);
    this.planner = parts.getInstance(Planner.class);
  }

  /// {@return a platform with every service that the program's modules and a folder of plugins
  /// provide}
  ///
  /// @param plugins the folder, with a jar or a folder for each plugin; empty for none
  public static Platform start(Optional<Path> plugins) {
    return of(Discovery.of(plugins), Machine.here());
  }

  static Platform of(Catalog catalog, Machine machine) {
    return new Platform(
        Guice.createInjector(Stage.PRODUCTION, new PlatformModule(catalog, machine)));
  }

  /// {@return the plan of a study, or every mistake in it; nothing is run}
  ///
  /// @param source the study
  /// @param threads on how many threads it would run, ≥ 1: time and memory are those of all of them
  public Answer<PlanView> check(StudySource source, int threads) {
    Faults faults = new Faults();
    return plan(source, planner.on(threads), faults)
        .<Answer<PlanView>>map(planned -> new Answer.Given<>(PlanViews.of(planned)))
        .orElseGet(() -> PlanViews.refused(faults));
  }

  private Optional<Planned> plan(StudySource source, Faults faults) {
    return plan(source, planner, faults);
  }

  private static Optional<Planned> plan(StudySource source, Planner planner, Faults faults) {
    return StudyFile.read(source.file(), source.overrides(), faults)
        .flatMap(document -> planner.plan(document, faults));
  }

  /// Runs a study into a new directory: tables, provenance and report.
  ///
  /// What fails on the way is a problem of the result, the rest is stored. Interrupting the calling
  /// thread ends the run early.
  ///
  /// @param source the study
  /// @param directory where to; must not exist
  /// @param threads how many threads work, ≥ 1; no result depends on it
  /// @param progress told how far it is
  /// @return what it came to, or every mistake; then nothing was run and nothing written
  /// @throws UncheckedIOException if something cannot be written
  public Answer<RunView> run(StudySource source, Path directory, int threads, Progress progress) {
    Faults faults = new Faults();
    Optional<Planned> planned = plan(source, planner.on(threads), faults);
    if (planned.isEmpty()) {
      return PlanViews.refused(faults);
    }
    boolean interrupted = false;
    try {
      RunSummary run = StudyRunner.run(planned.get().plan(), directory, threads, progress::at);
      interrupted = Thread.interrupted(); // the report of what was reached is written in peace
      for (Map.Entry<String, Path> file : planned.get().files().entrySet()) {
        Path copy = directory.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.copy(file.getValue(), copy);
      }
      return new Answer.Given<>(RunViews.of(run, ReportPage.write(directory).page()));
    } catch (BadInput e) {
      faults.add(Place.of(directory.toString()), e);
      return PlanViews.refused(faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Writes the report of a run directory again.
  ///
  /// @param directory holds the tables of a run
  /// @return the page with what could not be read, or why there is none; where a table cannot be
  ///   read at all nothing is written, and an older page stays
  /// @throws UncheckedIOException if something cannot be read or written
  public Answer<ReportView> report(Path directory) {
    Faults faults = new Faults();
    if (!Files.isRegularFile(directory.resolve("loss.csv"))) {
      faults.add(
          FaultCode.UNREADABLE,
          Place.of(directory.toString()),
          Files.isDirectory(directory)
              ? "there is no run in this directory: it has no loss.csv"
              : "there is no such directory",
          "name a directory that 'meanfield run' made");
      return PlanViews.refused(faults);
    }
    try {
      ReportPage.Written report = ReportPage.write(directory);
      for (TableFault fault : report.faults()) {
        faults.add(
            FaultCode.UNREADABLE,
            new Place(
                directory.resolve(fault.file()).toString(),
                Math.toIntExact(Math.min(fault.line(), Integer.MAX_VALUE)),
                0),
            fault.sentence(),
            "");
      }
      return report.written()
          ? new Answer.Given<>(new ReportView(report.page(), PlanViews.mistakes(faults)))
          : PlanViews.refused(faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the expert of a study, or every mistake in it}
  ///
  /// @param source the study
  public Answer<StudyExpert> expert(StudySource source) {
    Faults faults = new Faults();
    return plan(source, faults)
        .map(Planned::plan)
        .<Answer<StudyExpert>>map(plan ->
            new Answer.Given<>(
                new StudyExpert(plan.expert().service(), plan.data().train().inputs().features())))
        .orElseGet(() -> PlanViews.refused(faults));
  }

  /// {@return the circuit of a study's expert, or every mistake in the study; an expert that is no
  /// circuit is one}
  ///
  /// @param source the study
  public Answer<CircuitView> circuit(StudySource source) {
    Faults faults = new Faults();
    Optional<StudyPlan> plan = plan(source, faults).map(Planned::plan);
    if (plan.isPresent() && plan.get().expert().service() instanceof QuantumExpert expert) {
      return new Answer.Given<>(CircuitViews.of(plan.get().name(), expert));
    }
    plan.ifPresent(made ->
        faults.add(
            FaultCode.REFUSED,
            Place.of(source.file().toString()),
            "expert '%s' is no circuit, so there is none to show"
                .formatted(made.expert().descriptor().name()),
            "name a study with a quantum expert, such as 'expert: {type: circuit}'"));
    return PlanViews.refused(faults);
  }

  /// {@return the circuit of a file in OpenQASM, outside a study, or every mistake in it}
  ///
  /// @param file in OpenQASM 2 or 3
  /// @param settings of the circuit expert, `setting=value` each, the value in YAML
  /// @param features how many numbers an input may have
  public Answer<CircuitView> circuit(Path file, List<String> settings, int features) {
    Faults faults = new Faults();
    List<String> all = new ArrayList<>(settings);
    all.addFirst("qasm='%s'".formatted(file.toString().replace("'", "''")));
    return planner
        .expert("circuit", all, features, 1, faults)
        .map(Chosen::service)
        .filter(QuantumExpert.class::isInstance)
        .<Answer<CircuitView>>map(
            expert -> new Answer.Given<>(CircuitViews.of(nameOf(file), (QuantumExpert) expert)))
        .orElseGet(() -> PlanViews.refused(faults));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /// {@return what a study's expert is like at its start, sampled, or every mistake in the study}
  ///
  /// @param source the study
  /// @param draws how many parameters are drawn, a multiple of 32
  public Answer<InsightView> insight(StudySource source, int draws) {
    Faults faults = new Faults();
    return plan(source, faults)
        .map(Planned::plan)
        .<Answer<InsightView>>map(
            plan -> new Answer.Given<>(InsightViews.of(plan, Insight.of(plan, draws))))
        .orElseGet(() -> PlanViews.refused(faults));
  }

  /// Times training steps of circuits on every exact backend that serves them, one after the other.
  ///
  /// @param cases what to time
  /// @param threads on how many threads, each ≥ 1
  /// @param backends which backends, by name
  /// @param each told of every step that was timed
  /// @throws IllegalArgumentException if there is no such circuit
  public void timeCircuits(
      List<CircuitCase> cases,
      List<Integer> threads,
      Predicate<String> backends,
      Consumer<CircuitTiming> each) {
    CircuitBench.run(catalog, planner, cases, threads, backends, each);
  }

  /// Times transport problems one after the other.
  ///
  /// @param cases what to time
  /// @param threads on how many threads, ≥ 1
  /// @param each told of every problem that was timed
  /// @throws IllegalArgumentException if a case names no solver, or none that solves it
  public void timeTransport(
      List<TransportCase> cases, int threads, Consumer<TransportTiming> each) {
    TransportBench.run(planner, cases, threads, each);
  }

  /// {@return what compares two clouds outside a study, or every mistake in its settings}
  ///
  /// @param id the name of a discrepancy, or of a transport solver, such as `exact`
  /// @param settings `setting=value` each, the value in YAML
  public Answer<Comparison> comparison(String id, List<String> settings) {
    Faults faults = new Faults();
    Optional<Comparison> comparison =
        planner.isDiscrepancy(id)
            ? planner
                .discrepancy(id, settings, faults)
                .map(chosen -> new Comparison.ByDiscrepancy(chosen.service()))
            : planner
                .transportSolver(id, settings, faults)
                .map(chosen -> new Comparison.ByTransport(chosen.service()));
    return comparison
        .<Answer<Comparison>>map(Answer.Given::new)
        .orElseGet(() -> PlanViews.refused(faults));
  }

  /// {@return what transport problems come to, in order}
  ///
  /// @param solver from [#comparison]
  /// @param problems what to move where
  /// @param threads how many threads work, ≥ 1; no result depends on it
  /// @param observer told how far all are together, and asked whether to go on
  public List<TransportResult> solve(
      TransportSolver solver,
      List<TransportProblem> problems,
      int threads,
      SolveObserver observer) {
    try (PoolWorkers workers = new PoolWorkers(threads)) {
      return solver.solveAll(problems, new SolveContext(workers, observer));
    }
  }

  /// {@return what moving a cloud onto a density comes to}
  ///
  /// @param solver from [#comparison]
  /// @param problem what to move where
  /// @param threads how many threads work, ≥ 1; no result depends on it
  /// @param observer told how far it is, and asked whether to go on
  public TransportResult solve(
      TransportSolver solver, DensityProblem problem, int threads, SolveObserver observer) {
    try (PoolWorkers workers = new PoolWorkers(threads)) {
      return solver.solve(problem.under(new SolveContext(workers, observer)));
    }
  }

  /// {@return every service, and everything that is broken}
  public List<PluginRow> plugins() {
    return CatalogView.rows(catalog);
  }

  /// {@return the services of an id: one, or several of different kinds, or none}
  ///
  /// @param id `namespace:name`, or a name of ours
  public List<ServiceDescription> describe(String id) {
    return CatalogView.describe(catalog, id);
  }
}
