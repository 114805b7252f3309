package org.meanfield.api.limit;

import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.flow.Residual;

/// The law μ_t on [0, T], as far as its method gives it. Immutable and shareable.
public interface LimitPath {
  /// {@return r(t) on [0, T], accurate between the recorded times too: it drives the McKean
  /// companion}
  Residual residual();

  /// Computes the responses E_{μ_t} f(·, x) at the problem's probes.
  ///
  /// @param t in [0, T]
  /// @param out receives one number per probe
  void probe(double t, double[] out);

  /// {@return the estimated error of E_{μ_t} f(·, x_j), the largest over j and the recorded times}
  ErrorEstimate error();

  /// {@return points that stand for μ_t; empty if the method has none}
  ///
  /// @param t one of the problem's times
  Optional<EmpiricalMeasure> atoms(double t);

  /// {@return the density of μ_t on a regular grid; empty if the method has none in this dimension}
  ///
  /// @param t one of the problem's times
  /// @param pointsPerAxis G ≥ 2
  Optional<GridDensity> density(double t, int pointsPerAxis);

  /// {@return one line on what was done, such as the number of points and the tolerance}
  String description();

  /// An error bound or estimate, and what it rests on.
  ///
  /// @param value ≥ 0; +∞ if nothing is known
  /// @param meaning how it was found, for the reader of the report
  record ErrorEstimate(double value, String meaning) {
    /// Checks that the value is a size and that something is said of it.
    ///
    /// @param value ≥ 0; +∞ if nothing is known
    /// @param meaning not blank
    public ErrorEstimate {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("an error is ≥ 0 or +∞, got " + value);
      }
      if (meaning.isBlank()) {
        throw new IllegalArgumentException(
            "an error of %s needs a meaning: how it was found".formatted(value));
      }
    }
  }
}
