package org.meanfield.api.quantum;

import java.util.List;
import org.meanfield.api.expert.Expert;

/// An expert that is the expectation value of an observable after a circuit (eq. 4.1): its
/// structure can be shown, exported and examined.
public interface QuantumExpert extends Expert {
  /// {@return U(θ, x)}
  Circuit circuit();

  /// {@return O, on the circuit's qubits}
  PauliSum observable();

  /// {@return what the circuit's source calls θ₀, θ₁, …; empty where they have no names of their
  /// own}
  default List<String> parameterNames() {
    return List.of();
  }

  /// {@return what the circuit's source calls x₀, x₁, …; empty where they have no names of their
  /// own}
  default List<String> inputNames() {
    return List.of();
  }
}
