package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.MultistepIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// A provider of one of the Adams methods, which look back to past steps.
abstract class AdamsProvider extends CommonsMathProvider {
  static final Setting<Integer> STEPS =
      Setting.integer("steps", 4, 2, 10, "the number of past steps it looks back to");

  /// @param id `meanfield:name`
  /// @param summary one sentence
  /// @param multiple tolerances that the error on smooth problems stays below
  AdamsProvider(String id, String summary, double multiple) {
    super(id, summary, multiple, Sources.HAIRER, List.of(STEPS));
  }

  /// {@return a new integrator that has no first steps yet}
  ///
  /// @param steps that it looks back to
  /// @param shortest step
  /// @param longest step
  /// @param absolute tolerance
  /// @param relative tolerance
  abstract MultistepIntegrator method(
      int steps, double shortest, double longest, double absolute, double relative);

  @Override
  final AdaptiveStepsizeIntegrator method(
      double shortest, double longest, double absolute, double relative, Settings settings) {
    int steps = settings.get(STEPS);
    MultistepIntegrator method = method(steps, shortest, longest, absolute, relative);
    // The first steps, by another method, must fit into the interval.
    method.setStarterIntegrator(
        new DormandPrince853Integrator(shortest, longest / (4 * steps), absolute, relative));
    return method;
  }
}
