package org.meanfield.api.quantum;

/// A Pauli matrix or the identity.
public enum Pauli {
  /// the identity
  I,
  /// ((0, 1), (1, 0))
  X,
  /// ((0, −i), (i, 0))
  Y,
  /// ((1, 0), (0, −1))
  Z
}
