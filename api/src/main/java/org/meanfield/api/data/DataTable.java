package org.meanfield.api.data;

import java.util.List;
import org.meanfield.api.Inputs;

/// Rows of features with what is to be learned of them.
///
/// @param columns the names of the features
/// @param inputs one row per datum
/// @param targets what is to be learned
/// @param description one sentence for the report: what the rows are, how many
public record DataTable(List<String> columns, Inputs inputs, Targets targets, String description) {
  /// Checks sizes.
  ///
  /// @param columns the names of the features
  /// @param inputs one row per datum
  /// @param targets what is to be learned
  /// @param description one sentence for the report
  public DataTable {
    columns = List.copyOf(columns);
    if (columns.size() != inputs.features()) {
      throw new IllegalArgumentException(
          "%d column names for %d features".formatted(columns.size(), inputs.features()));
    }
    int rows =
        switch (targets) {
          case Targets.Labels labels -> labels.of().size();
          case Targets.Values values -> values.of().size();
          case Targets.Teacher _ -> inputs.count();
        };
    if (rows != inputs.count()) {
      throw new IllegalArgumentException(
          "%d targets for %d inputs".formatted(rows, inputs.count()));
    }
  }
}
