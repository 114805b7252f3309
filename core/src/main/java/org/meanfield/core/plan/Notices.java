package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.fault.FaultCode;

/// What a user should know of a study before it runs.
final class Notices {
  /// How far a derived number may miss a bound that it meets exactly: sums of coefficients such as
  /// m times 1/m are right to a few ulps.
  private static final double ROUND_OFF = 1e-12;

  private final List<Notice> all = new ArrayList<>();

  List<Notice> all() {
    return List.copyOf(all);
  }

  void add(FaultCode code, String sentence) {
    all.add(new Notice(code.code(), sentence));
  }

  /// Targets that no mixture reaches, since |F| ≤ sup|f|.
  ///
  /// @param given the largest |y|; empty where a mixture itself gives the targets
  /// @param regularity of f
  void targets(OptionalDouble given, Regularity regularity) {
    double reach = Double.isNaN(regularity.supremum()) ? 1 : regularity.supremum();
    double largest = given.orElse(0);
    if (largest > reach * (1 + ROUND_OFF)) {
      add(
          FaultCode.UNREACHABLE_TARGET,
          "the largest |y| is %s, but |f| ≤ %s, so the loss cannot reach 0"
              .formatted(largest, reach));
    }
  }

  /// What stands against assumption A1 (eqs. 3.10, 3.11).
  void assumption(String expert, Regularity known) {
    if (known.supremum() > 1 + ROUND_OFF) {
      add(
          FaultCode.A1_BROKEN,
          "%s has |f| up to %s, assumption A1 asks for ≤ 1".formatted(expert, known.supremum()));
    }
    double turns = 2 * Math.PI / known.period();
    if (Math.abs(turns - Math.rint(turns)) > ROUND_OFF || turns < 1 - ROUND_OFF) {
      add(
          FaultCode.A1_BROKEN,
          (Double.isInfinite(known.period())
                  ? "%s has no period in its parameters, assumption A1 asks for 2π; the torus is not its space"
                  : "%s has the period %s, assumption A1 asks for 2π; the torus is not its space")
              .formatted(expert, known.period()));
    }
    if (Double.isNaN(known.supremum())
        || Double.isNaN(known.alpha())
        || Double.isNaN(known.beta())
        || Double.isNaN(known.period())) {
      add(
          FaultCode.A1_UNKNOWN,
          "%s does not say everything that assumption A1 asks (sup|f|, α, β, period); constants and"
                  .formatted(expert)
              + " bounds are left out");
    }
  }

  /// A circuit that no feature enters.
  void features(Expert expert) {
    if (expert instanceof QuantumExpert quantum
        && quantum.circuit().elementary().stream()
            .noneMatch(step ->
                step instanceof Elementary.Rotation(var _, Elementary.Drive drive)
                    && drive.encodes())) {
      add(
          FaultCode.NO_FEATURES,
          "no feature enters the circuit, so its response is the same at every input; give a gate an"
              + " angle with 'x'");
    }
  }

  /// Kernels that nobody asked for and that are dear.
  ///
  /// @param cost theirs
  /// @param flow operations of the flow
  void kernel(KernelCost cost, double flow) {
    add(
        FaultCode.KERNEL_LEFT_OUT,
        "the kernel K at the recorded times is left out: %s; 'output: {kernel: true}' asks for it"
            .formatted(
                cost.isDear(flow)
                    ? String.format(
                        Locale.ROOT,
                        "it would take %.2g operations, the flow %.2g",
                        cost.operations(),
                        flow)
                    : "it would need memory that is not there"));
  }

  /// Particles that are not independent.
  ///
  /// @param smallest the fewest particles N
  void start(Start start, int replicates, int smallest) {
    switch (start) {
      case Start.Uniform _, Start.Law _ -> {}
      case Start.Lattice _ ->
          add(
              FaultCode.DEPENDENT_START,
              "the particles start on a lattice, so they are not independent: the rates for"
                  + " independent particles are no prediction for them");
      case Start.Cloud(EmpiricalMeasure points) -> {
        if (smallest < points.size()) {
          add(
              FaultCode.DEPENDENT_START,
              "N = %d particles begin at the first %d of the start file's %d points, the limit at all of them; points in no particular order are what the limit then stands for"
                  .formatted(smallest, smallest, points.size()));
        }
        if (replicates > 1) {
          add(
              FaultCode.DEPENDENT_START,
              "all %d replicates start from the same file, so they are one run %d times"
                  .formatted(replicates, replicates));
        }
      }
    }
  }
}
