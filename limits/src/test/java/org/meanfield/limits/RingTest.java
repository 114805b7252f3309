package org.meanfield.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Seeds;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.testkit.DenseCircuit;

/// The ring of these tests is that of the platform: held against matrices.
class RingTest {
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "2, 2", "3, 2"})
  void valuesAndGradientsAreThoseOfMatrices(int qubits, int layers) {
    Ring ring = new Ring(qubits, layers);
    DenseCircuit dense = new DenseCircuit(circuit(qubits, layers), PauliSum.meanZ(qubits));
    RandomGenerator random = Seeds.root(1).generator();
    for (int draw = 0; draw < 10; draw++) {
      double[] theta = random.doubles(ring.parameters(), -4, 4).toArray();
      double[] x = random.doubles(qubits, -2, 2).toArray();
      double[] gradient = new double[theta.length];
      ring.gradient(theta, x, gradient);
      assertThat(ring.value(theta, x)).isCloseTo(dense.value(theta, x), within(1e-13));
      assertThat(gradient).containsExactly(dense.gradient(theta, x), within(1e-13));
    }
  }

  private static Circuit circuit(int qubits, int layers) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.feature(q));
    }
    entangle(circuit, qubits);
    for (int layer = 0, k = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(Pauli.Y, q, Angle.theta(k++));
      }
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(Pauli.Z, q, Angle.theta(k++));
      }
      entangle(circuit, qubits);
    }
    return circuit.build();
  }

  private static void entangle(Circuit.Builder circuit, int qubits) {
    for (int q = 0; q + 1 < qubits; q++) {
      circuit.controlledZ(q, q + 1);
    }
    if (qubits > 2) {
      circuit.controlledZ(qubits - 1, 0);
    }
  }
}
