package org.meanfield.api.plugin;

import org.meanfield.api.transport.TransportSolver;

/// A provider of transport solvers.
public non-sealed interface TransportSolverProvider extends ServiceProvider<TransportSolver> {}
