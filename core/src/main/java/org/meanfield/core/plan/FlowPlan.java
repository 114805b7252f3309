package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.flow.Integrator;

/// How long the flow runs and what is kept of it.
///
/// @param times recorded times, increasing from 0 to the horizon T
/// @param integrator the method
public record FlowPlan(List<Double> times, Chosen<Integrator> integrator) {
  /// {@return T}
  public double horizon() {
    return times.getLast();
  }
}
