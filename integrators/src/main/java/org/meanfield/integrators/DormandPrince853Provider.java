package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.meanfield.api.plugin.Settings;

/// The method of order 8 of Dormand and Prince with error estimates of orders 5 and 3.
public final class DormandPrince853Provider extends CommonsMathProvider {
  /// For the service loader.
  public DormandPrince853Provider() {
    super(
        "meanfield:dormand-prince-853",
        "Dormand and Prince of order 8(5,3): long steps at small tolerances, twelve evaluations each.",
        10,
        Sources.HAIRER,
        List.of());
  }

  @Override
  AdaptiveStepsizeIntegrator method(
      double shortest, double longest, double absolute, double relative, Settings settings) {
    return new DormandPrince853Integrator(shortest, longest, absolute, relative);
  }
}
