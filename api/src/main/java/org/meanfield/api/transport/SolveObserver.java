package org.meanfield.api.transport;

/// Watches a solve: for progress and cancellation.
@FunctionalInterface
public interface SolveObserver {
  /// Told now and then how far the work is, by one thread at a time but not always the same.
  ///
  /// @param part an estimate of the part that is done, in [0, 1]; it never falls
  /// @return whether to go on; `false` ends the solve with [TransportResult.Cancelled]
  boolean reached(double part);

  /// {@return an observer that lets everything go on}
  static SolveObserver none() {
    return _ -> true;
  }
}
