package org.meanfield.qasm;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every gate that a file need not define, against its matrix; and controlled, where the phase
/// matters, too.
class StandardGatesTest {
  /// Some ten roundings of numbers ≤ 1; 9e−16 was measured.
  private static final double ROUND_OFF = 1e-14;

  private static final double R = sqrt(0.5);
  private static final double A = 0.7;
  private static final double B = -1.3;
  private static final double C = 2.1;
  private static final double D = 0.4;

  static Stream<Arguments> gates() {
    double[][] x = Simulation.of(0, 0, 1, 0, 1, 0, 0, 0);
    double[][] y = Simulation.of(0, 0, 0, -1, 0, 1, 0, 0);
    double[][] z = diagonal(0, PI);
    double[][] h = Simulation.of(R, 0, R, 0, R, 0, -R, 0);
    double[][] sx = Simulation.of(.5, .5, .5, -.5, .5, -.5, .5, .5);
    double[][] sxdg = Simulation.of(.5, -.5, .5, .5, .5, .5, .5, -.5);
    double[][] rx = rx(A);
    double[][] ry = Simulation.of(cos(A / 2), 0, -sin(A / 2), 0, sin(A / 2), 0, cos(A / 2), 0);
    double[][] rz = diagonal(-A / 2, A / 2);
    double[][] swap = permutation(0, 2, 1, 3);
    double[][] iswap = permutation(0, 2, 1, 3);
    iswap[0][6] = 0;
    iswap[1][6] = 1;
    iswap[0][9] = 0;
    iswap[1][9] = 1;
    // Both from the documentation of Qiskit, in our order of the qubits.
    double[][] rccx = permutation(0, 1, 2, 3, 4, 5, 7, 6);
    rccx[0][5 * 8 + 5] = -1;
    rccx[0][6 * 8 + 7] = 0;
    rccx[1][6 * 8 + 7] = -1;
    rccx[0][7 * 8 + 6] = 0;
    rccx[1][7 * 8 + 6] = 1;
    double[][] rc3x = permutation(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 14);
    rc3x[0][12 * 16 + 12] = 0;
    rc3x[1][12 * 16 + 12] = 1;
    rc3x[0][13 * 16 + 13] = 0;
    rc3x[1][13 * 16 + 13] = -1;
    rc3x[0][15 * 16 + 14] = -1;
    return Stream.of(
        arguments("id", 1, diagonal(0, 0)),
        arguments("x", 1, x),
        arguments("y", 1, y),
        arguments("z", 1, z),
        arguments("h", 1, h),
        arguments("s", 1, diagonal(0, PI / 2)),
        arguments("sdg", 1, diagonal(0, -PI / 2)),
        arguments("t", 1, diagonal(0, PI / 4)),
        arguments("tdg", 1, diagonal(0, -PI / 4)),
        arguments("sx", 1, sx),
        arguments("sxdg", 1, sxdg),
        arguments("rx(0.7)", 1, rx),
        arguments("ry(0.7)", 1, ry),
        arguments("rz(0.7)", 1, rz),
        arguments("p(0.7)", 1, diagonal(0, A)),
        arguments("phase(0.7)", 1, diagonal(0, A)),
        arguments("u1(0.7)", 1, diagonal(0, A)),
        arguments("u2(0.7, -1.3)", 1, phased(u(PI / 2, A, B), -(A + B) / 2)),
        arguments("u3(0.7, -1.3, 2.1)", 1, phased(u(A, B, C), -(B + C) / 2)),
        arguments("u(0.7, -1.3, 2.1)", 1, u(A, B, C)),
        arguments("U(0.7, -1.3, 2.1)", 1, phased(u(A, B, C), A / 2)),
        arguments("r(0.7, -1.3)", 1, inPlane()),
        arguments("cx", 2, Simulation.controlled(x)),
        arguments("CX", 2, Simulation.controlled(x)),
        arguments("cy", 2, Simulation.controlled(y)),
        arguments("cz", 2, Simulation.controlled(z)),
        arguments("ch", 2, Simulation.controlled(h)),
        arguments("cs", 2, Simulation.controlled(diagonal(0, PI / 2))),
        arguments("csdg", 2, Simulation.controlled(diagonal(0, -PI / 2))),
        arguments("csx", 2, Simulation.controlled(sx)),
        arguments("cp(0.7)", 2, diagonal(0, 0, 0, A)),
        arguments("cphase(0.7)", 2, diagonal(0, 0, 0, A)),
        arguments("cu1(0.7)", 2, diagonal(0, 0, 0, A)),
        arguments("crx(0.7)", 2, Simulation.controlled(rx)),
        arguments("cry(0.7)", 2, Simulation.controlled(ry)),
        arguments("crz(0.7)", 2, Simulation.controlled(rz)),
        arguments("cu3(0.7, -1.3, 2.1)", 2, Simulation.controlled(u(A, B, C))),
        arguments("cu(0.7, -1.3, 2.1, 0.4)", 2, Simulation.controlled(phased(u(A, B, C), D))),
        arguments("swap", 2, swap),
        arguments("iswap", 2, iswap),
        arguments("dcx", 2, permutation(0, 3, 1, 2)),
        arguments(
            "rxx(0.7)", 2, ising(new double[] {0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0})),
        arguments(
            "ryy(0.7)", 2, ising(new double[] {0, 0, 0, -1, 0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 0})),
        arguments("rzz(0.7)", 2, diagonal(-A / 2, A / 2, A / 2, -A / 2)),
        arguments(
            "rzx(0.7)", 2, ising(new double[] {0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, -1, 0, 0, -1, 0})),
        arguments(
            "ecr",
            2,
            Simulation.of(
                0, 0, 0, 0, R, 0, 0, R, 0, 0, 0, 0, 0, R, R, 0, R, 0, 0, -R, 0, 0, 0, 0, 0, -R, R,
                0, 0, 0, 0, 0)),
        arguments("ccx", 3, Simulation.controlled(Simulation.controlled(x))),
        arguments("ccz", 3, Simulation.controlled(Simulation.controlled(z))),
        arguments("cswap", 3, Simulation.controlled(swap)),
        arguments("rccx", 3, rccx),
        arguments("rc3x", 4, rc3x),
        arguments("c3x", 4, Simulation.controlled(Simulation.controlled(Simulation.controlled(x)))),
        arguments(
            "c3sqrtx", 4, Simulation.controlled(Simulation.controlled(Simulation.controlled(sx)))),
        arguments(
            "c4x",
            5,
            Simulation.controlled(
                Simulation.controlled(Simulation.controlled(Simulation.controlled(x))))));
  }

