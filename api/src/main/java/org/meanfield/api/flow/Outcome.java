package org.meanfield.api.flow;

/// How an integration ended.
public sealed interface Outcome {
  /// Every asked time was reached.
  record Reached() implements Outcome {}

  /// A coordinate or velocity stopped being a finite number.
  ///
  /// @param t the last time with a finite state
  /// @param coordinate the first unknown concerned
  record NotFinite(double t, int coordinate) implements Outcome {}

  /// The step needed for the tolerance fell below what the clock can resolve, or below a set limit.
  ///
  /// @param t the time reached
  /// @param step the step that was too small
  record StepTooSmall(double t, double step) implements Outcome {}

  /// The observer asked to stop.
  ///
  /// @param t the time reached
  record Stopped(double t) implements Outcome {}

  /// {@return the outcome in a sentence, with the remedy}
  default String sentence() {
    return switch (this) {
      case Reached() -> "reached the end";
      case NotFinite(double t, int k) ->
          "stopped after t = %.6g: unknown %d is not finite; take smaller steps".formatted(t, k);
      case StepTooSmall(double t, double step) ->
          "stopped at t = %.6g: a step of %.3g is too small; allow larger errors"
              .formatted(t, step);
      case Stopped(double t) -> "cancelled at t = %.6g".formatted(t);
    };
  }
}
