package org.meanfield.api.quantum;

import java.util.List;

/// One gate of a circuit. Qubit 0 is the most significant bit of a basis state's index.
public sealed interface Gate {
  /// The Pauli rotation exp(−i·angle·P/2). Its generator P has P² = 1, so the expectation value is
  /// a trigonometric polynomial of degree 1 in a parameter that drives this gate alone (eq. 4.1).
  ///
  /// @param axis P, not the identity
  /// @param angle what drives it
  record Rotation(PauliString axis, Angle angle) implements Gate {}

  /// The evolution exp(−i·angle·G/2) under a sum of commuting Pauli strings, such as a controlled
  /// rotation, G = ½ (P − Z_c P).
  ///
  /// The period in a parameter that drives it need not be 2π: see [Circuit#period].
  ///
  /// @param generator G; its strings commute
  /// @param angle what drives it
  record Evolution(PauliSum generator, Angle angle) implements Gate {}

  /// A gate without an angle that goes by a name.
  ///
  /// @param kind which one
  /// @param qubits distinct, as many as the kind takes, in its order
  record Named(StandardGate kind, List<Integer> qubits) implements Gate {
    /// Copies the qubits.
    ///
    /// @param kind which one
    /// @param qubits distinct, as many as the kind takes, in its order
    public Named {
      qubits = List.copyOf(qubits);
    }
  }

  /// A gate given by its matrix.
  ///
  /// @param label its name in drawings
  /// @param matrix U
  /// @param qubits distinct, as many as the matrix takes; the first is the most significant bit
  record Matrix(String label, Unitary matrix, List<Integer> qubits) implements Gate {
    /// Copies the qubits.
    ///
    /// @param label its name in drawings
    /// @param matrix U
    /// @param qubits distinct, as many as the matrix takes
    public Matrix {
      qubits = List.copyOf(qubits);
    }
  }

  /// Noise on one qubit.
  ///
  /// @param channel what happens
  /// @param qubit where
  record Noise(QuantumChannel channel, int qubit) implements Gate {}
}
