package org.meanfield.core.measure;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/// The mean of independent numbers and how well it is known.
///
/// @param count how many numbers, ≥ 1
/// @param mean their mean
/// @param standardError s/√count with s² = Σ (v − mean)²/(count − 1); empty for a single number
public record Estimate(int count, double mean, OptionalDouble standardError) {
  /// {@return the estimate from numbers; empty without any}
  ///
  /// @param values finite, independent, in an order that is the same in every run
  public static Optional<Estimate> of(Collection<Double> values) {
    int count = values.size();
    if (count == 0) {
      return Optional.empty();
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / count;
    if (count == 1) {
      return Optional.of(new Estimate(1, mean, OptionalDouble.empty()));
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double variance = squares / (count - 1);
    return Optional.of(new Estimate(count, mean, OptionalDouble.of(Math.sqrt(variance / count))));
  }

  /// {@return half the length of the two-sided 95 % interval of Student's t with count − 1 degrees
  /// of freedom; empty for a single number}
  public OptionalDouble halfWidth95() {
    if (standardError.isEmpty()) {
      return OptionalDouble.empty();
    }
    double quantile = new TDistribution(count - 1.0).inverseCumulativeProbability(0.975);
    return OptionalDouble.of(quantile * standardError.getAsDouble());
  }
}
