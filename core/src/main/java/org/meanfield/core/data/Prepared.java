package org.meanfield.core.data;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.data.Targets;

/// Inputs chosen, split and scaled, with their targets where these are known without the expert.
///
/// @param description one sentence: what the rows are and what was done to them
/// @param recipe the recipe with every default filled in
/// @param train training inputs, at least one
/// @param trainTargets one per training input; empty if a teacher gives them
/// @param test test inputs; may be none
/// @param testTargets one per test input; empty if a teacher gives them
/// @param teacher the law whose responses are the targets
public record Prepared(
    String description,
    Recipe recipe,
    Inputs train,
    List<Double> trainTargets,
    Inputs test,
    List<Double> testTargets,
    Optional<Targets.Teacher> teacher) {
  /// @param description one sentence
  /// @param recipe the recipe with every default filled in
  /// @param train training inputs
  /// @param trainTargets one per training input, copied
  /// @param test test inputs
  /// @param testTargets one per test input, copied
  /// @param teacher the law whose responses are the targets
  public Prepared {
    trainTargets = List.copyOf(trainTargets);
    testTargets = List.copyOf(testTargets);
  }
}
