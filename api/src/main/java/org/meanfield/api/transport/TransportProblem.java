package org.meanfield.api.transport;

import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;

/// Move one measure onto another at least cost: min over couplings π of ∫ d(x, y)^p dπ = W_p^p (eq.
/// 2.2).
///
/// @param source n weighted points
/// @param target m weighted points
/// @param space where distances are taken
/// @param metric the ground distance d
/// @param exponent p, 1 or 2
/// @param keepPlan whether the result should carry the coupling and the potentials
/// @param start potentials to begin with, such as those of a problem much like this one; they need
///   not be feasible. A solver that can not use them leaves them aside, and none relies on them: a
///   poor start costs time, never correctness
/// @param context where pieces of the solve run, and who watches it
public record TransportProblem(
    EmpiricalMeasure source,
    EmpiricalMeasure target,
    Torus space,
    Metric metric,
    int exponent,
    boolean keepPlan,
    Optional<Potentials> start,
    SolveContext context) {
  /// Checks that dimensions and sizes agree.
  ///
  /// @param source n weighted points
  /// @param target m weighted points
  /// @param space where distances are taken
  /// @param metric the ground distance d
  /// @param exponent p, 1 or 2
  /// @param keepPlan whether the result should carry the coupling and the potentials
  /// @param start potentials to begin with, n and m finite numbers
  /// @param context where pieces of the solve run, and who watches it
  public TransportProblem {
    if (source.dimension() != target.dimension() || source.dimension() != space.dimension()) {
      throw new IllegalArgumentException(
          "source, target and space have dimensions %d, %d and %d; they must be the same"
              .formatted(source.dimension(), target.dimension(), space.dimension()));
    }
    if (exponent != 1 && exponent != 2) {
      throw new IllegalArgumentException("the exponent p must be 1 or 2, got " + exponent);
    }
    if (start.isPresent()) {
      start.get().requireSizes(source.size(), target.size());
    }
  }

  /// A problem that is begun from nothing, watched by nobody, on all processors.
  ///
  /// @param source n weighted points
  /// @param target m weighted points
  /// @param space where distances are taken
  /// @param metric the ground distance d
  /// @param exponent p, 1 or 2
  /// @param keepPlan whether the result should carry the coupling and the potentials
  public TransportProblem(
      EmpiricalMeasure source,
      EmpiricalMeasure target,
      Torus space,
      Metric metric,
      int exponent,
      boolean keepPlan) {
    this(
        source,
        target,
        space,
        metric,
        exponent,
        keepPlan,
        Optional.empty(),
        SolveContext.unwatched());
  }

  /// {@return W2² on the standard torus, value only}
  ///
  /// @param source n weighted points
  /// @param target m weighted points
  /// @param metric the ground distance
  public static TransportProblem squared(
      EmpiricalMeasure source, EmpiricalMeasure target, Metric metric) {
    return new TransportProblem(
        source, target, Torus.standard(source.dimension()), metric, 2, false);
  }

  /// {@return the same problem, begun from given potentials}
  ///
  /// @param potentials n and m finite numbers
  public TransportProblem startingAt(Potentials potentials) {
    return new TransportProblem(
        source, target, space, metric, exponent, keepPlan, Optional.of(potentials), context);
  }

  /// {@return the same problem, solved under another context}
  ///
  /// @param other where pieces run, and who watches
  public TransportProblem under(SolveContext other) {
    return new TransportProblem(source, target, space, metric, exponent, keepPlan, start, other);
  }

  /// {@return the cost d(x, y)^p of moving source point `i` to target point `j`}
  ///
  /// @param i 0 ≤ i < n
  /// @param j 0 ≤ j < m
  public double cost(int i, int j) {
    double sum = 0;
    for (int k = 0; k < space.dimension(); k++) {
      double delta = space.difference(k, source.coordinate(i, k), target.coordinate(j, k));
      sum += metric == Metric.L1 ? Math.abs(delta) : delta * delta;
    }
    // ℓ1 has the distance at hand, ℓ2 its square.
    if (metric == Metric.L1) {
      return exponent == 1 ? sum : sum * sum;
    }
    return exponent == 1 ? Math.sqrt(sum) : sum;
  }
}
