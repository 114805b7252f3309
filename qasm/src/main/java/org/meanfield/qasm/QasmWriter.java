package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meanfield.api.BadInput;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.StandardGate;

/// Writes circuits as OpenQASM 3 that any tool with `stdgates.inc` reads: parameters as the input
/// array `theta`, features as `x`, rotations about Pauli strings as definitions of their own, other
/// evolutions string by string, matrices by their decomposition. Phases of the whole state are not
/// kept.
public final class QasmWriter {
  /// What `stdgates.inc` does not have.
  private static final Map<StandardGate, String> OTHERWISE =
      Map.of(StandardGate.SXDG, "inv @ sx", StandardGate.CCZ, "ctrl @ cz");

  private static final String ISWAP = "gate iswap a, b { s a; s b; h a; cx a, b; cx b, a; h b; }\n";

  private final Circuit circuit;
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private int features;

  private QasmWriter(Circuit circuit) {
    this.circuit = circuit;
  }

  /// {@return a circuit as OpenQASM 3}
  ///
  /// @param circuit without noise
  /// @throws BadInput if there is noise, which OpenQASM has no word for
  public static String write(Circuit circuit) throws BadInput {
    return new QasmWriter(circuit).text();
  }

  private String text() throws BadInput {
    for (Gate gate : circuit.gates()) {
      append(gate);
    }
    StringBuilder text = new StringBuilder("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n\n");
    if (circuit.parameters() > 0) {
      text.append("input array[float[64], %d] theta;\n".formatted(circuit.parameters()));
    }
    if (features > 0) {
      text.append("input array[float[64], %d] x;\n".formatted(features));
    }
    text.append("qubit[%d] q;\n\n".formatted(circuit.qubits()));
    definitions.values().forEach(text::append);
    return text.append(definitions.isEmpty() ? "" : "\n").append(body).toString();
  }

  private void append(Gate gate) throws BadInput {
    switch (gate) {
      case Gate.Rotation(PauliString axis, Angle angle) -> rotation(axis, angle);
      case Gate.Evolution(PauliSum generator, Angle angle) -> evolution(generator, angle);
      case Gate.Named(StandardGate kind, List<Integer> on) -> named(kind, on);
      case Gate.Matrix matrix -> matrix(matrix);
      case Gate.Noise(_, int qubit) ->
          throw new BadInput(
              "the circuit has noise on qubit %d, which OpenQASM has no word for; write the circuit without noise"
                  .formatted(qubit));
    }
  }

  private void named(StandardGate kind, List<Integer> on) {
    if (kind == StandardGate.ISWAP) {
      definitions.put(kind.word(), ISWAP);
    }
    line(OTHERWISE.getOrDefault(kind, kind.word()), on);
  }

  private void matrix(Gate.Matrix gate) {
    List<Elementary> steps = Circuit.on(circuit.qubits()).add(gate).build().elementary();
    body.append("// ").append(gate.label().replaceAll("\\R", " ")).append('\n');
    for (Elementary step : steps) {
      if (step
          instanceof
          Elementary.Rotation(PauliString axis, Elementary.Drive.Data(Encoding encoding))) {
        rotation(axis, Angle.of(encoding));
      }
    }
  }

  /// Controlled rotations and phases under the names they have, others as one rotation per string:
  /// the strings commute.
  private void evolution(PauliSum generator, Angle angle) {
    List<PauliSum.Term> terms =
        generator.terms().stream()
            .filter(t -> !t.string().isIdentity() && t.coefficient() != 0)
            .toList();
    if (!isControlledRotation(terms, angle) && !isControlledPhase(terms, angle)) {
      terms.forEach(t -> rotation(t.string(), angle.times(t.coefficient())));
    }
  }

  /// ½P − ½Z_cP with one letter P.
  private boolean isControlledRotation(List<PauliSum.Term> terms, Angle angle) {
    if (terms.size() != 2
        || terms.get(0).coefficient() != 0.5
        || terms.get(1).coefficient() != -0.5) {
      return false;
    }
    List<Integer> one = support(terms.get(0).string());
    List<Integer> both = support(terms.get(1).string());
    if (one.size() != 1 || both.size() != 2 || !both.contains(one.getFirst())) {
      return false;
    }
    int target = one.getFirst();
    int control = both.get(0) == target ? both.get(1) : both.get(0);
    Pauli letter = terms.get(0).string().at(target);
    if (terms.get(1).string().at(control) != Pauli.Z
        || terms.get(1).string().at(target) != letter) {
      return false;
    }
    line("cr" + lower(letter) + "(" + written(angle) + ")", List.of(control, target));
    return true;
  }

