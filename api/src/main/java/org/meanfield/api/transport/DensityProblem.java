package org.meanfield.api.transport;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;

/// Move a cloud onto a law with a density at least cost, on the torus T^d: W_p^p(μ_N, μ), where a
/// [TransportProblem] has two clouds.
///
/// @param source n weighted points
/// @param target the law
/// @param metric the ground distance d
/// @param exponent p, 1 or 2
/// @param context where pieces of the solve run, and who watches it
public record DensityProblem(
    EmpiricalMeasure source,
    DensityTarget target,
    Metric metric,
    int exponent,
    SolveContext context) {
  /// Checks that dimensions agree.
  ///
  /// @param source n weighted points
  /// @param target the law
  /// @param metric the ground distance d
  /// @param exponent p, 1 or 2
  /// @param context where pieces of the solve run, and who watches it
  public DensityProblem {
    if (source.dimension() != target.dimension()) {
      throw new IllegalArgumentException(
          "source and density have dimensions %d and %d; they must be the same"
              .formatted(source.dimension(), target.dimension()));
    }
    if (exponent != 1 && exponent != 2) {
      throw new IllegalArgumentException("the exponent p must be 1 or 2, got " + exponent);
    }
  }

  /// {@return W2², watched by nobody}
  ///
  /// @param source n weighted points
  /// @param target the law
  /// @param metric the ground distance
  public static DensityProblem squared(
      EmpiricalMeasure source, DensityTarget target, Metric metric) {
    return new DensityProblem(source, target, metric, 2, SolveContext.unwatched());
  }

  /// {@return the same problem, solved under another context}
  ///
  /// @param other where pieces run, and who watches
  public DensityProblem under(SolveContext other) {
    return new DensityProblem(source, target, metric, exponent, other);
  }
}
