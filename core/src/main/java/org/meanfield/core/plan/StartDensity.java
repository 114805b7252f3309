package org.meanfield.core.plan;

import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.tables.GridTable;

/// A start density from a file, d ≤ 2.
final class StartDensity {
  private static final int MOST_DIMENSIONS = 2;

  private StartDensity() {}

  /// {@return the law of the file}
  ///
  /// @throws BadInput if the file holds no density
  static StartLaw.Gridded read(FileContent file) throws BadInput {
    try {
      return new StartLaw.Gridded(GridTable.read(file.path(), file.written(), MOST_DIMENSIONS));
    } catch (IllegalArgumentException e) {
      throw new BadInput(Place.of(file.written()), String.valueOf(e.getMessage()));
    }
  }
}
