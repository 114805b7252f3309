package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.kernels.pauli.RotationTable.Kind;

class PauliPlanTest {
  /// In a ring of one layer each Z_q becomes cos θ_q Z_q − sin θ_q X_q with Z beside it, and all of
  /// these have a mean: 2m strings by m rotations.
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "9", "40"})
  void aRingOfOneLayerHasTwoStringsAQubit(int qubits) {
    PauliPlan plan = plan(Template.RING.circuit(qubits, 1), PauliSum.meanZ(qubits));
    assertThat(plan.liveStrings()).isEqualTo(2 * qubits);
    assertThat(plan.trained().table.operations()).isEqualTo(qubits);
    assertThat(plan.operations(Kind.BRANCH)).isEqualTo(qubits);
  }

  /// Recorded from an independent propagation (strings in a hash map, means from state vectors): m,
  /// L, live strings. The operations are ours: 37, 589 and 9406 single rotations of pairs as cubes.
  @ParameterizedTest
  @CsvSource({"4, 2, 28, 16", "6, 3, 234, 205", "8, 4, 2048, 3050"})
  void ringsHaveTheStringsOfAnIndependentPropagation(
      int qubits, int layers, int strings, int operations) {
    PauliPlan plan = plan(Template.RING.circuit(qubits, layers), PauliSum.meanZ(qubits));
    assertThat(plan.liveStrings()).isEqualTo(strings);
    assertThat(plan.trained().table.operations()).isEqualTo(operations);
  }

  /// RX(θ) turns Z_0 into Y_0 too, which has no mean after RY(x).
  @Test
  void stringsWithoutAMeanAreNeitherComputedNorStored() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.X, 0, Angle.theta(0))
            .build();
    PauliPlan plan = plan(circuit, PauliSum.z(1, 0));
    assertThat(plan.liveStrings()).isEqualTo(1);
    assertThat(plan.operations(Kind.COSINE)).isEqualTo(1);
    assertThat(plan.trained().table.operations()).isEqualTo(1);
    // Row 0, the root and what becomes of it.
    assertThat(plan.trained().table.rows()).isEqualTo(3);
  }

  /// Y_0 has no mean, whatever the angles: nothing is left.
  @Test
  void anObservableWithoutAMeanLeavesNothing() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    PauliPlan plan = plan(circuit, PauliSum.parse("Y0", 1));
    assertThat(plan.liveStrings()).isZero();
    assertThat(plan.trained().table.operations()).isZero();
  }

  /// XX(θ) rotations of the ladder make 2^m strings of Z_0 … Z_{m−1}, of which RY(x) leaves those
  /// without Y: one. Forty qubits take as many operations as qubits.
  @Test
  void aThousandBillionStringsThatVanishAreNeverMade() {
    Circuit.Builder circuit = Circuit.on(40);
    for (int q = 0; q < 40; q++) {
      circuit.rotate(Pauli.Y, q, Angle.feature(q));
    }
    for (int q = 0; q < 40; q++) {
      circuit.rotate(Pauli.X, q, Angle.theta(q));
    }
    for (int q = 39; q > 0; q--) {
      circuit.controlledNot(q, q - 1);
    }
    PauliPlan plan = plan(circuit.build(), PauliSum.z(40, 0));
    assertThat(plan.liveStrings()).isEqualTo(1);
    assertThat(plan.trained().table.operations()).isEqualTo(40);
  }

  private static PauliPlan plan(Circuit circuit, PauliSum observable) {
    return switch (PauliPlan.of(circuit, observable)) {
      case PauliPlan.Outcome.Planned(PauliPlan plan) -> plan;
      case PauliPlan.Outcome.Refused(String sentence) -> fail(sentence);
    };
  }
}
