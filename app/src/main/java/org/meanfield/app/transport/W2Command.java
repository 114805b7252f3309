package org.meanfield.app.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Place;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.app.console.Choices;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.PointFile;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.Target;
import org.meanfield.app.console.ThreadsOption;
import org.meanfield.app.console.Watched;
import org.meanfield.core.Comparison;
import org.meanfield.core.Platform;
import org.meanfield.tables.GridTable;
import org.meanfield.tables.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The squared Wasserstein distance of two clouds of points, of many pairs, or of a cloud and a
/// density.
@Command(
    name = "w2",
    description = {
      "W2² of two clouds of points, with a certified gap; of many pairs; of a cloud and a density.",
      "A point file has columns theta0… and, if wanted, weight."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield w2 a.csv b.csv",
      "  meanfield w2 a.csv b.csv --solver sinkhorn --set epsilon=0.01",
      "  meanfield w2 a.csv b.csv --solver sliced --set directions=1000",
      "  meanfield w2 a.csv b.csv --metric l2 --space euclidean --plan coupling.csv --json",
      "  meanfield w2 --pairs pairs.csv --threads 2",
      "  meanfield w2 a.csv --density uniform"
    })
public final class W2Command implements Callable<Integer> {
  /// Dimensions of a density in a file.
  private static final int MOST_DIMENSIONS = 3;

