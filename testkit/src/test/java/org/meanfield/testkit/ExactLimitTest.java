package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExactLimitTest {
  /// ρ′ = ½ (1 − ρ²)(y − ρ) separates: t = ∫ 2 dρ / ((1 − ρ)(1 + ρ)(y − ρ)), by partial fractions.
  private static double time(double rho, double y) {
    return Math.log1p(-rho) / (1 - y)
        + Math.log1p(rho) / (1 + y)
        - 2 * Math.log1p(-rho / y) / ((1 - y) * (1 + y));
  }

  @Test
  void oneDatumFollowsTheImplicitSolution() {
    for (double y : new double[] {0.9, -0.4}) {
      for (double t : new double[] {0.3, 1, 2}) {
        // Measured: 4e-14.
        double rho = ExactLimit.oneDatum(y).moments(t)[0];
        assertThat(time(rho, y)).isCloseTo(t, within(1e-12));
      }
    }
  }

  @Test
  void oneDatumHasThePrintedValue() {
    assertThat(ExactLimit.oneDatum(0.9).moments(2)[0]).isCloseTo(0.525928, within(5e-7));
  }

  @Test
  void densityHasMassOneAndTheFirstMoment() {
    double[] z = {0.3, -0.4};
    double mass = 0;
    double re = 0;
    double im = 0;
    for (int g = 0; g < 64; g++) {
      double theta = 2 * Math.PI * g / 64;
      double p = ExactLimit.density(z, new double[] {theta}) * 2 * Math.PI / 64;
      mass += p;
      re += p * Math.cos(theta);
      im += p * Math.sin(theta);
    }
    // The trapezoidal rule errs by 2|z|⁶³ = 2e-19.
    assertThat(mass).isCloseTo(1, within(1e-14));
    assertThat(re).isCloseTo(0.3, within(1e-14));
    assertThat(im).isCloseTo(-0.4, within(1e-14));
  }
}
