package org.meanfield.experts.quantum.statevector;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.experts.quantum.program.Remedy;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.kernels.state.SingleStateLanes;
import org.meanfield.kernels.state.StateLanes;

/// One state vector per particle and input, a tile of particles at a time. Serves every circuit
/// that fits into memory.
public final class StatevectorBackend implements QuantumBackend {
  private final LaneKernels kernels;
  private final SingleLaneKernels singleKernels;
  private final Precision precision;
  private final LaneStorage storage;

  /// In double precision.
  public StatevectorBackend() {
    this(Precision.DOUBLE);
  }

  StatevectorBackend(Precision precision) {
    this(LaneKernels.best(), SingleLaneKernels.best(), precision, LaneStorage.USUAL);
  }

  /// In double precision.
  StatevectorBackend(LaneKernels kernels, LaneStorage storage) {
    this(kernels, SingleLaneKernels.best(), Precision.DOUBLE, storage);
  }

  /// In single precision.
  StatevectorBackend(SingleLaneKernels kernels, LaneStorage storage) {
    this(LaneKernels.best(), kernels, Precision.SINGLE, storage);
  }

  private StatevectorBackend(
      LaneKernels kernels,
      SingleLaneKernels singleKernels,
      Precision precision,
      LaneStorage storage) {
    this.kernels = kernels;
    this.singleKernels = singleKernels;
    this.precision = precision;
    this.storage = storage;
  }

  private int mostQubits() {
    return precision == Precision.SINGLE ? SingleStateLanes.MOST_QUBITS : StateLanes.MOST_QUBITS;
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    if (circuit.isNoisy()) {
      return Optional.of("statevector takes no noise" + Remedy.AUTO);
    }
    if (circuit.qubits() > mostQubits()) {
      return Optional.of(
          "statevector takes at most %d qubits%s, the circuit has %d"
                  .formatted(
                      mostQubits(),
                      precision == Precision.SINGLE ? " in single precision" : "",
                      circuit.qubits())
              + Remedy.FEWER_QUBITS);
    }
    return Optional.empty();
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    return LaneCost.of(program(circuit, observable), inputs, storage, precision);
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
    return switch (precision) {
      case DOUBLE -> new LaneExpert(kernels, new LanePlan(program, sweeps), inputs, storage);
      case SINGLE ->
          new SingleLaneExpert(singleKernels, new SingleLanePlan(program, sweeps), inputs, storage);
    };
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return "statevector, %s particles a tile%s"
        .formatted(precision == Precision.SINGLE ? "sixteen" : "eight", precision.remark());
  }
}
