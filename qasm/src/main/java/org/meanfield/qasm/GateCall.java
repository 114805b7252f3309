package org.meanfield.qasm;

import java.util.List;

/// A gate as the file calls it, once for each round where registers are given.
///
/// @param name in the file; each control of a modifier puts a `c` before it, so `ctrl @ x` is `cx`
/// @param qubits where it acts, controls first
/// @param end how many gates of the circuit are done when it is; it may have become many, or none
/// @param unfolded whether the file defines it and calls it without modifiers: the calls of its
///   body stand before it
/// @param line where it is called, from 1
/// @param column from 1
public record GateCall(
    String name, List<Integer> qubits, int end, boolean unfolded, int line, int column) {
  /// Copies the qubits.
  ///
  /// @param name in the file
  /// @param qubits where it acts
  /// @param end how many gates of the circuit are done
  /// @param unfolded whether the calls of its body stand before it
  /// @param line where it is called
  /// @param column from 1
  public GateCall {
    qubits = List.copyOf(qubits);
  }

  /// {@return the same call, ending elsewhere}
  GateCall ending(int gates) {
    return new GateCall(name, qubits, gates, unfolded, line, column);
  }
}
