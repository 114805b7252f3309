package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

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
