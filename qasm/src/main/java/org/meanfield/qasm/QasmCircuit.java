package org.meanfield.qasm;

import java.util.List;
import org.meanfield.api.quantum.Circuit;

/// A circuit that was read, and what its file calls its inputs and gates.
///
/// @param circuit the circuit; qubits in order of declaration, register after register
/// @param parameters the name of each parameter, such as `theta[0]`
/// @param inputs the name of each feature, such as `x[0]`
/// @param calls the gates of the file in the order they end
public record QasmCircuit(
    Circuit circuit, List<String> parameters, List<String> inputs, List<GateCall> calls) {
  /// Copies the lists.
  ///
  /// @param circuit the circuit
  /// @param parameters the name of each parameter
  /// @param inputs the name of each feature
  /// @param calls the gates of the file
  public QasmCircuit {
    parameters = List.copyOf(parameters);
    inputs = List.copyOf(inputs);
    calls = List.copyOf(calls);
  }
}
