package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.nonstiff.AdamsMoultonIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// Adams and Moulton's multistep method in Nordsieck form: predictor and corrector, two evaluations
/// a step.
public final class AdamsMoultonProvider extends CommonsMathProvider {
  static final Setting<Integer> STEPS =
      Setting.integer("steps", 4, 2, 10, "the number of past steps it looks back to");

  /// For the service loader.
  public AdamsMoultonProvider() {
    super(
        "meanfield:adams-moulton",
        "Adams and Moulton's multistep method in Nordsieck form: predictor and corrector, two evaluations a step.",
        10,
        Sources.HAIRER,
        List.of(STEPS));
  }

  @Override
  AdaptiveStepsizeIntegrator method(
      double length, double absolute, double relative, Settings settings) {
    int steps = settings.get(STEPS);
    AdamsMoultonIntegrator method =
        new AdamsMoultonIntegrator(steps, CommonsMath.shortest(length), length, absolute, relative);
    // The first steps, by another method, must fit into the interval.
    method.setStarterIntegrator(
        new DormandPrince853Integrator(
            CommonsMath.shortest(length), length / (4 * steps), absolute, relative));
    return method;
  }
}
