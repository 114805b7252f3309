package org.meanfield.experts.quantum.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
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

  /// Z_0 after RY(θ) and then RX(x) is cos θ cos x: one string, whatever the number of inputs.
  @Test
  void featuresAfterAParameterAreKeptApartFromIt() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.X, 0, Angle.feature(0))
            .build();
    assertThat(new PauliBackend().description(circuit, PauliSum.z(1, 0)))
        .startsWith("pauli, 1 string shared by all inputs");
    double[] x = {0.4, -2.3, Math.PI / 2};
    BoundExpert expert = new PauliBackend().bind(circuit, PauliSum.z(1, 0), Inputs.of(3, 1, x));
    Particles theta = new Particles(1, 1);
    theta.set(0, 0, 0.9);
    double[] f = new double[3];
    expert.at(theta).addMean(f);
    for (int j = 0; j < 3; j++) {
      assertThat(f[j]).isCloseTo(Math.cos(0.9) * Math.cos(x[j]), within(4e-16));
    }
  }

  /// Z_0 of RX(x) is replaced by strings with a label, and comes back without one from X_0, which
  /// RX(x) leaves as it is: cos θ_1 cos θ_0 cos x − sin θ_1 sin θ_0.
  @Test
  void aStringThatWasReplacedMayComeBack() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.X, 0, Angle.feature(0))
            .rotate(Pauli.Y, 0, Angle.theta(1))
            .build();
    double x = 0.7;
    BoundExpert expert =
        new PauliBackend().bind(circuit, PauliSum.z(1, 0), Inputs.of(1, 1, new double[] {x}));
    Particles theta = new Particles(1, 2);
    theta.set(0, 0, 0.9);
    theta.set(0, 1, -2.1);
    double[] f = new double[1];
    expert.at(theta).addMean(f);
    assertThat(f[0])
        .isCloseTo(
            Math.cos(-2.1) * Math.cos(0.9) * Math.cos(x) - Math.sin(-2.1) * Math.sin(0.9),
            within(4e-16));
  }

  @Test
  void inputsAreMetOncePerCallWithReuploadingToo() {
    Circuit circuit = Template.LINE.circuit(6, 4);
    PauliSum z = PauliSum.z(6, 0);
    double one = new PauliBackend().workload(circuit, z, 1).operations();
    assertThat(new PauliBackend().workload(circuit, z, 1000).operations()).isLessThan(2 * one);
    assertThat(one).isLessThan(new StatevectorBackend().workload(circuit, z, 1).operations());
  }

  @Test
  void tooManyLabelsAreRefused() {
    Circuit.Builder circuit = Circuit.on(3).rotate(Pauli.X, 0, Angle.theta(0));
    for (int k = 0; k < 60; k++) {
      circuit.rotate(k % 2 == 0 ? Pauli.Y : Pauli.X, 0, Angle.feature(k));
    }
    circuit.controlledNot(0, 1).controlledNot(0, 2);
    assertThat(new PauliBackend().refusal(circuit.build(), PauliSum.z(3, 2)))
        .contains(
            "the pauli backend labels each rotation by features that acts after a parameter, and"
                + " takes at most 62 qubits and labels together, got 3 and 60"
                + Remedy.AUTO);
  }

  @Test
  void tooManyLabelledStringsAreRefused() {
    QuantumBackend backend = new PauliBackend();
    assertThat(backend.refusal(Template.HEIS.circuit(6, 5), PauliSum.z(6, 0)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("the observable spreads over too many Pauli strings (> 131072)")
                .endsWith(Remedy.AUTO));
    assertThatThrownBy(() ->
            backend.bind(
                Template.HEIS.circuit(6, 5), PauliSum.z(6, 0), Inputs.of(1, 1, new double[1])))
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
