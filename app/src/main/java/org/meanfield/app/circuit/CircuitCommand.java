package org.meanfield.app.circuit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.BadInput;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.CircuitDrawing;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.app.console.Assumption;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.NewFile;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.StudyArguments;
import org.meanfield.app.console.Target;
import org.meanfield.core.Answer;
import org.meanfield.core.CircuitView;
import org.meanfield.core.Platform;
import org.meanfield.qasm.QasmCircuit;
import org.meanfield.qasm.QasmReader;
import org.meanfield.qasm.QasmWriter;
import org.meanfield.qasm.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows the circuit of a study's expert.
@Command(
    name = "circuit",
    description = {
      "The circuit of the study's expert, or of an OpenQASM file, as a picture, and what follows from it.",
      "Of a file FILE.qasm, --set changes the circuit expert's own settings, such as observable."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield circuit studies/digits.yaml",
      "  meanfield circuit studies/digits.yaml --set expert.template=heis --svg heis.svg",
      "  meanfield circuit studies/digits.yaml --qasm ring.qasm",
      "  meanfield circuit studies/ansatz.qasm --set observable=Z0 --set period=keep"
    })
public final class CircuitCommand implements Callable<Integer> {
  private static final int SVG_WIDTH = 1200;

  private final Shell shell;

  @Mixin private StudyArguments study = new StudyArguments();

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write the picture as an SVG document.")
  private @Nullable Path svg;

  @Option(names = "--qasm", paramLabel = "FILE", description = "Write the circuit as OpenQASM 3.")
  private @Nullable Path qasm;

  @Mixin private JsonOption json = new JsonOption();

