package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.Targets;

class TeacherTargetsTest {
  private static final int EXPERTS = 100_000;
  private static final double CONCENTRATION = 0.8;
  private static final TeacherTargets TEACHER =
      new TeacherTargets(
          new Targets.Teacher(CONCENTRATION, EXPERTS), new Fakes.Cosine(2), Seeds.root(1));

  @Test
  void harmonicsOfTheParticlesHaveModulusConcentrationToTheirOrder() {
    // |E e^{inθ}| = ρⁿ. The mean of 10⁵ unit vectors has error below 1/√10⁵ = 3.2e−3 per component;
    // 4 of these bound all six cases at level 10⁻³.
    for (int k = 0; k < 2; k++) {
      for (int n = 1; n <= 3; n++) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < EXPERTS; i++) {
          re += Math.cos(n * TEACHER.coordinate(i, k));
          im += Math.sin(n * TEACHER.coordinate(i, k));
        }
        assertThat(Math.hypot(re, im) / EXPERTS)
            .isCloseTo(Math.pow(CONCENTRATION, n), within(4 / Math.sqrt(EXPERTS)));
      }
    }
  }

  @Test
  void coordinatesAreIndependent() {
    // |E e^{i(θ₀+θ₁)}| = ρ² for independent coordinates; ρ¹ or more if they moved together.
    double re = 0;
    double im = 0;
    for (int i = 0; i < EXPERTS; i++) {
      double sum = TEACHER.coordinate(i, 0) + TEACHER.coordinate(i, 1);
      re += Math.cos(sum);
      im += Math.sin(sum);
    }
    assertThat(Math.hypot(re, im) / EXPERTS)
        .isCloseTo(CONCENTRATION * CONCENTRATION, within(4 / Math.sqrt(EXPERTS)));
  }

  @Test
  void targetsAreTheMeanResponse() {
    double[] x = {0.3, -1.1, 2.0, 0.5};
    double[] targets = TEACHER.of(Inputs.of(2, 2, x));

    for (int j = 0; j < 2; j++) {
      double sum = 0;
      for (int i = 0; i < EXPERTS; i++) {
        sum +=
            (Math.cos(TEACHER.coordinate(i, 0) - x[2 * j])
                    + Math.cos(TEACHER.coordinate(i, 1) - x[2 * j + 1]))
                / 2;
      }
      // Two orders of summing 10⁵ numbers of size 1: some 10⁵ ulps of the mean at the very worst.
      assertThat(targets[j]).isCloseTo(sum / EXPERTS, within(1e-12));
    }
  }

  @Test
  void concentrationZeroIsUniform() {
    TeacherTargets uniform =
        new TeacherTargets(new Targets.Teacher(0, EXPERTS), new Fakes.Cosine(1), Seeds.root(1));
    double[] targets = uniform.of(Inputs.of(1, 1, new double[] {0.4}));

    assertThat(targets[0]).isCloseTo(0, within(4 / Math.sqrt(EXPERTS)));
  }
}
