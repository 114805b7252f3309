package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// A start density from a file with columns `theta0`[, `theta1`], `density`: the points 2πg/G of a
/// regular grid, the last coordinate fastest, as in a run's `density.csv`.
final class StartDensity {
  /// How far a written angle may be from its grid point.
  private static final double ROUNDING = 1e-6;

  private StartDensity() {}

  /// {@return the law of the file}
  ///
  /// @throws BadInput if the file is not of this form
  static StartLaw.Gridded read(FileContent file) throws BadInput {
    NumberTable table = TableReader.read(file.path(), file.written());
    List<String> columns = table.indexed("theta", "density");
    if (columns.size() > 2) {
      throw new BadInput(
          table.place(columns.get(2)),
          "a start density has one or two columns theta…, got %d".formatted(columns.size()));
    }
    table.require("density");
    double[] values = table.column("density");
    int perAxis = (int) Math.round(Math.pow(values.length, 1.0 / columns.size()));
    if (perAxis < 2 || Math.round(Math.pow(perAxis, columns.size())) != values.length) {
      throw new BadInput(
          table.place("density"),
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
    try {
      return new StartLaw.Gridded(grid);
    } catch (IllegalArgumentException e) {
      throw new BadInput(table.place("density"), String.valueOf(e.getMessage()));
    }
  }
}
