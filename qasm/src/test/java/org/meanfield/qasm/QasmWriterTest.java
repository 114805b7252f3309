package org.meanfield.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.testkit.DenseCircuit;
import org.meanfield.testkit.RandomCircuit;

class QasmWriterTest {
  @ParameterizedTest
  @CsvSource({
    "1,REUPLOADING", "2,REUPLOADING", "3,REUPLOADING", "4,REUPLOADING",
    "1,ENCODING_FIRST", "2,ENCODING_FIRST", "3,ENCODING_FIRST", "4,ENCODING_FIRST"
  })
  void whatIsWrittenReadsBackToTheSameFunction(int qubits, RandomCircuit.Form form)
      throws BadInput {
    RandomCircuit random = RandomCircuit.of(form, qubits, 5, 3);
    String text = QasmWriter.write(random.circuit());
    Circuit back = Texts.circuit(text);
    assertThat(back.parameters()).isEqualTo(random.circuit().parameters());
    DenseCircuit before = new DenseCircuit(random.circuit(), random.observable());
    DenseCircuit after = new DenseCircuit(back, random.observable());
    double[] theta = new double[back.parameters()];
    double[] x = new double[random.inputs().features()];
    for (int i = 0; i < random.theta().count(); i++) {
      for (int j = 0; j < random.inputs().count(); j++) {
        random.theta().copyRow(i, theta);
        random.inputs().copyRow(j, x);
        assertThat(after.value(theta, x)).isCloseTo(before.value(theta, x), within(1e-12));
      }
    }
  }

  @Test
  void namesThatToolsKnowAreUsed() throws BadInput {
    Circuit circuit =
        Circuit.on(3)
            .rotate(Pauli.Y, 0, Angle.of(Encoding.feature(0).times(Encoding.feature(2))))
            .rotate(Pauli.X, 1, Angle.theta(0).times(-2).plus(0.25))
            .rotate(PauliString.identity(3).with(0, Pauli.X).with(2, Pauli.Y), Angle.theta(1))
            .rotateControlled(Pauli.Z, 2, 0, Angle.theta(0))
            .controlledZ(0, 1)
            .gate(StandardGate.SXDG, 2)
            .gate(StandardGate.CCZ, 0, 1, 2)
            .rotate(Pauli.Z, 2, Angle.of(-Math.PI / 2))
            .evolve(PauliSum.parse("0.5*Z0 + 0.5*Z1 - 0.5*Z0*Z1", 3), Angle.theta(1))
            .build();
    assertThat(QasmWriter.write(circuit))
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";

            input array[float[64], 2] theta;
            input array[float[64], 3] x;
            qubit[3] q;

            gate rxy(a) q0, q1 { h q0; sx q1; cx q0, q1; rz(a) q1; cx q0, q1; h q0; inv @ sx q1; }

            ry(x[0]*x[2]) q[0];
            rx(-2.0*theta[0] + 0.25) q[1];
            rxy(theta[1]) q[0], q[2];
            crz(theta[0]) q[2], q[0];
            cz q[0], q[1];
            inv @ sx q[2];
            ctrl @ cz q[0], q[1], q[2];
            rz(-pi/2) q[2];
            cp(theta[1]) q[0], q[1];
            """);
  }

  @Test
  void namedGatesAndControlledRotationsReadBackAsWhatTheyWere() throws BadInput {
    Circuit circuit =
        Circuit.on(3)
            .rotate(Pauli.X, 0, Angle.theta(0))
            .rotateControlled(Pauli.Y, 2, 1, Angle.theta(1).plus(Angle.feature(0)))
            .gate(StandardGate.CSWAP, 2, 0, 1)
            .gate(StandardGate.SXDG, 2)
            .gate(StandardGate.CCZ, 0, 1, 2)
            .build();
    assertThat(Texts.circuit(QasmWriter.write(circuit)).gates())
        .hasToString(circuit.gates().toString());
  }

  @Test
  void noiseIsRefused() {
    Circuit circuit = Circuit.on(2).disturb(QuantumChannel.bitFlip(0.1), 1).build();
    assertThatThrownBy(() -> QasmWriter.write(circuit))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("noise on qubit 1");
  }

  @Test
  void circuitsWithoutInputsHaveNone() throws BadInput {
    String text = QasmWriter.write(Circuit.on(1).gate(StandardGate.H, 0).build());
    assertThat(text.lines().toList())
        .isEqualTo(
            List.of(
                "OPENQASM 3.0;", "include \"stdgates.inc\";", "", "qubit[1] q;", "", "h q[0];"));
  }
}
