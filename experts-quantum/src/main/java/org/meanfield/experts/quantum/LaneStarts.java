package org.meanfield.experts.quantum;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.experts.quantum.LanePlan.Turn;
import org.meanfield.kernels.state.StateLanes;

/// The states V_0(x_j)|0⟩ in which the first trained layer finds every particle: kept where they
/// take little space, else computed each time. Immutable.
final class LaneStarts {
  private static final int LANES = StateLanes.LANES;

  private final StateLanes kernels;
  private final LanePlan plan;
  private final int rows;

  /// Row after row, input after input; null if they take too much space.
  private final double @Nullable [] kept;

  /// From one input to the next in `kept`; 0 if V_0 does not depend on x.
  private final int stride;

  LaneStarts(
      StateLanes kernels, LanePlan plan, LaneAngles angles, int inputs, LaneStorage storage) {
    this.kernels = kernels;
    this.plan = plan;
    this.rows = (plan.prefixReal() ? 1 : 2) << plan.qubits();
    int different = plan.prefixEncodes() ? inputs : 1;
    this.stride = plan.prefixEncodes() ? rows : 0;
    this.kept = storage.keepsStarts(plan.qubits(), different) ? computed(angles, different) : null;
  }

  private double[] computed(LaneAngles angles, int different) {
    double[] starts = new double[Math.multiplyExact(different, rows)];
    double[] psi = new double[StateLanes.size(plan.qubits())];
    double[] trig = new double[2 * LANES * plan.angles().size()];
    angles.fixed(trig);
    for (int j = 0; j < different; j++) {
      if (plan.prefixEncodes()) {
        angles.features(trig, j);
      }
      compute(psi, trig);
      for (int row = 0; row < rows; row++) {
        starts[j * rows + row] = psi[row * LANES];
      }
    }
    return starts;
  }

  private void compute(double[] psi, double[] trig) {
    Arrays.fill(psi, 0, rows * LANES, 0);
    Arrays.fill(psi, 0, LANES, 1);
    for (Turn turn : plan.prefix()) {
      kernels.rotate(turn.axis(), plan.prefixReal(), psi, 0, psi, 0, trig, 2 * LANES * turn.slot());
    }
  }

  /// Sets a state to V_0(x_j)|0⟩ in every lane.
  ///
  /// @param psi receives the state from 0 on
  /// @param used whether `psi` may hold something in the rows that a real state leaves alone
  /// @param trig the slots, set to input j
  /// @param input j
  void load(double[] psi, boolean used, double[] trig, int input) {
    if (kept == null) {
      compute(psi, trig);
    } else {
      kernels.broadcast(rows, kept, input * stride, psi, 0);
    }
    if (used && plan.prefixReal()) {
      Arrays.fill(psi, rows * LANES, 2 * rows * LANES, 0);
    }
  }
}
