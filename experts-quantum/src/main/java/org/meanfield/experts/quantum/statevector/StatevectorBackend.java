package org.meanfield.experts.quantum.statevector;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Remedy;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.kernels.state.StateLanes;

/// One state vector per particle and input, eight particles at a time. Serves every circuit that
/// fits into memory.
public final class StatevectorBackend implements QuantumBackend {
  private final LaneKernels kernels;
  private final LaneStorage storage;

  public StatevectorBackend() {
    this(LaneKernels.best(), LaneStorage.USUAL);
  }

  StatevectorBackend(LaneKernels kernels, LaneStorage storage) {
    this.kernels = kernels;
    this.storage = storage;
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    if (circuit.isNoisy()) {
      return Optional.of("statevector takes no noise" + Remedy.AUTO);
    }
    if (circuit.qubits() > StateLanes.MOST_QUBITS) {
      return Optional.of(
          "statevector takes at most %d qubits, the circuit has %d"
                  .formatted(StateLanes.MOST_QUBITS, circuit.qubits())
              + Remedy.FEWER_QUBITS);
    }
    return Optional.empty();
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    return LaneCost.of(program(circuit, observable), inputs, storage);
  }

  private static LaneProgram program(Circuit circuit, PauliSum observable) {
    return new LaneProgram(RotationProgram.of(circuit, observable));
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    refusal(circuit, observable)
        .ifPresent(sentence -> {
          throw new IllegalArgumentException(sentence);
        });
    LaneProgram program = program(circuit, observable);
    boolean sweeps = !storage.keepsStates(circuit.qubits(), program.states());
    return new LaneExpert(kernels, new LanePlan(program, sweeps), inputs, storage);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return "statevector, eight particles a tile";
  }
}
