package org.meanfield.api.transport;

import java.util.Optional;

/// What came of a transport problem; match it to get at the value.
public sealed interface TransportResult {
  /// A coupling was found.
  ///
  /// The cost is that of a feasible coupling, the lower bound that of feasible potentials, so the
  /// true W_p^p lies between them whatever the solver did; a solver that minimises something else
  /// (an entropic cost) still reports this pair.
  ///
  /// @param cost ∫ d^p dπ of the coupling found, ≥ W_p^p
  /// @param lowerBound Σ aᵢuᵢ + Σ b_jv_j for potentials with uᵢ + v_j ≤ cᵢⱼ, ≤ W_p^p
  /// @param iterations pivots, sweeps or steps, as the method counts
  /// @param note anything a reader should know, such as the regularisation; may be empty
  /// @param plan the coupling, where the problem asked for it
  /// @param potentials the potentials, where the problem asked for them
  record Solved(
      double cost,
      double lowerBound,
      long iterations,
      String note,
      Optional<Coupling> plan,
      Optional<Potentials> potentials)
      implements TransportResult {
    /// {@return cost − lowerBound, the certified error; round-off may make it slightly negative}
    public double gap() {
      return cost - lowerBound;
    }
  }

  /// The method stopped before it was done; there is no value, only bounds.
  ///
  /// @param upper the cost of the best coupling known, or +∞
  /// @param lower the best lower bound known, or 0
  /// @param iterations what was done
  /// @param reason what stopped it, and what to do
  record NotConverged(double upper, double lower, long iterations, String reason)
      implements TransportResult {}

  /// The solve was told to stop: its [SolveObserver] said so, or its thread was interrupted. There
  /// is no value, only bounds.
  ///
  /// @param upper the cost of the best coupling known, or +∞
  /// @param lower the best lower bound known, or 0
  record Cancelled(double upper, double lower) implements TransportResult {
    /// {@return a solve that was stopped before any bound was known}
    public static Cancelled early() {
      return new Cancelled(Double.POSITIVE_INFINITY, 0);
    }
  }

  /// The method does not serve this problem.
  ///
  /// @param reason why, and what does
  record Refused(String reason) implements TransportResult {}
}
