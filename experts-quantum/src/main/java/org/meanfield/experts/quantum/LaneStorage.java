package org.meanfield.experts.quantum;

import org.meanfield.kernels.state.StateLanes;

/// What the statevector backend keeps instead of computing it again, each up to a number of
/// doubles.
///
/// @param states most numbers in one state per layer, kept for the way back; beyond it one state is
///   swept back along with λ
/// @param starts most numbers in the states V_0(x_j)|0⟩ of all inputs
/// @param phases most numbers in all diagonals of phases; beyond it their rotations run one by one
record LaneStorage(double states, double starts, double phases) {
  /// States up to 4 MiB a thread, starts up to 64 MiB, diagonals up to 64 MiB a thread.
  static final LaneStorage USUAL = new LaneStorage(1 << 19, 1 << 23, 1 << 23);

  /// Nothing is kept.
  static final LaneStorage NONE = new LaneStorage(0, 0, 0);

  /// {@return whether the state before each layer is kept}
  ///
  /// @param qubits m
  /// @param layers number of layers
  boolean keepsStates(int qubits, int layers) {
    return (layers + 1) * size(qubits) <= states;
  }

  /// {@return whether the states V_0(x_j)|0⟩ are kept}
  ///
  /// @param qubits m
  /// @param inputs n, or 1 if V_0 does not depend on x
  boolean keepsStarts(int qubits, int inputs) {
    return inputs * Math.scalb(2.0, qubits) <= starts;
  }

  /// {@return whether diagonals are kept}
  ///
  /// @param qubits m
  /// @param layers number of layers, each of which may be diagonal
  boolean keepsPhases(int qubits, int layers) {
    return layers * size(qubits) <= phases;
  }

  /// {@return the numbers in one state of eight lanes, 2·2^m·8}
  ///
  /// @param qubits m
  static double size(int qubits) {
    return Math.scalb(2.0 * StateLanes.LANES, qubits);
  }
}
