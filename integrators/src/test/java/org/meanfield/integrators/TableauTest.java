package org.meanfield.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.plugin.Trait;

class TableauTest {
  /// A handful of products of numbers of size 1.
  private static final double ROUNDING = 1e-15;

  static Stream<FixedStepProvider> providers() {
    return Stream.of(new EulerProvider(), new HeunProvider(), new Rk4Provider());
  }

  /// The rooted-tree conditions up to order 4 (Hairer–Nørsett–Wanner 1993, table II.2.2).
  @ParameterizedTest
  @MethodSource("providers")
  void orderConditionsHold(FixedStepProvider provider) {
    Tableau method = provider.tableau();
    int order = ((Trait.Order) provider.descriptor().traits().getFirst()).p();
    IntToDoubleFunction c = method::node;
    IntToDoubleFunction ac = applied(method, c);
    assertThat(weighted(method, _ -> 1)).isCloseTo(1, within(ROUNDING));
    if (order >= 2) {
      assertThat(weighted(method, c)).isCloseTo(1.0 / 2, within(ROUNDING));
    }
    if (order >= 3) {
      assertThat(weighted(method, i -> c.applyAsDouble(i) * c.applyAsDouble(i)))
          .isCloseTo(1.0 / 3, within(ROUNDING));
      assertThat(weighted(method, ac)).isCloseTo(1.0 / 6, within(ROUNDING));
    }
    if (order >= 4) {
      assertThat(weighted(method, i -> Math.pow(c.applyAsDouble(i), 3)))
          .isCloseTo(1.0 / 4, within(ROUNDING));
      assertThat(weighted(method, i -> c.applyAsDouble(i) * ac.applyAsDouble(i)))
          .isCloseTo(1.0 / 8, within(ROUNDING));
      assertThat(weighted(method, applied(method, i -> Math.pow(c.applyAsDouble(i), 2))))
          .isCloseTo(1.0 / 12, within(ROUNDING));
      assertThat(weighted(method, applied(method, ac))).isCloseTo(1.0 / 24, within(ROUNDING));
    }
  }

  private static double weighted(Tableau method, IntToDoubleFunction stage) {
    double sum = 0;
    for (int i = 0; i < method.stages(); i++) {
      sum += method.weight(i) * stage.applyAsDouble(i);
    }
    return sum;
  }

  private static IntToDoubleFunction applied(Tableau method, IntToDoubleFunction stage) {
    return i -> {
      double sum = 0;
      for (int j = 0; j < i; j++) {
        sum += method.coefficient(i, j) * stage.applyAsDouble(j);
      }
      return sum;
    };
  }

  @Test
  void weightsThatDoNotSumToOneAreRefused() {
    assertThatThrownBy(() -> Tableau.of(new double[] {0.5, 0.4}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum to 1");
  }

  @Test
  void rowsOfTheWrongShapeAreRefused() {
    assertThatThrownBy(() -> Tableau.of(new double[] {0.5, 0.5}))
        .hasMessage("2 weights need 1 rows, got 0");
    assertThatThrownBy(() -> Tableau.of(new double[] {0.5, 0.5}, new double[] {1, 2}))
        .hasMessage("row 1 needs 1 numbers, got 2");
  }

  @Test
  void numbersAreCopied() {
    double[] weights = {0.5, 0.5};
    double[] row = {1};
    Tableau method = Tableau.of(weights, row);
    weights[0] = 7;
    row[0] = 7;
    assertThat(method.weight(0)).isEqualTo(0.5);
    assertThat(method.coefficient(1, 0)).isEqualTo(1);
    assertThat(method.node(1)).isEqualTo(1);
  }
}
