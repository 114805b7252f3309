package org.meanfield.api.transport;

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

  /// {@return a copy of u}
  public double[] source() {
    return source.clone();
  }

  /// {@return a copy of v}
  public double[] target() {
    return target.clone();
  }
}
