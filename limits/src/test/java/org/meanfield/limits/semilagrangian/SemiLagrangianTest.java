package org.meanfield.limits.semilagrangian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Oracle;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.Solvers;
import org.meanfield.limits.grid.TorusGrid;

class SemiLagrangianTest {
  @Test
  void estimateCoversTheErrorAndMassStays() {
    Cosines cosines = new Cosines(1);
    Cosines torus = new Cosines(2);
    for (LimitProblem problem :
        List.of(
            Oracle.oneDatum(0.9, 2),
            Oracle.problem(cosines, cosines.data(5), 2),
            Oracle.problem(torus, torus.data(3), 2))) {
      LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
      for (int points : new int[] {16, 32}) {
        LimitPath path = Cosines.path(new SemiLagrangian(points), problem);
        double error = Oracle.error(path, exact, problem);
        assertThat(path.error().value()).as("%d points", points).isBetween(error, 100 * error);
        assertThat(path.density(2, points).orElseThrow().mass()).isCloseTo(1, within(1e-13));
      }
    }
  }

  /// In L1 at the horizon; measured: 7.0e-4 and 1.1e-4 of 0.5 or so.
  @Test
  void densityConverges() {
    LimitProblem problem = Oracle.oneDatum(0.9, 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    double coarse = Oracle.distance(Cosines.path(new SemiLagrangian(64), problem), exact, 2, 64);
    double fine = Oracle.distance(Cosines.path(new SemiLagrangian(128), problem), exact, 2, 128);
    assertThat(coarse).isLessThan(1e-3);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(2.5, 3.5);
  }

  @Test
  void ripplesAgreeWithTheLattice() {
    DataSet data = new DataSet(Inputs.of(2, 1, new double[] {0.3, -1.1}), new double[] {0.4, -0.2});
    LimitProblem problem = Oracle.problem(new Ripples(), data, 1);
    LimitPath lattice = Cosines.path(Solvers.lattice(1024, 1, 1e-9), problem);
    LimitPath path = Cosines.path(new SemiLagrangian(48), problem);
    assertThat(Oracle.error(path, lattice, problem))
        .isLessThan(path.error().value())
        .isLessThan(1e-3);
  }

  /// A cubic spline shares a mass out so that its moments up to the third stay.
  @Test
  void sharesKeepTheirMoments() {
    TorusGrid grid = new TorusGrid(1, 64);
    double[] weights = new double[64];
    weights[0] = 1;
    double[] shared = new double[64];
    double place = 31.3;
    double[] cloud = new double[64];
    cloud[0] = place * grid.width();
    new CubicSplines(grid).share(weights, cloud, shared);
    double[] moments = new double[4];
    for (int i = 0; i < 64; i++) {
      for (int m = 0; m < 4; m++) {
        moments[m] += shared[i] * Math.pow(i - place, m);
      }
    }
    // The spline falls off like 0.27^i: to 1e-17 at the far side.
    assertThat(moments).containsExactly(new double[] {1, 0, 0, 0}, within(1e-12));
  }

  @Test
  void whatItDoesNotServeIsRefused() {
    Cosines three = new Cosines(3);
    assertThat(new SemiLagrangian(32).solve(Oracle.problem(three, three.data(1), 1)))
        .isInstanceOfSatisfying(
            LimitResult.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("up to 2 parameters and the expert has 3", "lattice"));
    SemiLagrangianProvider provider = new SemiLagrangianProvider();
    Settings odd =
        Settings.defaults(provider.descriptor().settings()).with(SemiLagrangianProvider.POINTS, 65);
    assertThatThrownBy(() -> provider.create(odd))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("points is 65; it must be even");
  }
}
