package org.meanfield.core.plan;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.limit.StartLaw;

/// Where particles begin.
public sealed interface Start {
  /// {@return the law that the particles sample}
  ///
  /// @param dimension d
  default StartLaw law(int dimension) {
    return switch (this) {
      case Uniform(), Lattice() -> new StartLaw.Uniform(dimension);
      case Law(StartLaw.Continuous law) -> law;
      case Cloud(EmpiricalMeasure points) -> new StartLaw.Atoms(points);
    };
  }

  /// Independent and uniform on T^d.
  record Uniform() implements Start {}

  /// The points of a lattice: low discrepancy instead of independence.
  record Lattice() implements Start {}

  /// Independent draws from a law with a density.
  ///
  /// @param law the law
  record Law(StartLaw.Continuous law) implements Start {}

  /// The first N points of a file; the limit starts from all of them.
  ///
  /// @param points the file's points
  record Cloud(EmpiricalMeasure points) implements Start {}
}
