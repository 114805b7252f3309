package org.meanfield.core.plan;

import org.meanfield.api.Metric;
import org.meanfield.api.transport.TransportSolver;

/// How clouds are compared.
///
/// @param solver the transport solver
/// @param metric the ground distance
public record DistancePlan(Chosen<TransportSolver> solver, Metric metric) {}
