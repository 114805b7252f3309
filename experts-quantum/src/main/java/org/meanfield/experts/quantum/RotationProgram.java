package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;

/// A circuit and its observable without Clifford gates: f = ⟨0|R₁†…R_K† O′ R_K…R₁|0⟩ with Pauli
/// rotations R alone.
///
/// With C the product of the fixed rotations by multiples of π/2 before a rotation R_P, R_P C = C
/// R_{C†PC}: all Clifford gates move to the end and into the observable, O′ = C†OC. Strings stay
/// strings, so this costs nothing at run time.
///
/// Rotations that f does not depend on are left out: those that commute with O′ and with every
/// later rotation that is kept. That is the light cone of the observable and more (such as a last
/// layer of RZ before a measurement of Z).
///
/// **Reference.** D. Gottesman, *The Heisenberg representation of quantum computers*,
/// arXiv:quant-ph/9807006 (1998), section 3.
final class RotationProgram {
  /// exp(−i·angle·(±P)/2).
  ///
  /// @param axis ±P
  /// @param drive what turns it
  record Rotation(SignedPauli axis, Drive drive) {
    boolean commutesWith(Rotation other) {
      return axis.string().commutesWith(other.axis.string());
    }
  }

  /// A rotation exp(−iπtA/4), which maps strings to strings.
  private record Clifford(PauliString axis, int turns) {}

  /// Angles this near to a multiple of π/2, in units of π/2, differ from it by rounding alone.
  private static final double ROUNDING = 1e-15;

  private final int qubits;
  private final int parameters;
  private final List<Rotation> rotations;
  private final PauliSum observable;

  private RotationProgram(
      int qubits, int parameters, List<Rotation> rotations, PauliSum observable) {
    this.qubits = qubits;
    this.parameters = parameters;
    this.rotations = List.copyOf(rotations);
    this.observable = observable;
  }

  /// {@return the program of a circuit}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  static RotationProgram of(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits, the observable %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
    List<Clifford> cliffords = new ArrayList<>();
    List<Rotation> rotations = new ArrayList<>();
    for (Elementary step : circuit.elementary()) {
      switch (step) {
        case Elementary.Rotation(PauliString axis, Drive drive) -> {
          OptionalInt turns = quarterTurns(drive);
          if (turns.isPresent()) {
            cliffords.add(new Clifford(axis, turns.getAsInt()));
          } else {
            rotations.add(new Rotation(through(cliffords, axis), drive));
          }
        }
        case Elementary.Disturbance(QuantumChannel channel, int qubit) ->
            throw new IllegalArgumentException(
                "noise (%s on qubit %d) has no rotations".formatted(channel, qubit));
      }
    }
    List<PauliSum.Term> terms = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      SignedPauli moved = through(cliffords, term.string());
      terms.add(new PauliSum.Term(moved.sign() * term.coefficient(), moved.string()));
    }
    PauliSum moved = PauliSum.of(terms);
    return new RotationProgram(
        circuit.qubits(), circuit.parameters(), needed(rotations, moved), moved);
  }

  /// The number of quarter turns of a constant angle that is a multiple of π/2 up to rounding.
  private static OptionalInt quarterTurns(Drive drive) {
    if (!(drive instanceof Drive.Data(Encoding encoding)) || !encoding.isConstant()) {
      return OptionalInt.empty();
    }
    double turns = encoding.constant() / (Math.PI / 2);
    double whole = Math.rint(turns);
    return Math.abs(turns - whole) < ROUNDING
        ? OptionalInt.of(Math.floorMod((long) whole, 4))
        : OptionalInt.empty();
  }

  /// C†PC for C = C_k…C_1: the last gate is nearest to P.
  private static SignedPauli through(List<Clifford> cliffords, PauliString string) {
    SignedPauli pauli = new SignedPauli(string, 1);
    for (Clifford clifford : cliffords.reversed()) {
      pauli = pauli.throughQuarterTurns(clifford.axis(), clifford.turns());
    }
    return pauli;
  }

  private static List<Rotation> needed(List<Rotation> rotations, PauliSum observable) {
    List<Rotation> kept = new ArrayList<>();
    for (Rotation rotation : rotations.reversed()) {
      boolean inert =
          observable.terms().stream()
                  .allMatch(t -> t.string().commutesWith(rotation.axis().string()))
              && kept.stream().allMatch(rotation::commutesWith);
      if (!inert) {
        kept.add(rotation);
      }
    }
    return kept.reversed();
  }

  /// {@return m}
  int qubits() {
    return qubits;
  }

  /// {@return the number of parameters d of the circuit, those that f does not depend on included}
  int parameters() {
    return parameters;
  }

  /// {@return R₁ … R_K, in the order they act}
  List<Rotation> rotations() {
    return rotations;
  }

  /// {@return O′}
  PauliSum observable() {
    return observable;
  }
}
