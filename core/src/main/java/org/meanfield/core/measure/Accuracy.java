package org.meanfield.core.measure;

import org.meanfield.api.DataSet;

/// The share of data whose label ±1 is the sign of the response. A response of exactly 0 decides
/// nothing and counts one half, as the toss of a coin would.
public final class Accuracy {
  private Accuracy() {}

  /// {@return (#{j : F_j y_j > 0} + ½ #{j : F_j y_j = 0}) / n}
  ///
  /// @param response the n responses F_j, finite
  /// @param data n ≥ 1 data with labels ±1
  public static double of(double[] response, DataSet data) {
    double right = 0;
    for (int j = 0; j < data.size(); j++) {
      right += (1 + Math.signum(response[j] * data.target(j))) / 2;
    }
    return right / data.size();
  }
}
