package org.meanfield.core.audit;

/// A value and where it was found.
final class Found {
  final double value;
  final double[] theta;
  final int input;

  /// @param value the value, possibly not a number
  /// @param theta d angles
  /// @param input j
  Found(double value, double[] theta, int input) {
    this.value = value;
    this.theta = theta.clone();
    this.input = input;
  }
}
