package org.meanfield.api;

/// Inputs with one real target each: {(x_j, y_j) : j = 0 … n−1} (eq. 2.1). Immutable.
public final class DataSet {
  private final Inputs inputs;
  private final double[] targets;

  /// @param inputs n inputs
  /// @param targets n finite numbers, copied
  public DataSet(Inputs inputs, double[] targets) {
    if (targets.length != inputs.count()) {
      throw new IllegalArgumentException(
          "%d inputs need as many targets, got %d".formatted(inputs.count(), targets.length));
    }
    for (int j = 0; j < targets.length; j++) {
      if (!Double.isFinite(targets[j])) {
        throw new IllegalArgumentException(
            "target %d is %s; targets must be finite".formatted(j, targets[j]));
      }
    }
    this.inputs = inputs;
    this.targets = targets.clone();
  }

  /// {@return the number of data n}
  public int size() {
    return targets.length;
  }

  /// {@return the inputs}
  public Inputs inputs() {
    return inputs;
  }

  /// {@return target y_j}
  ///
  /// @param j 0 ≤ j < n
  public double target(int j) {
    return targets[j];
  }

  /// {@return a copy of the n targets}
  public double[] targets() {
    return targets.clone();
  }

  /// {@return the largest |y_j|, the A of eq. (3.29); 0 without data}
  public double largestTarget() {
    double largest = 0;
    for (double y : targets) {
      largest = Math.max(largest, Math.abs(y));
    }
    return largest;
  }

  /// {@return the loss ½ Σ_j (F_j − y_j)² of eq. (3.2): a sum, not a mean}
  ///
  /// @param response the n responses F_j
  public double loss(double[] response) {
    double sum = 0;
    for (int j = 0; j < targets.length; j++) {
      double residual = targets[j] - response[j];
      sum += residual * residual;
    }
    return sum / 2;
  }
}
