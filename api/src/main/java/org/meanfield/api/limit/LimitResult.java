package org.meanfield.api.limit;

/// What came of a limit problem; match it to get at the path.
public sealed interface LimitResult {
  /// The law was found.
  ///
  /// @param path μ_t on [0, T]
  record Found(LimitPath path) implements LimitResult {}

  /// The method does not serve this problem.
  ///
  /// @param reason why, and what does
  record Refused(String reason) implements LimitResult {}

  /// The numbers failed.
  ///
  /// @param reason where and why, and what to do
  record Failed(String reason) implements LimitResult {}
}
