package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.testkit.DenseCircuit;

class CircuitExpertTest {
  /// Against exponentials of dense matrices up to 64 × 64: measured 2e−15.
  private static final double VALUE = 1e-12;

  /// Half a difference of two such values, against the adjoint method, which errs by 5e−15 on
  /// random circuits.
  private static final double GRADIENT = 1e-10;

  private final SplittableRandom random = new SplittableRandom(11);

  static List<Arguments> templates() {
    List<Arguments> all = new ArrayList<>();
    for (Template template : Template.values()) {
      for (int qubits = template.fewestQubits(); qubits <= 6; qubits++) {
        for (int layers = 1; layers <= 3; layers++) {
          all.add(Arguments.of(template, qubits, layers));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("templates")
  void valuesAreThoseOfDenseMatrices(Template template, int qubits, int layers) {
    Circuit circuit = template.circuit(qubits, layers);
    PauliSum observable = template.observable(qubits);
    double[] theta = angles(circuit.parameters());
    double[] x = angles(qubits);
    assertThat(expert(circuit, observable).value(theta, x))
        .isCloseTo(new DenseCircuit(circuit, observable).value(theta, x), within(VALUE));
  }

  /// Every parameter drives one gate: ∂_k f = ½ (f(θ + π/2 e_k) − f(θ − π/2 e_k)), with dense f.
  @ParameterizedTest
  @MethodSource("templates")
  void gradientsObeyTheShiftRule(Template template, int qubits, int layers) {
    Circuit circuit = template.circuit(qubits, layers);
    PauliSum observable = template.observable(qubits);
    DenseCircuit dense = new DenseCircuit(circuit, observable);
    double[] theta = angles(circuit.parameters());
    double[] x = angles(qubits);
    double[] gradient = new double[theta.length];
    expert(circuit, observable).gradient(theta, x, gradient);
    // On six qubits a dense value takes long: every seventh parameter.
    for (int k = 0; k < theta.length; k += qubits > 4 ? 7 : 1) {
      double angle = theta[k];
      theta[k] = angle + Math.PI / 2;
      double ahead = dense.value(theta, x);
      theta[k] = angle - Math.PI / 2;
      double behind = dense.value(theta, x);
      theta[k] = angle;
      assertThat(gradient[k]).as("θ_%d", k).isCloseTo((ahead - behind) / 2, within(GRADIENT));
    }
  }

  /// With one layer the ring is Σ_q Re(c̄_q e^{iθ_q}), c_q = (cos x_q − i sin x_q Π cos x_b)/m over
  /// the neighbours b of q, and its RZ angles do nothing.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void ringOfOneLayerIsASumOfFirstHarmonics(int qubits) {
    Expert expert = expert(Template.RING.circuit(qubits, 1), PauliSum.meanZ(qubits));
    double[] theta = angles(2 * qubits);
    double[] x = angles(qubits);
    double[] gradient = new double[2 * qubits];
    expert.gradient(theta, x, gradient);
    double value = 0;
    for (int q = 0; q < qubits; q++) {
      double re = Math.cos(x[q]) / qubits;
      double im = -Math.sin(x[q]) / qubits;
      for (int b : neighbours(q, qubits)) {
        im *= Math.cos(x[b]);
      }
      value += re * Math.cos(theta[q]) + im * Math.sin(theta[q]);
      double slope = im * Math.cos(theta[q]) - re * Math.sin(theta[q]);
      assertThat(gradient[q]).isCloseTo(slope, within(1e-14));
      assertThat(gradient[qubits + q]).as("RZ on qubit %d", q).isZero();
    }
    assertThat(expert.value(theta, x)).isCloseTo(value, within(1e-14));
  }

  private static int[] neighbours(int q, int qubits) {
    return switch (qubits) {
      case 1 -> new int[0];
      case 2 -> new int[] {1 - q};
      default -> new int[] {(q + 1) % qubits, (q + qubits - 1) % qubits};
    };
  }

  @Test
  void regularityOfATemplateIsThatOfAssumptionA1() {
    Regularity regularity = expert(Template.RING.circuit(4, 2), PauliSum.z(4, 0)).regularity();
    assertThat(regularity)
        .isEqualTo(new Regularity(1, 1, 1, 2 * Math.PI, Regularity.Origin.DERIVED));
  }

  /// cos(2θ + x), an angle that drives two gates: α = 2 and β = 4 are reached.
  @Test
  void sharedParametersRaiseTheConstants() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    Expert expert = expert(circuit, PauliSum.parse("0.5*Z0", 1));
    Regularity regularity = expert.regularity();
    assertThat(regularity.supremum()).isEqualTo(0.5);
    assertThat(regularity.alpha()).isEqualTo(1);
    assertThat(regularity.beta()).isEqualTo(2);
    double[] gradient = new double[1];
    expert.gradient(new double[] {-Math.PI / 4}, new double[] {0}, gradient);
    assertThat(gradient[0]).isCloseTo(regularity.alpha(), within(1e-15));
  }

  @Test
  void descriptionNamesCircuitObservableAndBackend() {
    assertThat(expert(Template.LINE.circuit(3, 2), PauliSum.z(3, 0)).description())
        .isEqualTo(
            "test on 3 qubits, observable 1.0*Z0; backend statevector, eight particles a tile");
  }

  private static Expert expert(Circuit circuit, PauliSum observable) {
    return new CircuitExpert("test", circuit, observable, new StatevectorBackend());
  }

  private double[] angles(int count) {
    return random.doubles(count, -5, 5).toArray();
  }
}
