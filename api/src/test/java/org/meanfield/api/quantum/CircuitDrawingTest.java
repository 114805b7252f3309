package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitDrawingTest {
  private static final double[] NONE = {};
  private static final Angle THETA = Angle.theta(0);
  private static final Unitary FLIP =
      Unitary.of(1, new double[] {0, 1, 1, 0}, new double[] {0, 0, 0, 0});

  /// Every kind of gate.
  private static Circuit everything() {
    return Circuit.on(4)
        .rotate(Pauli.Y, 0, Angle.feature(0))
        .rotate(Pauli.Y, 1, Angle.feature(1))
        .gate(StandardGate.H, 2)
        .controlledNot(0, 1)
        .controlledZ(3, 1)
        .gate(StandardGate.CCX, 0, 2, 1)
        .gate(StandardGate.CSWAP, 0, 2, 3)
        .gate(StandardGate.CH, 2, 1)
        .gate(StandardGate.ISWAP, 3, 1)
        .gate(StandardGate.SDG, 0)
        .rotate(
            PauliString.identity(4).with(0, Pauli.X).with(2, Pauli.Z).with(3, Pauli.Y),
            THETA.times(2).plus(Math.PI / 4))
        .rotateControlled(Pauli.X, 0, 2, THETA.times(0.5))
        .evolve(PauliSum.parse("0.7*X0*X1 - 0.4*Z0*Z1", 4), Angle.theta(1))
        .unitary("<V>", FLIP.controlled(), 3, 0)
        .unitary("oracle", FLIP, 2)
        .disturb(QuantumChannel.depolarising(0.04), 0)
        .disturb(new QuantumChannel.AmplitudeDamping(0.1), 1)
        .disturb(new QuantumChannel.Flip(0.1, 0.2, 0.3), 2)
        .build();
  }

  @Test
  void everyKindOfGateHasItsSign() {
    assertThat(CircuitDrawing.of(everything()).text(200))
        .isEqualTo(
            """
                 ┌──────┐         ┌──┐         ┌─────────┐            ┌──────┐ ┌───┐ ┌──────────┐
            q0 ──┤RY(x₀)├─●───●─●─┤S†├─────────┤    X    ├──────●─────┤      ├─┤ 1 ├─┤depol 0.04├────────────────────────
                 ├──────┤ │   │ │ ├──┤ ┌─────┐ │2θ₀ + π/4│      │     │G₁(θ₁)│ │<V>│ ├──────────┤
            q1 ──┤RY(x₁)├─⊕─●─⊕─┼─┤H ├─┤  1  ├─┼─────────┼──────┼─────┤      ├─┼───┼─┤ damp 0.1 ├────────────────────────
                 ├──────┤   │ │ │ └─┬┘ │iSWAP│ │         │ ┌────┴───┐ └──────┘ │   │ ├──────────┤ ┌───────────────────┐
            q2 ──┤  H   ├───┼─●─×───●──┼─────┼─┤    Z    ├─┤RX(θ₀/2)├──────────┼───┼─┤  oracle  ├─┤X 0.1, Y 0.2, Z 0.3├──
                 └──────┘   │   │      │     │ │         │ └────────┘          │   │ └──────────┘ └───────────────────┘
            q3 ─────────────●───×──────┤  0  ├─┤    Y    ├─────────────────────┤ 0 ├─────────────────────────────────────
                                       └─────┘ └─────────┘                     └───┘
            G₁ = 0.7*X0*X1 - 0.4*Z0*Z1
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 50, 80, 100})
  void linesAreNoLongerThanAsked(int width) {
    String text = CircuitDrawing.of(everything()).text(width);
    assertThat(text.lines().filter(line -> !line.startsWith("G")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    // Each band has all wires, and each box stands in one of them.
    assertThat(text.lines().filter(line -> line.startsWith("q")).count() % 4).isZero();
    for (String label : List.of("RY(x₀)", "S†", "iSWAP", "2θ₀ + π/4", "RX(θ₀/2)", "G₁(θ₁)")) {
      assertThat(text).containsOnlyOnce(label);
    }
  }

  @Test
  void aColumnWiderThanTheLineStandsAlone() {
    String text = CircuitDrawing.of(everything()).text(1);
    assertThat(text.lines().filter(line -> line.startsWith("q0")))
        .hasSize(CircuitDrawing.of(everything()).columns());
  }

  /// CZ ring on four qubits: three pairs and the one that crosses all wires; see `ring`.
  @Test
  void gatesStandAsFarLeftAsTheirWiresAllow() {
    Circuit circuit =
        Circuit.on(4)
            .controlledZ(0, 1)
            .controlledZ(2, 3)
            .controlledZ(1, 2)
            .controlledZ(3, 0)
            .gate(StandardGate.X, 0)
            .build();
    assertThat(CircuitDrawing.of(circuit).columns()).isEqualTo(4);
    assertThat(circuit)
        .hasToString(
            """
                       ┌─┐
            q0 ──●───●─┤X├──
                 │   │ └─┘
            q1 ──●─●─┼──────
                   │ │
            q2 ──●─●─┼──────
                 │   │
            q3 ──●───●──────
            """);
  }

  @Test
  void circuitsWithoutGatesAreWires() {
    assertThat(Circuit.on(2).build()).hasToString("q0 ───\nq1 ───\n");
    assertThat(CircuitDrawing.of(Circuit.on(2).build()).svg(500)).contains(">q1</text>");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, θ₀",
    "-1, 0, 0, −θ₀",
    "2, 1, 0, 2θ₀ + x₁",
    "0.5, -1, 0, θ₀/2 − x₁",
    "0.7, 0.25, 0, 0.7θ₀ + x₁/4",
    "0.123456, 0, 0, 0.1235θ₀",
    "0, 0, 3.141592653589793, π",
    "0, 0, -1.5707963267948966, −π/2",
    "0, 0, 2.356194490192345, 3π/4",
    "0, 0, 0.3, 0.3",
    "0, 0, 0, 0",
    "1, 0, -0.7853981633974483, θ₀ − π/4",
    "0, 3.141592653589793, 0, πx₁",
    "1e-9, 0, 0, 1E−9θ₀",
  })
  void anglesAreWrittenAsByHand(double a, double b, double c, String text) {
    Angle angle = THETA.times(a).plus(Angle.feature(1).times(b)).plus(c);
    assertThat(AngleText.of(angle)).isEqualTo(text);
  }

  @Test
  void powersAndLargeIndicesAreWritten() {
    Encoding square = Encoding.feature(0).times(Encoding.feature(0)).times(Encoding.feature(12));
    assertThat(AngleText.of(Angle.of(square.times(2)).plus(Angle.theta(105))))
        .isEqualTo("θ₁₀₅ + 2x₀²x₁₂");
  }

  @Test
  void longAnglesAreToldBelowAsInBoxes() {
    Angle angle = THETA.plus(Angle.feature(0).times(0.123456789)).plus(Angle.feature(1)).plus(1.25);
    Angle other =
        Angle.of(Encoding.feature(0).times(Encoding.feature(1)).times(2))
            .plus(Angle.feature(0).times(-6.283))
            .plus(Angle.feature(1).times(-2 * Math.PI))
            .plus(1);
    CircuitDrawing drawing =
        CircuitDrawing.of(
            Circuit.on(1)
                .rotate(Pauli.X, 0, angle)
                .rotate(Pauli.X, 0, other)
                .rotate(Pauli.Z, 0, angle)
                .build());
    String text = drawing.text(100);
    assertThat(text)
        .contains("RX(φ₁)")
        .contains("RX(φ₂)")
        .contains("RZ(φ₁)")
        .contains("\nφ₁ = θ₀ + 0.1235x₀ + x₁ + 1.25\n")
        .contains("\nφ₂ = 2x₀x₁ − 6.283x₀ − 2πx₁ + 1\n")
        .doesNotContain("*");
    assertThat(drawing.svg(900)).contains("φ₁ = θ₀ + 0.1235x₀ + x₁ + 1.25");
  }

  /// What is drawn as a controlled rotation is one: RX(scale·θ) where the controls say so.
  @ParameterizedTest
  @CsvSource({
    "0.5*X2 - 0.5*X2*Z1, 1, 1",
    "-0.25*X2 + 0.25*X2*Z1, -0.5, 1",
    "0.25*X2 - 0.25*X2*Z0 - 0.25*X2*Z1 + 0.25*X2*Z0*Z1, 1, 2",
  })
  void controlledTurnsAreWhatTheyAreDrawnAs(String generator, double scale, int controls) {
    PauliSum sum = PauliSum.parse(generator, 3);
    ControlledTurn turn = ControlledTurn.of(sum).orElseThrow();
    assertThat(turn.scale()).isEqualTo(scale);
    assertThat(turn.controls()).hasSize(controls).doesNotContainValue(false);
    double[] theta = {0.83};
    Unitary expected =
        Acted.matrix(Circuit.on(1).rotate(Pauli.X, 0, THETA.times(scale)).build(), theta, NONE);
    for (int c = 0; c < controls; c++) {
      expected = expected.controlled();
    }
    int[] on = controls == 1 ? new int[] {1, 2} : new int[] {0, 1, 2};
    Unitary drawn =
        Acted.matrix(Circuit.on(3).unitary("expected", expected, on).build(), NONE, NONE);
    Unitary evolved = Acted.matrix(Circuit.on(3).evolve(sum, THETA).build(), theta, NONE);
    assertThat(Acted.distance(evolved, drawn)).isCloseTo(0, within(1e-14));
  }

  /// diag(1, 1, 1, e^{iφ}).
  @Test
  void controlledPhasesAreWhatTheyAreDrawnAs() {
    PauliSum sum = PauliSum.parse("0.5*Z0 + 0.5*Z1 - 0.5*Z0*Z1 + 3*I", 2);
    ControlledTurn turn = ControlledTurn.of(sum).orElseThrow();
    assertThat(turn.target().isIdentity()).isTrue();
    assertThat(turn.scale()).isEqualTo(1);
    double phi = 0.83;
    double[] re = new double[16];
    double[] im = new double[16];
    for (int b = 0; b < 4; b++) {
      re[5 * b] = b == 3 ? Math.cos(phi) : 1;
      im[5 * b] = b == 3 ? Math.sin(phi) : 0;
    }
    Unitary evolved =
        Acted.matrix(Circuit.on(2).evolve(sum, THETA).build(), new double[] {phi}, NONE);
    assertThat(Acted.distance(evolved, Unitary.of(2, re, im))).isCloseTo(0, within(1e-14));
    assertThat(Circuit.on(2).evolve(sum, THETA).build().toString()).contains("P(θ₀)");
  }

  @Test
  void openDotsActOnZero() {
    Circuit circuit = Circuit.on(2).evolve(PauliSum.parse("0.5*X1 + 0.5*X1*Z0", 2), THETA).build();
    assertThat(circuit)
        .hasToString(
            """
            q0 ──────○─────
                 ┌───┴──┐
            q1 ──┤RX(θ₀)├──
                 └──────┘
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.7*X0*X1 - 0.4*Z0*Z1",
        "0.5*Z0 + 0.5*Z1",
        "0.5*X0*X1 - 0.5*X0*X1*Z2",
        "0.5*Z0 + 0.5*Z1 + 0.5*Z0*Z1",
        "0.5*X0 - 0.4*X0*Z1",
        "I"
      })
  void otherGeneratorsAreNoControlledTurns(String generator) {
    assertThat(ControlledTurn.of(PauliSum.parse(generator, 3))).isEqualTo(Optional.empty());
  }

  @Test
  void generatorsAreNumberedAndToldOnce() {
    PauliSum sum = PauliSum.parse("0.7*X0*X1 - 0.4*Z0*Z1", 3);
    String text = Circuit.on(3).evolve(sum, THETA).evolve(sum, Angle.theta(1)).build().toString();
    assertThat(text).contains("G₁(θ₀)").contains("G₁(θ₁)").endsWith("G₁ = 0.7*X0*X1 - 0.4*Z0*Z1\n");
    assertThat(text).containsOnlyOnce("G₁ =");
  }

  /// One element a line, every text escaped: no more is needed for a document to be well formed.
  @Test
  void svgIsWellFormed() {
    List<String> lines = CircuitDrawing.of(everything()).svg(400).lines().toList();
    int style = lines.indexOf("</style>");
    assertThat(lines.getFirst()).matches("<svg xmlns=\"http://www.w3.org/2000/svg\" .*>");
    assertThat(lines.getLast()).isEqualTo("</svg>");
    assertThat(lines.subList(style + 1, lines.size() - 1))
        .allMatch(line ->
            line.matches("<(rect|line|circle)( [a-z0-9]+=\"[^\"<&]*\")+/>")
                || line.matches("<text( [a-z]+=\"[^\"<&]*\")+>[^<>]*</text>"))
        .anyMatch(line -> line.contains("&lt;V&gt;"));
  }

  @Test
  void svgIsFoldedToItsWidth() {
    for (int width : new int[] {300, 500, 900}) {
      String svg = CircuitDrawing.of(everything()).svg(width);
      double shown =
          Double.parseDouble(svg.replaceFirst("(?s).* width=\"([0-9.]+)\" height.*", "$1"));
      assertThat(shown).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void labelsOfStrangersAreCutAndMadeVisible() {
    Circuit circuit =
        Circuit.on(1).unitary("a\nb", FLIP, 0).unitary("long".repeat(20), FLIP, 0).build();
    assertThat(circuit.toString()).contains("a\uFFFDb").contains("longlonglonglonglongl…");
    assertThat(CircuitDrawing.of(circuit).svg(900)).contains(">a\uFFFDb</text>");
  }
}
