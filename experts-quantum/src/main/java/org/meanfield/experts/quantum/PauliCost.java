package org.meanfield.experts.quantum;

import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// What the Pauli backend costs per particle.
///
/// - forward, done twice (sums, then pull-back): 6 operations a turn, 2 a branch, 1 a scaling, 3 a
///   merge
/// - backward: 10 a turn, 7 a branch, 3 a scaling, 6 a merge
/// - sine and cosine, done twice: 40 an angle
/// - contraction with the n·P means p_P(x_j), 2 operations each: once for the sums of each shard of
///   particles; that for the residual is made once for all shards.
///
/// Rows that a table points at cost more than the statevector backend's regular strides: measured
/// per floating-point operation, one thread, 0.07 to 0.11 ns against 0.03 to 0.05 ns on rings of
/// (qubits, layers) = (4, 2), (6, 3), (8, 4), (4, 8), (5, 12), (6, 6). So that both backends'
/// numbers compare, each operation here counts as [#WEIGHT] of theirs. Both then promise to take
/// equally long with 7 inputs on (5, 12) and (6, 6); measured, they do with 5 and with 8.
final class PauliCost {
  private static final double WEIGHT = 2;

  private PauliCost() {}

  /// {@return the cost of a plan}
  ///
  /// @param plan the plan
  /// @param inputs n
  static Workload of(PauliPlan plan, int inputs) {
    double turns = plan.operations(Kind.TURN);
    double branches = plan.operations(Kind.BRANCH);
    double scalings = plan.operations(Kind.COSINE) + (double) plan.operations(Kind.SINE);
    double merges = plan.operations(Kind.PLUS) + (double) plan.operations(Kind.MINUS);
    double forward = 6 * turns + 2 * branches + scalings + 3 * merges;
    double backward = 10 * turns + 7 * branches + 3 * scalings + 6 * merges;
    double angles = 40.0 * plan.trainedAngles().size();
    double means = (double) plan.liveStrings() * inputs;
    double operations = WEIGHT * (2 * (forward + angles) + backward + 2 * means / Drift.SHARD);
    int width = PauliExpert.width(plan);
    double rows =
        plan.trained().table.rows()
            + plan.trained().table.adjoints()
            + 3.0 * plan.trainedAngles().size();
    double table = 32.0 * plan.trained().table.operations();
    double bytes =
        Double.BYTES * (width * rows + 10.0 * plan.liveStrings() + 2.0 * inputs + means) + table;
    return new Workload(operations, bytes);
  }
}
