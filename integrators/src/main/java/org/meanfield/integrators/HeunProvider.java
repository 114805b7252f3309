package org.meanfield.integrators;

import org.meanfield.api.plugin.Citation;

/// Heun's method: the trapezoidal rule on Euler's prediction.
public final class HeunProvider extends FixedStepProvider {
  private static final Tableau HEUN = Tableau.of(new double[] {1.0 / 2, 1.0 / 2}, new double[] {1});

  /// For the service loader.
  public HeunProvider() {
    super(
        "meanfield:heun",
        "Heun's method, order 2, two evaluations a step.",
        2,
        HEUN,
        new Citation(
            "heun-1900",
            "K. Heun, Neue Methoden zur approximativen Integration der Differentialgleichungen"
                + " einer unabhängigen Veränderlichen, Zeitschrift für Mathematik und Physik 45,"
                + " 23–38 (1900)",
            ""));
  }
}
