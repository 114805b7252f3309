package org.meanfield.api.limit;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;

/// Find the law μ_t that solves ∂_t μ = −∇·(b(θ, μ) μ) (eq. 3.42).
///
/// @param expert f
/// @param data the n training data
/// @param probes further inputs at which the limit's responses are wanted, such as test inputs,
///   with as many features as the data's; may be none. They do not act on the law
/// @param start μ_0
/// @param times strictly increasing from 0; the last one is the horizon T; atoms and densities are
///   wanted at each
/// @param workers where independent pieces run
public record LimitProblem(
    Expert expert,
    DataSet data,
    Inputs probes,
    StartLaw start,
    List<Double> times,
    Workers workers) {
  /// Checks times, dimensions and features.
  ///
  /// @param expert f
  /// @param data the n training data
  /// @param probes further inputs with as many features, or none
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
    if (probes.count() > 0 && probes.features() != data.inputs().features()) {
      throw new IllegalArgumentException(
          "the probes have %d features, the data %d"
              .formatted(probes.features(), data.inputs().features()));
    }
  }

  /// A problem without probes.
  ///
  /// @param expert f
  /// @param data the n training data
  /// @param start μ_0
  /// @param times strictly increasing from 0; the last one is the horizon T
  /// @param workers where independent pieces run
  public LimitProblem(
      Expert expert, DataSet data, StartLaw start, List<Double> times, Workers workers) {
    this(
        expert, data, Inputs.of(0, data.inputs().features(), new double[0]), start, times, workers);
  }

  /// {@return T}
  public double horizon() {
    return times.getLast();
  }
}
