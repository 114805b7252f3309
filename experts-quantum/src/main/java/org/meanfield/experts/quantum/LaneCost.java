package org.meanfield.experts.quantum;

import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.experts.quantum.RotationProgram.Rotation;
import org.meanfield.kernels.state.StateLanes;

/// What the statevector backend costs, in double precision arithmetic so that 2^62 is just a large
/// number.
///
/// Per datum and particle, with D = 2^m, G rotations after V_0 (those by θ: G_θ) and T terms of the
/// observable: a rotation is D plane rotations of 6 operations; an overlap 4D; the observable 4D a
/// term that is not diagonal, else 4D in all.
///
/// - forward: 6DG + observable
/// - drift: twice forward (sums, then pull-back) + 6DG (λ swept back) + 4DG_θ (overlaps), and 6DG
///   more where states are too large to keep one per layer
///
/// Real states halve this and fused diagonals save more: it is an upper estimate.
final class LaneCost {
  private LaneCost() {}

  /// {@return the cost of a program}
  ///
  /// @param program the program; nothing of size 2^m is allocated
  /// @param inputs n
  /// @param storage what is kept
  static Workload of(RotationProgram program, int inputs, LaneStorage storage) {
    RotationLayers order = RotationLayers.of(program);
    double amplitudes = Math.scalb(1.0, program.qubits());
    double rotations = 0;
    double trained = 0;
    for (Rotation rotation : order.layers().stream().flatMap(l -> l.stream()).toList()) {
      rotations++;
      trained += rotation.drive() instanceof Drive.Theta ? 1 : 0;
    }
    long offDiagonal =
        program.observable().terms().stream().filter(t -> t.string().x() != 0).count();
    double observable =
        offDiagonal == 0 ? 4 * amplitudes : 4.0 * amplitudes * program.observable().terms().size();
    boolean kept = storage.keepsStates(program.qubits(), order.layers().size());
    double sweeps = 6 * amplitudes * rotations * (kept ? 3 : 4);
    double drift = sweeps + 2 * observable + 4 * amplitudes * trained;
    double setUp = 50.0 * program.parameters();
    double phases =
        storage.keepsPhases(program.qubits(), order.layers().size())
            ? 1.5 * order.layers().size()
            : 0;
    double states =
        LaneStorage.size(program.qubits()) * ((kept ? order.layers().size() + 2 : 2) + phases);
    double starts = 2 * amplitudes * (storage.keepsStarts(program.qubits(), inputs) ? inputs : 1);
    double rows = StateLanes.LANES * (3.0 * program.parameters() + inputs);
    return new Workload(
        inputs * (drift + 2 * amplitudes) + setUp, Double.BYTES * (states + starts + rows));
  }
}
