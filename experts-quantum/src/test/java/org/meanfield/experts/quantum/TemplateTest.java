package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.StandardGate;

/// Gate for gate.
class TemplateTest {
  @Test
  void ringEncodesOnceAndTurnsAboutYThenZ() {
    assertThat(written(Template.RING.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) CZ01 CZ12 CZ20 \
            Y0(theta0) Y1(theta1) Y2(theta2) Z0(theta3) Z1(theta4) Z2(theta5) CZ01 CZ12 CZ20 \
            Y0(theta6) Y1(theta7) Y2(theta8) Z0(theta9) Z1(theta10) Z2(theta11) CZ01 CZ12 CZ20\
            """);
    assertThat(Template.RING.observable(3).toString())
        .isEqualTo("0.3333333333333333*Z0 + 0.3333333333333333*Z1 + 0.3333333333333333*Z2");
  }

  @Test
  void ringOfTwoHasOneBondAndOfOneNone() {
    assertThat(written(Template.RING.circuit(2, 1)))
        .isEqualTo("Y0(x0) Y1(x1) CZ01 Y0(theta0) Y1(theta1) Z0(theta2) Z1(theta3) CZ01");
    assertThat(written(Template.RING.circuit(1, 1))).isEqualTo("Y0(x0) Y0(theta0) Z0(theta1)");
  }

  @Test
  void lineEncodesInEveryLayer() {
    assertThat(written(Template.LINE.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) X0(theta0) X1(theta1) X2(theta2) CX01 CX12 \
            Y0(x0) Y1(x1) Y2(x2) X0(theta3) X1(theta4) X2(theta5) CX01 CX12\
            """);
    assertThat(Template.LINE.observable(3).toString()).isEqualTo("1.0*Z0");
  }

  @Test
  void heisTurnsPairByPair() {
    assertThat(written(Template.HEIS.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) \
            X0*X1(theta0) Y0*Y1(theta1) Z0*Z1(theta2) X1*X2(theta3) Y1*Y2(theta4) Z1*Z2(theta5) X0(x0) X1(x1) X2(x2) \
            X0*X1(theta6) Y0*Y1(theta7) Z0*Z1(theta8) X1*X2(theta9) Y1*Y2(theta10) Z1*Z2(theta11) X0(x0) X1(x1) X2(x2)\
            """);
    assertThat(Template.HEIS.observable(3).toString()).isEqualTo("1.0*Z0");
  }

  @Test
  void ringAloneEncodesFirst() {
    assertThat(Template.RING.circuit(3, 2).encodesFirst()).isTrue();
    assertThat(Template.LINE.circuit(3, 2).encodesFirst()).isFalse();
    assertThat(Template.HEIS.circuit(3, 2).encodesFirst()).isFalse();
  }

  private static String written(Circuit circuit) {
    return circuit.gates().stream().map(TemplateTest::written).collect(Collectors.joining(" "));
  }

  private static String written(Gate gate) {
    return switch (gate) {
      case Gate.Named(StandardGate kind, List<Integer> on) ->
          kind + on.stream().map(String::valueOf).collect(Collectors.joining());
      case Gate.Rotation(PauliString axis, Angle angle) -> axis + "(" + angle + ")";
      default -> throw new AssertionError(gate);
    };
  }
}
