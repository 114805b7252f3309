package org.meanfield.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A study file, and what the command line changes in it.
///
/// @param file the YAML file; relative paths inside it are taken from its folder
/// @param overrides `path=value` each, such as `flow.step=0.1`, each path once. The value is YAML;
///   `null` removes what the file says
public record StudySource(Path file, List<String> overrides) {
  /// @param file the YAML file
  /// @param overrides `path=value` each, copied
  public StudySource {
    overrides = List.copyOf(overrides);
  }

  /// {@return a study file as it is}
  ///
  /// @param file the YAML file
  public static StudySource of(Path file) {
    return new StudySource(file, List.of());
  }

  /// {@return this source with one change more}
  ///
  /// @param override `path=value`, such as `seed=7`
  public StudySource with(String override) {
    List<String> more = new ArrayList<>(overrides);
    more.add(override);
    return new StudySource(file, more);
  }
}
