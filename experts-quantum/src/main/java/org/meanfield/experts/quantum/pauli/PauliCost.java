package org.meanfield.experts.quantum.pauli;

import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// What the Pauli backend costs per particle, from measured times of the operations.
///
/// - forward for the sums, forward for the pull-back, and back: as measured, [CubePasses#cost]
/// - tangent, cosine and sine, and moving the angle there and its slope back: 1 ns an angle, done
///   twice
/// - contraction with the n·P means p_P(x_j), once for the sums and once for the residual, shared
///   by the particles of a cloud of at least one shard: 2 operations each
///
/// Promised and measured agree to a tenth on rings of (qubits, layers) = (4, 2), (6, 3), (8, 4) and
/// (12, 4), one thread, 10⁴ particles.
///
/// The statevector backend takes 0.03 to 0.05 ns per operation that it promises: rings of (qubits,
/// layers) = (4, 2), (6, 3), (8, 4), (4, 8), (5, 12), (6, 6), one thread. So that both backends'
/// numbers compare, a nanosecond counts as [#OPERATIONS] of them.
final class PauliCost {
  private static final double OPERATIONS = 25;

  /// Single precision takes .54 to .65 of the time on rings of (4, 2) to (12, 4), one thread: less
  /// the more strings there are.
  private static final double SINGLE = 0.55;

  private PauliCost() {}

  /// {@return the cost of a plan}
  ///
  /// @param plan the plan
  /// @param inputs n
  /// @param kernels what it runs on
  static Workload of(PauliPlan plan, int inputs, PauliKernels kernels) {
    double nanoseconds = 2.0 * plan.trainedAngles().size();
    for (Kind kind : Kind.all()) {
      nanoseconds += plan.operations(kind) * CubePasses.cost(kind) / CubePasses.PARTICLES;
    }
    boolean single = kernels.precision() == Precision.SINGLE;
    nanoseconds *= single ? SINGLE : 1;
    double means = (double) plan.liveStrings() * inputs;
    double operations = OPERATIONS * nanoseconds + 4 * means / Drift.SHARD;
    int lanes = kernels.tile(plan);
    double width = single ? Float.BYTES : Double.BYTES;
    double tile = lanes * width * plan.trained().table.numbers(1) / PauliLanes.LANES;
    double angles = (double) PauliStrings.BLOCK * plan.trainedAngles().size();
    double table = 32.0 * (plan.trained().table.operations() + plan.encoded().table.operations());
    double bytes =
        tile
            + Double.BYTES * (angles + 9.0 * plan.trained().table.ends() + 2.0 * inputs + means)
            + table;
    return new Workload(operations, bytes);
  }
}
