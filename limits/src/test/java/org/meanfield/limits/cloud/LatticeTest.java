package org.meanfield.limits.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.Solvers;

class LatticeTest {
  private static final List<Double> TIMES = List.of(0.0, 0.5, 2.0);

  private static LimitProblem problem(Expert expert, DataSet data, List<Double> times) {
    return new LimitProblem(
        expert, data, new StartLaw.Uniform(expert.parameters()), times, Workers.sequential());
  }

  /// {@return the largest difference of the residuals of two paths, also between the recorded
  /// times}
  private static double distance(LimitPath one, LimitPath other, int n, double horizon) {
    double largest = 0;
    for (int i = 0; i <= 100; i++) {
      double[] a = Cosines.residual(one, n, horizon * i / 100);
      double[] b = Cosines.residual(other, n, horizon * i / 100);
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(a[j] - b[j]));
      }
    }
    return largest;
  }

  @Test
  void responsesAgreeWithTheClosedForm() {
    record Case(int dimension, int data, double horizon) {}
    for (Case c :
        List.of(new Case(1, 1, 2), new Case(1, 20, 1), new Case(2, 3, 2), new Case(4, 8, 2))) {
      Cosines expert = new Cosines(c.dimension);
      DataSet data = c.data == 1 ? Cosines.oneDatum(0.9) : expert.data(c.data);
      LimitProblem problem = problem(expert, data, List.of(0.0, c.horizon));
      LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
      LimitPath lattice = Cosines.path(new Lattice(256, 1, 1e-11), problem);
      // Measured: 1e-11 at most, a few tolerances.
      assertThat(distance(exact, lattice, c.data, c.horizon)).as("%s", c).isLessThan(1e-10);
    }
  }

  /// E1 with y = 0.9: the quadrature of cos on M equispaced points errs by about ρ^M.
  @Test
  void errorOnTheCircleFallsLikeAPowerOfTheNumberOfPoints() {
    LimitProblem problem = problem(new Cosines(1), Cosines.oneDatum(0.9), List.of(0.0, 2.0));
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    double rho = 0.9 - Cosines.residual(exact, 1, 2)[0];
    for (int points : new int[] {8, 16, 32}) {
      LimitPath lattice = Cosines.path(new Lattice(points, 0, 1e-13), problem);
      double error =
          Math.abs(Cosines.residual(lattice, 1, 2)[0] - Cosines.residual(exact, 1, 2)[0]);
      assertThat(error)
          .as("%d points", points)
          .isBetween(0.1 * Math.pow(rho, points), 10 * Math.pow(rho, points));
    }
    LimitPath fine = Cosines.path(new Lattice(64, 0, 1e-13), problem);
    // ρ⁶⁴ = 1e-18; measured: 1e-13, the time integration of both.
    assertThat(Cosines.residual(fine, 1, 2))
        .containsExactly(Cosines.residual(exact, 1, 2), within(1e-12));
  }

  @Test
  void estimateIsThatOfHalfThePointsAndAboveTheError() {
    LimitProblem problem = problem(new Cosines(1), Cosines.oneDatum(0.9), List.of(0.0, 2.0));
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    for (int points : new int[] {8, 16, 32, 64}) {
      LimitPath lattice = Cosines.path(new Lattice(points, 0, 1e-11), problem);
      double error =
          Math.abs(Cosines.residual(lattice, 1, 2)[0] - Cosines.residual(exact, 1, 2)[0]);
      assertThat(lattice.error().value()).isBetween(error, 0.2);
    }
  }

  @Test
  void densityOnTheCircleAgreesWithTheClosedForm() {
    Cosines expert = new Cosines(1);
    for (DataSet data : List.of(Cosines.oneDatum(0.9), expert.data(4))) {
      LimitProblem problem = problem(expert, data, TIMES);
      // 20 points are too few: the grid is doubled inside.
      assertDensity(problem, 20, 1e-8);
      assertDensity(problem, 100, 1e-8);
    }
  }

  @Test
  void densityOnTheTorusAgreesWithTheClosedForm() {
    Cosines expert = new Cosines(2);
    assertDensity(problem(expert, expert.data(3), TIMES), 32, 1e-8);
  }

  @Test
  void densityInThreeDimensionsAgreesWithTheClosedForm() {
    Cosines expert = new Cosines(3);
    assertDensity(problem(expert, expert.data(1), List.of(0.0, 1.0)), 16, 1e-8);
  }

  private static void assertDensity(LimitProblem problem, int perAxis, double tolerance) {
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath lattice = Cosines.path(new Lattice(256, 0, 1e-10), problem);
    for (double t : problem.times()) {
      GridDensity expected = exact.density(t, perAxis).orElseThrow();
      GridDensity density = lattice.density(t, perAxis).orElseThrow();
      double largest = 0;
      for (int i = 0; i < density.size(); i++) {
        largest = Math.max(largest, Math.abs(density.value(i) - expected.value(i)));
      }
      assertThat(largest).as("t = %s, %d points per axis", t, perAxis).isLessThan(tolerance);
    }
  }

  @Test
  void densityThatNoGridResolvesIsNotGiven() {
    LimitProblem problem = problem(new Cosines(1), Cosines.oneDatum(2), List.of(0.0, 1.0, 14.0));
    LimitPath path = Cosines.path(new Lattice(64, 0, 1e-9), problem);
    assertThat(path.density(1, 32)).isPresent();
    assertThat(path.density(14, 32)).isEmpty();
  }

  @Test
  void densityInManyDimensionsIsNotGiven() {
    Cosines expert = new Cosines(4);
    LimitPath path = Cosines.path(new Lattice(64, 0, 1e-6), problem(expert, expert.data(1), TIMES));
    assertThat(path.density(2, 8)).isEmpty();
  }

  /// Forward atoms and backward density are two ways to one law: their means of f agree.
  @Test
  void atomsAndDensityOfAnExpertOfManyFrequenciesAgree() {
    Ripples expert = new Ripples();
    DataSet data =
        new DataSet(Inputs.of(3, 1, new double[] {0.2, 1.7, -2}), new double[] {0.4, -0.3, 0.2});
    LimitPath path =
        Cosines.path(new Lattice(1024, 0, 1e-10), problem(expert, data, List.of(0.0, 1.0)));
    GridDensity density = path.density(1, 64).orElseThrow();
    double[] residual = Cosines.residual(path, 3, 1);
    double cell = Math.pow(2 * Math.PI / 64, 2);
    double[] x = new double[1];
    for (int j = 0; j < 3; j++) {
      data.inputs().copyRow(j, x);
      double mean = 0;
      for (int i = 0; i < density.size(); i++) {
        double[] theta = {density.coordinate(i, 0), density.coordinate(i, 1)};
        mean += density.value(i) * expert.value(theta, x) * cell;
      }
      // Measured: 1e-9, the mean over 64² points.
      assertThat(mean).isCloseTo(data.target(j) - residual[j], within(1e-8));
    }
  }

  @Test
  void morePointsChangeNoMoreThanTheEstimateSays() {
    Ripples expert = new Ripples();
    DataSet data =
        new DataSet(Inputs.of(3, 1, new double[] {0.2, 1.7, -2}), new double[] {0.4, -0.3, 0.2});
    LimitProblem problem = problem(expert, data, TIMES);
    LimitPath coarse = Cosines.path(new Lattice(128, 0, 1e-9), problem);
    LimitPath fine = Cosines.path(new Lattice(1024, 0, 1e-9), problem);
    assertThat(distance(coarse, fine, 3, 2)).isLessThan(coarse.error().value());
    assertThat(fine.error().value()).isLessThan(coarse.error().value() / 10);
  }

  @Test
  void lossNeverRises() {
    Ripples expert = new Ripples();
    DataSet data =
        new DataSet(Inputs.of(3, 1, new double[] {0.2, 1.7, -2}), new double[] {0.9, -0.8, 0.7});
    LimitPath path = Cosines.path(new Lattice(256, 0, 1e-9), problem(expert, data, TIMES));
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 200; i++) {
      double loss = 0;
      for (double r : Cosines.residual(path, 3, i / 100.0)) {
        loss += r * r / 2;
      }
      assertThat(loss).isLessThanOrEqualTo(last + 1e-9);
      last = loss;
    }
  }

  /// Recorded times lie inside the steps: many cost nothing, and agree with a run that ends there.
  @Test
  void manyRecordedTimesCostNoSteps() {
    Cosines expert = new Cosines(2);
    DataSet data = expert.data(3);
    List<Double> many = IntStream.rangeClosed(0, 70).mapToObj(i -> i * 0.7 / 70).toList();
    LatticePath dense =
        (LatticePath) Cosines.path(new Lattice(64, 0, 1e-10), problem(expert, data, many));
    LatticePath sparse =
        (LatticePath)
            Cosines.path(
                new Lattice(64, 0, 1e-10), problem(expert, data, List.of(0.0, many.getLast())));
    assertThat(dense.work()).isEqualTo(sparse.work());
    LimitPath brief =
        Cosines.path(new Lattice(64, 0, 1e-10), problem(expert, data, List.of(0.0, many.get(23))));
    // Ten tolerances: the continuous extension has one order less than the steps.
    assertThat(dense.atoms(many.get(23)).orElseThrow().points())
        .containsExactly(brief.atoms(many.get(23)).orElseThrow().points(), within(1e-9));
    assertThat(dense.atoms(many.getLast()).orElseThrow().points())
        .containsExactly(sparse.atoms(many.getLast()).orElseThrow().points());
  }

  /// With atoms at the start the law is the particle system itself: here by a thousand RK4 steps.
  @Test
  void startOfAtomsIsTheParticleSystem() {
    Cosines expert = new Cosines(2);
    DataSet data = expert.data(3);
    double[] start = {0.1, 2, 4, 5.5, 1, 3, 6.5, -2};
    LimitPath path =
        Cosines.path(
            new Lattice(4096, 0, 1e-11),
            new LimitProblem(
                expert,
                data,
                new StartLaw.Atoms(EmpiricalMeasure.uniform(Particles.of(4, 2, start))),
                TIMES,
                Workers.sequential()));
    GradientFlow flow =
        new GradientFlow(
            new Drift(expert.bind(data.inputs()), 4, 2, 3, Workers.sequential()), data);
    double[] state = start.clone();
    for (int step = 0; step < 1000; step++) {
      rungeKutta(flow, state, 0.002);
    }
    // Measured: 1e-11.
    assertThat(path.atoms(2).orElseThrow().points()).containsExactly(state, within(1e-10));
    assertThat(path.atoms(0).orElseThrow().points()).containsExactly(start);
    assertThat(path.error().value()).isLessThan(1e-9);
    assertThat(path.error().meaning()).contains("exactly its atoms");
    assertThat(path.density(2, 16)).isEmpty();
  }

  private static void rungeKutta(GradientFlow flow, double[] state, double h) {
    double[][] k = new double[4][state.length];
    double[] at = state.clone();
    for (int stage = 0; stage < 4; stage++) {
      flow.at(0, at, k[stage]);
      double ahead = stage == 2 ? h : h / 2;
      for (int i = 0; i < state.length; i++) {
        at[i] = state[i] + ahead * k[stage][i];
      }
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
    }
  }

  /// A hundred near-by data: r′ = −K r with an eigenvalue near 40.
  @Test
  void manyDataCostFewDriftsAtTheDefaultTolerance() {
    Cosines expert = new Cosines(1);
    LimitProblem problem = problem(expert, expert.data(100), List.of(0.0, 1.0));
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath lattice =
        Cosines.path(
            new Lattice(64, 0, LatticeProvider.TOLERANCE.fallback().orElseThrow()), problem);
    assertThat(((LatticePath) lattice).work().evaluations()).isLessThan(400);
    // Measured: 4e-10.
    assertThat(distance(exact, lattice, 100, 1)).isLessThan(2e-9);
    assertThat(lattice.description()).contains("64 points").contains("drifts");
  }

  @Test
  void tooFewPointsForTheDimensionAreRefusedWithTheWayOut() {
    Cosines expert = new Cosines(40);
    assertThat(new Lattice(64, 0, 1e-6).solve(problem(expert, expert.data(1), TIMES)))
        .isInstanceOfSatisfying(
            LimitResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("raise 'points'"));
  }

  @Test
  void oddNumberOfPointsIsTheUsersMistake() {
    LatticeProvider provider = new LatticeProvider();
    Settings settings =
        Settings.defaults(provider.descriptor().settings()).with(LatticeProvider.POINTS, 101);
    assertThatThrownBy(() -> provider.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("101")
        .hasMessageContaining("even");
  }
}