  /// ((cos θ/2, −e^{iλ} sin θ/2), (e^{iφ} sin θ/2, e^{i(φ+λ)} cos θ/2)).
  private static double[][] u(double theta, double phi, double lambda) {
    double c = cos(theta / 2);
    double s = sin(theta / 2);
    return Simulation.of(
        c,
        0,
        -cos(lambda) * s,
        -sin(lambda) * s,
        cos(phi) * s,
        sin(phi) * s,
        cos(phi + lambda) * c,
        sin(phi + lambda) * c);
  }

  private static double[][] rx(double a) {
    return Simulation.of(cos(a / 2), 0, 0, -sin(a / 2), 0, -sin(a / 2), cos(a / 2), 0);
  }

  /// exp(−i·0.35·(cos φ X + sin φ Y)), φ = −1.3.
  private static double[][] inPlane() {
    double s = sin(A / 2);
    return Simulation.of(
        cos(A / 2), 0, -sin(B) * s, -cos(B) * s, sin(B) * s, -cos(B) * s, cos(A / 2), 0);
  }

  private static double[][] phased(double[][] matrix, double phase) {
    double[][] product = new double[2][matrix[0].length];
    for (int e = 0; e < matrix[0].length; e++) {
      product[0][e] = cos(phase) * matrix[0][e] - sin(phase) * matrix[1][e];
      product[1][e] = sin(phase) * matrix[0][e] + cos(phase) * matrix[1][e];
    }
    return product;
  }

  private static double[][] diagonal(double... phases) {
    int n = phases.length;
    double[][] matrix = new double[2][n * n];
    for (int i = 0; i < n; i++) {
      matrix[0][i * n + i] = cos(phases[i]);
      matrix[1][i * n + i] = sin(phases[i]);
    }
    return matrix;
  }

  /// |i⟩ ↦ |to[i]⟩.
  private static double[][] permutation(int... to) {
    double[][] matrix = new double[2][to.length * to.length];
    for (int i = 0; i < to.length; i++) {
      matrix[0][to[i] * to.length + i] = 1;
    }
    return matrix;
  }

