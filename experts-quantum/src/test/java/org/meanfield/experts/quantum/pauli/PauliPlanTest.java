package org.meanfield.experts.quantum.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.experts.quantum.Template;
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
    assertThat(plan.operations(new Kind(0, 1, 0))).isEqualTo(qubits);
  }

  /// Recorded from an independent propagation (strings in a hash map, means from state vectors): m,
  /// L, live strings. The operations are ours: 37, 589 and 9406 single rotations of pairs as cubes.
  @ParameterizedTest
  @CsvSource({"4, 2, 28, 16", "6, 3, 234, 156", "8, 4, 2048, 1969"})
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
    assertThat(plan.operations(new Kind(0, 0, 1))).isEqualTo(1);
    assertThat(plan.trained().table.operations()).isEqualTo(1);
    // Row 0 and the root, which ends.
    assertThat(plan.trained().table.rows()).isEqualTo(2);
    assertThat(plan.trained().table.ends()).isEqualTo(1);
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
  /// without Y: one. Forty qubits take half as many operations: each scales along two edges.
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
    assertThat(plan.trained().table.operations()).isEqualTo(20);
  }

  /// A qubit's letters shrink alike, and a layer of RY mixes letters of one qubit: all that noise
  /// does is in the factors at the end.
  @ParameterizedTest
  @CsvSource({"1", "4", "9"})
  void noiseThatShrinksWhatIsMixedAlikeTakesNoOperations(int qubits) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit
          .rotate(Pauli.Y, q, Angle.feature(q))
          .rotate(Pauli.Y, q, Angle.theta(q))
          .disturb(QuantumChannel.depolarising(0.25), q)
          .rotate(Pauli.X, q, Angle.theta(qubits + q))
          .disturb(QuantumChannel.depolarising(0.25), q);
    }
    PauliPlan plan = plan(circuit.build(), PauliSum.meanZ(qubits));
    assertThat(plan.operations(new Kind(0, 0, 1))).isEqualTo(qubits);
    assertThat(plan.trained().table.operations()).isEqualTo(2 * qubits);
    assertThat(plan.trainedAngles()).hasSize(2 * qubits);
    assertThat(Arrays.stream(plan.means()).map(Math::abs)).containsOnly(0.5625);
  }

  /// Bit flips shrink Z_0 and not X_0, which RY(θ_1) joins again: one factor more.
  @Test
  void factorsThatDifferWhereStringsMeetAreSines() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .disturb(QuantumChannel.bitFlip(0.25), 0)
            .rotate(Pauli.Y, 0, Angle.theta(1))
            .build();
    PauliPlan plan = plan(circuit, PauliSum.z(1, 0));
    assertThat(plan.operations(new Kind(0, 0, 1))).isEqualTo(1);
    assertThat(plan.operations(new Kind(1, 0, 0))).isEqualTo(1);
    assertThat(plan.trainedAngles().getLast())
        .isEqualTo(new Drive.Data(Encoding.constant(Math.asin(0.5))));
    assertThat(plan.means()).containsOnly(1);
  }

  private static PauliPlan plan(Circuit circuit, PauliSum observable) {
    return switch (PauliPlan.of(circuit, observable)) {
      case PauliPlan.Outcome.Planned(PauliPlan plan) -> plan;
      case PauliPlan.Outcome.Refused(String sentence) -> fail(sentence);
    };
  }
}
