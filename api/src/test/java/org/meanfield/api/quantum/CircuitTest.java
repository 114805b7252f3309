package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {
  private static final Angle THETA = Angle.theta(0);

  @Test
  void gatesStandInTheOrderTheyAct() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .controlledZ(0, 1)
            .rotate(Pauli.X, 1, THETA)
            .controlledNot(1, 0)
            .build();
    assertThat(circuit.gates())
        .containsExactly(
            new Gate.Rotation(new PauliString(2, 2, 2), Angle.feature(0)),
            new Gate.Named(StandardGate.CZ, List.of(0, 1)),
            new Gate.Rotation(new PauliString(2, 1, 0), THETA),
            new Gate.Named(StandardGate.CX, List.of(1, 0)));
    assertThat(circuit.qubits()).isEqualTo(2);
    assertThat(circuit.parameters()).isEqualTo(1);
  }

  @Test
  void parametersMayDriveSeveralGates() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.X, 0, Angle.theta(1))
            .rotate(Pauli.Y, 0, THETA)
            .rotate(Pauli.X, 0, Angle.theta(1))
            .build();
    assertThat(circuit.parameters()).isEqualTo(2);
    assertThat(circuit.scales(0)).containsExactly(1.0);
    assertThat(circuit.scales(1)).containsExactly(1.0, 1.0);
  }

  @Test
  void parametersThatDriveNothingAreRefused() {
    assertThatThrownBy(() -> Circuit.on(1).rotate(Pauli.X, 0, Angle.theta(1)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("parameter 0 drives no gate");
  }

  @Test
  void reuploadingIsSeen() {
    Circuit.Builder first =
        Circuit.on(1).rotate(Pauli.Y, 0, Angle.feature(0)).rotate(Pauli.X, 0, THETA);
    assertThat(first.build().encodesFirst()).isTrue();
    assertThat(first.rotate(Pauli.Y, 0, Angle.feature(1)).build().encodesFirst()).isFalse();
  }

  /// Frequencies are sums of some scales with signs: 2π over their greatest common divisor.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 1, 1",
    "2, 3, 1",
    "2, 4, 0.5",
    "0.5, 0.5, 2",
    "0.5, -0.75, 4",
    "0.7, 0.7, 1.4285714285714286",
    "0.1, 0.3, 10",
  })
  void periodsAreThoseOfTheScales(double a, double b, double turns) {
    Circuit circuit =
        Circuit.on(1).rotate(Pauli.X, 0, THETA.times(a)).rotate(Pauli.Y, 0, THETA.times(b)).build();
    assertThat(circuit.scales(0)).containsExactly(a, b);
    assertThat(circuit.period(0)).isCloseTo(turns * 2 * Math.PI, within(1e-12));
    boolean integers = a == Math.rint(a) && b == Math.rint(b);
    assertThat(circuit.isPeriodic()).isEqualTo(integers);
  }

  @Test
  void incommensurableScalesHaveNoPeriod() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.X, 0, THETA)
            .rotate(Pauli.Y, 0, THETA.times(Math.sqrt(2)))
            .build();
    assertThat(circuit.period(0)).isInfinite();
    assertThat(circuit.isPeriodic()).isFalse();
  }

  @Test
  void controlledRotationsHaveTwiceThePeriod() {
    Circuit circuit = Circuit.on(2).rotateControlled(Pauli.X, 0, 1, THETA).build();
    assertThat(circuit.scales(0)).containsExactly(0.5, -0.5);
    assertThat(circuit.period(0)).isEqualTo(4 * Math.PI);
    assertThat(circuit.isPeriodic()).isFalse();
  }

  @Test
  void aParameterThatOnlyTurnsThePhaseHasNoEffect() {
    PauliSum one = PauliSum.parse("I", 1);
    Circuit circuit = Circuit.on(1).evolve(one, THETA).build();
    assertThat(circuit.parameters()).isEqualTo(1);
    assertThat(circuit.scales(0)).isEmpty();
    assertThat(circuit.period(0)).isZero();
    assertThat(circuit.isPeriodic()).isTrue();
    assertThatThrownBy(() -> circuit.period(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> circuit.scales(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /// In one rotation of θ + x the data turn first, as both commute.
  @Test
  void dataInTheFirstTrainedRotationComeFirst() {
    Circuit.Builder mixed = Circuit.on(2).rotate(Pauli.X, 0, THETA.plus(Angle.feature(0)));
    assertThat(mixed.build().encodesFirst()).isTrue();
    assertThat(mixed.rotate(Pauli.Y, 1, Angle.of(0.4)).build().encodesFirst()).isTrue();
    assertThat(mixed.rotate(Pauli.Y, 1, Angle.feature(1)).build().encodesFirst()).isFalse();
  }

  @Test
  void gatesOfAnotherCircuitAreAdded() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.X, 0, THETA)
            .rotateControlled(Pauli.Y, 1, 0, THETA)
            .gate(StandardGate.SWAP, 0, 1)
            .disturb(QuantumChannel.bitFlip(0.25), 1)
            .build();
    Circuit.Builder copy = Circuit.on(2);
    circuit.gates().forEach(copy::add);
    assertThat(copy.build().gates()).isEqualTo(circuit.gates());
    assertThat(copy.build().elementary()).isEqualTo(circuit.elementary());
  }

  @Test
  void generatorsThatDoNotCommuteAreRefused() {
    assertThatThrownBy(() -> Circuit.on(1).evolve(PauliSum.parse("X0 + Z0", 1), THETA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a generator's strings must commute, but X0 and Z0 do not");
    assertThatThrownBy(() -> Circuit.on(2).evolve(PauliSum.parse("X0", 1), THETA))
        .hasMessage("a generator on 1 qubits does not fit a circuit on 2");
    assertThatThrownBy(() -> Circuit.on(2).rotateControlled(Pauli.X, 1, 1, THETA))
        .hasMessage("a gate on several qubits needs different ones, got [1, 1]");
    assertThatThrownBy(() -> Circuit.on(1).disturb(QuantumChannel.bitFlip(0), 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void builtCircuitsDoNotChange() {
    Circuit.Builder builder = Circuit.on(1).rotate(Pauli.X, 0, THETA);
    Circuit circuit = builder.build();
    builder.rotate(Pauli.Y, 0, THETA);
    assertThat(circuit.gates()).hasSize(1);
  }

  @Test
  void gatesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Circuit.on(2).controlledZ(1, 1))
        .hasMessage("a gate on several qubits needs different ones, got [1, 1]");
    assertThatThrownBy(() -> Circuit.on(2).controlledNot(0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Circuit.on(2).rotate(PauliString.identity(2), THETA))
        .hasMessageContaining("other than the identity");
    assertThatThrownBy(() -> Circuit.on(2).rotate(new PauliString(3, 1, 0), THETA))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Circuit.on(1).rotate(Pauli.X, 0, Angle.theta(-1)))
        .hasMessage("a parameter's index must be ≥ 0, got -1");
    assertThatThrownBy(() -> Circuit.on(1).rotate(Pauli.X, 0, Angle.of(Double.NaN)))
        .hasMessage("an angle must be finite, got NaN");
    assertThatThrownBy(() -> Circuit.on(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
