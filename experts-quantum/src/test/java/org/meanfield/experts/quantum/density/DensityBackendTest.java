package org.meanfield.experts.quantum.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.meanfield.experts.quantum.pauli.PauliBackend;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.kernels.state.StateLanes;
import org.meanfield.testkit.QuantumBackendContract;

class DensityBackendTest {
  /// As it is offered.
  @Nested
  class Usual extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new DensityBackendProvider();
    }
  }

  /// Matrices computed again on the way back, without the Vector API.
  @Nested
  class WithoutStorage extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new DensityBackend(StateLanes.plain(), 0));
    }
  }

  private record Fixed(QuantumBackend backend) implements QuantumBackendProvider {
    @Override
    public Descriptor descriptor() {
      return new DensityBackendProvider().descriptor();
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  /// RY(θ), then a channel, then Z or X measured: ⟨Z⟩ = z cos θ + t, ⟨X⟩ = x sin θ.
  private static double[] afterOne(QuantumChannel channel, double theta) {
    Circuit circuit = Circuit.on(1).rotate(Pauli.Y, 0, Angle.theta(0)).disturb(channel, 0).build();
    double[] values = new double[2];
    for (int k = 0; k < 2; k++) {
      double[] sum = new double[1];
      new DensityBackend()
          .bind(circuit, PauliSum.parse(k == 0 ? "Z0" : "X0", 1), Inputs.of(1, 0, new double[0]))
          .at(Particles.of(1, 1, new double[] {theta}))
          .addMean(sum);
      values[k] = sum[0];
    }
    return values;
  }

  private static void assertMeans(QuantumChannel channel, double z, double shift, double x) {
    double theta = 0.7;
    assertThat(afterOne(channel, theta))
        .containsExactly(
            new double[] {z * Math.cos(theta) + shift, x * Math.sin(theta)}, within(1e-15));
  }

  @Test
  void channelsDoWhatTheirDefinitionsSay() {
    assertMeans(QuantumChannel.depolarising(0.2), 0.8, 0, 0.8);
    assertMeans(QuantumChannel.dephasing(0.2), 1, 0, 0.6);
    assertMeans(QuantumChannel.bitFlip(0.2), 0.6, 0, 1);
    assertMeans(new QuantumChannel.AmplitudeDamping(0.36), 0.64, 0.36, 0.8);
    assertMeans(new QuantumChannel.Flip(0.1, 0.2, 0.3), 0.4, 0, 0);
  }

  @Test
  void tooManyQubitsAreRefused() {
    Circuit circuit = Template.RING.circuit(11, 1);
    QuantumBackend backend = new DensityBackend();
    assertThat(backend.refusal(circuit, PauliSum.z(11, 0)))
        .contains(
            "density takes at most 10 qubits, the circuit has 11; use fewer qubits, or 'auto', which picks a backend that serves, if there is one");
    assertThatThrownBy(
            () -> backend.bind(circuit, PauliSum.z(11, 0), Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 10 qubits");
  }

  @Test
  void eightQubitsAreServed() {
    Circuit circuit = Template.RING.circuit(8, 1);
    Inputs inputs = Inputs.of(1, 2, new double[] {0.4, -1.1});
    Particles theta = new Particles(2, 16);
    for (int k = 0; k < 16; k++) {
      theta.set(0, k, 0.3 * k);
      theta.set(1, k, Math.sin(k));
    }
    BoundExpert density = new DensityBackend().bind(circuit, PauliSum.meanZ(8), inputs);
    BoundExpert state = new StatevectorBackend().bind(circuit, PauliSum.meanZ(8), inputs);
    Particles one = new Particles(2, 16);
    Particles other = new Particles(2, 16);
    density.at(theta).pull(new double[] {1}, one);
    state.at(theta).pull(new double[] {1}, other);
    assertThat(one.toArray()).containsExactly(other.toArray(), within(1e-13));
  }

  /// Where a state does, a matrix is never the least work.
  @ParameterizedTest
  @EnumSource
  void workloadExceedsThatOfTheBestBackendWithoutNoise(Template template) {
    for (int qubits = template.fewestQubits(); qubits <= DensityBackend.MOST_QUBITS; qubits++) {
      for (int layers = 1; layers <= 4; layers++) {
        for (int inputs : new int[] {1, 10, 1000, 100_000}) {
          Circuit circuit = template.circuit(qubits, layers);
          PauliSum observable = template.observable(qubits);
          PauliBackend pauli = new PauliBackend();
          QuantumBackend best =
              pauli.refusal(circuit, observable).isEmpty() ? pauli : new StatevectorBackend();
          double rival =
              Math.min(
                  best.workload(circuit, observable, inputs).operations(),
                  new StatevectorBackend().workload(circuit, observable, inputs).operations());
          assertThat(new DensityBackend().workload(circuit, observable, inputs).operations())
              .as("%d qubits, %d layers, %d inputs", qubits, layers, inputs)
              .isGreaterThan(rival);
        }
      }
    }
  }

  /// What is kept for the way back grows with the root of the number of gates.
  @ParameterizedTest
  @ValueSource(ints = {6, 8})
  void workingStorageOfDeepCircuitsStaysModerate(int qubits) {
    double shallow =
        new DensityBackend()
            .workload(Template.RING.circuit(qubits, 2), PauliSum.z(qubits, 0), 1)
            .bytes();
    double deep =
        new DensityBackend()
            .workload(Template.RING.circuit(qubits, 32), PauliSum.z(qubits, 0), 1)
            .bytes();
    assertThat(deep).isBetween(2 * shallow, 6 * shallow);
  }
}
