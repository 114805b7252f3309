package org.meanfield.core.insight;

import java.util.random.RandomGenerator;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.limit.StartLaw;

/// Independent draws from a start law.
final class Draws {
  private Draws() {}

  /// {@return so many independent particles}
  ///
  /// @param law μ_0
  /// @param count how many
  /// @param random where from
  static Particles of(StartLaw law, int count, RandomGenerator random) {
    int d = law.dimension();
    Particles draws = new Particles(count, d);
    double[] level = new double[d];
    double[] theta = new double[d];
    for (int i = 0; i < count; i++) {
      switch (law) {
        case StartLaw.Continuous density -> {
          for (int k = 0; k < d; k++) {
            level[k] = random.nextDouble();
          }
          density.quantile(level, theta);
          draws.setRow(i, theta);
        }
        case StartLaw.Atoms(EmpiricalMeasure points) -> {
          int atom = random.nextInt(points.size());
          for (int k = 0; k < d; k++) {
            draws.set(i, k, points.coordinate(atom, k));
          }
        }
      }
    }
    return draws;
  }
}
