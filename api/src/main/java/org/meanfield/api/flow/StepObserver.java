package org.meanfield.api.flow;

/// Watches an integration: for running statistics, progress and cancellation.
@FunctionalInterface
public interface StepObserver {
  /// Told of the start, of the end of every accepted step and of every asked time inside one.
  ///
  /// @param t the time reached
  /// @param state the state there; valid during the call only and not to be modified
  /// @return whether to go on; `false` ends the integration with [Outcome.Stopped]
  boolean accepted(double t, double[] state);

  /// {@return an observer that only watches time pass}
  static StepObserver none() {
    return (_, _) -> true;
  }
}
