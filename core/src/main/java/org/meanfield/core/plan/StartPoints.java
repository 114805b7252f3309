package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// Start points from a file with columns `theta0` … `theta{d−1}`.
final class StartPoints {
  private StartPoints() {}

  /// {@return the points of the file, each with the same weight}
  ///
  /// @throws BadInput if the file is not of this form
  static EmpiricalMeasure read(FileContent file) throws BadInput {
    NumberTable table = TableReader.read(file.path(), file.written());
    List<String> columns = table.indexed("theta");
    return EmpiricalMeasure.uniform(
        Particles.of(table.rows(), columns.size(), table.columnMajor(columns)));
  }
}
