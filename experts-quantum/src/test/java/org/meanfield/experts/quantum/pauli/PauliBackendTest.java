package org.meanfield.experts.quantum.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.density.DensityBackend;
import org.meanfield.experts.quantum.noise.NoiseText;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.experts.quantum.program.Remedy;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.testkit.QuantumBackendContract;

class PauliBackendTest {
  /// As it is offered.
  @Nested
  class Usual extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new PauliBackendProvider();
    }
  }

  /// Without the Vector API.
  @Nested
  class Plain extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new PauliBackend(PauliKernels.plain(Precision.DOUBLE)));
    }
  }

  /// In single precision.
  @Nested
  class Single extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new PauliBackendProvider();
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
      return new Fixed(new PauliBackend(PauliKernels.plain(Precision.SINGLE)));
    }
  }

  private record Fixed(QuantumBackend backend) implements QuantumBackendProvider {
    @Override
    public Descriptor descriptor() {
      return new PauliBackendProvider().descriptor();
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  @Test
  void featuresBetweenParametersAreRefused() {
    QuantumBackend backend = new PauliBackend();
    assertThat(backend.refusal(Template.LINE.circuit(3, 2), PauliSum.z(3, 0)))
        .contains(
            "the pauli backend shares the parameters' part among all inputs, but here features"
                + " enter after a parameter"
                + Remedy.AUTO);
    assertThatThrownBy(() ->
            backend.bind(
                Template.HEIS.circuit(3, 1), PauliSum.z(3, 0), Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(Remedy.AUTO);
  }

  @Test
  void amplitudeDampingIsRefused() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .disturb(QuantumChannel.dephasing(0.1), 0)
            .disturb(new QuantumChannel.AmplitudeDamping(0.2), 1)
            .build();
    QuantumBackend backend = new PauliBackend();
    assertThat(backend.refusal(circuit, PauliSum.z(2, 0)))
        .contains(
            "amplitude damping (γ = 0.2 on qubit 1) turns a Pauli string into a sum of two, the"
                + " pauli backend takes noise that shrinks each string"
                + Remedy.AUTO);
    assertThatThrownBy(
            () -> backend.bind(circuit, PauliSum.z(2, 0), Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(Remedy.AUTO);
  }

  /// Z_0 of the line's second layer sees RY(x) after RX(θ) on qubit 0; an RY(x) on the last qubit
  /// it never sees.
  @Test
  void featuresOutsideTheLightConeDoNotMatter() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.X, 0, Angle.theta(0))
            .rotate(Pauli.X, 1, Angle.theta(1))
            .rotate(Pauli.Y, 1, Angle.feature(1))
            .build();
    assertThat(circuit.encodesFirst()).isFalse();
    assertThat(new PauliBackend().refusal(circuit, PauliSum.z(2, 0))).isEmpty();
    assertThat(new PauliBackend().refusal(circuit, PauliSum.z(2, 1))).isPresent();
  }

  @Test
  void tooManyStringsAreRefusedBeforeAnythingElse() {
    assertThat(new PauliBackend().refusal(Template.RING.circuit(30, 30), PauliSum.z(30, 0)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("the observable spreads over too many Pauli strings (> 1048576)")
                .endsWith(Remedy.AUTO));
  }

  @Test
  void featuresThatAreNotThereAreRefused() {
    Inputs none = Inputs.of(3, 0, new double[0]);
    assertThatThrownBy(
            () -> new PauliBackend().bind(Template.RING.circuit(2, 1), PauliSum.meanZ(2), none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the inputs have none");
  }

  /// Few strings are shared by all inputs; a scrambled observable has up to 4^m of them, which pays
  /// for many inputs alone.
  @ParameterizedTest
  @CsvSource({"4, 2, 100, true", "8, 4, 100, true", "5, 12, 1, false", "5, 12, 1000, true"})
  void workloadIsLessThanThatOfStatevectorsWhereInputsAreManyOrStringsFew(
      int qubits, int layers, int inputs, boolean less) {
    Circuit circuit = Template.RING.circuit(qubits, layers);
    PauliSum mean = PauliSum.meanZ(qubits);
    double pauli = new PauliBackend().workload(circuit, mean, inputs).operations();
    double statevector = new StatevectorBackend().workload(circuit, mean, inputs).operations();
    assertThat(pauli < statevector).as("%s against %s", pauli, statevector).isEqualTo(less);
  }

  /// Noise after every gate. In two layers all strings that meet have shrunk alike.
  @ParameterizedTest
  @CsvSource({"4, 2, 100", "6, 3, 100", "8, 2, 1", "8, 4, 100"})
  void workloadOfNoisyRingsIsLessThanThatOfDensityMatrices(int qubits, int layers, int inputs) {
    Circuit ring = Template.RING.circuit(qubits, layers);
    Circuit noisy = new NoiseText("depolarising 0.01 after all").noise().disturb(ring);
    PauliSum mean = PauliSum.meanZ(qubits);
    double pauli = new PauliBackend().workload(noisy, mean, inputs).operations();
    assertThat(pauli)
        .isGreaterThanOrEqualTo(new PauliBackend().workload(ring, mean, inputs).operations())
        .isLessThan(new DensityBackend().workload(noisy, mean, inputs).operations());
  }
}
