package org.meanfield.app.circuit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.core.CircuitCase;
import org.meanfield.core.CircuitTiming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Times training steps of quantum circuits.
@Command(
    name = "circuits",
    description = {
      "Seconds and bytes of one training step on every exact backend that serves the circuit.",
      "A step is forward sums, residual and pull-back; the median of warm steps is told.",
      "* marks the backend that 'auto' chooses.",
      "10 000 experts, or as many as a step of 0.4 s takes; backends that would take the better"
          + " part of a minute a step are left out. All of it takes several minutes."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield bench circuits",
      "  meanfield bench circuits --template ring --qubits 4 --threads 1 --json",
      "  meanfield bench circuits --template ring --precision both"
    })
public final class CircuitBenchCommand implements Callable<Integer> {
  private static final int EXPERTS = 10_000;
  private static final String SINGLE = "single";
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final List<CircuitCase> TABLE = table();
  private static final Map<String, List<String>> PRECISIONS =
      Map.of(
          CircuitCase.DOUBLE,
          List.of(CircuitCase.DOUBLE),
          SINGLE,
          List.of(SINGLE),
          "both",
          List.of(CircuitCase.DOUBLE, SINGLE));

  private final Shell shell;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      description = "ring, line (data re-uploading) or heis (likewise) alone.")
  private @Nullable String template;

  @Option(names = "--qubits", paramLabel = "M", description = "Circuits of so many qubits alone.")
  private @Nullable Integer qubits;

  @Option(names = "--inputs", paramLabel = "N", description = "100 or 1000 inputs alone.")
  private @Nullable Integer inputs;

  @Option(names = "--backend", paramLabel = "ID", description = "One backend alone.")
  private @Nullable String backend;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "So many threads alone; one and all processors where not said.")
  private @Nullable Integer threads;

  @Option(
      names = "--precision",
      paramLabel = "WORD",
      description = "double, single or both; double where not said.",
      defaultValue = CircuitCase.DOUBLE)
  private String precision = CircuitCase.DOUBLE;

  @Option(
      names = "--no-scalar",
      description = "Leave out the plain loops, which run in a JVM without the Vector API.")
  private boolean vectorOnly;

  @Mixin private JsonOption json = new JsonOption();

  public CircuitBenchCommand(Shell shell) {
    this.shell = shell;
  }

  private static List<CircuitCase> table() {
    List<CircuitCase> table = new ArrayList<>();
    Map<Integer, Integer> layers = new TreeMap<>(Map.of(4, 2, 6, 3, 8, 4, 10, 4, 12, 4));
    for (int n : new int[] {100, 1000}) {
      layers.forEach(
          (m, l) -> table.add(new CircuitCase("ring", m, l, EXPERTS, n, CircuitCase.DOUBLE)));
    }
    table.add(new CircuitCase("line", 4, 2, EXPERTS, 100, CircuitCase.DOUBLE));
    table.add(new CircuitCase("line", 8, 4, EXPERTS, 100, CircuitCase.DOUBLE));
    table.add(new CircuitCase("heis", 4, 2, EXPERTS, 100, CircuitCase.DOUBLE));
    return List.copyOf(table);
  }

  @Override
  public Integer call() throws Refusal, IOException {
    if (!PRECISIONS.containsKey(precision)) {
      throw Refusal.of("--precision", "must be double, single or both, got " + precision);
    }
    List<CircuitCase> cases =
        TABLE.stream()
            .filter(one -> template == null || one.template().equals(template))
            .filter(one -> qubits == null || one.qubits() == qubits)
            .filter(one -> inputs == null || one.inputs() == inputs)
            .flatMap(one -> PRECISIONS.get(precision).stream().map(one::in))
            .toList();
    if (cases.isEmpty()) {
      List<String> asked = new ArrayList<>();
      add(asked, "--template", template);
      add(asked, "--qubits", qubits);
      add(asked, "--inputs", inputs);
      throw Refusal.of(
          String.join(" ", asked),
          "no circuit of the table is left; it has ring on 4, 6, 8, 10 and 12 qubits with 100 and"
              + " 1000 inputs, line on 4 and 8 and heis on 4 qubits with 100");
    }
    if (threads != null && (threads < 1 || threads > 4 * PROCESSORS)) {
      throw Refusal.of(
          "--threads",
          "must be an integer from 1 to %d, got %d".formatted(4 * PROCESSORS, threads));
    }
    List<Integer> counts =
        threads != null ? List.of(threads) : PROCESSORS > 1 ? List.of(1, PROCESSORS) : List.of(1);
    List<CircuitTiming> rows = new ArrayList<>();
    shell
        .platform()
        .get()
        .timeCircuits(
            cases,
            counts,
            name -> backend == null || backend.equals(name),
            row -> {
              rows.add(row);
              tell(row);
            });
    if (rows.isEmpty()) {
      throw Refusal.of(
          Refusal.UNKNOWN_SERVICE,
          "--backend",
          "no backend '%s' serves these circuits in bearable time; see 'meanfield plugins'"
              .formatted(backend));
    }
    Map<ScalarTwin.Key, Double> scalar =
        vectorOnly || !counts.contains(1) || !ScalarTwin.differs()
            ? Map.of()
            : ScalarTwin.seconds(arguments());
    if (json.isAsked()) {
      Json.printList(shell.out(), doc -> document(doc, rows, scalar));
    } else {
      page(rows, scalar);
    }
    return Status.DONE;
  }

  private void tell(CircuitTiming row) {
    if (shell.terminal().err()) {
      shell
          .err()
          .println(
              "%s m=%d n=%d %s, %s, %s: %s"
                  .formatted(
                      row.of().template(),
                      row.of().qubits(),
                      row.of().inputs(),
                      row.backend(),
                      row.of().precision(),
                      Figures.count(row.threads(), "thread"),
                      Figures.duration(row.stepSeconds())));
    }
  }

  /// The same cases on one thread, in the plain loops.
  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("bench", "circuits", "--json", "--no-scalar", "--threads", "1"));
    add(arguments, "--template", template);
    add(arguments, "--qubits", qubits);
    // What is gained hardly depends on the number of inputs.
    add(arguments, "--inputs", inputs == null ? Integer.valueOf(100) : inputs);
    add(arguments, "--backend", backend);
    add(arguments, "--precision", precision);
    return arguments;
  }

  private static void add(List<String> arguments, String option, @Nullable Object value) {
    if (value != null) {
      arguments.addAll(List.of(option, value.toString()));
    }
  }

  private void page(List<CircuitTiming> rows, Map<ScalarTwin.Key, Double> scalar) {
    Columns table =
        new Columns()
            .left("circuit")
            .right("m")
            .right("L")
            .right("inputs")
            .right("experts")
            .left("backend")
            .left("precision")
            .right("threads")
            .right("step")
            .right("each expert")
            .right("bytes")
            .right("plain loops");
    for (CircuitTiming row : rows) {
      Double plain = scalar.get(ScalarTwin.Key.of(row));
      table.row(
          row.of().template(),
          String.valueOf(row.of().qubits()),
          String.valueOf(row.of().layers()),
          String.valueOf(row.of().inputs()),
          String.valueOf(row.experts()),
          row.backend() + (row.chosen() ? " *" : ""),
          row.of().precision(),
          String.valueOf(row.threads()),
          Figures.duration(row.stepSeconds()),
          Figures.duration(row.stepSeconds() / row.experts()),
          Figures.bytes(row.bytesPerStep()),
          plain == null ? "" : "×%.2f".formatted(plain * row.experts() / row.stepSeconds()));
    }
    table.print(shell.out(), "");
    shell.out().println();
    Columns.paragraph(
        shell.out(),
        "",
        "step: forward sums, residual and pull-back, the median of warm steps; * what auto chooses;"
            + " bytes: what all threads allocated in a step"
            + (scalar.isEmpty()
                ? ""
                : "; plain loops: how many times longer an expert takes without the Vector API, on"
                    + " one thread"),
        shell.room());
  }

  private static void document(
      Json json, List<CircuitTiming> rows, Map<ScalarTwin.Key, Double> scalar) {
    for (CircuitTiming row : rows) {
      Double plain = scalar.get(ScalarTwin.Key.of(row));
      json.item(doc ->
          doc.field("template", row.of().template())
              .field("qubits", row.of().qubits())
              .field("layers", row.of().layers())
              .field("experts", row.experts())
              .field("inputs", row.of().inputs())
              .field("threads", row.threads())
              .field("backend", row.backend())
              .field("precision", row.of().precision())
              .field("chosen", row.chosen())
              .field("step_seconds", row.stepSeconds())
              .field("bytes_per_step", row.bytesPerStep())
              .field(
                  "plain_over_vector",
                  plain == null ? Double.NaN : plain * row.experts() / row.stepSeconds()));
    }
  }
}
