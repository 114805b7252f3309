package org.meanfield.core.plan;

import java.util.List;
import java.util.Locale;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Trait;

/// What a study is likely to cost, told before anything is allocated.
///
/// @param operations floating-point operations of all drifts, and of the kernels where they are
///   found
/// @param seconds at [#RATE] on every thread
/// @param bytes the largest storage at one time
/// @param basis what was counted
public record Cost(double operations, double seconds, double bytes, String basis) {
  /// Floating-point operations per second and thread that a drift reaches, within a factor of some
  /// six either way: cosines half as many, circuits on large state vectors six times as many.
  private static final double RATE = 5e9;

  /// Evaluations of an integrator that chooses its steps itself, between two recorded times.
  private static final int ADAPTIVE_EVALUATIONS = 200;

  /// States that an integration keeps beside the recorded ones: the state, its stages, its scratch.
  private static final int WORKING_STATES = 10;

  /// {@return the cost of a study}
  ///
  /// @param experts the numbers of particles
  /// @param replicates starts of each
  /// @param compared whether each cloud has its McKean companion
  /// @param parameters d
  /// @param flow times and integrator
  /// @param integrator the integrator's settings
  /// @param workload one drift of one particle
  /// @param machine how many threads are at work
  static Cost of(
      List<Integer> experts,
      int replicates,
      boolean compared,
      int parameters,
      FlowPlan flow,
      Draft<?> integrator,
      Workload workload,
      Machine machine) {
    double clouds = compared ? 2 : 1;
    double particles = experts.stream().mapToDouble(Integer::doubleValue).sum();
    double evaluations = evaluations(flow, integrator);
    double operations =
        particles * replicates * clouds * evaluations * Math.max(1, workload.operations());
    int largest = experts.isEmpty() ? 0 : experts.getLast();
    double state = 8.0 * largest * parameters * clouds;
    double bytes =
        state * (WORKING_STATES + 2.0 * flow.times().size()) + workload.bytes() * machine.threads();
    return new Cost(
        operations,
        operations / (RATE * machine.threads()),
        bytes,
        String.format(
            Locale.ROOT,
            "about %.0f evaluations of the drift for each of %.0f particles, %.2g operations each,"
                + " at %.0e operations per second on %s; limit and distances come on top",
            evaluations,
            particles * replicates * clouds,
            workload.operations(),
            RATE,
            machine.threads() == 1
                ? "one thread"
                : "each of %d threads".formatted(machine.threads())));
  }

  /// {@return this cost with that of a teacher's targets}
  ///
  /// @param experts the teacher's
  /// @param parameters d
  /// @param drift operations of one drift of one particle on all the data, training and test
  Cost withTargets(int experts, int parameters, double drift) {
    double taught = experts * Math.max(1, drift);
    return new Cost(
        operations + taught,
        // One thread finds them.
        seconds + taught / RATE,
        bytes + 8.0 * experts * parameters,
        String.format(
            Locale.ROOT, "%s; the teacher's targets take %.2g of the operations", basis, taught));
  }

  /// {@return this cost with that of the kernels}
  ///
  /// @param kernel what they cost
  /// @param machine how many threads
  Cost with(KernelCost kernel, Machine machine) {
    return new Cost(
        operations + kernel.operations(),
        seconds + kernel.operations() / (RATE * machine.threads()),
        bytes + kernel.bytes(),
        String.format(
            Locale.ROOT,
            "%s; the kernel at recorded times takes %.2g of the operations",
            basis,
            kernel.operations()));
  }

  private static double evaluations(FlowPlan flow, Draft<?> integrator) {
    int order =
        integrator.descriptor().traits().stream()
            .filter(Trait.Order.class::isInstance)
            .mapToInt(trait -> ((Trait.Order) trait).p())
            .findFirst()
            .orElse(1);
    for (Setting<?> setting : integrator.descriptor().settings()) {
      if (setting.name().equals(StudySettings.STEP)
          && integrator.settings().get(setting) instanceof Double step) {
        return Math.ceil(flow.horizon() / step) * order;
      }
    }
    return (double) ADAPTIVE_EVALUATIONS * (flow.times().size() - 1);
  }
}
