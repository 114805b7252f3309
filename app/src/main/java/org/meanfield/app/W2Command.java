package org.meanfield.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Place;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.Comparison;
import org.meanfield.tables.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The squared Wasserstein distance of two clouds of points.
@Command(
    name = "w2",
    description = {
      "W2² of two clouds of points, with a certified gap.",
      "A point file has columns theta0… and, if wanted, weight."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield w2 a.csv b.csv",
      "  meanfield w2 a.csv b.csv --solver sinkhorn --set epsilon=0.01",
      "  meanfield w2 a.csv b.csv --solver sliced --set directions=1000",
      "  meanfield w2 a.csv b.csv --metric l2 --space euclidean --plan coupling.csv --json"
    })
final class W2Command implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "A.csv", description = "The points mass is moved from.")
  private @Nullable Path source;

  @Parameters(index = "1", paramLabel = "B.csv", description = "The points mass is moved to.")
  private @Nullable Path target;

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
          "A transport solver or a discrepancy of 'meanfield plugins'; exact where not said.")
  private String solver = "exact";

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

  @Mixin private JsonOption json = new JsonOption();

  W2Command(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    Mistakes mistakes = new Mistakes();
    Optional<Metric> ground =
        mistakes.read(
            () -> Choices.of("--metric", metric, Map.of("l1", Metric.L1, "l2", Metric.L2)));
    Optional<IntFunction<Torus>> where =
        mistakes.read(() ->
            Choices.of(
                "--space", space, Map.of("torus", Torus::standard, "euclidean", Torus::euclidean)));
    Optional<Comparison> chosen =
        mistakes.read(() -> Refusal.orValue(shell.platform().get().comparison(solver, settings)));
    Optional<EmpiricalMeasure> from = mistakes.read(() -> measure(source));
    Optional<EmpiricalMeasure> to = mistakes.read(() -> measure(target));
    if (from.isPresent() && to.isPresent()) {
      mistakes.read(() -> sameDimension(from.get(), to.get()));
    }
    mistakes.read(this::planIsNew);
    chosen.ifPresent(comparison -> mistakes.read(() -> planIsPossible(comparison)));
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
      case Comparison.ByTransport(TransportSolver found) -> transport(found, problem);
      case Comparison.ByDiscrepancy(Discrepancy found) -> discrepancy(found, problem);
    };
  }

  private int discrepancy(Discrepancy discrepancy, TransportProblem problem) throws Refusal {
    long began = System.nanoTime();
    DiscrepancyResult result =
        discrepancy.between(problem.source(), problem.target(), problem.space(), problem.metric());
    double seconds = (System.nanoTime() - began) / 1e9;
    switch (result) {
      case DiscrepancyResult.NotMeasured(String reason) ->
          throw Refusal.of(Refusal.NOT_SERVED, "--solver " + solver, reason);
      case DiscrepancyResult.Measured found -> {
        DiscrepancyAnswer answer = new DiscrepancyAnswer(solver, problem, found, seconds);
        if (json.isAsked()) {
          Json.print(shell.out(), answer::document);
        } else {
          answer.page(shell.out());
        }
      }
    }
    return Status.DONE;
  }

  private int transport(TransportSolver found, TransportProblem problem)
      throws Refusal, IOException {
    long began = System.nanoTime();
    TransportResult result = found.solve(problem);
    double seconds = (System.nanoTime() - began) / 1e9;
    if (result instanceof TransportResult.Refused(String reason)) {
      throw Refusal.of(Refusal.NOT_SERVED, "--solver " + solver, reason);
    }
    if (result instanceof TransportResult.Solved solved && plan != null) {
      write(solved.plan().orElseThrow(() -> new IllegalStateException("no plan was kept")), plan);
    }
    return tell(new W2Answer(solver, problem, result, seconds));
  }

  private int tell(W2Answer answer) {
    if (json.isAsked()) {
      Json.print(shell.out(), answer::document);
    } else {
      answer.page(shell.out());
    }
    answer.reason().ifPresent(reason -> shell.err().println("meanfield w2: " + reason));
    return answer.reason().isEmpty() ? Status.DONE : Status.FAILED;
  }

  private EmpiricalMeasure measure(@Nullable Path file) throws BadInput {
    return PointFile.measure(
        Objects.requireNonNull(file), note -> shell.err().println("meanfield w2: " + note));
  }

  private boolean sameDimension(EmpiricalMeasure from, EmpiricalMeasure to) throws BadInput {
    if (from.dimension() != to.dimension()) {
      throw new BadInput(
          new Place(String.valueOf(target), 1, 1),
          "the points have dimension %d, those of %s %d"
              .formatted(to.dimension(), source, from.dimension()));
    }
    return true;
  }

  private boolean planIsPossible(Comparison comparison) throws Refusal {
    if (plan != null && comparison instanceof Comparison.ByDiscrepancy) {
      throw Refusal.of(
          Refusal.NOT_SERVED,
          "--plan " + plan,
          "'%s' is no transport and has no coupling; take a transport solver, or leave --plan out"
              .formatted(solver));
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
