package org.meanfield.integrators;

import org.apache.commons.math3.ode.MultistepIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdamsBashforthIntegrator;

/// Adams and Bashforth's multistep method in Nordsieck form: explicit, one evaluation a step.
public final class AdamsBashforthProvider extends AdamsProvider {
  /// For the service loader.
  public AdamsBashforthProvider() {
    super(
        "meanfield:adams-bashforth",
        "Adams and Bashforth's multistep method in Nordsieck form: explicit, one evaluation a step.",
        // 120 on the testkit's problem; 620 seen on circuits of two qubits.
        1000);
  }

  @Override
  MultistepIntegrator method(
      int steps, double shortest, double longest, double absolute, double relative) {
    return new AdamsBashforthIntegrator(steps, shortest, longest, absolute, relative);
  }
}
