package org.meanfield.core.data;

import java.util.List;
import java.util.Optional;

/// What a study wants done to its table; what is empty takes the default of the table's kind.
///
/// @param classes the two classes of a labelled table, +1 first
/// @param features number of principal components
/// @param train number of training rows
/// @param test number of test rows
/// @param standardise whether columns are standardised first
/// @param angles whether columns are scaled to [−π/2, π/2] last
public record Recipe(
    List<String> classes,
    Optional<Integer> features,
    Optional<Integer> train,
    Optional<Integer> test,
    Optional<Boolean> standardise,
    Optional<Boolean> angles) {
  /// @param classes the two classes of a labelled table, +1 first; empty for the default
  /// @param features number of principal components
  /// @param train number of training rows
  /// @param test number of test rows
  /// @param standardise whether columns are standardised first
  /// @param angles whether columns are scaled to [−π/2, π/2] last
  public Recipe {
    classes = List.copyOf(classes);
  }

  /// {@return a recipe that leaves everything to the defaults}
  public static Recipe plain() {
    return new Recipe(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
