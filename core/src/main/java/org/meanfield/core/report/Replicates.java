package org.meanfield.core.report;

/// The values one quantity took over the replicates of a study, reduced as they are read: their
/// number, mean x̄, standard error of the mean s/√n with s² = Σ(xᵢ − x̄)²/(n − 1), and range.
///
/// Values which are not finite are counted apart and enter no statistic. Not for several threads.
///
/// **Reference.** B. P. Welford, *Note on a method for calculating corrected sums of squares and
/// products*, Technometrics 4 (1962), 419–420.
final class Replicates {
  private long count;
  private long missing;
  private double mean;
  private double squares;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  void add(double value) {
    if (!Double.isFinite(value)) {
      missing++;
      return;
    }
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }

  /// {@return how many finite values were added}
  long count() {
    return count;
  }

  /// {@return how many values were not finite}
  long missing() {
    return missing;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// {@return the mean, NaN without values}
  double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /// {@return the standard error of the mean, NaN for fewer than two values}
  double standardError() {
    return count < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares) / (count - 1.0) / count);
  }

  double smallest() {
    return count == 0 ? Double.NaN : smallest;
  }

  double largest() {
    return count == 0 ? Double.NaN : largest;
  }
}
