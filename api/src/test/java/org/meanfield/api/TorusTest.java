package org.meanfield.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TorusTest {
  private static final double PI = Math.PI;

  @Test
  void differenceIsTheShortestSignedWay() {
    Torus circle = Torus.standard(1);
    assertThat(circle.difference(0, 0.1, 2 * PI - 0.1)).isCloseTo(0.2, within(1e-15));
    assertThat(circle.difference(0, 2 * PI - 0.1, 0.1)).isCloseTo(-0.2, within(1e-15));
    assertThat(circle.difference(0, 1, 1)).isZero();
    assertThat(Math.abs(circle.difference(0, PI, 0))).isEqualTo(PI);
  }

  @Test
  void differenceForgetsWholeTurns() {
    Torus circle = Torus.standard(1);
    // 100 turns are rounded to 6e-14.
    assertThat(circle.difference(0, 1 + 200 * PI, 0.5)).isCloseTo(0.5, within(1e-13));
    assertThat(circle.difference(0, 1 - 200 * PI, 0.5)).isCloseTo(0.5, within(1e-13));
  }

  @Test
  void wrappedAnglesAreInTheFundamentalDomain() {
    Torus circle = Torus.standard(1);
    assertThat(circle.wrap(0, -0.25)).isCloseTo(2 * PI - 0.25, within(1e-15));
    assertThat(circle.wrap(0, 2 * PI)).isZero();
    assertThat(circle.wrap(0, 7)).isCloseTo(7 - 2 * PI, within(1e-15));
    // −1e-300 + 2π rounds to 2π, which is 0.
    assertThat(circle.wrap(0, -1e-300)).isZero();
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 10_000; draw++) {
      double a = 1000 * (random.nextDouble() - 0.5);
      double wrapped = circle.wrap(0, a);
      assertThat(wrapped >= 0 && wrapped < 2 * PI).as("%s wrapped to %s", a, wrapped).isTrue();
      assertThat(circle.difference(0, a, wrapped)).isCloseTo(0, within(2e-13));
    }
  }

  @Test
  void distancesAreThoseOfTheMetrics() {
    Torus torus = Torus.standard(2);
    double[] x = {0.1, 3};
    double[] y = {2 * PI - 0.2, 3.4};
    assertThat(torus.distance(Metric.L1, x, y)).isCloseTo(0.7, within(1e-15));
    assertThat(torus.distance(Metric.L2, x, y)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void lineAndTorusMayBeMixed() {
    Torus tube = Torus.withPeriods(1, Double.POSITIVE_INFINITY);
    assertThat(tube.distance(Metric.L1, new double[] {0.9, 100}, new double[] {0.1, -100}))
        .isCloseTo(200.2, within(1e-13));
    assertThat(tube.wrap(1, -7)).isEqualTo(-7);
    assertThat(tube.diameter(Metric.L1)).isInfinite();
  }

  @Test
  void diametersAreHalfPeriods() {
    assertThat(Torus.standard(4).diameter(Metric.L1)).isCloseTo(4 * PI, within(1e-14));
    assertThat(Torus.standard(4).diameter(Metric.L2)).isCloseTo(2 * PI, within(1e-14));
  }

  @Test
  void periodsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Torus.withPeriods(1, 0)).hasMessage("period 1 must be > 0, got 0.0");
    assertThatThrownBy(() -> Torus.withPeriods(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Torus.withPeriods()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Torus.standard(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toriOfEqualPeriodsAreEqual() {
    assertThat(Torus.standard(2)).isEqualTo(Torus.withPeriods(2 * PI, 2 * PI));
    assertThat(Torus.standard(2)).isNotEqualTo(Torus.euclidean(2));
    assertThat(Torus.standard(2)).hasSameHashCodeAs(Torus.withPeriods(2 * PI, 2 * PI));
  }
}
