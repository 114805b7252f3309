package org.meanfield.experts.quantum.statevector;

import org.meanfield.api.expert.Workload;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.kernels.state.BatchLanes;

/// What the statevector backend costs, in double precision arithmetic so that 2^62 is just a large
/// number.
final class LaneCost {
  /// What one pass over the 2^m numbers of a plane counts: a multiplication and an addition, made
  /// in blocks of rows faster than the other backends make theirs. Measured, one thread: 0.02 to
  /// 0.03 ns a pass and number, against 0.02 to 0.05 ns per operation that they count, on rings of
  /// (qubits, layers) = (4, 2), (5, 12), (6, 3), (8, 4) and 100 inputs.
  private static final double PASS = 0.62;

  /// Single precision takes about half the time: a tile has twice as many particles in as many
  /// bytes.
  private static final double SINGLE = 0.5;

  private LaneCost() {}

  /// {@return the cost of a program: its passes on the way there and back, and the storage of one
  /// thread}
  ///
  /// @param program the program; nothing of size 2^m is allocated
  /// @param inputs n
  /// @param storage what is kept
  /// @param precision of the states
  static Workload of(LaneProgram program, int inputs, LaneStorage storage, Precision precision) {
    int qubits = program.qubits();
    double amplitudes = Math.scalb(1.0, qubits);
    int states = program.states();
    boolean kept = storage.keepsStates(qubits, states);
    LaneWork work = program.work();
    double drift = inputs * work.drift();
    double shortWays = 0;
    if (program.meetsInputsAtStart() && storage.keepsStarts(qubits, inputs)) {
      int span = (int) Math.min(inputs, amplitudes);
      if (span <= StartSpan.most(inputs, amplitudes)) {
        drift = work.drift(inputs, span, amplitudes);
        shortWays =
            SpanWorkspace.numbers(
                span,
                inputs,
                amplitudes,
                work.multiplies(inputs, span),
                work.splits(inputs, span, amplitudes));
      }
    }
    drift += kept ? 0 : inputs * work.forward();
    double pass = precision == Precision.SINGLE ? SINGLE * PASS : PASS;
    double setUp = 50.0 * program.parameters();
    long diagonals = program.layers().stream().filter(l -> l.kind().isDiagonal()).count();
    double tables =
        storage.keepsTables(qubits, (int) diagonals) ? diagonals : Math.min(1, diagonals);
    int batch = storage.batch(qubits, states, inputs);
    double working =
        LaneStorage.size(qubits) * (batch * (kept ? states + 1 : 2) + 1.5 * tables + 1);
    double starts = 2 * amplitudes * (storage.keepsStarts(qubits, inputs) ? inputs : 1);
    double pairs = program.pairs();
    double rows =
        BatchLanes.LANES * (6.0 * program.parameters() + inputs + 4.0 * batch * pairs)
            + 2.0 * inputs * pairs;
    return new Workload(
        pass * amplitudes * drift + setUp, Double.BYTES * (working + starts + rows + shortWays));
  }
}
