package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;

/// What the kernel K_t of every cloud at every recorded time costs.
///
/// @param operations n gradients of each particle, their n² products, and the eigenvalues
/// @param bytes what threads keep beside the clouds
record KernelCost(double operations, double bytes) {
  /// Operations that are nothing to speak of, some seconds.
  private static final double LITTLE = 3e10;

  /// Points that stand for the limit, as most solvers have them.
  private static final double LIMIT_POINTS = 4096;

  /// Operations of an eigenvalue decomposition, in n³.
  private static final double EIGENVALUES = 10;

  /// Gradients that a thread keeps at one time at most.
  private static final double GRADIENTS = 1 << 21;

  /// {@return the cost}
  ///
  /// @param experts the numbers of particles
  /// @param replicates starts of each
  /// @param compared whether there is a limit, whose kernel is found too
  /// @param parameters d
  /// @param data n
  /// @param times how many are recorded
  /// @param one one drift of one particle on one datum; the expert is bound to each datum apart
  /// @param threads how many pieces run at the same time
  static KernelCost of(
      List<Integer> experts,
      int replicates,
      boolean compared,
      int parameters,
      int data,
      int times,
      Workload one,
      int threads) {
    double n = data;
    double clouds = (double) experts.size() * replicates + (compared ? 1 : 0);
    double particles =
        experts.stream().mapToDouble(Integer::doubleValue).sum() * replicates
            + (compared ? LIMIT_POINTS : 0);
    double gradients = Math.max(n * parameters, Math.min(GRADIENTS, n * parameters * Drift.SHARD));
    double each = n * Math.max(1, one.operations()) + n * n * parameters;
    return new KernelCost(
        times * (particles * each + clouds * EIGENVALUES * n * n * n),
        threads * (16 * gradients + 32 * n * n + n * one.bytes()));
  }

  /// {@return whether it is more than the flow itself, and not little}
  ///
  /// @param flow operations of the flow
  boolean isDear(double flow) {
    return operations > Math.max(flow, LITTLE);
  }
}
