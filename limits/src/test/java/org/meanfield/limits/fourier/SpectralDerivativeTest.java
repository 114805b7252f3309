package org.meanfield.limits.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.meanfield.api.Workers;
import org.meanfield.limits.grid.TorusGrid;

class SpectralDerivativeTest {
  private static SpectralDerivative circle(int points) {
    return new SpectralDerivative(new TorusGrid(1, points));
  }

  @Test
  void trigonometricPolynomialsAreDifferentiatedExactly() {
    for (int points : new int[] {15, 16}) {
      double[] values = new double[points];
      for (int i = 0; i < points; i++) {
        double x = 2 * Math.PI * i / points;
        values[i] = 2 + Math.cos(3 * x) - 0.5 * Math.sin(5 * x);
      }
      double[] out = new double[points];
      double tail = circle(points).along(values, 0, 0, out, Workers.sequential());
      for (int i = 0; i < points; i++) {
        double x = 2 * Math.PI * i / points;
        assertThat(out[i]).isCloseTo(-3 * Math.sin(3 * x) - 2.5 * Math.cos(5 * x), within(1e-13));
      }
      assertThat(tail).isLessThan(1e-13);
    }
  }

  @Test
  void analyticFunctionsConvergeExponentially() {
    // sin x/(5/4 − cos x)² is minus the derivative of 1/(5/4 − cos x), whose coefficients fall like
    // 2⁻ᵐ.
    double coarse = error(24);
    double fine = error(48);
    assertThat(coarse).isBetween(1e-4, 1e-1);
    assertThat(fine).isLessThan(coarse / 1000);
    assertThat(error(128)).isLessThan(1e-12);
  }

  private static double error(int points) {
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = 1 / (1.25 - Math.cos(2 * Math.PI * i / points));
    }
    double[] out = new double[points];
    circle(points).along(values, 0, 0, out, Workers.sequential());
    double largest = 0;
    for (int i = 0; i < points; i++) {
      double x = 2 * Math.PI * i / points;
      double exact = -Math.sin(x) / Math.pow(1.25 - Math.cos(x), 2);
      largest = Math.max(largest, Math.abs(out[i] - exact));
    }
    return largest;
  }

  @Test
  void eachAxisOfAGridIsItsOwn() {
    int points = 12;
    double[] values = new double[1 + points * points];
    for (int i = 0; i < points * points; i++) {
      int row = i / points;
      double x = 2 * Math.PI * row / points;
      double y = 2 * Math.PI * (i % points) / points;
      values[1 + i] = Math.sin(x) * Math.cos(2 * y);
    }
    double[] alongX = new double[points * points];
    double[] alongY = new double[points * points];
    SpectralDerivative derivative = new SpectralDerivative(new TorusGrid(2, points));
    derivative.along(values, 1, 0, alongX, Workers.sequential());
    derivative.along(values, 1, 1, alongY, Workers.sequential());
    for (int i = 0; i < points * points; i++) {
      int row = i / points;
      double x = 2 * Math.PI * row / points;
      double y = 2 * Math.PI * (i % points) / points;
      assertThat(alongX[i]).isCloseTo(Math.cos(x) * Math.cos(2 * y), within(1e-13));
      assertThat(alongY[i]).isCloseTo(-2 * Math.sin(x) * Math.sin(2 * y), within(1e-13));
    }
  }

  @Test
  void unresolvedFunctionsShowInTheTail() {
    double[] values = new double[32];
    for (int i = 0; i < 32; i++) {
      values[i] = Math.sin(13 * 2 * Math.PI * i / 32);
    }
    double tail = circle(32).along(values, 0, 0, new double[32], Workers.sequential());
    assertThat(tail).isCloseTo(13, within(1e-12));
  }
}
