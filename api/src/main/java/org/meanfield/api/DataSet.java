package org.meanfield.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Inputs with one real target each: {(x_j, y_j) : j = 0 … n−1} (eq. 2.1). Immutable, shareable.
public final class DataSet {
  private final Inputs inputs;
  private final Supplier<double[]> source;
  private volatile double @Nullable [] found;

  /// @param inputs n inputs
  /// @param targets n finite numbers, copied
  public DataSet(Inputs inputs, double[] targets) {
    double[] own = checked(inputs, targets);
    this.inputs = inputs;
    this.source = () -> own;
    this.found = own;
  }

  private DataSet(Inputs inputs, Supplier<double[]> source) {
    this.inputs = inputs;
    this.source = source;
  }

  /// {@return data whose targets take work: they are found when first asked for, once}
  ///
  /// @param inputs n inputs
  /// @param targets gives n finite numbers, the same each time; what it throws reaches whoever asks
  public static DataSet deferred(Inputs inputs, Supplier<double[]> targets) {
    return new DataSet(inputs, targets);
  }

  private static double[] checked(Inputs inputs, double[] targets) {
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
    return targets.clone();
  }

  private double[] found() {
    double[] known = found;
    return known != null ? known : find();
  }

  private synchronized double[] find() {
    double[] targets = found;
    if (targets == null) {
      targets = checked(inputs, source.get());
      found = targets;
    }
    return targets;
  }

  /// {@return the number of data n}
  public int size() {
    return inputs.count();
  }

  /// {@return the inputs}
  public Inputs inputs() {
    return inputs;
  }

  /// {@return target y_j}
  ///
  /// @param j 0 ≤ j < n
  public double target(int j) {
    return found()[j];
  }

  /// {@return a copy of the n targets}
  public double[] targets() {
    return found().clone();
  }

  /// {@return the largest |y_j|, the A of eq. (3.29); 0 without data}
  public double largestTarget() {
    double largest = 0;
    for (double y : found()) {
      largest = Math.max(largest, Math.abs(y));
    }
    return largest;
  }

  /// {@return the loss ½ Σ_j (F_j − y_j)² of eq. (3.2): a sum, not a mean}
  ///
  /// @param response the n responses F_j
  public double loss(double[] response) {
    double[] targets = found();
    double sum = 0;
    for (int j = 0; j < targets.length; j++) {
      double residual = targets[j] - response[j];
      sum += residual * residual;
    }
    return sum / 2;
  }
}
