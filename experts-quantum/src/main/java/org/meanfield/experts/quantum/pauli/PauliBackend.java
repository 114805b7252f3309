package org.meanfield.experts.quantum.pauli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Precision;

/// Pauli propagation, planned once per circuit and run for all particles side by side. Serves
/// circuits with noise that shrinks strings, as long as the observable does not spread over too
/// many strings; the number of qubits does not matter. Features may enter anywhere, but each
/// rotation by them that acts after a parameter makes more strings, see [Reuploads].
public final class PauliBackend implements QuantumBackend {
  private record Known(Circuit circuit, PauliSum observable, PauliPlan.Outcome outcome) {}

  private final PauliKernels kernels;

  /// The latest plan: a planner asks several times about one circuit.
  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

  /// In double precision.
  public PauliBackend() {
    this(PauliKernels.best(Precision.DOUBLE));
  }

  PauliBackend(PauliKernels kernels) {
    this.kernels = kernels;
  }

  private PauliPlan.Outcome outcome(Circuit circuit, PauliSum observable) {
    Known known = latest.get();
    if (known == null || known.circuit() != circuit || known.observable() != observable) {
      known = new Known(circuit, observable, PauliPlan.of(circuit, observable));
      latest.set(known);
    }
    return known.outcome();
  }

  private PauliPlan plan(Circuit circuit, PauliSum observable) {
    return switch (outcome(circuit, observable)) {
      case PauliPlan.Outcome.Planned(PauliPlan plan) -> plan;
      case PauliPlan.Outcome.Refused(String sentence) ->
          throw new IllegalArgumentException(sentence);
    };
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    return outcome(circuit, observable) instanceof PauliPlan.Outcome.Refused(String sentence)
        ? Optional.of(sentence)
        : Optional.empty();
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    return PauliCost.of(plan(circuit, observable), inputs, kernels);
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    PauliPlan plan = plan(circuit, observable);
    return new PauliExpert(kernels.lanes(), kernels.functions(plan), plan, inputs);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return switch (outcome(circuit, observable)) {
      case PauliPlan.Outcome.Planned(PauliPlan plan) ->
          "pauli, %s shared by all inputs, %s of plane rotations, %d particles a tile%s"
              .formatted(
                  counted(plan.liveStrings(), "string"),
                  counted(plan.trained().table.operations(), "cube"),
                  kernels.tile(plan),
                  kernels.precision().remark());
      case PauliPlan.Outcome.Refused(String sentence) -> sentence;
    };
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
