package org.meanfield.api.limit;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;

/// Find the law μ_t that solves ∂_t μ = −∇·(b(θ, μ) μ) (eq. 3.42).
///
/// @param expert f
/// @param data the n training data
/// @param start μ_0
/// @param times strictly increasing from 0; the last one is the horizon T; atoms and densities are
///   wanted at each
/// @param workers where independent pieces run
public record LimitProblem(
    Expert expert, DataSet data, StartLaw start, List<Double> times, Workers workers) {
  /// Checks times and dimensions.
  ///
  /// @param expert f
  /// @param data the n training data
  /// @param start μ_0
  /// @param times strictly increasing from 0; the last one is the horizon T
  /// @param workers where independent pieces run
  public LimitProblem {
    times = List.copyOf(times);
    if (times.isEmpty() || times.getFirst() != 0) {
      throw new IllegalArgumentException("times must begin with 0, got " + times);
    }
    for (int i = 1; i < times.size(); i++) {
      if (!(times.get(i) > times.get(i - 1)) || Double.isInfinite(times.get(i))) {
        throw new IllegalArgumentException("times must be finite and increase, got " + times);
      }
    }
    if (start.dimension() != expert.parameters()) {
      throw new IllegalArgumentException(
          "the start law has dimension %d, the expert %d parameters"
              .formatted(start.dimension(), expert.parameters()));
    }
  }

  /// {@return T}
  public double horizon() {
    return times.getLast();
  }
}
