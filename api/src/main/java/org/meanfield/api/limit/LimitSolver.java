package org.meanfield.api.limit;

/// A method for the mean-field limit. Immutable, shareable, deterministic for any number of
/// threads.
public interface LimitSolver {
  /// Solves for μ_t on [0, T], or says why not.
  ///
  /// @param problem expert, data, start law and times
  LimitResult solve(LimitProblem problem);
}
