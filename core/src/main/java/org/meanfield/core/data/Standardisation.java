package org.meanfield.core.data;

import org.meanfield.api.Inputs;

/// Each column minus its mean and divided by its standard deviation: x ↦ (x − m_k) / s_k with s_k²
/// = (1/n) Σ_j (x_jk − m_k)². A constant column has s_k = 1.
final class Standardisation implements ColumnMap {
  private final double[] mean;
  private final double[] deviation;

  private Standardisation(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /// {@return the map that standardises the given inputs}
  ///
  /// @param inputs at least one
  static Standardisation fit(Inputs inputs) {
    int columns = inputs.features();
    double[] mean = Columns.means(inputs);
    double[] deviation = new double[columns];
    for (int k = 0; k < columns; k++) {
      double sum = 0;
      double largest = 0;
      for (int j = 0; j < inputs.count(); j++) {
        double delta = inputs.get(j, k) - mean[k];
        sum += delta * delta;
        largest = Math.max(largest, Math.abs(inputs.get(j, k)));
      }
      double spread = Math.sqrt(sum / inputs.count());
      // Below this a constant column's spread is the round-off of its mean.
      deviation[k] = spread > largest * inputs.count() * Math.ulp(1.0) ? spread : 1;
    }
    return new Standardisation(mean, deviation);
  }

  @Override
  public Inputs apply(Inputs inputs) {
    return Columns.map(inputs, (k, x) -> (x - mean[k]) / deviation[k]);
  }
}
