package org.meanfield.experts.quantum.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.experts.quantum.Template;

class NoiseTest {
  private static Noise noise(String text) {
    return new NoiseText(text).noise();
  }

  @Test
  void textIsRead() {
    Noise noise =
        noise("depolarising 0.01 after two-qubit;  pauli .1 0 2e-1 after ry,cz ; readout 0.02 0.1");
    assertThat(noise.rules())
        .containsExactly(
            new Noise.Rule(QuantumChannel.depolarising(0.01), List.of("two-qubit")),
            new Noise.Rule(new QuantumChannel.Flip(0.1, 0, 0.2), List.of("ry", "cz")));
    assertThat(noise.readout()).isEqualTo(new Noise.Readout(0.02, 0.1));
    assertThat(noise("readout 0.02").readout()).isEqualTo(new Noise.Readout(0.02, 0.02));
    assertThat(noise("bit-flip 0.2 after all").rules().getFirst().channel())
        .isEqualTo(QuantumChannel.bitFlip(0.2));
    assertThat(noise("dephasing 0.2 after all").rules().getFirst().channel())
        .isEqualTo(QuantumChannel.dephasing(0.2));
    assertThat(noise("amplitude-damping 0.2 after all").rules().getFirst().channel())
        .isEqualTo(new QuantumChannel.AmplitudeDamping(0.2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "none", " none "})
  void noneIsNone(String text) {
    assertThat(noise(text).isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "depolarizing 0.1 after all | column 1: expected readout or a channel: amplitude-damping, bit-flip, dephasing, depolarising, pauli; did you mean 'depolarising'?",
        "dephasing after all | column 11: expected a probability",
        "dephasing 1.5 after all | column 11: expected a probability in [0, 1]",
        "dephasing 0.1 | column 14: expected after and the gates, such as after two-qubit",
        "dephasing 0.1 before all | column 15: expected after and the gates, such as after two-qubit",
        "dephasing 0.1 after | column 20: expected all, one-qubit, two-qubit or the name of a gate, such as cz",
        "dephasing 0.1 after cz; | column 24: expected readout or a channel: amplitude-damping, bit-flip, dephasing, depolarising, pauli",
        "dephasing 0.1 after cz rz | column 24: expected ; or the end",
        "readout 0.1; pauli 0.5 0.5 0.5 after all | column 20: expected probabilities of X, Y and Z must be ≥ 0 and together ≤ 1, got 0.5, 0.5 and 0.5",
        "readout 0.1 0.2 0.3 | column 17: expected ; or the end",
      })
  void mistakesAreToldWithTheirColumn(String text, String sentence) {
    assertThatThrownBy(() -> noise(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("noise '%s', %s", text, sentence);
  }

  @Test
  void channelsFollowTheirGatesOnTheirQubits() {
    Circuit circuit =
        Circuit.on(3)
            .rotate(Pauli.Y, 2, Angle.theta(0))
            .controlledNot(2, 0)
            .rotateControlled(Pauli.Z, 0, 1, Angle.theta(1))
            .build();
    QuantumChannel two = QuantumChannel.depolarising(0.1);
    QuantumChannel any = QuantumChannel.dephasing(0.2);
    Circuit noisy =
        noise("depolarising 0.1 after two-qubit; dephasing 0.2 after ry, crz").disturb(circuit);
    assertThat(noisy.gates().stream().filter(Gate.Noise.class::isInstance))
        .containsExactly(
            new Gate.Noise(any, 2),
            new Gate.Noise(two, 2),
            new Gate.Noise(two, 0),
            new Gate.Noise(two, 0),
            new Gate.Noise(two, 1),
            new Gate.Noise(any, 0),
            new Gate.Noise(any, 1));
    assertThat(noisy.gates().stream().filter(g -> !(g instanceof Gate.Noise)))
        .isEqualTo(circuit.gates());
  }

  @Test
  void gatesHaveNames() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(PauliString.identity(2).with(0, Pauli.X).with(1, Pauli.Y), Angle.theta(0))
            .gate(StandardGate.SDG, 1)
            .evolve(PauliSum.parse("0.3*X0 + 0.3*X0*X1", 2), Angle.theta(1))
            .build();
    assertThat(circuit.gates().stream().map(Noise::name))
        .containsExactly("rxy", "sdg", "evolution");
  }

  @Test
  void gatesThatAreNotThereAreMistakes() {
    assertThatThrownBy(() -> noise("dephasing 0.1 after cx").disturb(Template.RING.circuit(3, 1)))
        .hasMessage("there is no gate 'cx' for noise to follow; the circuit has cz, ry, rz");
    assertThatThrownBy(
            () -> noise("dephasing 0.1 after two-qubit").disturb(Template.RING.circuit(1, 1)))
        .hasMessage("there is no gate 'two-qubit' for noise to follow; the circuit has ry, rz");
  }

  /// Z is seen as 0.7 Z + 0.1 where 0 turns to 1 in 1 of 10 cases and 1 to 0 in 2 of 10.
  @Test
  void readoutErrorsChangeTheObservable() {
    PauliSum read = noise("readout 0.1 0.2").read(PauliSum.parse("2*Z0*X1 + Z1 + 3*I", 2));
    assertThat(coefficient(read, "Z0*X1")).isCloseTo(2 * 0.7 * 0.7, within(1e-15));
    assertThat(coefficient(read, "Z0")).isCloseTo(2 * 0.7 * 0.1, within(1e-15));
    assertThat(coefficient(read, "X1")).isCloseTo(2 * 0.7 * 0.1, within(1e-15));
    assertThat(coefficient(read, "Z1")).isCloseTo(0.7, within(1e-15));
    assertThat(coefficient(read, "I")).isCloseTo(3 + 2 * 0.01 + 0.1, within(1e-15));
    assertThat(noise("readout 0.05").read(PauliSum.meanZ(50)).terms()).hasSize(50);
  }

  private static double coefficient(PauliSum sum, String string) {
    return sum.terms().stream()
        .filter(t -> t.string().toString().equals(string))
        .mapToDouble(PauliSum.Term::coefficient)
        .sum();
  }

  @Test
  void tooManyLettersForUnequalErrors() {
    PauliString all = PauliString.identity(20);
    for (int q = 0; q < 20; q++) {
      all = all.with(q, Pauli.Z);
    }
    PauliSum parity = PauliSum.of(List.of(new PauliSum.Term(1, all)));
    assertThat(noise("readout 0.1").read(parity).terms()).hasSize(1);
    assertThatThrownBy(() -> noise("readout 0.1 0.2").read(parity))
        .hasMessageContaining(
            "has 20 letters; with unequal errors of the readout a term may have 12");
  }
}
