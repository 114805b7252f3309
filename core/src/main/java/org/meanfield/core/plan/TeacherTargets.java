package org.meanfield.core.plan;

import java.util.random.RandomGenerator;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.data.Targets;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Drift;

/// Targets that are the responses of a known law: y_j = (1/K) Σᵢ f(θᵢ, x_j) for K independent θᵢ
/// from a product of wrapped Cauchy laws.
///
/// Coordinate k is c_k + 2 arctan(((1 − ρ)/(1 + ρ)) tan(u/2)) with u uniform on (−π, π), which has
/// E e^{iθ} = ρ e^{i c_k}; the centres c_k are uniform.
///
/// **Reference.** K. V. Mardia, P. E. Jupp, *Directional Statistics*, Wiley 2000, §3.5.7.
final class TeacherTargets {
  private final Targets.Teacher law;
  private final Expert expert;
  private final double[] particles;

  /// @param law the law
  /// @param expert f
  /// @param seeds the study's; draws from `data/teacher`
  TeacherTargets(Targets.Teacher law, Expert expert, Seeds seeds) {
    this.law = law;
    this.expert = expert;
    this.particles = draw(law, expert.parameters(), seeds.at("data", "teacher"));
  }

  private static double[] draw(Targets.Teacher law, int d, Seeds seeds) {
    RandomGenerator centres = seeds.at("centre").generator();
    RandomGenerator points = seeds.at("particles").generator();
    int count = law.experts();
    double narrowing = (1 - law.concentration()) / (1 + law.concentration());
    double[] centre = new double[d];
    for (int k = 0; k < d; k++) {
      centre[k] = centres.nextDouble(0, 2 * Math.PI);
    }
    double[] particles = new double[Math.multiplyExact(count, d)];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < d; k++) {
        double u = points.nextDouble(-Math.PI, Math.PI);
        particles[k * count + i] =
            centre[k] + 2 * StrictMath.atan(narrowing * StrictMath.tan(u / 2));
      }
    }
    return particles;
  }

  /// {@return coordinate `k` of particle `i`}
  double coordinate(int i, int k) {
    return particles[k * law.experts() + i];
  }

  /// {@return one target per input}
  double[] of(Inputs inputs) {
    double[] targets = new double[inputs.count()];
    if (inputs.count() > 0) {
      new Drift(
              expert.bind(inputs),
              law.experts(),
              expert.parameters(),
              inputs.count(),
              Workers.sequential())
          .response(particles, 0, targets);
    }
    return targets;
  }
}
