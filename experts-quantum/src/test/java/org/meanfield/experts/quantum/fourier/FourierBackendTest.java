package org.meanfield.experts.quantum.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.testkit.QuantumBackendContract;

class FourierBackendTest {
  private static final FourierBackend BACKEND = new FourierBackend();

  @Nested
  class Contract extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new FourierBackendProvider();
    }
  }

  /// Sums of 3^8 products of numbers up to 1; two roads differ by 2e−15.
  @Test
  void eightParametersAgreeWithStateVectors() {
    Circuit circuit = Template.LINE.circuit(4, 2);
    PauliSum observable = PauliSum.parse("0.5*Z0 + 0.5*X1*Y3", 4);
    Inputs inputs = Inputs.of(2, 3, new double[] {0.3, -1.2, 0.8, 2.2, 0.1, -0.4});
    Particles theta = new Particles(3, 8);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 8; k++) {
        theta.set(i, k, Math.sin(1.0 + 8 * i + k) * 6);
      }
    }
    assertThat(drift(BACKEND.bind(circuit, observable, inputs), theta))
        .containsExactly(
            drift(new StatevectorBackend().bind(circuit, observable, inputs), theta),
            within(1e-13));
  }

  private static double[] drift(BoundExpert expert, Particles theta) {
    double[] sums = new double[2];
    Particles velocity = new Particles(theta.count(), theta.dimension());
    expert.at(theta).addMean(sums);
    expert.at(theta).pull(new double[] {0.7, -0.2}, velocity);
    double[] all = new double[26];
    System.arraycopy(sums, 0, all, 0, 2);
    System.arraycopy(velocity.toArray(), 0, all, 2, 24);
    return all;
  }

  /// cos 3θ has degree 3 and no lower coefficient: interpolation at too few nodes would fold it.
  @Test
  void degreesFollowFromTheScales() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0).times(2))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    assertThat(FourierPlan.of(circuit).terms()).isEqualTo(7);
    BoundExpert bound = BACKEND.bind(circuit, PauliSum.z(1, 0), Inputs.of(1, 0, new double[0]));
    for (double angle : new double[] {0, 0.9, Math.PI, -4.4}) {
      double[] sum = new double[1];
      bound.at(Particles.of(1, 1, new double[] {angle})).addMean(sum);
      assertThat(sum[0]).isCloseTo(Math.cos(3 * angle), within(1e-14));
    }
  }

  /// A controlled rotation has period 4π; f is a polynomial in θ/2.
  @Test
  void controlledRotationsHaveHalfFrequencies() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotateControlled(Pauli.X, 0, 1, Angle.theta(1))
            .build();
    assertThat(FourierPlan.of(circuit).terms()).isEqualTo(15);
  }

  @Test
  void whatItCannotDoIsRefusedWithReasons() {
    assertThat(BACKEND.refusal(Template.RING.circuit(4, 2), PauliSum.z(4, 0)))
        .contains(
            "fourier takes at most 8 parameters, the circuit has 16; 'auto' picks a backend that serves, if there is one");
    Circuit incommensurable =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.X, 0, Angle.theta(0).times(Math.sqrt(2)))
            .build();
    assertThat(BACKEND.refusal(incommensurable, PauliSum.z(1, 0)).orElseThrow())
        .contains("parameter 0 turns by multiples [1.0, 1.414")
        .contains("no common divisor");
    Circuit.Builder steep = Circuit.on(1);
    for (int k = 0; k < 6; k++) {
      steep.rotate(Pauli.Y, 0, Angle.theta(k).times(3));
      steep.rotate(Pauli.X, 0, Angle.theta(k));
    }
    // 2·4 + 1 coefficients per parameter.
    assertThat(BACKEND.refusal(steep.build(), PauliSum.z(1, 0)))
        .contains(
            "fourier would need 531441 coefficients per input (> 65536); 'auto' picks a backend that serves, if there is one");
    Circuit noisy =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .disturb(QuantumChannel.depolarising(0.1), 0)
            .build();
    assertThat(BACKEND.refusal(noisy, PauliSum.z(1, 0)).orElseThrow()).contains("noise");
    assertThatThrownBy(() -> BACKEND.bind(noisy, PauliSum.z(1, 0), Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise");
  }

  /// Circuits of forty qubits can have two parameters.
  @Test
  void manyQubitsAreRefusedBeforeAStateIsAllocated() {
    Circuit circuit =
        Circuit.on(40).rotate(PauliString.identity(40).with(3, Pauli.Y), Angle.theta(0)).build();
    assertThat(BACKEND.refusal(circuit, PauliSum.z(40, 0)).orElseThrow())
        .contains("at most 20 qubits, the circuit has 40");
  }

  /// Inputs and particles never meet, so it pays where features enter anywhere: 729 coefficients
  /// against 100 states; with 6561 the states win.
  @Test
  void workloadIsLessThanThatOfStatevectorsForFewParametersAndManyInputs() {
    assertThat(isLess(3, 100)).isTrue();
    assertThat(isLess(3, 10)).isFalse();
    assertThat(isLess(4, 100)).isFalse();
  }

  private static boolean isLess(int qubits, int inputs) {
    Circuit circuit = Template.LINE.circuit(qubits, 2);
    PauliSum observable = PauliSum.z(qubits, 0);
    return BACKEND.workload(circuit, observable, inputs).operations()
        < new StatevectorBackend().workload(circuit, observable, inputs).operations();
  }
}
