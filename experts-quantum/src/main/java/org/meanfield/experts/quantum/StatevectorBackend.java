package org.meanfield.experts.quantum;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.kernels.state.StateLanes;

/// One state vector per particle and input, eight particles at a time. Serves every circuit that
/// fits into memory.
final class StatevectorBackend implements QuantumBackend {
  private final StateLanes kernels;
  private final LaneStorage storage;

  StatevectorBackend() {
    this(StateLanes.best(), LaneStorage.USUAL);
  }

  StatevectorBackend(StateLanes kernels, LaneStorage storage) {
    this.kernels = kernels;
    this.storage = storage;
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    return circuit.isNoisy()
        ? Optional.of("a state vector holds no noise; use density")
        : Optional.empty();
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    return LaneCost.of(RotationProgram.of(circuit, observable), inputs, storage);
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    if (circuit.qubits() > StateLanes.MOST_QUBITS) {
      throw new IllegalArgumentException(
          "a state of 2^%d amplitudes does not fit into an array; the statevector backend takes at most %d qubits"
              .formatted(circuit.qubits(), StateLanes.MOST_QUBITS));
    }
    LanePlan plan = new LanePlan(RotationProgram.of(circuit, observable), storage);
    return new LaneExpert(kernels, plan, inputs, storage);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return "statevector, eight particles a tile";
  }
}
