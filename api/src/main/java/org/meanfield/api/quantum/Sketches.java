package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meanfield.api.quantum.Sketch.Kind;
import org.meanfield.api.quantum.Sketch.Mark;

/// How gates are drawn, and what had to be said below the picture.
final class Sketches {
  /// Longer texts widen a column more than they tell.
  private static final int LONGEST = 22;

  private final Map<String, String> generators = new LinkedHashMap<>();
  private final Map<Angle, String> angles = new LinkedHashMap<>();

  /// {@return what stands below, a line each}
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    generators.forEach((text, name) -> notes.add(name + " = " + text));
    angles.forEach((angle, name) -> notes.add(name + " = " + AngleText.of(angle)));
    return List.copyOf(notes);
  }

  Sketch of(Gate gate) {
    return switch (gate) {
      case Gate.Rotation(PauliString axis, Angle angle) -> rotation(axis, angle);
      case Gate.Evolution(PauliSum generator, Angle angle) -> evolution(generator, angle);
      case Gate.Named(StandardGate gateKind, List<Integer> on) -> named(gateKind, on);
      case Gate.Matrix(String label, Unitary _, List<Integer> on) ->
          block(Kind.FIXED, on, cut(visible(label)));
      case Gate.Noise(QuantumChannel channel, int q) -> box(Kind.NOISE, q, noise(channel));
    };
  }

  private static Kind kind(Angle angle) {
    return angle.trains() ? Kind.TRAINED : angle.encodes() ? Kind.DATA : Kind.FIXED;
  }

  private Sketch rotation(PauliString axis, Angle angle) {
    SortedMap<Integer, String> letters = new TreeMap<>();
    for (int q = 0; q < axis.qubits(); q++) {
      if (axis.at(q) != Pauli.I) {
        letters.put(q, axis.at(q).toString());
      }
    }
    if (letters.size() > 1) {
      return new Sketch.Block(kind(angle), letters, text(angle));
    }
    int q = letters.firstKey();
    return box(kind(angle), q, "R%s(%s)".formatted(axis.at(q), text(angle)));
  }

  private Sketch evolution(PauliSum generator, Angle angle) {
    Optional<ControlledTurn> controlled = ControlledTurn.of(generator);
    if (controlled.isEmpty()) {
      String name =
          generators.computeIfAbsent(
              generator.toString(), _ -> "G" + AngleText.subscript(generators.size() + 1));
      return acrossAll(generator, kind(angle), "%s(%s)".formatted(name, text(angle)));
    }
    ControlledTurn turn = controlled.get();
    Angle whole = angle.times(turn.scale());
    if (turn.controls().isEmpty()) {
      return rotation(turn.target(), whole);
    }
    SortedMap<Integer, Mark> marks = new TreeMap<>();
    turn.controls().forEach((q, one) -> marks.put(q, new Mark.Dot(one)));
    int target = turn.target().isIdentity() ? marks.lastKey() : onlyQubit(turn.target());
    String name = turn.target().isIdentity() ? "P" : "R" + turn.target().at(target);
    marks.put(target, new Mark.Box("%s(%s)".formatted(name, text(whole))));
    return new Sketch.Linked(kind(angle), marks);
  }

  private static int onlyQubit(PauliString string) {
    long bit = string.x() | string.z();
    return string.qubits() - 1 - Long.numberOfTrailingZeros(bit);
  }

  private static Sketch acrossAll(PauliSum generator, Kind kind, String label) {
    SortedMap<Integer, String> ports = new TreeMap<>();
    for (PauliSum.Term term : generator.terms()) {
      for (int q = 0; q < generator.qubits(); q++) {
        if (term.string().at(q) != Pauli.I) {
          ports.put(q, "");
        }
      }
    }
    // A multiple of the identity turns nothing but the phase: a box on the first wire.
    return ports.size() > 1
        ? new Sketch.Block(kind, ports, label)
        : box(kind, ports.isEmpty() ? 0 : ports.firstKey(), label);
  }

  private static Sketch named(StandardGate gate, List<Integer> on) {
    SortedMap<Integer, Mark> marks = new TreeMap<>();
    int last = on.getLast();
    switch (gate) {
      case X, Y, Z, H, S, T -> marks.put(last, new Mark.Box(gate.name()));
      case SDG -> marks.put(last, new Mark.Box("S†"));
      case TDG -> marks.put(last, new Mark.Box("T†"));
      case SX -> marks.put(last, new Mark.Box("√X"));
      case SXDG -> marks.put(last, new Mark.Box("√X†"));
      case CX, CCX -> marks.put(last, new Mark.Plus());
      case CY -> marks.put(last, new Mark.Box("Y"));
      case CH -> marks.put(last, new Mark.Box("H"));
      case CZ, CCZ -> marks.put(last, new Mark.Dot(true));
      case SWAP, CSWAP -> {
        marks.put(last, new Mark.Cross());
        marks.put(on.get(on.size() - 2), new Mark.Cross());
      }
      case ISWAP -> {
        return block(Kind.FIXED, on, "iSWAP");
      }
    }
    on.forEach(q -> marks.putIfAbsent(q, new Mark.Dot(true)));
    return new Sketch.Linked(Kind.FIXED, marks);
  }

  private static Sketch block(Kind kind, List<Integer> on, String label) {
    if (on.size() == 1) {
      return box(kind, on.getFirst(), label);
    }
    SortedMap<Integer, String> ports = new TreeMap<>();
    for (int place = 0; place < on.size(); place++) {
      ports.put(on.get(place), String.valueOf(place));
    }
    return new Sketch.Block(kind, ports, label);
  }

  private static Sketch box(Kind kind, int q, String label) {
    return new Sketch.Linked(kind, new TreeMap<>(Map.of(q, new Mark.Box(label))));
  }

  private String text(Angle angle) {
    String text = AngleText.of(angle);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : angles.computeIfAbsent(angle, _ -> "φ" + AngleText.subscript(angles.size() + 1));
  }

  private static String noise(QuantumChannel channel) {
    return switch (channel) {
      case QuantumChannel.AmplitudeDamping(double gamma) -> "damp " + AngleText.rounded(gamma);
      case QuantumChannel.Flip(double x, double y, double z) -> {
        if (x == y && y == z) {
          yield "depol " + AngleText.rounded(4 * x);
        } else if (x == 0 && y == 0) {
          yield "dephase " + AngleText.rounded(z);
        } else if (y == 0 && z == 0) {
          yield "flip " + AngleText.rounded(x);
        }
        yield "X %s, Y %s, Z %s"
            .formatted(AngleText.rounded(x), AngleText.rounded(y), AngleText.rounded(z));
      }
    };
  }

  private static String visible(String label) {
    StringBuilder text = new StringBuilder();
    label.codePoints().forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return text.isEmpty() ? "U" : text.toString();
  }

  private static String cut(String label) {
    return label.codePointCount(0, label.length()) <= LONGEST
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
