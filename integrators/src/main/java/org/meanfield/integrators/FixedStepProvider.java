package org.meanfield.integrators;

import org.meanfield.api.flow.Integrator;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// A provider of one explicit Runge–Kutta method with steps of a set length.
abstract class FixedStepProvider implements IntegratorProvider {
  static final Setting<Double> STEP =
      Setting.positive("step", 0.01, "time", "the greatest length of a step");

  private final Descriptor descriptor;
  private final Tableau tableau;

  FixedStepProvider(String id, String summary, int order, Tableau tableau, Citation source) {
    this.descriptor =
        Descriptor.of(id, summary).settings(STEP).claims(new Trait.Order(order)).citing(source);
    this.tableau = tableau;
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Integrator create(Settings settings) {
    return new RungeKutta(tableau, settings.get(STEP));
  }

  final Tableau tableau() {
    return tableau;
  }
}
