package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.plugin.Descriptor;

/// Data ready for training: chosen, standardised, reduced, scaled, split.
///
/// @param source the data source's descriptor
/// @param description one sentence: what the rows are and what was done to them
/// @param train the training data, n ≥ 1
/// @param test the test data; may be empty
/// @param classes the two classes, the one labelled +1 first; empty where targets are numbers
public record PreparedData(
    Descriptor source, String description, DataSet train, DataSet test, List<String> classes) {
  /// {@return whether targets are labels ±1, so that accuracy has a meaning}
  public boolean labelled() {
    return !classes.isEmpty();
  }
}
