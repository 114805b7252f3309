package org.meanfield.core.data;

import java.util.List;
import org.meanfield.api.Inputs;

/// Small things done to inputs column by column.
final class Columns {
  private Columns() {}

  /// What becomes of one number.
  @FunctionalInterface
  interface Change {
    /// {@return the new value}
    ///
    /// @param column its column
    /// @param value the old value
    double of(int column, double value);
  }

  static Inputs map(Inputs inputs, Change change) {
    double[] values = inputs.toArray();
    for (int at = 0; at < values.length; at++) {
      values[at] = change.of(at % inputs.features(), values[at]);
    }
    return Inputs.of(inputs.count(), inputs.features(), values);
  }

  static double[] means(Inputs inputs) {
    double[] means = new double[inputs.features()];
    for (int k = 0; k < means.length; k++) {
      double sum = 0;
      for (int j = 0; j < inputs.count(); j++) {
        sum += inputs.get(j, k);
      }
      means[k] = sum / inputs.count();
    }
    return means;
  }

  /// {@return the chosen rows, in the order given}
  static Inputs rows(Inputs inputs, List<Integer> rows) {
    double[] values = new double[rows.size() * inputs.features()];
    double[] row = new double[inputs.features()];
    for (int j = 0; j < rows.size(); j++) {
      inputs.copyRow(rows.get(j), row);
      System.arraycopy(row, 0, values, j * row.length, row.length);
    }
    return Inputs.of(rows.size(), inputs.features(), values);
  }
}
