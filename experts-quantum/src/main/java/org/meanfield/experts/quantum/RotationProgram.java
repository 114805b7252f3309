package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// A circuit and its observable without Clifford gates: f = ⟨0|R₁†…R_K† O′ R_K…R₁|0⟩ with Pauli
/// rotations R alone.
///
/// With C the product of the CZ and CNOT gates before a rotation R_P, R_P C = C R_{C†PC}: all
/// Clifford gates move to the end and into the observable, O′ = C†OC. Strings stay strings, so this
/// costs nothing at run time.
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
  /// @param angle what drives it
  record Rotation(SignedPauli axis, Angle angle) {
    boolean commutesWith(Rotation other) {
      return SignedPauli.commute(axis.string(), other.axis.string());
    }
  }

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
    List<Gate> cliffords = new ArrayList<>();
    List<Rotation> rotations = new ArrayList<>();
    for (Gate gate : circuit.gates()) {
      if (gate instanceof Gate.Rotation(PauliString axis, Angle angle)) {
        rotations.add(new Rotation(through(cliffords, axis), angle));
      } else {
        cliffords.add(gate);
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

  /// C†PC for C = C_k…C_1: the last gate is nearest to P.
  private static SignedPauli through(List<Gate> cliffords, PauliString string) {
    SignedPauli pauli = new SignedPauli(string, 1);
    for (Gate gate : cliffords.reversed()) {
      pauli =
          switch (gate) {
            case Gate.ControlledZ(int a, int b) -> pauli.throughControlledZ(a, b);
            case Gate.ControlledNot(int c, int t) -> pauli.throughControlledNot(c, t);
            case Gate.Rotation r -> throw new IllegalArgumentException(r + " is not a Clifford");
          };
    }
    return pauli;
  }

  private static List<Rotation> needed(List<Rotation> rotations, PauliSum observable) {
    List<Rotation> kept = new ArrayList<>();
    for (Rotation rotation : rotations.reversed()) {
      boolean inert =
          observable.terms().stream()
                  .allMatch(t -> SignedPauli.commute(t.string(), rotation.axis().string()))
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
