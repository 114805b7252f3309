package org.meanfield.limits.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Oracle;
import org.meanfield.limits.Solvers;

class ReferenceParticlesTest {
  /// Three standard errors from sixteen parts cover at the start with probability 0.991 (Student's
  /// t with 15 degrees of freedom), later more often, as training pulls E f to its target. Of 40
  /// seeds (fixed: 1 … 40) 3 or more misses have probability 0.005.
  @Test
  void errorBarCoversTheError() {
    LimitProblem problem = Oracle.oneDatum(0.9, 1);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    int missed = 0;
    double squares = 0;
    for (int seed = 1; seed <= 40; seed++) {
      LimitPath path = Cosines.path(new ReferenceParticles(512, false, seed), problem);
      double error = Oracle.error(path, exact, problem);
      missed += error > path.error().value() ? 1 : 0;
      squares += error * error / 40;
    }
    assertThat(missed).isLessThan(3);
    // Var cos/512 = 1/1024 at the start: an error of 1/32, root mean square, within four standard
    // errors of its estimate.
    assertThat(Math.sqrt(squares)).isBetween(0.55 / 32, 1.45 / 32);
  }

  @Test
  void shiftedLatticesAreFarBetterAndKnowIt() {
    Cosines torus = new Cosines(2);
    LimitProblem problem = Oracle.problem(torus, torus.data(3), 1);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath path = Cosines.path(new ReferenceParticles(1024, true, 1), problem);
    double error = Oracle.error(path, exact, problem);
    assertThat(error).isLessThan(1e-6);
    assertThat(path.error().value()).isLessThan(1e-6).isGreaterThan(error / 10);
  }

  @Test
  void seedsAreSamples() {
    LimitProblem problem = Oracle.oneDatum(0.9, 1);
    for (boolean lattice : new boolean[] {false, true}) {
      double[] one = atoms(problem, lattice, 1);
      assertThat(atoms(problem, lattice, 1)).isEqualTo(one);
      assertThat(atoms(problem, lattice, 2)).isNotEqualTo(one);
    }
  }

  private static double[] atoms(LimitProblem problem, boolean lattice, long seed) {
    return Cosines.path(new ReferenceParticles(256, lattice, seed), problem)
        .atoms(0)
        .orElseThrow()
        .points();
  }

  @Test
  void pointsAreSixteenParts() {
    ParticlesProvider provider = new ParticlesProvider();
    Settings settings =
        Settings.defaults(provider.descriptor().settings()).with(ParticlesProvider.POINTS, 1000);
    assertThatThrownBy(() -> provider.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("points is 1000; it must be a multiple of 16");
  }
}
