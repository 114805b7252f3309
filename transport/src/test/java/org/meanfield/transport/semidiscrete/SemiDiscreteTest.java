package org.meanfield.transport.semidiscrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.Workers;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.limit.Marginal.VonMises;
import org.meanfield.api.limit.Marginal.WrappedCauchy;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Cancelled;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.circle.Circle;
import org.meanfield.transport.exact.Exact;

class SemiDiscreteTest {
  /// Sums of masses times costs of size 10 in double precision.
  private static final double ROUND_OFF = 1e-13;

  private static final SemiDiscrete SOLVER = new SemiDiscrete(0.03, 300_000);

  private static Solved solve(SemiDiscrete solver, DensityProblem problem) {
    TransportResult result = solver.solve(problem);
    if (result instanceof Solved solved) {
      return solved;
    }
    throw new AssertionError("not solved: " + result);
  }

  private static Solved solve(EmpiricalMeasure cloud, DensityTarget target, Metric metric) {
    return solve(SOLVER, DensityProblem.squared(cloud, target, metric));
  }

  private static void assertEncloses(Solved solved, double truth) {
    double slack = ROUND_OFF * Math.max(1, truth);
    assertThat(solved.lowerBound()).isLessThanOrEqualTo(truth + slack);
    assertThat(solved.cost()).isGreaterThanOrEqualTo(truth - slack);
    assertThat(solved.gap()).isLessThanOrEqualTo(0.03 * solved.cost() + slack);
  }

  private static EmpiricalMeasure lattice(int perAxis, int d, double shift) {
    int n = (int) Math.round(Math.pow(perAxis, d));
    Particles points = new Particles(n, d);
    for (int i = 0; i < n; i++) {
      int rest = i;
      for (int k = 0; k < d; k++) {
        points.set(i, k, (rest % perAxis + shift) * Torus.TURN / perAxis);
        rest /= perAxis;
      }
    }
    return EmpiricalMeasure.uniform(points);
  }

  /// Each point of a square lattice gets the cube about it, in ℓ1 as in ℓ2.
  @ParameterizedTest
  @CsvSource({"1, 7", "2, 1", "2, 5", "2, 8", "3, 1", "3, 2", "3, 3"})
  void aLatticeGetsCubes(int d, int perAxis) {
    double h = Torus.TURN / perAxis;
    EmpiricalMeasure cloud = lattice(perAxis, d, 0.3);
    DensityTarget uniform = DensityTarget.uniform(d);
    // E Δ² = h²/12 and E|Δ| = h/4 along each axis.
    assertEncloses(solve(cloud, uniform, Metric.L2), d * h * h / 12);
    assertEncloses(solve(cloud, uniform, Metric.L1), d * h * h / 12 + d * (d - 1) * h * h / 16);
    assertEncloses(
        solve(SOLVER, new DensityProblem(cloud, uniform, Metric.L1, 1, SolveContext.unwatched())),
        d * h / 4);
  }

  /// All goes to one point: with E cos mθ = ρ^m, EΔ² = π²/3 + 4 Σ (−ρ)^m/m² and E|Δ| = π/2 − (4/π)
  /// Σ ρ^m/m² over odd m.
  @Test
  void onePointTakesAllOfAProductLaw() {
    double[] rho = {0, 0.5, 0.9};
    double square = 0;
    double ways = 0;
    double own = 0;
    for (int d = 1; d <= 3; d++) {
      double r = rho[d - 1];
      double second = Math.PI * Math.PI / 3;
      double way = Math.PI / 2;
      for (int m = 1; m < 2000; m++) {
        second += 4 * Math.pow(-r, m) / m / m;
        way -= m % 2 == 1 ? 4 / Math.PI * Math.pow(r, m) / m / m : 0;
      }
      square += second;
      ways += way;
      own += way * way;
      DensityTarget law =
          new DensityTarget.Product(
              Arrays.stream(rho, 0, d).<Marginal>mapToObj(p -> new WrappedCauchy(1, p)).toList());
      Particles point = new Particles(1, d);
      point.fill(1 - Torus.TURN);
      EmpiricalMeasure cloud = EmpiricalMeasure.uniform(point);
      // Measured: 2e-15 of the value.
      Solved euclidean = solve(cloud, law, Metric.L2);
      assertThat(euclidean.cost()).isCloseTo(square, within(1e-13 * square));
      assertThat(euclidean.lowerBound()).isCloseTo(square, within(1e-13 * square));
      double product = square + ways * ways - own;
      assertThat(solve(cloud, law, Metric.L1).cost()).isCloseTo(product, within(1e-13 * product));
    }
  }

