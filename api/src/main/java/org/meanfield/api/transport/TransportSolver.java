package org.meanfield.api.transport;

/// A method for transport problems. Immutable, shareable, deterministic.
public interface TransportSolver {
  /// Solves the problem, or says why not.
  ///
  /// @param problem what to move where
  /// @return a value with its certificate, or the reason there is none
  TransportResult solve(TransportProblem problem);
}
