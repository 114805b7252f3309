package org.meanfield.core.measure;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/// The mean of independent numbers and how well it is known.
///
/// @param count how many numbers, ≥ 1
/// @param mean their mean
/// @param standardError s/√count with s² = Σ (v − mean)²/(count − 1); empty for a single number
public record Estimate(int count, double mean, OptionalDouble standardError) {
  /// A standard error below this share of the mean is rounding: a sum of n numbers errs by
  /// n·1.1e−16 of it, and the rows of a run are some hundreds at most.
  private static final double ROUND_OFF = 1e-12;

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
    double error = Math.sqrt(squares / (count - 1) / count);
    // Equal numbers miss their mean by rounding only, which is no spread of theirs.
    return error <= ROUND_OFF * Math.abs(mean)
        ? Optional.of(new Estimate(count, middle(values, mean), OptionalDouble.of(0)))
        : Optional.of(new Estimate(count, mean, OptionalDouble.of(error)));
  }

  /// {@return the number itself where all are the same}
  private static double middle(Collection<Double> values, double mean) {
    double first = values.iterator().next();
    return values.stream().allMatch(value -> value == first) ? first : mean;
  }
}
