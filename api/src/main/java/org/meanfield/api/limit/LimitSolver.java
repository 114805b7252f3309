package org.meanfield.api.limit;

import java.util.Optional;

/// A method for the mean-field limit. Immutable, shareable, deterministic for any number of
/// threads.
public interface LimitSolver {
  /// {@return why this method does not serve the problem, as far as that shows without solving it;
  /// empty if nothing speaks against it}
  ///
  /// The planner asks before anything is run; [#solve] may still refuse.
  ///
  /// @param problem expert, data, start law and times
  default Optional<String> refusal(LimitProblem problem) {
    return Optional.empty();
  }

  /// Solves for μ_t on [0, T], or says why not.
  ///
  /// @param problem expert, data, start law and times
  LimitResult solve(LimitProblem problem);
}
