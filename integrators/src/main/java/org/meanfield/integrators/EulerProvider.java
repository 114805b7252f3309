package org.meanfield.integrators;

import org.meanfield.api.plugin.Citation;

/// Euler's method, y ← y + h v(t, y). With the gradient flow one step is one step of gradient
/// descent of rate hN on L.
public final class EulerProvider extends FixedStepProvider {
  private static final Tableau EULER = Tableau.of(new double[] {1});

  /// For the service loader.
  public EulerProvider() {
    super(
        "meanfield:euler",
        "Euler's method, order 1: gradient descent itself.",
        1,
        EULER,
        new Citation(
            "euler-1768",
            "L. Euler, Institutionum calculi integralis, volumen primum, St Petersburg 1768,"
                + " sectio II, caput VII",
            ""));
  }
}
