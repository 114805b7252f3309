package org.meanfield.api.plugin;

import org.meanfield.api.limit.LimitSolver;

/// A provider of limit solvers.
public non-sealed interface LimitSolverProvider extends ServiceProvider<LimitSolver> {}
