package org.meanfield.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.quantum.Circuit;

class QasmReaderTest {
  private static final String INPUTS =
      Texts.HEAD
          + """
          input array[float[64], 4] theta;
          input array[float[64], 3] x;
          qubit[4] q;
          """;

  /// The gates of a text that need not use every parameter.
  private static String gates(String text) {
    String all = INPUTS + "rz(theta[0] + theta[1] + theta[2] + theta[3]) q[3];\n" + text;
    return shown(Texts.circuit(all), 1);
  }

  private static String shown(Circuit circuit, int skipped) {
    return circuit.gates().stream()
        .skip(skipped)
        .map(g -> g.toString().replaceAll("\\w+=", ""))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rx(theta[1]) q[0];|Rotation[X0, theta1]",
        "rx(-theta[1]/2 + pi/2) q[0];|Rotation[X0, -0.5*theta1 + 1.5707963267948966]",
        "ry(2*x[0]*x[1] - x[2]**2) q[3];|Rotation[Y3, 2.0*x0*x1 - x2*x2]",
        "rz(theta[0] + 3*(theta[0] - x[1])) q[1];|Rotation[Z1, 4.0*theta0 - 3.0*x1]",
        "rx(theta[-1]) q[-1];|Rotation[X3, theta3]",
        "h q[0:1];|Named[H, [0]]; Named[H, [1]]",
        "h q[0:2:3];|Named[H, [0]]; Named[H, [2]]",
        "h q[{3, 1}];|Named[H, [3]]; Named[H, [1]]",
        "cx q[0:1], q[2:3];|Named[CX, [0, 2]]; Named[CX, [1, 3]]",
        "cx q[0], q[2:3];|Named[CX, [0, 2]]; Named[CX, [0, 3]]",
        "let a = q[1:2] ++ q[0]; x a[2]; y a[0];|Named[X, [0]]; Named[Y, [1]]",
        "for int i in [0:2] cz q[i], q[i+1];|Named[CZ, [0, 1]]; Named[CZ, [1, 2]]; Named[CZ, [2, 3]]",
        "for int i in [2:-1:1] { x q[i]; }|Named[X, [2]]; Named[X, [1]]",
        "for uint i in {0, 3} { rx(theta[i]) q[i]; }|Rotation[X0, theta0]; Rotation[X3, theta3]",
        "const int n = 2; for int i in [0:n-1] { for int j in [i+1:n] { cx q[i], q[j]; } }|Named[CX, [0, 1]]; Named[CX, [0, 2]]; Named[CX, [1, 2]]",
        "int k = 0; for int i in [0:1] { ry(theta[k]) q[i]; k += 2; }|Rotation[Y0, theta0]; Rotation[Y1, theta2]",
        "for int i in [0:sizeof(q)-1] rx(theta[i]) q[i];|Rotation[X0, theta0]; Rotation[X1, theta1]; Rotation[X2, theta2]; Rotation[X3, theta3]",
        "gate g(a, b) s, t { rx(a/2) s; for int i in [0:1] cx s, t; rz(b) t; } g(theta[0], x[0]) q[2], q[1];|Rotation[X2, 0.5*theta0]; Named[CX, [2, 1]]; Named[CX, [2, 1]]; Rotation[Z1, x0]",
        "const float[64] c = sqrt(2.0)**2; rx(c) q[0];|Rotation[X0, 2.0000000000000004]",
        "rx(τ/4 + arccos(0) + log(ℇ) + mod(7, 4) + 2**-1) q[0];|Rotation[X0, 7.641592653589793]",
        "rx(-2**2 + 2**3**2) q[0];|Rotation[X0, 508.0]",
        "rx(1_000 + 0x1F + 0b11 + .5e1) q[0];|Rotation[X0, 1039.0]",
        "id q[0]; barrier q; barrier; gphase(0.3); ;|''",
        "u3(theta[0], 0, 0) q[0];|Rotation[Y0, theta0]",
        "crx(theta[0]) q[0], q[1];|Evolution[0.5*X1 - 0.5*Z0*X1, theta0]",
        "cp(theta[0]) q[0], q[1];|Evolution[0.5*Z1 - 0.5*Z0*Z1 + 0.5*Z0, theta0]",
        "ctrl @ rx(theta[0]) q[0], q[1];|Evolution[0.5*X1 - 0.5*Z0*X1, theta0]",
        "ctrl @ x q[0], q[1]; ctrl(2) @ x q[0], q[1], q[2]; ctrl @ ctrl @ z q[0], q[1], q[2];|Named[CX, [0, 1]]; Named[CCX, [0, 1, 2]]; Named[CCZ, [0, 1, 2]]",
        "negctrl @ x q[0], q[1];|Named[X, [0]]; Named[CX, [0, 1]]; Named[X, [0]]",
        "inv @ s q[0]; inv @ rx(theta[0]) q[0];|Named[SDG, [0]]; Rotation[X0, -theta0]",
        "inv @ pow(2) @ t q[0];|Named[TDG, [0]]; Named[TDG, [0]]",
        "pow(0.5) @ rx(theta[0]) q[0]; pow(-2) @ rz(theta[1]) q[1];|Rotation[X0, 0.5*theta0]; Rotation[Z1, -2.0*theta1]",
        "pow(1/2) @ x q[0];|Rotation[X0, 1.5707963267948966]",
        "pow(3) @ h q[0]; pow(1000000) @ x q[0];|Named[H, [0]]; Named[H, [0]]; Named[H, [0]]",
        "bit[4] c; c = measure q;|''",
        "bit c = measure q[0]; measure q[1];|''",
        "measure q -> c;|!"
      })
  void statementsUnfold(String text, String gates) {
    if (gates.equals("!")) {
      assertThat(Texts.mistakes(INPUTS + text)).isNotEmpty();
    } else {
      assertThat(gates(text)).isEqualTo(gates);
    }
  }

  @Test
  void namesThatBeginWithXAreFeatures() {
    QasmCircuit read =
        Texts.read(
            Texts.HEAD
                + """
                input float[64] theta0;
                input angle _x_1_;
                input float θ_1;
                input array[float[64], 2, 2] x;
                qubit q;
                rx(theta0 + θ_1) q;
                ry(_x_1_ + x[1, 0] + x[0][1]) q;
                """);
    assertThat(read.parameters()).containsExactly("theta0", "θ_1");
    assertThat(read.inputs()).containsExactly("_x_1_", "x[0,0]", "x[0,1]", "x[1,0]", "x[1,1]");
    assertThat(shown(read.circuit(), 0))
        .isEqualTo("Rotation[X0, theta0 + theta1]; Rotation[Y0, x0 + x3 + x2]");
  }

  @Test
  void listsOfNamesSetRolesAndOrder() {
    String text =
        Texts.HEAD
            + """
            input array[float[64], 2] w;
            input float[64] x;
            input float[64] data;
            qubit q;
            rx(w[0] + 2*w[1] + 3*x) q;
            ry(data) q;
            """;
    QasmCircuit read = Texts.read(text, new Roles(List.of("x", "w"), List.of("data")));
    assertThat(read.parameters()).containsExactly("x", "w[0]", "w[1]");
    assertThat(read.inputs()).containsExactly("data");
    assertThat(shown(read.circuit(), 0))
        .isEqualTo("Rotation[X0, 3.0*theta0 + theta1 + 2.0*theta2]; Rotation[Y0, x0]");
    assertThat(Texts.read(text, new Roles(List.of(), List.of("data"))).parameters())
        .containsExactly("w[0]", "w[1]", "x");
    assertThat(Texts.mistakes(text, new Roles(List.of("w"), List.of("data"))))
        .containsExactly(
            " neither 'parameters' nor 'inputs' names 'x', which the circuit's file declares");
    assertThat(Texts.mistakes(text, new Roles(List.of(), List.of("datum"))).getFirst())
        .contains("'inputs' names 'datum'", "declares w, x, data");
  }

  @Test
  void openQasmTwoTakesItsInputsFromTheLists() {
    String text =
        """
        OPENQASM 2.0;
        include "qelib1.inc";
        qreg a[1];
        qreg b[2];
        creg c[3];
        rx(w0) a[0];
        u2(0,pi) b[1];
        CX a[0],b[0];
        rz(2*feature^2) b[0];
        measure a[0] -> c[0];
        """;
    QasmCircuit read = Texts.read(text, new Roles(List.of("w0"), List.of("feature")));
    assertThat(read.circuit().qubits()).isEqualTo(3);
    assertThat(shown(read.circuit(), 0))
        .isEqualTo(
            "Rotation[X0, theta0]; Rotation[Z2, 3.141592653589793]; Rotation[Y2, 1.5707963267948966]; Named[CX, [0, 1]]; Rotation[Z1, 2.0*x0*x0]");
    assertThat(Texts.mistakes(text).getFirst()).startsWith("test.qasm:6:4 'w0' is not declared");
  }

  @Test
  void physicalQubitsAreNumbered() {
    Circuit circuit = Texts.circuit(Texts.HEAD + "h $2;\ncx $2, $0;\n");
    assertThat(circuit.qubits()).isEqualTo(3);
    assertThat(shown(circuit, 0)).isEqualTo("Named[H, [2]]; Named[CX, [2, 0]]");
  }

  @Test
  void commentsAnnotationsAndOrderOfDeclarationsDoNotMatter() {
    String text =
        """
        // a comment
        OPENQASM 3.0; /* and
        another */ include "stdgates.inc";
        @noted anything; at all
        qubit q;
        ctrl @ x q, r;
        qubit r;
        """;
    assertThat(Texts.mistakes(text)).hasSize(1).first().asString().contains("no qubit 'r' here");
    assertThat(
            shown(
                Texts.circuit(text.replace("ctrl @ x q, r;\nqubit r;", "qubit r;\nctrl @ x q, r;")),
                0))
        .isEqualTo("Named[CX, [0, 1]]");
  }

  /// U^k of gates whose steps do not commute is repeated, and a controlled definition has its
  /// phase.
  @Test
  void modifiersOfDefinitionsAreExact() {
    String head =
        Texts.HEAD
            + "gate g(a) s, t { h s; cx s, t; ry(a) t; gphase(a/3); u2(a, 0.1) s; }\nqubit[3] q;\n";
    double[][] g = Simulation.of(head.replace("[3]", "[2]") + "g(0.4) q[0], q[1];");
    double[][] controlled = Simulation.of(head + "ctrl @ g(0.4) q[0], q[1], q[2];");
    // The phase that is dropped from g alone is the one of its first entry.
    double[][] once = Simulation.of(head + "ctrl @ inv @ g(0.4) q[0], q[1], q[2];");
    double[][] thrice = Simulation.of(head + "ctrl @ pow(3) @ g(0.4) q[0], q[1], q[2];");
    assertThat(Simulation.difference(Simulation.product(controlled, once), Simulation.of(head)))
        .isLessThan(1e-14);
    assertThat(
            Simulation.difference(
                Simulation.product(controlled, Simulation.product(controlled, controlled)), thrice))
        .isLessThan(1e-14);
    double[][] expected =
        Simulation.product(
            Simulation.of(head + "p(0.4/3) q[0];"),
            Simulation.of(
                head
                    + "ch q[0], q[1]; ccx q[0], q[1], q[2]; cry(0.4) q[0], q[2]; ctrl @ u2(0.4, 0.1) q[0], q[1];"));
    assertThat(Simulation.difference(controlled, expected)).isLessThan(1e-14);
    assertThat(g[0]).hasSize(16);
  }

  @Test
  void negativeControlsActWhereTheQubitIsZero() {
    String head = Texts.HEAD + "qubit[2] q;\n";
    assertThat(
            Simulation.difference(
                Simulation.of(head + "negctrl @ sx q[0], q[1]; ctrl @ sx q[0], q[1];"),
                Simulation.controlled(Simulation.of(.5, .5, .5, -.5, .5, -.5, .5, .5))))
        .isGreaterThan(0.1);
    assertThat(
            Simulation.difference(
                Simulation.of(head + "negctrl @ sx q[0], q[1]; ctrl @ sx q[0], q[1];"),
                Simulation.of(head + "sx q[1];")))
        .isLessThan(1e-14);
  }

  @Test
  void manyGatesAreRead() {
    Circuit circuit =
        Texts.circuit(
            Texts.HEAD + "qubit[2] q;\nfor int i in [1:100000] { x q[0]; cx q[0], q[1]; }\n");
    assertThat(circuit.gates()).hasSize(200_000);
  }

  /// U is RZ·RY·RZ and a phase, of which the circuit has three gates; `negctrl @ x` three; `id` and
  /// phases none; a defined gate those of its body, unless it is modified.
  @Test
  void callsTellWhatTheFileSays() {
    QasmCircuit read =
        Texts.read(
            INPUTS
                + """
                gate g(a) s, t { h s; rx(a) t; }
                U(theta[0], theta[1], theta[2]) q[1];
                id q[0]; gphase(0.3);
                negctrl @ x q[2], q[0];
                g(theta[3]) q[3], q[2]; inv @ g(0.1) q[3], q[2];
                  h q[0:1];
                """);
    int line = (int) INPUTS.lines().count() + 1;
    assertThat(read.calls())
        .containsExactly(
            new GateCall("U", List.of(1), 3, false, line + 1, 1),
            new GateCall("id", List.of(0), 3, false, line + 2, 1),
            new GateCall("gphase", List.of(), 3, false, line + 2, 10),
            new GateCall("cx", List.of(2, 0), 6, false, line + 3, 11),
            new GateCall("h", List.of(3), 7, false, line, 18),
            new GateCall("rx", List.of(2), 8, false, line, 23),
            new GateCall("g", List.of(3, 2), 8, true, line + 4, 1),
            new GateCall("g", List.of(3, 2), 10, false, line + 4, 31),
            new GateCall("h", List.of(0), 11, false, line + 5, 3),
            new GateCall("h", List.of(1), 12, false, line + 5, 3));
  }
}
