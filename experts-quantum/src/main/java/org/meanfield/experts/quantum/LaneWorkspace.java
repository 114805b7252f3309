package org.meanfield.experts.quantum;

import org.meanfield.kernels.state.StateLanes;

/// The working storage of one thread: states, angles, sums of one tile of eight particles.
final class LaneWorkspace {
  /// A row of cosines and a row of sines per slot.
  final double[] trig;

  /// The state before the first layer and after each, one after the other where they are kept; else
  /// one state.
  final double[] psi;

  /// λ = r_j O ψ on its way back.
  final double[] lambda;

  /// Per diagonal: the phases, laid out as a state.
  final double[][] phases;

  /// Per diagonal: 2^m rows of overlaps, summed over inputs.
  final double[][] phaseOverlaps;

  /// A row per parameter.
  final double[] gradient;

  /// A row per input.
  final double[] sums;

  /// One row.
  final double[] row = new double[StateLanes.LANES];

  LaneWorkspace(LanePlan plan, int keptStates, int inputs) {
    int size = StateLanes.size(plan.qubits());
    trig = new double[2 * StateLanes.LANES * plan.angles().size()];
    psi = new double[Math.multiplyExact(keptStates, size)];
    lambda = new double[size];
    phases = new double[plan.tables()][size];
    phaseOverlaps = new double[plan.tables()][size / 2];
    gradient = new double[StateLanes.LANES * plan.angles().size()];
    sums = new double[StateLanes.LANES * inputs];
  }
}
