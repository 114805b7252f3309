package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.meanfield.api.plugin.Settings;

/// Extrapolation of the modified midpoint rule, order and step chosen as it goes.
public final class GraggBulirschStoerProvider extends CommonsMathProvider {
  /// For the service loader.
  public GraggBulirschStoerProvider() {
    super(
        "meanfield:gragg-bulirsch-stoer",
        "Extrapolation of the midpoint rule, its order chosen as it goes: for very small tolerances.",
        10,
        Sources.HAIRER,
        List.of());
  }

  @Override
  AdaptiveStepsizeIntegrator method(
      double shortest, double longest, double absolute, double relative, Settings settings) {
    return new GraggBulirschStoerIntegrator(shortest, longest, absolute, relative);
  }
}
