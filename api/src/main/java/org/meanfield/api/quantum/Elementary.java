package org.meanfield.api.quantum;

/// What every circuit comes down to: Pauli rotations and, where there is noise, channels. A backend
/// that serves these serves every gate.
public sealed interface Elementary {
  /// exp(−i·angle·P/2), the angle driven by one parameter or by the input.
  ///
  /// @param axis P, not the identity
  /// @param drive what turns it
  record Rotation(PauliString axis, Drive drive) implements Elementary {}

  /// A channel on one qubit.
  ///
  /// @param channel what happens
  /// @param qubit where
  record Disturbance(QuantumChannel channel, int qubit) implements Elementary {}

  /// What turns a rotation.
  sealed interface Drive {
    /// The angle a·θ_k.
    ///
    /// @param parameter k, 0 ≤ k < d
    /// @param scale a ≠ 0
    record Theta(int parameter, double scale) implements Drive {}

    /// The angle g(x), possibly a constant.
    ///
    /// @param encoding g
    record Data(Encoding encoding) implements Drive {}

    /// {@return whether the angle depends on the input}
    default boolean encodes() {
      return this instanceof Data(Encoding encoding) && !encoding.isConstant();
    }
  }
}