  /// theory: E W2²(μ_N, uniform) = π²/(3N) for every N. 3000 clouds, the mean within four of its
  /// standard errors.
  @ParameterizedTest
  @CsvSource({"1", "2", "5", "16"})
  void onTheCircleTheMeanIsKnown(int n) {
    RandomGenerator random = RandomClouds.random("mean-" + n);
    DensityTarget uniform = DensityTarget.uniform(1);
    int clouds = 3000;
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < clouds; c++) {
      Solved solved = solve(RandomClouds.uniform(n, 1, random), uniform, Metric.L1);
      assertThat(solved.gap()).isBetween(-ROUND_OFF, 1e-10 * solved.cost() + 1e-11);
      sum += solved.cost();
      squares += solved.cost() * solved.cost();
    }
    double mean = sum / clouds;
    double error = Math.sqrt((squares / clouds - mean * mean) / clouds);
    assertThat(mean).isCloseTo(Math.PI * Math.PI / 3 / n, within(4 * error + 1e-10));
  }

  /// Against points at the middles of M equal parts of the law: each stands for less than what lies
  /// between its neighbours, so W2 is off by less than the root mean square of these.
  @Test
  void onTheCircleItAgreesWithQuantiles() {
    RandomGenerator random = RandomClouds.random("quantiles");
    int m = 200_000;
    for (Marginal law : List.of(new WrappedCauchy(0, 0.525928), new VonMises(2, 5))) {
      double[] levels = new double[m];
      double off = 0;
      for (int j = 0; j < m; j++) {
        levels[j] = law.quantile((j + 0.5) / m);
        double way = law.quantile((j + 1.0) / m) - law.quantile((double) j / m);
        off += way * way / m;
      }
      EmpiricalMeasure atoms = EmpiricalMeasure.uniform(Particles.of(m, 1, levels));
      for (int n : new int[] {3, 40}) {
        EmpiricalMeasure cloud = RandomClouds.weighted(n, 1, random);
        double w2 =
            Math.sqrt(
                RandomClouds.solve(new Circle(), TransportProblem.squared(cloud, atoms, Metric.L2))
                    .cost());
        Solved solved = solve(cloud, new DensityTarget.Product(List.of(law)), Metric.L2);
        assertThat(Math.sqrt(solved.cost())).isCloseTo(w2, within(Math.sqrt(off)));
        assertThat(solved.gap()).isLessThanOrEqualTo(1e-10 * solved.cost() + 1e-11);
      }
    }
  }

  /// The atoms of a grid are at most a cell's radius away from the density.
  @ParameterizedTest
  @CsvSource({"2, 64, 40", "3, 16, 12"})
  void itAgreesWithTheAtomsOfAGrid(int d, int perAxis, int n) {
    RandomGenerator random = RandomClouds.random("atoms");
    int size = (int) Math.round(Math.pow(perAxis, d));
    GridDensity grid =
        new GridDensity(d, perAxis, random.doubles(size, 0, 1).map(x -> x * x).toArray());
    for (Metric metric : Metric.values()) {
      EmpiricalMeasure cloud = RandomClouds.weighted(n, d, random);
      double w2 =
          Math.sqrt(
              RandomClouds.solve(new Exact(), TransportProblem.squared(cloud, grid.atoms(), metric))
                  .cost());
      Solved solved = solve(cloud, new DensityTarget.Cells(grid), metric);
      assertThat(solved.gap()).isBetween(0.0, 0.03 * solved.cost());
      assertThat(Math.sqrt(solved.lowerBound())).isLessThan(w2 + grid.cellRadius(metric));
      assertThat(Math.sqrt(solved.cost())).isGreaterThan(w2 - grid.cellRadius(metric));
    }
  }

  /// Two points, two equal cells of a grid; the rest is empty: each point takes one cell.
  @Test
  void cellsOfAGridGoWhereTheyShould() {
    double[] density = new double[16];
    density[0] = 3;
    density[10] = 3;
    // Cells about (0, 0) and (π, π); points (π, π) and (0, −π/8).
    EmpiricalMeasure cloud =
        EmpiricalMeasure.uniform(
            Particles.of(2, 2, new double[] {Math.PI, 0, Math.PI, -Math.PI / 8}));
    double h = Math.PI / 2;
    double truth = 2 * h * h / 12 + Math.PI * Math.PI / 64 / 2;
    assertEncloses(
        solve(cloud, new DensityTarget.Cells(new GridDensity(2, 4, density)), Metric.L2), truth);
  }

  @Test
  void aFinerGridOfASmoothLawTendsToIt() {
    RandomGenerator random = RandomClouds.random("smooth");
    EmpiricalMeasure cloud = RandomClouds.uniform(10, 1, random);
    Marginal law = new WrappedCauchy(1, 0.5);
    double smooth = solve(cloud, new DensityTarget.Product(List.of(law)), Metric.L1).cost();
    double before = Double.NaN;
    for (int perAxis : new int[] {32, 64, 128}) {
      int g = perAxis;
      double[] values = new double[g];
      Arrays.setAll(values, i -> law.density(Torus.TURN * i / g));
      DensityTarget cells = new DensityTarget.Cells(new GridDensity(1, g, values));
      double off = Math.abs(solve(cloud, cells, Metric.L1).cost() - smooth);
      if (perAxis > 32) {
        // Measured: a quarter, 2e-4 of the value in the end.
        assertThat(off).isLessThan(0.3 * before);
      }
      before = off;
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 100", "2, 300", "3, 20"})
  void boundsAreNearOnRandomClouds(int d, int n) {
    RandomGenerator random = RandomClouds.random("random");
    DensityTarget law =
        new DensityTarget.Product(Collections.nCopies(d, new WrappedCauchy(2, 0.3)));
    for (Metric metric : Metric.values()) {
      for (EmpiricalMeasure cloud :
          List.of(RandomClouds.uniform(n, d, random), RandomClouds.weighted(n, d, random))) {
        Solved solved = solve(cloud, law, metric);
        assertThat(solved.gap()).isBetween(0.0, 0.03 * solved.cost());
      }
    }
  }

  @Test
  void turnsAndPointsInOnePlaceAndWithoutMassChangeLittle() {
    RandomGenerator random = RandomClouds.random("invariance");
    Particles points = RandomClouds.points(20, 2, random);
    double[] weights = random.doubles(20, 0.1, 1).toArray();
    Particles more = new Particles(42, 2);
    double[] others = new double[42];
    for (int i = 0; i < 20; i++) {
      for (int k = 0; k < 2; k++) {
        more.set(i, k, points.get(i, k) + 1 + Torus.TURN * (i % 3));
        more.set(20 + i, k, points.get(i, k) + 1 + Torus.TURN * (i % 3));
      }
      others[i] = 0.25 * weights[i];
      others[20 + i] = 0.75 * weights[i];
    }
    more.set(40, 0, 1);
    for (Metric metric : Metric.values()) {
      Solved one =
          solve(EmpiricalMeasure.weighted(points, weights), DensityTarget.uniform(2), metric);
      Solved other =
          solve(EmpiricalMeasure.weighted(more, others), DensityTarget.uniform(2), metric);
      assertThat(one.lowerBound()).isLessThanOrEqualTo(other.cost());
      assertThat(other.lowerBound()).isLessThanOrEqualTo(one.cost());
    }
  }

  /// Points on top of each other, along a line, and nearly so.
  @Test
  void awkwardCloudsHaveBoundsToo() {
    Particles line = new Particles(30, 2);
    Particles pairs = new Particles(30, 2);
    for (int i = 0; i < 30; i++) {
      line.set(i, 0, 0.1 * i);
      line.set(i, 1, 1);
      int place = i / 2;
      pairs.set(i, 0, place);
      pairs.set(i, 1, 2 * place + 1e-9 * (i % 2));
    }
    SemiDiscrete few = new SemiDiscrete(0.03, 50_000);
    for (Particles points : List.of(line, pairs)) {
      for (Metric metric : Metric.values()) {
        TransportResult result =
            few.solve(
                DensityProblem.squared(
                    EmpiricalMeasure.uniform(points), DensityTarget.uniform(2), metric));
        switch (result) {
          case Solved solved -> assertThat(solved.gap()).isBetween(0.0, 0.03 * solved.cost());
          case NotConverged bounds ->
              assertThat(bounds.upper()).isFinite().isGreaterThanOrEqualTo(bounds.lower());
          case Cancelled _, Refused _ -> throw new AssertionError(result);
        }
      }
    }
  }

  @Test
  void fewBoxesAreSaidToBeTooFew() {
    RandomGenerator random = RandomClouds.random("few");
    EmpiricalMeasure cloud = RandomClouds.uniform(100, 2, random);
    Solved solved = solve(cloud, DensityTarget.uniform(2), Metric.L1);
    TransportResult stopped =
        new SemiDiscrete(1e-4, 5000)
            .solve(DensityProblem.squared(cloud, DensityTarget.uniform(2), Metric.L1));
    assertThat(stopped)
        .isInstanceOfSatisfying(
            NotConverged.class,
            bounds -> {
              assertThat(bounds.reason()).contains("'boxes'").contains("5000");
              assertThat(bounds.lower()).isLessThanOrEqualTo(solved.cost());
              assertThat(bounds.upper()).isGreaterThanOrEqualTo(solved.lowerBound());
            });
  }

  @Test
  void whatItDoesNotServeItRefuses() {
    EmpiricalMeasure cloud = lattice(2, 4, 0);
    assertThat(SOLVER.solve(DensityProblem.squared(cloud, DensityTarget.uniform(4), Metric.L1)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("up to 3 dimensions"));
    assertThat(
            SOLVER.solve(
                new DensityProblem(
                    lattice(2, 2, 0),
                    DensityTarget.uniform(2),
                    Metric.L2,
                    1,
                    SolveContext.unwatched())))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("take p = 2 or l1"));
    assertThat(SOLVER.solve(TransportProblem.squared(cloud, cloud, Metric.L1)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("take 'exact'"));
  }

  @Test
  void noBitDependsOnTheWorkersAndAnObserverCanStopIt() {
    RandomGenerator random = RandomClouds.random("workers");
    DensityProblem problem =
        DensityProblem.squared(
            RandomClouds.uniform(200, 2, random), DensityTarget.uniform(2), Metric.L1);
    Solved common = solve(SOLVER, problem);
    Solved alone =
        solve(SOLVER, problem.under(new SolveContext(Workers.sequential(), SolveObserver.none())));
    Solved backward =
        solve(SOLVER, problem.under(new SolveContext(new Backward(), SolveObserver.none())));
    assertThat(alone).isEqualTo(common);
    assertThat(backward).isEqualTo(common);
    TransportResult stopped =
        SOLVER.solve(problem.under(new SolveContext(Workers.sequential(), _ -> false)));
    assertThat(stopped).isInstanceOf(Cancelled.class);
  }

  private static final class Backward implements Workers {
    @Override
    public int threads() {
      return 1;
    }

    @Override
    public void each(int count, IntConsumer task) {
      for (int piece = count - 1; piece >= 0; piece--) {
        task.accept(piece);
      }
    }
  }
}
