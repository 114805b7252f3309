package org.meanfield.integrators;

import org.apache.commons.math3.ode.MultistepIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdamsMoultonIntegrator;

/// Adams and Moulton's multistep method in Nordsieck form: predictor and corrector, two evaluations
/// a step.
public final class AdamsMoultonProvider extends AdamsProvider {
  /// For the service loader.
  public AdamsMoultonProvider() {
    super(
        "meanfield:adams-moulton",
        "Adams and Moulton's multistep method in Nordsieck form: predictor and corrector, two evaluations a step.",
        // 7 on the testkit's problem; 45 seen on circuits of two qubits.
        100);
  }

  @Override
  MultistepIntegrator method(
      int steps, double shortest, double longest, double absolute, double relative) {
    return new AdamsMoultonIntegrator(steps, shortest, longest, absolute, relative);
  }
}
