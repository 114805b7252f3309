package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AngleTest {
  private static final double[] NONE = {};

  @Test
  void anglesAreSumsOfTheirParts() {
    Angle angle = Angle.theta(1).times(2).plus(Angle.feature(0).times(-0.5)).plus(0.25);
    assertThat(angle.at(new double[] {9, 3}, new double[] {4})).isEqualTo(2 * 3 - 0.5 * 4 + 0.25);
    assertThat(angle.trains()).isTrue();
    assertThat(angle.encodes()).isTrue();
    assertThat(angle).hasToString("2.0*theta1 - 0.5*x0 + 0.25");
  }

  @Test
  void partsOfOneParameterAreMergedAndThoseOfNoneLeftOut() {
    Angle twice = Angle.theta(2).plus(Angle.theta(0)).plus(Angle.theta(2));
    assertThat(twice.shares()).containsExactly(new Angle.Share(0, 1), new Angle.Share(2, 2));
    Angle nothing = Angle.theta(2).plus(Angle.theta(2).times(-1));
    assertThat(nothing).isEqualTo(Angle.of(0)).hasToString("0.0");
    assertThat(nothing.trains()).isFalse();
    assertThat(nothing.encodes()).isFalse();
  }

  @Test
  void evaluationIsLinear() {
    RandomGenerator random = new SplittableRandom(11);
    double[] theta = random.doubles(3, -4, 4).toArray();
    double[] x = random.doubles(2, -4, 4).toArray();
    Angle a = Angle.theta(0).times(0.3).plus(Angle.feature(1)).plus(2);
    Angle b = Angle.theta(2).plus(Angle.of(Encoding.feature(0).times(Encoding.feature(1))));
    // Sums of four numbers of size 16: a few units in the last place.
    assertThat(a.plus(b.times(-3)).at(theta, x))
        .isCloseTo(a.at(theta, x) - 3 * b.at(theta, x), within(1e-14));
  }

  @Test
  void anglesWithoutMeaningAreRefused() {
    assertThatThrownBy(() -> Angle.theta(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a parameter's index must be ≥ 0, got -1");
    assertThatThrownBy(() -> Angle.theta(0).times(Double.POSITIVE_INFINITY))
        .hasMessage("a parameter's scale must be finite, got Infinity");
    assertThatThrownBy(() -> Angle.theta(0).plus(Double.NaN))
        .hasMessage("an angle must be finite, got NaN");
    assertThatThrownBy(() -> Angle.feature(-1))
        .hasMessage("a monomial needs features with indices ≥ 0, got [-1]");
    assertThatThrownBy(() -> Angle.feature(0).at(NONE, NONE))
        .hasMessage("the circuit encodes features, the inputs have none");
    assertThatThrownBy(() -> new Encoding.Monomial(1, List.of()))
        .hasMessage("a monomial needs features with indices ≥ 0, got []");
  }

  @Test
  void encodingsMultiplyAsPolynomials() {
    Encoding g = Encoding.feature(0).plus(Encoding.constant(2));
    Encoding h = Encoding.feature(1).times(3).plus(Encoding.feature(0));
    Encoding product = g.times(h);
    assertThat(product.degree()).isEqualTo(2);
    assertThat(product.constant()).isZero();
    double[] x = {0.7, -1.3};
    assertThat(product.at(x)).isCloseTo((0.7 + 2) * (3 * -1.3 + 0.7), within(1e-15));
    assertThat(Encoding.feature(0).times(Encoding.feature(1)))
        .isEqualTo(Encoding.feature(1).times(Encoding.feature(0)))
        .hasToString("x0*x1");
  }

  @Test
  void monomialsThatCancelAreGone() {
    Encoding g = Encoding.feature(0).plus(Encoding.constant(1));
    Encoding square = g.times(g.plus(Encoding.constant(-2)));
    assertThat(square.monomials()).containsExactly(new Encoding.Monomial(1, List.of(0, 0)));
    assertThat(square.constant()).isEqualTo(-1);
    assertThat(g.times(-1).plus(g)).isEqualTo(Encoding.constant(-0.0));
    assertThat(g.plus(g.times(-1)).isConstant()).isTrue();
    assertThat(g.plus(g.times(-1)).degree()).isZero();
  }

  @Test
  void featuresAreTakenModuloTheirNumber() {
    assertThat(Angle.feature(5).at(NONE, new double[] {10, 20, 30})).isEqualTo(30);
  }
}