  /// ½Z_a + ½Z_b − ½Z_aZ_b: diag(1, 1, 1, e^{i·angle}) up to a phase.
  private boolean isControlledPhase(List<PauliSum.Term> terms, Angle angle) {
    if (terms.size() != 3) {
      return false;
    }
    List<Integer> on =
        terms.stream().flatMap(t -> support(t.string()).stream()).distinct().sorted().toList();
    if (on.size() != 2) {
      return false;
    }
    PauliString one = PauliString.identity(circuit.qubits());
    Map<PauliString, Double> wanted =
        Map.of(
            one.with(on.get(0), Pauli.Z), 0.5,
            one.with(on.get(1), Pauli.Z), 0.5,
            one.with(on.get(0), Pauli.Z).with(on.get(1), Pauli.Z), -0.5);
    Map<PauliString, Double> given =
        terms.stream().collect(Collectors.toMap(PauliSum.Term::string, PauliSum.Term::coefficient));
    if (!given.equals(wanted)) {
      return false;
    }
    line("cp(" + written(angle) + ")", on);
    return true;
  }

  private void rotation(PauliString axis, Angle angle) {
    List<Integer> on = support(axis);
    String letters = on.stream().map(q -> lower(axis.at(q))).collect(Collectors.joining());
    if (on.size() > 1) {
      definitions.computeIfAbsent("r" + letters, name -> definition(name, letters));
    }
    line("r" + letters + "(" + written(angle) + ")", on);
  }

  /// exp(−i·a·P/2): each letter turned to Z, the parity gathered on the last qubit, all undone.
  private static String definition(String name, String letters) {
    int last = letters.length() - 1;
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int q = 0; q <= last; q++) {
      switch (letters.charAt(q)) {
        // H·Z·H = X
        case 'x' -> {
          before.add("h q%d;".formatted(q));
          after.add("h q%d;".formatted(q));
        }
        // RX(−π/2)·Z·RX(π/2) = Y
        case 'y' -> {
          before.add("sx q%d;".formatted(q));
          after.add("inv @ sx q%d;".formatted(q));
        }
        default -> {}
      }
    }
    List<String> ladder =
        IntStream.range(0, last).mapToObj(q -> "cx q%d, q%d;".formatted(q, q + 1)).toList();
    List<String> all = new ArrayList<>(before);
    all.addAll(ladder);
    all.add("rz(a) q%d;".formatted(last));
    all.addAll(ladder.reversed());
    all.addAll(after);
    String qubits =
        IntStream.rangeClosed(0, last).mapToObj(q -> "q" + q).collect(Collectors.joining(", "));
    return "gate %s(a) %s { %s }\n".formatted(name, qubits, String.join(" ", all));
  }

  private static List<Integer> support(PauliString string) {
    return IntStream.range(0, string.qubits())
        .filter(q -> string.at(q) != Pauli.I)
        .boxed()
        .toList();
  }

  private static String lower(Pauli letter) {
    return switch (letter) {
      case I -> "i";
      case X -> "x";
      case Y -> "y";
      case Z -> "z";
    };
  }

  private void line(String gate, List<Integer> on) {
    body.append(gate)
        .append(' ')
        .append(on.stream().map(q -> "q[" + q + "]").collect(Collectors.joining(", ")))
        .append(";\n");
  }

  /// The angle as an expression that reads back to the same numbers.
  private String written(Angle angle) {
    StringBuilder text = new StringBuilder();
    for (Angle.Share share : angle.shares()) {
      add(text, share.scale(), "theta[" + share.parameter() + "]");
    }
    for (Encoding.Monomial m : angle.encoding().monomials()) {
      m.features().forEach(i -> features = Math.max(features, i + 1));
      add(
          text,
          m.coefficient(),
          m.features().stream().map(i -> "x[" + i + "]").collect(Collectors.joining("*")));
    }
    double constant = angle.encoding().constant();
    if (constant != 0 || text.isEmpty()) {
      boolean negative = Math.copySign(1, constant) < 0;
      text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
      text.append(number(Math.abs(constant)));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, double factor, String product) {
    text.append(text.isEmpty() ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ");
    text.append(Math.abs(factor) == 1 ? "" : number(Math.abs(factor)) + "*").append(product);
  }

  /// Fractions of π where they are the same double.
  private static String number(double positive) {
    for (int divisor = 1; divisor <= 8; divisor *= 2) {
      if (positive == Math.PI / divisor) {
        return divisor == 1 ? "pi" : "pi/" + divisor;
      }
    }
    return Double.toString(positive);
  }
}
