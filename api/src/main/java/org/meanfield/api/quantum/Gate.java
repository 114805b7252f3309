package org.meanfield.api.quantum;

/// One gate of a circuit. Qubit 0 is the most significant bit of a basis state's index.
public sealed interface Gate {
  /// The Pauli rotation exp(−i·angle·P/2). Its generator P has P² = 1, so the expectation value is
  /// a trigonometric polynomial of degree 1 in an angle that drives this gate alone (eq. 4.1).
  ///
  /// @param axis P, not the identity
  /// @param angle what drives it
  record Rotation(PauliString axis, Angle angle) implements Gate {}

  /// The controlled-Z gate diag(1, 1, 1, −1), symmetric in its qubits.
  ///
  /// @param a one qubit
  /// @param b the other
  record ControlledZ(int a, int b) implements Gate {}

  /// The controlled-NOT gate.
  ///
  /// @param control the qubit that decides
  /// @param target the qubit that is flipped
  record ControlledNot(int control, int target) implements Gate {}
}
