package org.meanfield.core.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What is only known once a study has run.
///
/// @param threads how many threads it was given
/// @param started when it began
/// @param seconds how long it took
/// @param limit what was found of the limit; empty if it was not asked for or not found
public record RunFacts(int threads, Instant started, double seconds, Optional<Limit> limit) {
  /// What was found of the limit.
  ///
  /// @param points the number of atoms that stand for μ_t; empty if there are none
  /// @param errorEstimate of E f; empty if nothing is known
  /// @param note what was done, and what the estimate rests on
  public record Limit(OptionalInt points, OptionalDouble errorEstimate, String note) {}
}
