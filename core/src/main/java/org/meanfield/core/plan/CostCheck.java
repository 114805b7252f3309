package org.meanfield.core.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.api.Place;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Integrator;
import org.meanfield.core.data.Prepared;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Estimates what a study costs and refuses what does not fit, before anything is allocated.
///
/// @param root the keys of the whole study
/// @param machine what a study may use
/// @param faults receives what does not fit
record CostCheck(Keys root, Machine machine, Faults faults) {
  /// A cost that fits.
  ///
  /// @param cost of all that is done
  /// @param kernel whether the kernels are among it
  /// @param kernels what they cost
  record Fitting(Cost cost, boolean kernel, KernelCost kernels) {}

  /// {@return the cost; empty if it is too much, with the reason among the faults}
  ///
  /// @param kernel whether the study asks for kernels; where it does not say, they are found unless
  ///   they are dear or do not fit
  Optional<Fitting> of(
      Chosen<Expert> expert,
      List<Integer> experts,
      int replicates,
      boolean compared,
      FlowPlan flow,
      Draft<Integrator> integrator,
      Prepared data,
      Optional<Boolean> kernel) {
    Place place = root.place("expert");
    Optional<Workload> workload =
        Guarded.call(
            expert.descriptor().id(),
            place,
            faults,
            () -> expert.service().workload(data.train().count()));
    Optional<Workload> one =
        workload.flatMap(_ ->
            Guarded.call(
                expert.descriptor().id(), place, faults, () -> expert.service().workload(1)));
    if (workload.isEmpty() || one.isEmpty()) {
      return Optional.empty();
    }
    // Bound to the test inputs the expert has working storage of its own.
    double storage = workload.get().bytes() * (data.test().count() > 0 ? 2 : 1);
    int parameters = expert.service().parameters();
    // Companions lie beside their particles in one state.
    int most = (Integer.MAX_VALUE - 8) / (compared ? 2 : 1);
    if (!experts.isEmpty() && (long) experts.getLast() * parameters > most) {
      faults.add(
          FaultCode.MEMORY,
          root.place("experts"),
          "%d particles of %d parameters are more numbers than one cloud can hold, %d"
              .formatted(experts.getLast(), parameters, most),
          "ask for fewer");
      return Optional.empty();
    }
    Workload drift = new Workload(workload.get().operations(), storage);
    Machine busy = new Machine(machine.bytes(), busy(experts, replicates, compared));
    Cost ofFlow = Cost.of(experts, replicates, compared, parameters, flow, integrator, drift, busy);
    Cost flowCost =
        data.teacher()
            .map(law ->
                ofFlow.withTargets(
                    law.experts(),
                    parameters,
                    drift.operations() * (1 + (double) data.test().count() / data.train().count())))
            .orElse(ofFlow);
    KernelCost kernels =
        KernelCost.of(
            experts,
            replicates,
            compared,
            parameters,
            data.train().count(),
            flow.times().size(),
            one.get(),
            machine.threads());
    Cost both = flowCost.with(kernels, machine);
    boolean found =
        kernel.orElseGet(
            () -> !kernels.isDear(flowCost.operations()) && both.bytes() <= machine.bytes());
    Cost cost = found ? both : flowCost;
    if (cost.bytes() > machine.bytes()) {
      boolean expertAlone = storage * busy.threads() > machine.bytes();
      faults.add(
          FaultCode.MEMORY,
          expertAlone ? root.place("expert", "qubits") : root.place("experts"),
          expertAlone
              ? "the expert needs %s of working storage%s, there are %s"
                  .formatted(
                      size(storage),
                      busy.threads() == 1 ? "" : " on each of %d threads".formatted(busy.threads()),
                      size((double) machine.bytes()))
              : "the study needs about %s, there are %s"
                  .formatted(size(cost.bytes()), size((double) machine.bytes())),
          expertAlone
              ? "take a smaller expert, another backend%s or more memory (-Xmx)"
                  .formatted(busy.threads() == 1 ? "" : ", fewer threads")
              : "take fewer particles or recorded times%s, or more memory (-Xmx)"
                  .formatted(found ? ", or 'output: {kernel: false}'" : ""));
      return Optional.empty();
    }
    return Optional.of(new Fitting(cost, found, kernels));
  }

  /// How many threads find something to do: without a limit there are the shards of all clouds
  /// alone.
  private int busy(List<Integer> experts, int replicates, boolean compared) {
    long shards = experts.stream().mapToLong(n -> Math.ceilDiv(n, Drift.SHARD)).sum() * replicates;
    return compared ? machine.threads() : Math.clamp(shards, 1, machine.threads());
  }

  private static String size(double bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double number = bytes / 1024;
    int unit = 0;
    while (number >= 1024 && unit < units.length - 1) {
      number /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.3g %s", number, units[unit]);
  }
}
