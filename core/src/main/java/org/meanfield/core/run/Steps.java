package org.meanfield.core.run;

import java.util.stream.Collectors;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Trait;

/// What is known of an integrator's steps.
///
/// @param order p of the error at a given length: what it claims; 2 for a method that chooses its
///   steps by an estimate of its error, 1 where nothing is claimed
/// @param remedy how to make steps shorter, by the names of its own settings
record Steps(int order, String remedy) {
  static Steps of(Descriptor integrator) {
    int order = 1;
    for (Trait trait : integrator.traits()) {
      switch (trait) {
        case Trait.Order(int p) -> order = p;
        case Trait.Tolerance(double _, String absolute, String relative) -> {
          return new Steps(2, "lower '%s' and '%s'".formatted(absolute, relative));
        }
        default -> {}
      }
    }
    String names =
        integrator.settings().stream()
            .map(Setting::name)
            .filter(name -> name.contains("step") || name.contains("tolerance"))
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(" or "));
    return new Steps(order, names.isEmpty() ? "take another integrator" : "lower " + names);
  }
}
