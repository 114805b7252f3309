package org.meanfield.api.data;

import org.meanfield.api.BadInput;
import org.meanfield.api.Seeds;

/// Where data come from. What happens to them afterwards (choice of classes, scaling, principal
/// components, the split into training and test) is the study's business.
public interface DataSource {
  /// Reads or makes the whole table.
  ///
  /// @param seeds for sources that draw their data
  /// @throws BadInput if a file is missing or broken, with its place
  DataTable load(Seeds seeds) throws BadInput;
}
