package org.meanfield.integrators;

import java.util.List;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// A provider of one of Commons Math's integrators with step control.
abstract class CommonsMathProvider implements IntegratorProvider {
  private final Descriptor descriptor;

  /// @param id `meanfield:name`
  /// @param summary one sentence
  /// @param multiple tolerances that the error on smooth problems stays below
  /// @param source where it comes from
  /// @param more settings beside the tolerances
  CommonsMathProvider(
      String id, String summary, double multiple, Citation source, List<Setting<?>> more) {
    Setting<?>[] settings = new Setting<?>[more.size() + 2];
    settings[0] = Adaptive.ABSOLUTE;
    settings[1] = Adaptive.RELATIVE;
    for (int i = 0; i < more.size(); i++) {
      settings[i + 2] = more.get(i);
    }
    this.descriptor =
        Descriptor.of(id, summary)
            .settings(settings)
            .claims(new Trait.Tolerance(multiple, "absolute", "relative"))
            .citing(source);
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Integrator create(Settings settings) {
    double absolute = settings.get(Adaptive.ABSOLUTE);
    double relative = settings.get(Adaptive.RELATIVE);
    return new CommonsMath(
        (shortest, longest) -> method(shortest, longest, absolute, relative, settings));
  }

  /// {@return a new integrator}
  ///
  /// @param shortest step
  /// @param longest step, not beyond where it is going
  /// @param absolute tolerance
  /// @param relative tolerance
  /// @param settings further ones
  abstract AdaptiveStepsizeIntegrator method(
      double shortest, double longest, double absolute, double relative, Settings settings);
}
