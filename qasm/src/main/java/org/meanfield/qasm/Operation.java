package org.meanfield.qasm;

import java.util.List;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.StandardGate;

/// One step of a circuit, its phase included: a phase of the whole state is nothing, but under a
/// control it is a gate.
sealed interface Operation {
  /// exp(−i·angle·G/2).
  ///
  /// @param generator G
  /// @param angle what drives it
  record Turn(Generator generator, Angle angle) implements Operation {}

  /// A gate without an angle that goes by a name, with the matrix that `stdgates.inc` gives it.
  ///
  /// @param kind which one
  /// @param qubits where, in its order
  record Named(StandardGate kind, List<Integer> qubits) implements Operation {
    /// Copies the qubits.
    public Named {
      qubits = List.copyOf(qubits);
    }
  }
}
