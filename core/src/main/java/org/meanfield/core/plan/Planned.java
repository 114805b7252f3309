package org.meanfield.core.plan;

import java.nio.file.Path;
import java.util.Map;

/// A plan with what is known of it beside.
///
/// @param plan the study
/// @param cost what it is likely to cost
/// @param files the files it reads: their names in the canonical text, and where they are. A folder
///   that holds the canonical text and these files holds the whole study
public record Planned(StudyPlan plan, Cost cost, Map<String, Path> files) {
  /// @param plan the study
  /// @param cost what it is likely to cost
  /// @param files the files it reads, copied
  public Planned {
    files = Map.copyOf(files);
  }
}
