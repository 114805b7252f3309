package org.meanfield.transport;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult.Measured;

/// What tests of discrepancies share.
public final class Discrepancies {
  private Discrepancies() {}

  public static Measured measured(
      Discrepancy discrepancy, EmpiricalMeasure one, EmpiricalMeasure other, Metric metric) {
    return (Measured) discrepancy.between(one, other, Torus.standard(one.dimension()), metric);
  }

  public static EmpiricalMeasure at(double... point) {
    return EmpiricalMeasure.uniform(Particles.of(1, point.length, point));
  }
}
