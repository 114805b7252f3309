package org.meanfield.core.plan;

import java.util.List;
import java.util.OptionalDouble;
import org.meanfield.api.DataSet;
import org.meanfield.api.data.DataSource;

/// Data ready for training: chosen, standardised, reduced, scaled, split.
///
/// @param source where the rows come from
/// @param description one sentence: what the rows are and what was done to them
/// @param train the training data, n ≥ 1
/// @param test the test data; may be empty
/// @param taught whether the targets are responses of a mixture of the study's own experts, found
///   when first asked for
/// @param classes the two classes, the one labelled +1 first; empty where targets are numbers
public record PreparedData(
    Chosen<DataSource> source,
    String description,
    DataSet train,
    DataSet test,
    boolean taught,
    List<String> classes) {
  /// {@return the largest |y| of the training data; empty where a teacher gives them: a mean of
  /// responses is never beyond sup|f|}
  public OptionalDouble largestGivenTarget() {
    return taught ? OptionalDouble.empty() : OptionalDouble.of(train.largestTarget());
  }

  /// {@return whether targets are labels ±1, so that accuracy has a meaning}
  public boolean labelled() {
    return !classes.isEmpty();
  }
}
