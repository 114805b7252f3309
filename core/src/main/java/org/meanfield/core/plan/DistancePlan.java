package org.meanfield.core.plan;

import org.meanfield.api.Metric;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.transport.TransportSolver;

/// How clouds are compared.
///
/// @param solver the transport solver
/// @param metric the ground distance
public record DistancePlan(Chosen<TransportSolver> solver, Metric metric) {
  /// {@return whether clouds are compared with the density of μ_t, not with points that stand for
  /// it}
  public boolean toDensity() {
    return servesDensities(solver);
  }

  static boolean servesDensities(Chosen<TransportSolver> solver) {
    return solver.descriptor().traits().stream().anyMatch(Trait.ServesDensities.class::isInstance);
  }
}
