package org.meanfield.core.plan;

import org.meanfield.api.EmpiricalMeasure;

/// Where particles begin.
public sealed interface Start {
  /// Independent and uniform on T^d.
  record Uniform() implements Start {}

  /// The points of a lattice: low discrepancy instead of independence.
  record Lattice() implements Start {}

  /// The first N points of a file; the limit starts from all of them.
  ///
  /// @param points the file's points
  record Cloud(EmpiricalMeasure points) implements Start {}
}
