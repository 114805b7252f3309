package org.meanfield.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.testkit.DenseCircuit;

/// Files as other tools write them, against the same circuits built by hand.
class ExportsTest {
  private static void assertSame(
      Circuit read, Circuit built, double[] theta, double[] x, PauliSum... observables) {
    assertThat(read.parameters()).isEqualTo(built.parameters());
    for (PauliSum observable : observables) {
      assertThat(new DenseCircuit(read, observable).value(theta, x))
          .isCloseTo(new DenseCircuit(built, observable).value(theta, x), within(1e-13));
      assertThat(new DenseCircuit(read, observable).gradient(theta, x))
          .containsExactly(new DenseCircuit(built, observable).gradient(theta, x), within(1e-13));
    }
  }

  @Test
  void mangledScalarsDefinitionsAndPhases() {
    QasmCircuit read = Texts.read(Texts.file("ansatz-qiskit.qasm"));
    assertThat(read.parameters()).containsExactly("_θ_0_", "_θ_1_", "_θ_2_");
    assertThat(read.inputs()).containsExactly("_x_0_", "_x_1_");
    Encoding shifted =
        Encoding.constant(Math.PI)
            .plus(Encoding.feature(0).times(-1))
            .times(Encoding.constant(Math.PI).plus(Encoding.feature(1).times(-1)));
    PauliString zx = PauliString.identity(2).with(0, Pauli.X).with(1, Pauli.Z);
    Circuit built =
        Circuit.on(2)
            .gate(StandardGate.H, 0)
            .gate(StandardGate.H, 1)
            .rotate(Pauli.Z, 0, Angle.feature(0).times(2))
            .rotate(Pauli.Z, 1, Angle.feature(1).times(2))
            .rotate(
                PauliString.identity(2).with(0, Pauli.Z).with(1, Pauli.Z),
                Angle.of(shifted.times(2)))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.Y, 1, Angle.theta(1))
            .controlledNot(0, 1)
            .rotate(zx, Angle.theta(2).times(0.5))
            .gate(StandardGate.H, 0)
            .gate(StandardGate.X, 0)
            // SX where qubit 0 is 1: exp(−i π/4 (X₁ − 1)(1 − Z₀)/2)
            .evolve(PauliSum.parse("0.5*X1 - 0.5*Z0*X1 + 0.5*Z0", 2), Angle.of(Math.PI / 2))
            .gate(StandardGate.X, 0)
            .build();
    assertSame(
        read.circuit(),
        built,
        new double[] {0.3, -1.1, 2.5},
        new double[] {0.9, -0.4},
        PauliSum.parse("Z0", 2),
        PauliSum.parse("0.5*X0*Y1 + 0.5*Z1", 2));
  }

  @Test
  void openQasmTwoWithNamesFromTheStudy() {
    List<String> weights =
        List.of("weights_0", "weights_1", "weights_2", "weights_3", "weights_4", "weights_5");
    QasmCircuit read =
        Texts.read(
            Texts.file("layers-pennylane.qasm"), new Roles(weights, List.of("x_0", "x_1", "x_2")));
    Circuit built =
        Circuit.on(3)
            .rotate(Pauli.X, 0, Angle.feature(0))
            .rotate(Pauli.X, 1, Angle.feature(1))
            .rotate(Pauli.X, 2, Angle.feature(2))
            .rotate(Pauli.Z, 0, Angle.theta(2))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.Z, 0, Angle.theta(1))
            .rotate(Pauli.Z, 1, Angle.theta(3))
            .rotate(Pauli.Y, 1, Angle.theta(4))
            .rotate(Pauli.Z, 1, Angle.theta(5))
            .controlledNot(0, 1)
            .controlledNot(1, 2)
            .controlledNot(2, 0)
            .rotateControlled(Pauli.Z, 0, 2, Angle.of(Math.PI / 4))
            .rotate(Pauli.Z, 2, Angle.of(0.25))
            .gate(StandardGate.SWAP, 0, 1)
            .evolve(PauliSum.parse("0.5*Z0 + 0.5*Z1 - 0.5*Z0*Z1", 3), Angle.of(-Math.PI / 8))
            .build();
    assertSame(
        read.circuit(),
        built,
        new double[] {0.3, -1.1, 2.5, 0.2, 0.7, -0.6},
        new double[] {0.9, -0.4, 1.7},
        PauliSum.parse("0.5*Z0 + 0.5*X1*Y2", 3));
  }

  @Test
  void fixedCircuits() {
    double[][] matrix = Simulation.of(Texts.file("fixed-cirq.qasm"));
    double[][] head =
        Simulation.of(
            "include \"stdgates.inc\"; qubit[2] q; h q[0]; rx(pi/4) q[1]; sx q[0]; rz(-pi/2) q[1];");
    double s = Math.sqrt(0.5);
    double[][] root =
        Simulation.of(
            1, 0, 0, 0, 0, 0, 0, 0, 0, 0, s, 0, 0, s, 0, 0, 0, 0, 0, s, s, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 1, 0);
    double[][] tail =
        Simulation.of("include \"stdgates.inc\"; qubit[2] q; u3(0.2*pi, 1.9*pi, 0.4*pi) q[0];");
    assertThat(
            Simulation.difference(Simulation.product(tail, Simulation.product(root, head)), matrix))
        .isLessThan(1e-14);
  }

  @Test
  void loopsArraysAliasesAndModifiers() {
    QasmCircuit read = Texts.read(Texts.file("spec-style.qasm"));
    assertThat(read.parameters())
        .containsExactly(
            "theta[0,0]", "theta[0,1]", "theta[0,2]", "theta[1,0]", "theta[1,1]", "theta[1,2]");
    Circuit.Builder built = Circuit.on(4);
    for (int q = 0; q < 3; q++) {
      built.rotate(Pauli.Y, q, Angle.feature(q));
    }
    for (int l = 0; l < 2; l++) {
      for (int q = 0; q < 3; q++) {
        Encoding product = Encoding.feature(q).times(Encoding.feature((q + 1) % 3));
        built.rotate(Pauli.X, q, Angle.theta(3 * l + q).plus(Angle.of(product.times(Math.PI / 8))));
      }
      Angle first = Angle.theta(3 * l).plus(-0.5);
      PauliString identity = PauliString.identity(4);
      built.rotate(identity.with(0, Pauli.Z).with(1, Pauli.Z), first);
      built.rotateControlled(Pauli.Y, 1, 3, first);
      built.gate(StandardGate.CCX, 0, 1, 2);
      Angle second = Angle.theta(3 * l + 2).times(-2);
      built.rotateControlled(Pauli.Y, 0, 3, second);
      built.rotate(identity.with(2, Pauli.Z).with(0, Pauli.Z), second);
    }
    built.gate(StandardGate.S, 0).gate(StandardGate.S, 2);
    assertSame(
        read.circuit(),
        built.build(),
        new double[] {0.3, -1.1, 2.5, 0.2, 0.7, -0.6},
        new double[] {0.9, -0.4, 1.7},
        PauliSum.parse("0.5*Z0 + 0.25*X1*Y2 + 0.25*X3", 4));
  }
}
