package org.meanfield.limits.grid;

/// How long the steps of methods on a grid are.
public final class StepLength {
  private StepLength() {}

  /// {@return ‖r′‖/‖r‖, the rate at which r changes; 0 where there is none}
  ///
  /// @param residual r
  /// @param slope r′
  public static double rate(double[] residual, double[] slope) {
    double size = 0;
    double change = 0;
    for (int j = 0; j < residual.length; j++) {
      size += residual[j] * residual[j];
      change += slope[j] * slope[j];
    }
    return size > 0 ? Math.sqrt(change / size) : 0;
  }

  /// {@return the largest |b| of a part of an array}
  ///
  /// @param velocity b
  /// @param from the first place
  /// @param to behind the last one
  public static double fastest(double[] velocity, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(velocity[i]));
    }
    return largest;
  }

  /// {@return the length of the next of as many equal steps as are needed}
  ///
  /// @param rate one over the longest step; 0 where any will do
  /// @param remaining to where steps go, > 0
  public static double equal(double rate, double remaining) {
    double most = rate > 0 ? 1 / rate : remaining;
    return most >= remaining ? remaining : remaining / Math.ceil(remaining / most);
  }
}
