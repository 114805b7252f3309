package org.meanfield.qasm;

import java.util.List;
import org.meanfield.api.quantum.Angle;

/// What a name stands for.
sealed interface Meaning {
  /// A number or an angle.
  ///
  /// @param quantity its value
  /// @param constant whether it may not be assigned to, and is seen in bodies of gates
  record Value(Quantity quantity, boolean constant) implements Meaning {}

  /// Parameters or features.
  ///
  /// @param trained whether these are parameters
  /// @param first the index of the first
  /// @param sizes of the array, outer dimension first; empty for one alone
  record Input(boolean trained, int first, List<Integer> sizes) implements Meaning {
    /// {@return the element of an index, row-major}
    Quantity at(int offset) {
      return new Quantity.Symbolic(
          trained ? Angle.theta(first + offset) : Angle.feature(first + offset));
    }

    int count() {
      return sizes.stream().reduce(1, Math::multiplyExact);
    }
  }

  /// Qubits.
  ///
  /// @param indices which
  /// @param single whether it is one qubit rather than a register of one
  record Qubits(List<Integer> indices, boolean single) implements Meaning {}

  /// Classical bits, which only measurements write.
  record Bits() implements Meaning {}

  /// A declaration that failed; the mistake is told already.
  record Broken() implements Meaning {}
}
