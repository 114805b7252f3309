package org.meanfield.api.flow;

import java.util.List;

/// A method for initial value problems. Immutable and shareable: working storage belongs to the
/// call.
public interface Integrator {
  /// Integrates from `times.getFirst()` and keeps the state at every time of the list. Steps end
  /// there, or the method has a continuous extension as good as what it claims.
  ///
  /// @param field the right-hand side
  /// @param start the state at the first time; not modified
  /// @param times strictly increasing and finite, at least one
  /// @param observer told of the start, of every accepted step and of the times between their ends,
  ///   in order
  /// @return the states reached, with the outcome; a failure of the numbers is an outcome
  Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer);
}