  /// cos(0.35) − i sin(0.35) P for a real P.
  private static double[][] ising(double[] p) {
    double[][] matrix = new double[2][16];
    for (int e = 0; e < 16; e++) {
      matrix[0][e] = e % 5 == 0 ? cos(A / 2) : 0;
      matrix[1][e] = -sin(A / 2) * p[e];
    }
    return matrix;
  }

  private static String qubits(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(q -> "q[" + q + "]")
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gates")
  void hasItsMatrix(String gate, int qubits, double[][] matrix) {
    String text = Texts.HEAD + "qubit[%d] q;\n%s %s;\n".formatted(qubits, gate, qubits(0, qubits));
    assertThat(Simulation.difference(matrix, Simulation.of(text))).isLessThan(ROUND_OFF);
  }

  @ParameterizedTest(name = "ctrl @ {0}")
  @MethodSource("gates")
  void hasItsPhase(String gate, int qubits, double[][] matrix) {
    String text =
        Texts.HEAD
            + "qubit[%d] q;\nctrl @ %s %s;\n".formatted(qubits + 1, gate, qubits(0, qubits + 1));
    assertThat(Simulation.difference(Simulation.controlled(matrix), Simulation.of(text)))
        .isLessThan(ROUND_OFF);
  }

  @ParameterizedTest(name = "inv @ {0}")
  @MethodSource("gates")
  void isUndoneByItsInverse(String gate, int qubits, double[][] matrix) {
    String on = qubits(0, qubits + 1);
    String text =
        Texts.HEAD
            + "qubit[%d] q;\nctrl @ %s %s;\nctrl @ inv @ %s %s;\n"
                .formatted(qubits + 1, gate, on, gate, on);
    double[] phases = new double[1 << (qubits + 1)];
    assertThat(Simulation.difference(diagonal(phases), Simulation.of(text))).isLessThan(ROUND_OFF);
  }

  /// The definitions of the language's specification, 3.1, in its own two gates.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | ctrl @ gate1 | U(π, 0, π) a; gphase(-π/2);",
        "y | ctrl @ gate1 | U(π, π/2, π/2) a; gphase(-π/2);",
        "h | ctrl @ gate1 | U(π/2, 0, π) a; gphase(-π/4);",
        "sx | ctrl @ gate1 | pow(1/2) @ x a;",
        "t | ctrl @ gate1 | pow(1/2) @ s a;",
        "tdg | ctrl @ gate1 | inv @ pow(1/2) @ s a;",
        "rx(0.7) | ctrl @ gate1 | U(0.7, -π/2, π/2) a; gphase(-0.7/2);",
        "ry(0.7) | ctrl @ gate1 | U(0.7, 0, 0) a; gphase(-0.7/2);",
        "rz(0.7) | ctrl @ gate1 | gphase(-0.7/2); U(0, 0, 0.7) a;",
        "p(0.7) | ctrl @ gate1 | ctrl @ gphase(0.7) a;",
        "u2(0.7, -1.3) | ctrl @ gate1 | gphase(-(0.7-1.3+π/2)/2); U(π/2, 0.7, -1.3) a;",
        "u3(0.7, -1.3, 2.1) | ctrl @ gate1 | gphase(-(0.7-1.3+2.1)/2); U(0.7, -1.3, 2.1) a;"
      })
  void agreesWithTheSpecification(String gate, String modified, String body) {
    String head = Texts.HEAD + "qubit[2] q;\n";
    double[][] own = Simulation.of(head + "ctrl @ %s q[0], q[1];\n".formatted(gate));
    double[][] defined =
        Simulation.of(head + "gate gate1 a { %s }\n".formatted(body) + modified + " q[0], q[1];\n");
    assertThat(Simulation.difference(own, defined)).isLessThan(ROUND_OFF);
  }

  @Test
  void comparisonSeesPhasesUnderControlAndSmallErrors() {
    assertThat(
            Simulation.difference(
                Simulation.controlled(rx(A)), Simulation.controlled(phased(rx(A), 0.1))))
        .isGreaterThan(0.01);
    assertThat(Simulation.difference(rx(A), phased(rx(A), 0.1))).isLessThan(ROUND_OFF);
    assertThat(Simulation.difference(rx(A), rx(A + 1e-6))).isGreaterThan(1e-7);
  }
}
