package org.meanfield.core.data;

import org.meanfield.api.Inputs;

/// Each column mapped linearly so that the rows fitted on fill [−π/2, π/2]; what lies beyond is
/// brought to the nearer end, as angles wrap. A constant column becomes 0.
final class AngleScaling implements ColumnMap {
  private final double[] least;
  private final double[] most;

  private AngleScaling(double[] least, double[] most) {
    this.least = least;
    this.most = most;
  }

  /// {@return the map that fills the interval with the given inputs}
  ///
  /// @param inputs at least one
  static AngleScaling fit(Inputs inputs) {
    int columns = inputs.features();
    double[] least = new double[columns];
    double[] most = new double[columns];
    for (int k = 0; k < columns; k++) {
      least[k] = inputs.get(0, k);
      most[k] = inputs.get(0, k);
      for (int j = 1; j < inputs.count(); j++) {
        least[k] = Math.min(least[k], inputs.get(j, k));
        most[k] = Math.max(most[k], inputs.get(j, k));
      }
    }
    return new AngleScaling(least, most);
  }

  @Override
  public Inputs apply(Inputs inputs) {
    return Columns.map(
        inputs,
        (k, x) -> {
          double width = most[k] - least[k];
          double part = width > 0 ? (x - least[k]) / width : 0.5;
          return Math.PI * (Math.clamp(part, 0.0, 1.0) - 0.5);
        });
  }
}
