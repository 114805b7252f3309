package org.meanfield.experts.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.testkit.QuantumBackendContract;

class StatevectorBackendTest {
  /// As it is offered.
  @Nested
  class Usual extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new StatevectorBackendProvider();
    }
  }

  /// Without the Vector API.
  @Nested
  class Plain extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new StatevectorBackend(LaneKernels.plain(), LaneStorage.USUAL));
    }
  }

  /// The road of states too large to keep: ψ is swept back with λ, V_0(x_j)|0⟩ computed each time,
  /// diagonals turned one by one.
  @Nested
  class WithoutStorage extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new StatevectorBackend(LaneKernels.best(), LaneStorage.NONE));
    }
  }

  /// In single precision.
  @Nested
  class Single extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new StatevectorBackendProvider();
    }

    @Override
    protected Settings settings() {
      return super.settings().with(Precision.SETTING, "single");
    }
  }

  /// In single precision and without the Vector API.
  @Nested
  class SinglePlain extends Single {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new StatevectorBackend(SingleLaneKernels.plain(), LaneStorage.USUAL));
    }
  }

  /// In single precision, states too large to keep.
  @Nested
  class SingleWithoutStorage extends Single {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new StatevectorBackend(SingleLaneKernels.best(), LaneStorage.NONE));
    }
  }

  private record Fixed(QuantumBackend backend) implements QuantumBackendProvider {
    @Override
    public Descriptor descriptor() {
      return new StatevectorBackendProvider().descriptor();
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  @Test
  void fortyQubitsAreTooManyAndTheRefusalSaysSo() {
    Circuit circuit = Template.RING.circuit(40, 2);
    PauliSum observable = PauliSum.meanZ(40);
    QuantumBackend backend = new StatevectorBackend();
    // λ and ψ, 2^40 complex numbers of 8 lanes each: 2^49 bytes.
    assertThat(backend.workload(circuit, observable, 100).bytes()).isGreaterThan(0x1p48);
    assertThat(backend.refusal(circuit, observable).orElseThrow())
        .isEqualTo(
            "statevector takes at most 26 qubits, the circuit has 40; use fewer qubits, or 'auto', which picks a backend that serves, if there is one");
    assertThatThrownBy(() -> backend.bind(circuit, observable, Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(backend.refusal(circuit, observable).orElseThrow());
  }

  @Test
  void featuresThatAreNotThereAreRefused() {
    Circuit circuit = Template.RING.circuit(2, 1);
    Inputs none = Inputs.of(3, 0, new double[0]);
    assertThatThrownBy(() -> new StatevectorBackend().bind(circuit, PauliSum.meanZ(2), none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the inputs have none");
  }
}
