package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.nonstiff.AdamsBashforthIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// Adams and Bashforth's multistep method in Nordsieck form: explicit, one evaluation a step.
public final class AdamsBashforthProvider extends CommonsMathProvider {
  static final Setting<Integer> STEPS =
      Setting.integer("steps", 4, 2, 10, "the number of past steps it looks back to");

  /// For the service loader.
  public AdamsBashforthProvider() {
    super(
        "meanfield:adams-bashforth",
        "Adams and Bashforth's multistep method in Nordsieck form: explicit, one evaluation a step.",
        200,
        Sources.HAIRER,
        List.of(STEPS));
  }

  @Override
  AdaptiveStepsizeIntegrator method(
      double length, double absolute, double relative, Settings settings) {
    int steps = settings.get(STEPS);
    AdamsBashforthIntegrator method =
        new AdamsBashforthIntegrator(
            steps, CommonsMath.shortest(length), length, absolute, relative);
    // The first steps, by another method, must fit into the interval.
    method.setStarterIntegrator(
        new DormandPrince853Integrator(
            CommonsMath.shortest(length), length / (4 * steps), absolute, relative));
    return method;
  }
}
