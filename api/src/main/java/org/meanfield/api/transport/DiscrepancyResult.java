package org.meanfield.api.transport;

/// What came of comparing two measures; match it to get at the number.
public sealed interface DiscrepancyResult {
  /// A number was found.
  ///
  /// @param quantity what it is, in a few words: a reader sees it beside the number
  /// @param value the number
  /// @param error ≥ 0: a bound of its error, or one standard error where `meaning` says so
  /// @param meaning what the error rests on
  /// @param note anything a reader should know; may be empty
  record Measured(String quantity, double value, double error, String meaning, String note)
      implements DiscrepancyResult {
    /// Checks that the number is one and that it is said what it is.
    ///
    /// @param quantity not blank
    /// @param value finite
    /// @param error ≥ 0, finite
    /// @param meaning not blank
    /// @param note anything a reader should know
    public Measured {
      if (quantity.isBlank() || meaning.isBlank()) {
        throw new IllegalArgumentException(
            "a discrepancy of %s needs a name and a meaning of its error, got '%s' and '%s'"
                .formatted(value, quantity, meaning));
      }
      if (!Double.isFinite(value) || !(error >= 0) || Double.isInfinite(error)) {
        throw new IllegalArgumentException(
            "'%s' must be finite with an error ≥ 0, got %s ± %s".formatted(quantity, value, error));
      }
    }
  }

  /// There is no number.
  ///
  /// @param reason why, and what to do
  record NotMeasured(String reason) implements DiscrepancyResult {}
}
