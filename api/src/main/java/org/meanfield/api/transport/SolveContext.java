package org.meanfield.api.transport;

import org.meanfield.api.Workers;

/// What a solve is run under. No value depends on it: a solve that ends by itself gives the same
/// bits under any workers and observer.
///
/// @param workers where independent pieces run
/// @param observer told how far the solve is, and asked whether to go on
public record SolveContext(Workers workers, SolveObserver observer) {
  /// {@return the context of a solve that nobody watches, on all processors}
  public static SolveContext unwatched() {
    return new SolveContext(Workers.common(), SolveObserver.none());
  }
}
