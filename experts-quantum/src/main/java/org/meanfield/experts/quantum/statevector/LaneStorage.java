package org.meanfield.experts.quantum.statevector;

import org.meanfield.kernels.state.BatchLanes;

/// What the statevector backend keeps instead of computing it again, each up to a number of
/// doubles.
///
/// @param states most numbers in the states kept for the way back; beyond it one state is swept
///   back along with λ
/// @param starts most numbers in the states V_0(x_j)|0⟩ of all inputs, and in the diagonals of all
///   inputs
/// @param tables most numbers in all diagonals that inputs share; beyond it one is made anew each
///   time
/// @param batch most numbers in the states of several inputs that go through the kernels together
record LaneStorage(double states, double starts, double tables, double batch) {
  /// States up to 64 MiB a thread, starts up to 64 MiB, diagonals up to 64 MiB a thread; batches of
  /// 128 KiB: on rings and lines of 4 to 8 qubits less time than with 32 KiB, and no more than with
  /// 512.
  static final LaneStorage USUAL = new LaneStorage(1 << 23, 1 << 23, 1 << 23, 1 << 14);

  /// Nothing is kept.
  static final LaneStorage NONE = new LaneStorage(0, 0, 0, 0);

  /// {@return whether states are kept for the way back}
  ///
  /// @param qubits m
  /// @param kept how many
  boolean keepsStates(int qubits, int kept) {
    return kept * size(qubits) <= states;
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
  /// @param diagonals how many
  boolean keepsTables(int qubits, int diagonals) {
    return diagonals * size(qubits) <= tables;
  }

  /// {@return how many inputs go through the kernels together}
  ///
  /// @param qubits m
  /// @param kept how many states of each input
  /// @param inputs n
  int batch(int qubits, int kept, int inputs) {
    double fit = batch / ((kept + 1) * size(qubits));
    return (int) Math.clamp(fit, 1, Math.max(1, inputs));
  }

  /// {@return the numbers in one state of eight lanes, 2·2^m·8}
  ///
  /// @param qubits m
  static double size(int qubits) {
    return Math.scalb(2.0 * BatchLanes.LANES, qubits);
  }
}
