package org.meanfield.qasm;

import java.util.List;

/// Which inputs of a file are parameters and which are features. An input that neither list names
/// has the role that the other list leaves, or, without lists, the one its name gives it: names
/// that begin with `x` (after underscores) are features, all others parameters.
///
/// In OpenQASM 2, which has no inputs, the lists declare the names.
///
/// @param parameters names of parameters in order; empty if not given
/// @param inputs names of features in order; empty if not given
public record Roles(List<String> parameters, List<String> inputs) {
  /// Copies the lists.
  ///
  /// @param parameters names of parameters in order; empty if not given
  /// @param inputs names of features in order; empty if not given
  public Roles {
    parameters = List.copyOf(parameters);
    inputs = List.copyOf(inputs);
  }

  /// {@return roles by name alone}
  public static Roles byName() {
    return new Roles(List.of(), List.of());
  }

  /// {@return whether an input is a parameter}
  ///
  /// @param name its name
  boolean trains(String name) {
    if (parameters.contains(name) || inputs.contains(name)) {
      return parameters.contains(name);
    }
    if (parameters.isEmpty() != inputs.isEmpty()) {
      return parameters.isEmpty();
    }
    return !name.replaceFirst("^_+", "").startsWith("x");
  }
}
