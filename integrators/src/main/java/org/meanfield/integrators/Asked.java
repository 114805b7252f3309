package org.meanfield.integrators;

import java.util.List;
import org.meanfield.api.flow.VectorField;

/// What the caller of an integrator must get right.
final class Asked {
  private Asked() {}

  /// Checks the arguments of an integration.
  ///
  /// @throws IllegalArgumentException if sizes differ, the start is not finite, or the times are
  ///   none, not finite or do not increase
  static void check(VectorField field, double[] start, List<Double> times) {
    if (start.length != field.dimension()) {
      throw new IllegalArgumentException(
          "the field has %d unknowns, the start %d".formatted(field.dimension(), start.length));
    }
    for (int i = 0; i < start.length; i++) {
      if (!Double.isFinite(start[i])) {
        throw new IllegalArgumentException(
            "unknown %d starts at %s; a start must be finite".formatted(i, start[i]));
      }
    }
    if (times.isEmpty()) {
      throw new IllegalArgumentException("times must hold at least the start, got none");
    }
    for (int i = 0; i < times.size(); i++) {
      double t = times.get(i);
      if (!Double.isFinite(t) || (i > 0 && !(t > times.get(i - 1)))) {
        throw new IllegalArgumentException("times must be finite and increase, got " + times);
      }
    }
  }
}
