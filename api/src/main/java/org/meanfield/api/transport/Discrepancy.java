package org.meanfield.api.transport;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;

/// A number that tells two measures apart and is not a Wasserstein distance: cheaper, or smoother,
/// but never to be put in its place. Symmetric, zero for equal measures. Immutable, shareable,
/// deterministic.
public interface Discrepancy {
  /// Compares two measures.
  ///
  /// @param one n weighted points
  /// @param other m weighted points of the same dimension
  /// @param space where they lie
  /// @param metric the ground distance, for discrepancies that have one
  /// @return a number with its error, or why there is none
  DiscrepancyResult between(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric);
}
