package org.meanfield.api.transport;

import java.util.List;

/// A method for transport problems. Immutable, shareable, deterministic.
public interface TransportSolver {
  /// Solves the problem, or says why not.
  ///
  /// @param problem what to move where
  /// @return a value with its certificate, or the reason there is none
  TransportResult solve(TransportProblem problem);

  /// Moves a cloud onto a density, or says why not.
  ///
  /// A solver that overrides this claims [org.meanfield.api.plugin.Trait.ServesDensities] and
  /// refuses problems of two clouds.
  ///
  /// @param problem what to move where
  /// @return bounds for the density itself, or the reason there are none
  default TransportResult solve(DensityProblem problem) {
    return new TransportResult.Refused(
        "this solver compares two clouds, and here is a density; take 'semi-discrete'");
  }

  /// Solves several problems, as many at a time as there are threads.
  ///
  /// Each result is the one that [#solve] gives, whatever the number of threads. Where fewer
  /// problems than threads are left, threads help inside them, if the solver cuts its work up.
  ///
  /// @param problems what to move where; their own contexts are not used
  /// @param context where the problems and their pieces run; its observer hears of all together,
  ///   each problem counting by its number of pairs
  /// @return one result per problem, in order; after the observer has said to stop,
  ///   [TransportResult.Cancelled] for all that are not finished
  default List<TransportResult> solveAll(List<TransportProblem> problems, SolveContext context) {
    return new Batch(this, problems, context).solve();
  }
}