  private final Shell shell;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A.csv",
      description = "The points mass is moved from.")
  private @Nullable Path source;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B.csv",
      description = "The points mass is moved to.")
  private @Nullable Path target;

  @Option(
      names = "--pairs",
      paramLabel = "PAIRS.csv",
      description =
          "Many pairs at once, in the place of A.csv and B.csv: columns a, b name two point files"
              + " each, from the folder of this one.")
  private @Nullable Path pairs;

  @Option(
      names = "--density",
      paramLabel = "uniform|P.csv",
      description =
          "Move A.csv onto a density on the torus, d ≤ 3, instead of points: uniform, or columns"
              + " theta0…, density on a grid, as in a run's density.csv at one time.")
  private @Nullable String density;

  @Option(
      names = "--metric",
      paramLabel = "l1|l2",
      description = "Ground distance: l1, the paper's and the default, or l2.")
  private String metric = "l1";

  @Option(
      names = "--space",
      paramLabel = "torus|euclidean",
      description = "Angles on the torus, the default, or points of R^d.")
  private String space = "torus";

  @Option(
      names = "--solver",
      paramLabel = "ID",
      description =
          "A transport solver or a discrepancy of 'meanfield plugins'; where not said, exact, and"
              + " semi-discrete for a density.")
  private @Nullable String solver;

  @Option(
      names = "--set",
      paramLabel = "k=v",
      description = "A setting of the solver; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--plan",
      paramLabel = "P.csv",
      description = "Write the coupling: columns source, target, mass; points count from 0.")
  private @Nullable Path plan;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private JsonOption json = new JsonOption();

  public W2Command(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    requireFiles();
    Mistakes mistakes = new Mistakes();
    Optional<Metric> ground =
        mistakes.read(
            () -> Choices.of("--metric", metric, Map.of("l1", Metric.L1, "l2", Metric.L2)));
    Optional<IntFunction<Torus>> where =
        mistakes.read(() ->
            Choices.of(
                "--space", space, Map.of("torus", Torus::standard, "euclidean", Torus::euclidean)));
    Optional<Comparison> chosen =
        mistakes.read(() -> Refusal.orValue(shell.platform().get().comparison(id(), settings)));
    Optional<Integer> workers = mistakes.read(threads::count);
    mistakes.read(this::optionsFit);
    mistakes.read(this::planIsNew);
    chosen.ifPresent(comparison -> mistakes.read(() -> planIsPossible(comparison)));
    if (pairs != null) {
      Optional<W2Pairs> all = W2Pairs.read(pairs, mistakes, this::note);
      mistakes.refuse();
      return all.orElseThrow()
          .between(where.orElseThrow(), ground.orElseThrow())
          .compare(id(), chosen.orElseThrow(), workers.orElseThrow(), shell, json.isAsked());
    }
    Optional<EmpiricalMeasure> from = mistakes.read(() -> measure(source));
    return density == null
        ? clouds(mistakes, from, where, ground, chosen, workers)
        : density(mistakes, from, ground, chosen, workers);
  }

  private void requireFiles() {
    if (pairs == null && (source == null || (target == null && density == null))) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "name two point files, one and --density, or --pairs; %s is missing"
              .formatted(source == null ? "A.csv" : "B.csv"));
    }
  }

  private String id() {
    return solver != null ? solver : density != null ? "semi-discrete" : "exact";
  }

  private int clouds(
      Mistakes mistakes,
      Optional<EmpiricalMeasure> from,
      Optional<IntFunction<Torus>> where,
      Optional<Metric> ground,
      Optional<Comparison> chosen,
      Optional<Integer> workers)
      throws Refusal, IOException {
    Optional<EmpiricalMeasure> to = mistakes.read(() -> measure(target));
    if (from.isPresent() && to.isPresent()) {
      mistakes.read(() -> sameDimension(from.get(), to.get().dimension(), String.valueOf(target)));
    }
    mistakes.refuse();
    TransportProblem problem =
        new TransportProblem(
            from.orElseThrow(),
            to.orElseThrow(),
            where.orElseThrow().apply(from.orElseThrow().dimension()),
            ground.orElseThrow(),
            2,
            plan != null);
    return switch (chosen.orElseThrow()) {
      case Comparison.ByTransport(TransportSolver found) ->
          transport(
              Sides.of(problem),
              observer ->
                  platform()
                      .solve(found, List.of(problem), workers.orElseThrow(), observer)
                      .getFirst());
      case Comparison.ByDiscrepancy(Discrepancy found) -> discrepancy(found, problem);
    };
  }

  private int density(
      Mistakes mistakes,
      Optional<EmpiricalMeasure> from,
      Optional<Metric> ground,
      Optional<Comparison> chosen,
      Optional<Integer> workers)
      throws Refusal, IOException {
    String written = Objects.requireNonNull(density);
    Optional<DensityTarget> onto =
        mistakes.read(() ->
            written.equals("uniform")
                ? DensityTarget.uniform(from.map(EmpiricalMeasure::dimension).orElse(1))
                : new DensityTarget.Cells(
                    GridTable.read(Path.of(written), written, MOST_DIMENSIONS)));
    if (from.isPresent() && onto.isPresent()) {
      mistakes.read(() -> sameDimension(from.get(), onto.get().dimension(), written));
    }
    mistakes.refuse();
    DensityProblem problem =
        new DensityProblem(
            from.orElseThrow(),
            onto.orElseThrow(),
            ground.orElseThrow(),
            2,
            SolveContext.unwatched());
    return switch (chosen.orElseThrow()) {
      case Comparison.ByTransport(TransportSolver found) ->
          transport(
              Sides.of(problem),
              observer -> platform().solve(found, problem, workers.orElseThrow(), observer));
      case Comparison.ByDiscrepancy _ ->
          throw Refusal.of(
              Refusal.NOT_SERVED,
              "--density " + density,
              "'%s' compares two clouds; take 'semi-discrete', or points of the law"
                  .formatted(id()));
    };
  }

  private Platform platform() {
    return shell.platform().get();
  }

  private int discrepancy(Discrepancy discrepancy, TransportProblem problem) throws Refusal {
    long began = System.nanoTime();
    DiscrepancyResult result =
        discrepancy.between(problem.source(), problem.target(), problem.space(), problem.metric());
    double seconds = (System.nanoTime() - began) / 1e9;
    switch (result) {
      case DiscrepancyResult.NotMeasured(String reason) ->
          throw Refusal.of(Refusal.NOT_SERVED, "--solver " + id(), reason);
      case DiscrepancyResult.Measured found -> {
        DiscrepancyAnswer answer = new DiscrepancyAnswer(id(), Sides.of(problem), found, seconds);
        if (json.isAsked()) {
          Json.print(shell.out(), answer::document);
        } else {
          answer.page(shell.out());
        }
      }
    }
    return Status.DONE;
  }

  private int transport(Sides sides, Function<SolveObserver, TransportResult> solve)
      throws Refusal, IOException {
    long began = System.nanoTime();
    try (Watched watched = Watched.begin("w2", shell)) {
      TransportResult result = solve.apply(watched);
      double seconds = (System.nanoTime() - began) / 1e9;
      watched.wipe();
      if (result instanceof TransportResult.Refused(String reason)) {
        throw Refusal.of(Refusal.NOT_SERVED, "--solver " + id(), reason);
      }
      if (result instanceof TransportResult.Solved solved && plan != null) {
        write(solved.plan().orElseThrow(() -> new IllegalStateException("no plan was kept")), plan);
      }
      return tell(new W2Answer(id(), sides, result, seconds));
    }
  }

  private int tell(W2Answer answer) {
    if (json.isAsked()) {
      Json.print(shell.out(), answer::document);
    } else {
      answer.page(shell.out());
    }
    answer.reason().ifPresent(this::note);
    shell.out().flush();
    return answer.reason().isEmpty() ? Status.DONE : Status.FAILED;
  }

  private void note(String sentence) {
    shell.err().println("meanfield w2: " + sentence);
  }

  private EmpiricalMeasure measure(@Nullable Path file) throws BadInput {
    return PointFile.measure(Objects.requireNonNull(file), this::note);
  }

  private boolean sameDimension(EmpiricalMeasure from, int dimension, String other)
      throws BadInput {
    if (from.dimension() != dimension) {
      throw new BadInput(
          new Place(other, 1, 1),
          "the points have dimension %d, those of %s %d"
              .formatted(dimension, source, from.dimension()));
    }
    return true;
  }

  /// Options that take each other's place.
  private boolean optionsFit() throws Refusal {
    if (pairs != null && (source != null || density != null || plan != null)) {
      throw Refusal.of(
          "--pairs",
          "%s does not go with --pairs; leave one of them out"
              .formatted(source != null ? source : density != null ? "--density" : "--plan"));
    }
    if (density != null && (target != null || plan != null || !space.equals("torus"))) {
      throw Refusal.of(
          "--density",
          "%s does not go with --density; leave one of them out"
              .formatted(target != null ? target : plan != null ? "--plan" : "--space " + space));
    }
    return true;
  }

  private boolean planIsPossible(Comparison comparison) throws Refusal {
    if (plan != null && comparison instanceof Comparison.ByDiscrepancy) {
      throw Refusal.of(
          Refusal.NOT_SERVED,
          "--plan " + plan,
          "'%s' is no transport and has no coupling; take a transport solver, or leave --plan out"
              .formatted(id()));
    }
    return true;
  }

  private boolean planIsNew() throws Refusal {
    if (plan != null) {
      new Target("--plan", plan).requireNewFile();
    }
    return true;
  }

  private static void write(Coupling coupling, Path file) throws IOException {
    try (TableWriter table = TableWriter.to(file, "source", "target", "mass")) {
      for (int e = 0; e < coupling.size(); e++) {
        table.integer(coupling.source(e)).integer(coupling.target(e)).number(coupling.mass(e));
        table.endRow();
      }
      table.finish();
    }
  }
}
