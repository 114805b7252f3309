package org.meanfield.api.quantum;

import org.meanfield.api.expert.Expert;

/// An expert that is the expectation value of an observable after a circuit (eq. 4.1): its
/// structure can be shown, exported and examined.
public interface QuantumExpert extends Expert {
  /// {@return U(θ, x)}
  Circuit circuit();

  /// {@return O, on the circuit's qubits}
  PauliSum observable();
}
