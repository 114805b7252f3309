package org.meanfield.limits.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Residual;

class ResidualCurveTest {
  /// Of the degree of a piece, and another number beside it.
  private static final Residual POLYNOMIAL =
      (t, out) -> {
        out[0] = 1 - 2 * t + Math.pow(t, ResidualCurve.DEGREE);
        out[1] = 3 * t * t;
      };

  private static ResidualCurve curve(Residual of, double... ends) {
    double[] start = new double[2];
    of.at(0, start);
    ResidualCurve.Builder builder = new ResidualCurve.Builder(start);
    for (double end : ends) {
      builder.add(end, of);
    }
    return builder.build();
  }

  @Test
  void polynomialsOfTheDegreeAreReproduced() {
    ResidualCurve curve = curve(POLYNOMIAL, 0.3, 0.4, 1);
    double[] expected = new double[2];
    double[] out = new double[2];
    for (double t = 0; t <= 1; t += 1.0 / 64) {
      POLYNOMIAL.at(t, expected);
      curve.at(t, out);
      assertThat(out).containsExactly(expected, within(1e-14));
    }
  }

  @Test
  void breaksAndEndsAreTheSamplesThemselves() {
    ResidualCurve curve = curve(POLYNOMIAL, 0.3, 0.4, 1);
    double[] expected = new double[2];
    double[] out = new double[2];
    for (double t : new double[] {0, 0.3, 0.4, 1}) {
      POLYNOMIAL.at(t, expected);
      curve.at(t, out);
      assertThat(out).containsExactly(expected);
    }
  }

  @Test
  void smoothFunctionsConvergeWithTheNinthPower() {
    Residual smooth =
        (t, out) -> {
          out[0] = Math.exp(-4 * t);
          out[1] = 0;
        };
    double coarse =
        ResidualCurve.distance(curve(smooth, 1), curve(smooth, 0.25, 0.5, 0.75, 1), 2, probes());
    double fine =
        ResidualCurve.distance(
            curve(smooth, 0.5, 1), curve(smooth, 0.25, 0.5, 0.75, 1), 2, probes());
    // e^{−4t} on one piece: 4⁹/9! · 2 · 4⁻⁹ = 5.5e-6; half as long ones: 2⁹ times less, or more for
    // the coarse sum is the first piece's.
    assertThat(coarse).isBetween(1e-7, 6e-6);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(7.5, 10.5);
  }

  private static List<Double> probes() {
    return ResidualCurve.probes(List.of(0.0, 1.0));
  }

  @Test
  void constantWhereNoTimePasses() {
    double[] out = new double[2];
    curve(POLYNOMIAL).at(0, out);
    assertThat(out).containsExactly(1, 0);
  }

  @Test
  void roundingBeyondTheEndIsForgiven() {
    double[] out = new double[2];
    curve(POLYNOMIAL, 1).at(Math.nextUp(1.0), out);
    assertThat(out).containsExactly(new double[] {0, 3}, within(1e-13));
  }

  @Test
  void timesOutsideAreRefused() {
    ResidualCurve curve = curve(POLYNOMIAL, 1);
    for (double t : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> curve.at(t, new double[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[0, 1.0]");
    }
  }
}
