package org.meanfield.tables;

import java.nio.file.Path;
import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.limit.GridDensity;

/// Reads a density from a file with columns `theta0`[, `theta1` …], `density`: the points 2πg/G of
/// a regular grid, the last coordinate fastest, as in a run's `density.csv`.
public final class GridTable {
  /// How far a written angle may be from its grid point.
  private static final double ROUNDING = 1e-6;

  private static final String DENSITY = "density";

  private GridTable() {}

  /// {@return the density: finite numbers ≥ 0, not all 0}
  ///
  /// @param file the file
  /// @param shownName its name as the user wrote it
  /// @param most the largest dimension that serves
  /// @throws BadInput if the file is not of this form
  public static GridDensity read(Path file, String shownName, int most) throws BadInput {
    NumberTable table = TableReader.read(file, shownName);
    List<String> columns = table.indexed("theta", DENSITY);
    if (columns.size() > most) {
      throw new BadInput(
          table.place(columns.get(most)),
          "a density has at most %d columns theta… here, got %d".formatted(most, columns.size()));
    }
    table.require(DENSITY);
    double[] values = table.column(DENSITY);
    int perAxis = (int) Math.round(Math.pow(values.length, 1.0 / columns.size()));
    if (perAxis < 2 || Math.round(Math.pow(perAxis, columns.size())) != values.length) {
      throw new BadInput(
          table.place(DENSITY),
          "%d rows are no regular grid of %d dimensions".formatted(values.length, columns.size()));
    }
    GridDensity grid = new GridDensity(columns.size(), perAxis, values);
    for (int k = 0; k < columns.size(); k++) {
      double[] angles = table.column(columns.get(k));
      for (int i = 0; i < angles.length; i++) {
        if (Math.abs(angles[i] - grid.coordinate(i, k)) > ROUNDING) {
          throw new BadInput(
              table.place(i, columns.get(k)),
              "%s is %s, where a grid of %d points per axis has %s: 2πg/%d from 0, the last column fastest"
                  .formatted(columns.get(k), angles[i], perAxis, grid.coordinate(i, k), perAxis));
        }
      }
    }
    checkValues(table, values);
    return grid;
  }

  private static void checkValues(NumberTable table, double[] values) throws BadInput {
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0)) {
        throw new BadInput(
            table.place(i, DENSITY),
            "the density %s is negative; densities must be ≥ 0".formatted(values[i]));
      }
      largest = Math.max(largest, values[i]);
    }
    if (largest == 0) {
      throw new BadInput(table.place(DENSITY), "the density is 0 everywhere; its mass must be > 0");
    }
  }
}
