package org.meanfield.core.insight;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// A number estimated from independent draws.
///
/// @param value the estimate
/// @param error its standard error; NaN where one draw tells of none
public record Sampled(double value, double error) {
  /// {@return the mean of independent values, with s/√n}
  ///
  /// @param values at least one
  public static Sampled mean(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Sampled(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
  }

  /// {@return a statistic of all draws, with the error that the jackknife over groups of draws
  /// gives: √((g−1)/g Σ (s₍ᵢ₎ − s̄)²)}
  ///
  /// **Reference.** B. Efron, C. Stein, *The jackknife estimate of variance*, Ann. Statist. 9,
  /// 586–596 (1981), eq. 1.3.
  ///
  /// @param groups g ≥ 2 groups of equally many draws
  /// @param without the statistic without group i; −1 stands for all draws
  static Sampled jackknife(int groups, IntToDoubleFunction without) {
    double[] left = new double[groups];
    Arrays.setAll(left, without);
    double mean = Arrays.stream(left).average().orElseThrow();
    double squares = Arrays.stream(left).map(v -> (v - mean) * (v - mean)).sum();
    return new Sampled(without.applyAsDouble(-1), Math.sqrt(squares * (groups - 1) / groups));
  }
}
