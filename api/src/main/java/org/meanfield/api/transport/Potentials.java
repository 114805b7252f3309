package org.meanfield.api.transport;

import java.util.List;

/// Kantorovich potentials: uᵢ and v_j with uᵢ + v_j ≤ c(xᵢ, y_j). Immutable.
public final class Potentials {
  private final double[] source;
  private final double[] target;

  /// @param source u, one per source point, copied
  /// @param target v, one per target point, copied
  public Potentials(double[] source, double[] target) {
    this.source = source.clone();
    this.target = target.clone();
  }

  /// Checks that these belong to measures of given sizes.
  void requireSizes(int sources, int targets) {
    if (source.length != sources || target.length != targets) {
      throw new IllegalArgumentException(
          "potentials of %d and %d points do not fit measures of %d and %d points"
              .formatted(source.length, target.length, sources, targets));
    }
    for (double[] values : List.of(source, target)) {
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "potential %d is %s; a start must be finite".formatted(i, values[i]));
        }
      }
    }
  }

  /// {@return a copy of u}
  public double[] source() {
    return source.clone();
  }

  /// {@return a copy of v}
  public double[] target() {
    return target.clone();
  }
}
