package org.meanfield.api;

import java.util.Objects;

/// The inputs x₀ … x_{n−1} of a data set, each with the same number of features. Immutable.
public final class Inputs {
  private final int count;
  private final int features;
  private final double[] values;

  private Inputs(int count, int features, double[] values) {
    this.count = count;
    this.features = features;
    this.values = values;
  }

  /// {@return inputs from a flat array}
  ///
  /// @param count n ≥ 0
  /// @param features ≥ 0 numbers per input
  /// @param rowMajor n·features finite numbers, input by input, copied
  public static Inputs of(int count, int features, double[] rowMajor) {
    if (count < 0 || features < 0 || rowMajor.length != Math.multiplyExact(count, features)) {
      throw new IllegalArgumentException(
          "%d inputs of %d features do not fit %d numbers"
              .formatted(count, features, rowMajor.length));
    }
    for (int at = 0; at < rowMajor.length; at++) {
      if (!Double.isFinite(rowMajor[at])) {
        throw new IllegalArgumentException(
            "input %d has feature %d = %s; features must be finite"
                .formatted(at / features, at % features, rowMajor[at]));
      }
    }
    return new Inputs(count, features, rowMajor.clone());
  }

  /// {@return the number of inputs n}
  public int count() {
    return count;
  }

  /// {@return the number of features of each input}
  public int features() {
    return features;
  }

  /// {@return feature `k` of input `j`}
  ///
  /// @param j 0 ≤ j < n
  /// @param k 0 ≤ k < features
  public double get(int j, int k) {
    Objects.checkIndex(j, count);
    Objects.checkIndex(k, features);
    return values[j * features + k];
  }

  /// Copies one input.
  ///
  /// @param j 0 ≤ j < n
  /// @param out at least `features` numbers
  public void copyRow(int j, double[] out) {
    Objects.checkIndex(j, count);
    System.arraycopy(values, j * features, out, 0, features);
  }

  /// {@return a copy of all features, input by input}
  public double[] toArray() {
    return values.clone();
  }
}
