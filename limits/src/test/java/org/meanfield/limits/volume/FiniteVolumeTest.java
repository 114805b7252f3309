package org.meanfield.limits.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Oracle;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.Solvers;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.TorusGrid;

class FiniteVolumeTest {
  /// E1 with y = 0.9, in L1; measured 0.96, 2.13 and 4.95.
  @ParameterizedTest
  @EnumSource(FluxScheme.class)
  void densityConvergesWithTheOrderOfTheScheme(FluxScheme scheme) {
    LimitProblem problem = Oracle.oneDatum(0.9, 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    double coarse =
        Oracle.distance(Cosines.path(new FiniteVolume(64, scheme), problem), exact, 2, 64);
    double fine =
        Oracle.distance(Cosines.path(new FiniteVolume(128, scheme), problem), exact, 2, 128);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(scheme.order(), within(0.2));
  }

  @ParameterizedTest
  @EnumSource(FluxScheme.class)
  void estimateCoversTheError(FluxScheme scheme) {
    Cosines cosines = new Cosines(1);
    for (LimitProblem problem :
        List.of(
            Oracle.oneDatum(0.9, 2),
            Oracle.oneDatum(-0.5, 1),
            Oracle.problem(cosines, cosines.data(5), 2))) {
      LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
      for (int points : new int[] {16, 32, 64, 128}) {
        LimitPath path = Cosines.path(new FiniteVolume(points, scheme), problem);
        // At most 80 times: 2⁵ − 1, and more before the order shows.
        assertThat(path.error().value())
            .as("%d cells", points)
            .isBetween(Oracle.error(path, exact, problem), 80 * Oracle.error(path, exact, problem));
      }
    }
  }

  /// A target beyond reach drives the law to a point that no grid resolves.
  @ParameterizedTest
  @EnumSource(FluxScheme.class)
  void massStaysAndNothingIsNegativeWhereNothingIsResolved(FluxScheme scheme) {
    LimitProblem problem = Oracle.oneDatum(2, 12);
    LimitPath path = Cosines.path(new FiniteVolume(64, scheme), problem);
    GridDensity density = path.density(12, 64).orElseThrow();
    assertThat(density.mass()).isCloseTo(1, within(1e-13));
    double most = 0;
    for (int i = 0; i < density.size(); i++) {
      assertThat(density.value(i)).isNotNegative();
      most = Math.max(most, density.value(i));
    }
    // At least a third of the mass in one cell.
    assertThat(most * 2 * Math.PI / 64).isGreaterThan(0.3);
  }

  /// A jump is where schemes of higher order overshoot.
  @ParameterizedTest
  @EnumSource(value = FluxScheme.class, names = "UPWIND", mode = EnumSource.Mode.EXCLUDE)
  void fluxesAreCutWhereACellWouldBeOverdrawn(FluxScheme scheme) {
    LimitProblem problem = Oracle.oneDatum(0.9, 2);
    TorusGrid grid = new TorusGrid(1, 64);
    double[] block = new double[64];
    for (int i = 10; i < 20; i++) {
      block[i] = 6.4 / (2 * Math.PI);
    }
    GridRun run = new FiniteVolumeFlow(problem, problem.probes(), grid, scheme).from(block);
    assertThat(run.notes()).contains("limited in").doesNotContain("limited in 0");
    for (double[] density : run.densities()) {
      assertThat(Arrays.stream(density).sum() * grid.width()).isCloseTo(1, within(1e-13));
      assertThat(Arrays.stream(density).min().orElseThrow()).isNotNegative();
    }
  }

  @ParameterizedTest
  @EnumSource(FluxScheme.class)
  void massStaysOnTheTorus(FluxScheme scheme) {
    Cosines expert = new Cosines(2);
    LimitProblem problem = Oracle.problem(expert, expert.data(3), 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath path = Cosines.path(new FiniteVolume(32, scheme), problem);
    assertThat(path.density(2, 32).orElseThrow().mass()).isCloseTo(1, within(1e-13));
    assertThat(Oracle.error(path, exact, problem)).isLessThan(path.error().value());
    // Measured: 0.02, 1.5e-3 and 4.5e-5.
    double allowed =
        switch (scheme) {
          case UPWIND -> 0.03;
          case MUSCL -> 2e-3;
          case WENO5 -> 6e-5;
        };
    assertThat(Oracle.distance(path, exact, 2, 32)).isLessThan(allowed);
    // 31 points are none of the cells' centres: interpolated to the scheme's order.
    assertThat(Oracle.distance(path, exact, 2, 31)).isLessThan(2 * allowed);
  }

  @Test
  void threeDimensionsAgreeWithTheClosedForm() {
    Cosines expert = new Cosines(3);
    LimitProblem problem = Oracle.problem(expert, expert.data(2), 1);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath path = Cosines.path(new FiniteVolume(16, FluxScheme.WENO5), problem);
    assertThat(Oracle.error(path, exact, problem))
        .isLessThan(path.error().value())
        .isLessThan(2e-5);
    assertThat(path.density(1, 16).orElseThrow().mass()).isCloseTo(1, within(1e-13));
  }

  /// Another method altogether, on an expert whose law is not known.
  @Test
  void ripplesAgreeWithTheLattice() {
    DataSet data = new DataSet(Inputs.of(2, 1, new double[] {0.3, -1.1}), new double[] {0.4, -0.2});
    LimitProblem problem = Oracle.problem(new Ripples(), data, 1);
    LimitPath lattice = Cosines.path(Solvers.lattice(1024, 1, 1e-9), problem);
    LimitPath path = Cosines.path(new FiniteVolume(48, FluxScheme.WENO5), problem);
    // Measured: 4e-6.
    assertThat(Oracle.error(path, lattice, problem))
        .isLessThan(path.error().value())
        .isLessThan(2e-5);
  }

  /// Σ over cells of p f, in place of the density at the centres, is of order 2 whatever the
  /// scheme.
  @Test
  void momentsHaveTheOrderOfTheScheme() {
    LimitProblem problem = Oracle.oneDatum(0.9, 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath path = Cosines.path(new FiniteVolume(64, FluxScheme.WENO5), problem);
    double rho = 0.9 - Cosines.residual(exact, 1, 2)[0];
    EmpiricalMeasure atoms = path.atoms(2).orElseThrow();
    double second = 0;
    for (int i = 0; i < atoms.size(); i++) {
      second += atoms.weight(i) * Math.cos(2 * atoms.coordinate(i, 0));
    }
    // Measured: 3e-6; h²/6 ρ² would be 4e-4.
    assertThat(second).isCloseTo(rho * rho, within(1e-5));
  }

  @Test
  void whatItDoesNotServeIsRefused() {
    LimitProblem atoms =
        new LimitProblem(
            new Cosines(1),
            Cosines.oneDatum(0.9),
            new StartLaw.Atoms(EmpiricalMeasure.uniform(new Particles(2, 1))),
            List.of(0.0, 1.0),
            Workers.sequential());
    Cosines four = new Cosines(4);
    Cosines three = new Cosines(3);
    for (LimitProblem problem :
        List.of(
            atoms,
            Oracle.problem(four, four.data(1), 1),
            Oracle.problem(three, three.data(20), 1))) {
      assertThat(new FiniteVolume(128, FluxScheme.WENO5).solve(problem))
          .isInstanceOfSatisfying(
              LimitResult.Refused.class,
              refused -> assertThat(refused.reason()).contains("lattice"));
    }
  }

  @Test
  void pointsAreEven() {
    FiniteVolumeProvider provider = new FiniteVolumeProvider();
    Settings settings =
        Settings.defaults(provider.descriptor().settings()).with(FiniteVolumeProvider.POINTS, 65);
    assertThatThrownBy(() -> provider.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("points is 65; it must be even");
  }
}
