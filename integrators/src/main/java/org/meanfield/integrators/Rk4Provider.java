package org.meanfield.integrators;

import org.meanfield.api.plugin.Citation;

/// The classical Runge–Kutta method.
public final class Rk4Provider extends FixedStepProvider {
  private static final Tableau CLASSICAL =
      Tableau.of(
          new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6},
          new double[] {1.0 / 2},
          new double[] {0, 1.0 / 2},
          new double[] {0, 0, 1});

  /// For the service loader.
  public Rk4Provider() {
    super(
        "meanfield:rk4",
        "The classical Runge–Kutta method, order 4, four evaluations a step.",
        4,
        CLASSICAL,
        new Citation(
            "kutta-1901",
            "W. Kutta, Beitrag zur näherungsweisen Integration totaler Differentialgleichungen,"
                + " Zeitschrift für Mathematik und Physik 46, 435–453 (1901)",
            ""));
  }
}
