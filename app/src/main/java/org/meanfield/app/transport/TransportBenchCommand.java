package org.meanfield.app.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.ThreadsOption;
import org.meanfield.core.TransportCase;
import org.meanfield.core.TransportTiming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Times transport problems.
@Command(
    name = "transport",
    description = {
      "Seconds of transport between random clouds, cost (Σ|Δ|)² on the torus, on all threads.",
      "first: in this process, with compilers at work; warm: the median of later solves.",
      "All of it takes some two minutes; --large adds clouds of 100 000 points, minutes more."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield bench transport",
      "  meanfield bench transport --clouds weighted --dimension 2 --threads 1 --json"
    })
public final class TransportBenchCommand implements Callable<Integer> {
  private static final String UNIFORM = "uniform";
  private static final String CLUSTERED = "clustered";
  private static final String WEIGHTED = "weighted";
  private static final String EXACT = "exact";

  private final Shell shell;

  @Option(
      names = "--clouds",
      paramLabel = "NAME",
      description = "uniform, clustered or weighted clouds alone.")
  private @Nullable String clouds;

  @Option(names = "--dimension", paramLabel = "D", description = "Clouds in R^D alone.")
  private @Nullable Integer dimension;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Clouds of at most so many points alone.")
  private int points = Integer.MAX_VALUE;

  @Option(names = "--solver", paramLabel = "ID", description = "exact, circle or sinkhorn alone.")
  private @Nullable String solver;

  @Option(names = "--large", description = "Clouds of 100 000 points too.")
  private boolean large;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private JsonOption json = new JsonOption();

  public TransportBenchCommand(Shell shell) {
    this.shell = shell;
  }

  private List<TransportCase> table() {
    List<TransportCase> table = new ArrayList<>();
    for (int n : new int[] {1000, 5000, 10_000}) {
      for (int d : new int[] {2, 5, 8}) {
        table.add(new TransportCase(UNIFORM, n, n, d, EXACT, 0));
      }
    }
    for (String kind : List.of(CLUSTERED, WEIGHTED)) {
      for (int d : new int[] {2, 5, 8}) {
        table.add(new TransportCase(kind, 10_000, 10_000, d, EXACT, 0));
      }
    }
    for (int d : new int[] {2, 5, 8}) {
      table.add(new TransportCase(WEIGHTED, 2000, 8000, d, EXACT, 0));
    }
    for (int n : new int[] {10_000, 100_000, 1_000_000}) {
      table.add(new TransportCase(UNIFORM, n, n, 1, "circle", 0));
    }
    table.add(new TransportCase(UNIFORM, 5000, 5000, 2, "sinkhorn", 0.05));
    table.add(new TransportCase(UNIFORM, 5000, 5000, 5, "sinkhorn", 0.005));
    if (large) {
      for (String kind : List.of(UNIFORM, WEIGHTED)) {
        table.add(new TransportCase(kind, 100_000, 100_000, 2, EXACT, 0));
      }
    }
    return table;
  }

  @Override
  public Integer call() throws Refusal {
    int workers = threads.count();
    List<TransportCase> cases =
        table().stream()
            .filter(one -> clouds == null || one.clouds().equals(clouds))
            .filter(one -> dimension == null || one.dimension() == dimension)
            .filter(one -> solver == null || one.solver().equals(solver))
            .filter(one -> one.sources() <= points && one.targets() <= points)
            .toList();
    if (cases.isEmpty()) {
      throw Refusal.of(
          "bench transport",
          "no problem of the table is left; it has uniform, clustered and weighted clouds of 1000 to"
              + " 10000 points in 2, 5 and 8 dimensions for exact, uniform ones of up to 1000000 in"
              + " one for circle, and of 5000 in 2 and 5 for sinkhorn");
    }
    List<TransportTiming> rows = new ArrayList<>();
    shell
        .platform()
        .get()
        .timeTransport(
            cases,
            workers,
            row -> {
              rows.add(row);
              tell(row);
            });
    if (json.isAsked()) {
      Json.printList(shell.out(), doc -> rows.forEach(row -> document(doc, row)));
    } else {
      page(rows);
    }
    return Status.DONE;
  }

  private void tell(TransportTiming row) {
    if (shell.terminal().err()) {
      shell
          .err()
          .println(
              "%s %s, d=%d, %s: %s"
                  .formatted(
                      row.of().clouds(),
                      sizes(row),
                      row.of().dimension(),
                      row.of().solver(),
                      Figures.duration(row.seconds())));
    }
  }

  private static String sizes(TransportTiming row) {
    return row.of().sources() == row.of().targets()
        ? String.valueOf(row.of().sources())
        : row.of().sources() + " × " + row.of().targets();
  }

  private void page(List<TransportTiming> rows) {
    Columns table =
        new Columns()
            .left("clouds")
            .right("points")
            .right("d")
            .left("solver")
            .right("first")
            .right("warm")
            .right("iterations")
            .right("W2²")
            .right("gap");
    for (TransportTiming row : rows) {
      table.row(
          row.of().clouds(),
          sizes(row),
          String.valueOf(row.of().dimension()),
          row.of().solver()
              + (row.of().epsilon() > 0 ? " " + Figures.number(row.of().epsilon()) : ""),
          Figures.duration(row.firstSeconds()),
          Figures.duration(row.seconds()),
          String.valueOf(row.iterations()),
          Figures.number(row.cost()),
          String.format(Locale.ROOT, "%.0e", row.gap()));
    }
    table.print(shell.out(), "");
  }

  private static void document(Json json, TransportTiming row) {
    json.item(doc ->
        doc.field("clouds", row.of().clouds())
            .field("n", row.of().sources())
            .field("m", row.of().targets())
            .field("d", row.of().dimension())
            .field("solver", row.of().solver())
            .field("epsilon", row.of().epsilon() > 0 ? row.of().epsilon() : Double.NaN)
            .field("threads", row.threads())
            .field("first_seconds", row.firstSeconds())
            .field("seconds", row.seconds())
            .field("w2_squared", row.cost())
            .field("gap", row.gap())
            .field("iterations", row.iterations()));
  }
}
