package org.meanfield.api.limit;

import org.meanfield.api.EmpiricalMeasure;

/// The law μ_0 of the parameters at the start.
public sealed interface StartLaw {
  /// {@return the number of parameters d}
  int dimension();

  /// The uniform law on T^d.
  ///
  /// @param dimension d
  record Uniform(int dimension) implements StartLaw {}

  /// The empirical law of given points with equal weights.
  ///
  /// @param measure the points
  record Atoms(EmpiricalMeasure measure) implements StartLaw {
    /// @param measure the points, uniformly weighted
    public Atoms {
      if (!measure.isUniform()) {
        throw new IllegalArgumentException("a start law of atoms needs equal weights");
      }
    }

    @Override
    public int dimension() {
      return measure.dimension();
    }
  }
}
