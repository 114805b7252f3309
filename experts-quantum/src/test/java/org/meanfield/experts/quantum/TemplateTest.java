package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;

/// Gate for gate.
class TemplateTest {
  @Test
  void ringEncodesOnceAndTurnsAboutYThenZ() {
    assertThat(written(Template.RING.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) CZ01 CZ12 CZ20 \
            Y0(t0) Y1(t1) Y2(t2) Z0(t3) Z1(t4) Z2(t5) CZ01 CZ12 CZ20 \
            Y0(t6) Y1(t7) Y2(t8) Z0(t9) Z1(t10) Z2(t11) CZ01 CZ12 CZ20\
            """);
    assertThat(Template.RING.observable(3).toString())
        .isEqualTo("0.3333333333333333*Z0 + 0.3333333333333333*Z1 + 0.3333333333333333*Z2");
  }

  @Test
  void ringOfTwoHasOneBondAndOfOneNone() {
    assertThat(written(Template.RING.circuit(2, 1)))
        .isEqualTo("Y0(x0) Y1(x1) CZ01 Y0(t0) Y1(t1) Z0(t2) Z1(t3) CZ01");
    assertThat(written(Template.RING.circuit(1, 1))).isEqualTo("Y0(x0) Y0(t0) Z0(t1)");
  }

  @Test
  void lineEncodesInEveryLayer() {
    assertThat(written(Template.LINE.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) X0(t0) X1(t1) X2(t2) CX01 CX12 \
            Y0(x0) Y1(x1) Y2(x2) X0(t3) X1(t4) X2(t5) CX01 CX12\
            """);
    assertThat(Template.LINE.observable(3).toString()).isEqualTo("1.0*Z0");
  }

  @Test
  void heisTurnsPairByPair() {
    assertThat(written(Template.HEIS.circuit(3, 2)))
        .isEqualTo(
            """
            Y0(x0) Y1(x1) Y2(x2) \
            X0*X1(t0) Y0*Y1(t1) Z0*Z1(t2) X1*X2(t3) Y1*Y2(t4) Z1*Z2(t5) X0(x0) X1(x1) X2(x2) \
            X0*X1(t6) Y0*Y1(t7) Z0*Z1(t8) X1*X2(t9) Y1*Y2(t10) Z1*Z2(t11) X0(x0) X1(x1) X2(x2)\
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
      case Gate.ControlledZ(int a, int b) -> "CZ" + a + b;
      case Gate.ControlledNot(int c, int t) -> "CX" + c + t;
      case Gate.Rotation(PauliString axis, Angle.Theta(int k)) -> axis + "(t" + k + ")";
      case Gate.Rotation(PauliString axis, Angle.Feature(int k)) -> axis + "(x" + k + ")";
      case Gate.Rotation(PauliString axis, Angle.Fixed(double a)) -> axis + "(" + a + ")";
    };
  }
}
