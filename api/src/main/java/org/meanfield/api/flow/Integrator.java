package org.meanfield.api.flow;

import java.util.List;

/// A method for initial value problems. Immutable and shareable: working storage belongs to the
/// call.
public interface Integrator {
  /// Integrates from `times.getFirst()` and keeps the state at every time of the list, each reached
  /// exactly (steps end there).
  ///
  /// @param field the right-hand side
  /// @param start the state at the first time; not modified
  /// @param times strictly increasing and finite, at least one
  /// @param observer told of the start and of every accepted step
  /// @return the states reached, with the outcome; a failure of the numbers is an outcome
  Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer);
}
