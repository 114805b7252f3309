package org.meanfield.transport.exact;

/// The k smallest of a stream of numbered values, in increasing order; of equal values the earlier
/// stays. Insertion into a sorted array: for values in random order only k ln(n/k) of n are
/// inserted.
final class Smallest {
  private final double[] values;
  private final int[] numbers;
  private int count;

  Smallest(int k) {
    values = new double[k];
    numbers = new int[k];
  }

  void clear() {
    count = 0;
  }

  /// {@return a value must be below this to be taken}
  double bound() {
    return count < values.length ? Double.POSITIVE_INFINITY : values[count - 1];
  }

  void offer(int number, double value) {
    if (!(value < bound())) {
      return;
    }
    int at = count < values.length ? count++ : count - 1;
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1];
      numbers[at] = numbers[at - 1];
      at--;
    }
    values[at] = value;
    numbers[at] = number;
  }

  int count() {
    return count;
  }

  int number(int rank) {
    return numbers[rank];
  }

  double value(int rank) {
    return values[rank];
  }
}