  public CircuitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    Mistakes mistakes = new Mistakes();
    mistakes.read(this::filesAreNew);
    var view = mistakes.read(() -> Refusal.orValue(shown()));
    mistakes.refuse();
    CircuitView circuit = view.orElseThrow();
    if (qasm != null) {
      NewFile.write(qasm, qasm(circuit.circuit()));
    }
    if (svg != null) {
      NewFile.write(svg, CircuitDrawing.of(circuit.circuit()).svg(SVG_WIDTH));
    }
    if (json.isAsked()) {
      Json.print(shell.out(), doc -> document(doc, circuit));
    } else {
      page(shell.out(), circuit);
    }
    return Status.DONE;
  }

  private Answer<CircuitView> shown() {
    Platform platform = shell.platform().get();
    Path file = study.file();
    return file.toString().endsWith(".qasm")
        ? platform.circuit(file, study.changes(), inputs(file))
        : platform.circuit(study.source());
  }

  /// {@return how many inputs a file declares, features and parameters together, which are enough
  /// features; 1 if it cannot be read, which the expert then says}
  private static int inputs(Path file) {
    try {
      QasmCircuit read = QasmReader.read(file, Roles.byName());
      return Math.max(1, read.parameters().size() + read.inputs().size());
    } catch (BadInput e) {
      return 1;
    }
  }

  private boolean filesAreNew() throws Refusal {
    if (svg != null) {
      new Target("--svg", svg).requireNewFile();
    }
    if (qasm != null) {
      new Target("--qasm", qasm).requireNewFile();
      if (svg != null
          && svg.toAbsolutePath().normalize().equals(qasm.toAbsolutePath().normalize())) {
        throw Refusal.of("--qasm", "'%s' is the picture's file too; name another".formatted(qasm));
      }
    }
    return true;
  }

  private static String qasm(Circuit circuit) throws Refusal {
    try {
      return QasmWriter.write(circuit);
    } catch (BadInput input) {
      throw Refusal.of(Refusal.NOT_SERVED, "--qasm", input.sentence());
    }
  }

  private void page(PrintWriter out, CircuitView view) {
    Circuit circuit = view.circuit();
    CircuitDrawing.of(circuit).text(shell.room()).lines().forEach(out::println);
    out.println();
    Columns facts = new Columns().left("").left("");
    facts.row(
        "circuit",
        "%s, %s, %s, depth %d%s"
            .formatted(
                Figures.count(circuit.qubits(), "qubit"),
                Figures.count(circuit.parameters(), "parameter"),
                Figures.count(view.gates(), "gate"),
                view.depth(),
                view.channels() == 0
                    ? ""
                    : ", " + Figures.count(view.channels(), "noise channel")));
    facts.row("observable", view.observable().toString());
    facts.row("features", features(circuit));
    names(facts, "θ in the file", "θ", view.parameterNames());
    names(facts, "x in the file", "x", view.inputNames());
    facts.row("expert", view.expert());
    facts.row("light cone", cone(view));
    facts.row("A1", Assumption.of(view.regularity()));
    facts.print(out, shell.room());
    if (!view.parameters().isEmpty()) {
      out.println();
      parameters(view.parameters()).print(out, shell.room());
    }
  }

  /// What the drawing's numbers are called in the circuit's source.
  private static void names(Columns facts, String title, String letter, List<String> names) {
    if (!names.isEmpty()) {
      facts.row(
          title,
          IntStream.range(0, names.size())
              .mapToObj(k -> letter + k + " " + names.get(k))
              .collect(Collectors.joining(", ")));
    }
  }

  private static String features(Circuit circuit) {
    if (circuit.elementary().stream().noneMatch(CircuitCommand::encodes)) {
      return "none enters";
    }
    return circuit.encodesFirst()
        ? "all enter before the first parameter, so inputs share the work"
        : "some enter after a parameter (data re-uploading)";
  }

  private static boolean encodes(Elementary step) {
    return step instanceof Elementary.Rotation(_, Elementary.Drive drive) && drive.encodes();
  }

  private static String cone(CircuitView view) {
    int qubits = view.circuit().qubits();
    long reached = view.parameters().stream().filter(CircuitView.Parameter::inCone).count();
    String all =
        view.coneQubits().size() == qubits
            ? "all qubits"
            : "qubits %s of 0–%d".formatted(ranges(view.coneQubits(), ""), qubits - 1);
    int parameters = view.parameters().size();
    return reached == parameters
        ? all + ", all parameters"
        : "%s, %d of %d parameters; the others have no effect".formatted(all, reached, parameters);
  }

  /// Parameters with the same facts stand in one line.
  private static Columns parameters(List<CircuitView.Parameter> all) {
    Columns table =
        new Columns().left("parameters").left("scales").left("period").left("A1: period 2π");
    List<CircuitView.Parameter> kinds = all.stream().distinct().toList();
    for (CircuitView.Parameter kind : kinds) {
      List<Integer> those =
          IntStream.range(0, all.size()).filter(k -> all.get(k).equals(kind)).boxed().toList();
      table.row(ranges(those, "θ"), scales(kind.scales()), period(kind.period()), verdict(kind));
    }
    return table;
  }

  private static String scales(List<Double> scales) {
    return scales.isEmpty() ? "–" : String.join(", ", scales.stream().map(Figures::plain).toList());
  }

  private static String period(double period) {
    if (period == 0) {
      return "any";
    }
    double turns = period / (2 * Math.PI);
    if (Double.isInfinite(turns)) {
      return "none";
    }
    double halves = Math.rint(2 * turns);
    return Math.abs(2 * turns - halves) < 1e-9 && halves > 0
        ? (halves == 1 ? "π" : Figures.plain(halves) + "π")
        : Figures.plain(2 * turns) + "π";
  }

  private static String verdict(CircuitView.Parameter parameter) {
    return (parameter.periodic() ? "holds" : "broken")
        + (parameter.inCone() ? "" : "; no effect")
        + (parameter.scales().size() > 1
            ? "; drives %d rotations".formatted(parameter.scales().size())
            : "");
  }

  /// {@return such as `θ0–θ3, θ7`}
  private static String ranges(List<Integer> numbers, String prefix) {
    BitSet set = new BitSet();
    numbers.forEach(set::set);
    StringBuilder text = new StringBuilder();
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int end = set.nextClearBit(from);
      text.append(text.isEmpty() ? "" : ", ").append(prefix).append(from);
      if (end > from + 1) {
        text.append("–").append(prefix).append(end - 1);
      }
      from = set.nextSetBit(end);
    }
    return text.toString();
  }

  private static void document(Json json, CircuitView view) {
    Circuit circuit = view.circuit();
    json.field("name", view.name())
        .field("qubits", circuit.qubits())
        .field("d", circuit.parameters())
        .field("gates", view.gates())
        .field("channels", view.channels())
        .field("rotations", circuit.elementary().size())
        .field("depth", view.depth())
        .field("observable", view.observable().toString())
        .field("expert", view.expert())
        .field("encodes_first", circuit.encodesFirst())
        .field("noisy", circuit.isNoisy())
        .list("cone", () -> view.coneQubits().forEach(json::number))
        .field("a1", Assumption.of(view.regularity()))
        .objects(
            "parameters",
            view.parameters(),
            parameter ->
                json.list("scales", () -> parameter.scales().forEach(json::number))
                    .field("period", parameter.period())
                    .field("periodic", parameter.periodic())
                    .field("in_cone", parameter.inCone()))
        .texts("parameter_names", view.parameterNames())
        .texts("input_names", view.inputNames())
        .field("drawing", CircuitDrawing.of(circuit).toString());
  }
}
