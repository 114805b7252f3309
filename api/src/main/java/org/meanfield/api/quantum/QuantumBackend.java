package org.meanfield.api.quantum;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;

/// A way to compute the expectation values of a circuit and their gradients, for all particles and
/// all inputs at once. Immutable and shareable between threads.
public interface QuantumBackend {
  /// {@return why this backend cannot serve the circuit; empty if it can}
  ///
  /// Its own limit, then perhaps a semicolon and what helps. Whoever chooses among backends tells
  /// the limits alone, so one backend should not send to another that may refuse as well.
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  default Optional<String> refusal(Circuit circuit, PauliSum observable) {
    return Optional.empty();
  }

  /// {@return work and working storage of one drift of one particle, told before anything is
  /// allocated}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  /// @param inputs number of inputs n
  Workload workload(Circuit circuit, PauliSum observable, int inputs);

  /// {@return the expert f(θ, x) = ⟨0|U†OU|0⟩ bound to its inputs}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  /// @param inputs n inputs; feature indices are taken modulo their number of features
  BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs);

  /// {@return this backend with the randomness it may draw from; exact ones draw none}
  ///
  /// @param seeds the study's, for this backend
  default QuantumBackend seeded(Seeds seeds) {
    return this;
  }

  /// {@return the backend that computes what this one samples; itself where nothing is sampled}
  default QuantumBackend exact() {
    return this;
  }

  /// {@return one line that names the backend and, where it chose, what it chose and why}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  String description(Circuit circuit, PauliSum observable);
}
