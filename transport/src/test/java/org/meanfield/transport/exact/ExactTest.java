package org.meanfield.transport.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.circle.Circle;
import org.meanfield.transport.lp.LpProvider;

class ExactTest {
  /// The largest gap in this class's problems was 1.5·10⁻¹⁴ of the cost.
  private static final double GAP = 1e-13;

  private final Exact exact = new Exact();

  @ParameterizedTest
  @EnumSource(Metric.class)
  void equalsLinearProgrammingOnWeightedClouds(Metric metric) {
    RandomGenerator random = RandomClouds.random("lp");
    for (int d = 1; d <= 6; d++) {
      for (int p = 1; p <= 2; p++) {
        TransportProblem problem =
            new TransportProblem(
                RandomClouds.weighted(19, d, random),
                RandomClouds.weighted(26, d, random),
                Torus.standard(d),
                metric,
                p,
                false);
        double lp = RandomClouds.solve(RandomClouds.solver(new LpProvider()), problem).cost();
        // Measured: 6·10⁻¹⁶.
        assertThat(RandomClouds.solve(exact, problem).cost()).isCloseTo(lp, within(1e-13 * lp));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "0.01, 2", "Infinity, 1", "Infinity, 2"})
  void equalsTheCircleInOneDimension(double turns, int p) {
    RandomGenerator random = RandomClouds.random("circle");
    for (int n : new int[] {1, 30, 250}) {
      TransportProblem problem =
          new TransportProblem(
              RandomClouds.weighted(n, 1, random),
              RandomClouds.weighted(201, 1, random),
              Torus.withPeriods(turns * Torus.TURN),
              Metric.L1,
              p,
              false);
      double circle = RandomClouds.solve(new Circle(), problem).cost();
      // Measured: no difference.
      assertThat(RandomClouds.solve(new Exact(Exact.Way.NETWORK_SIMPLEX), problem).cost())
          .isCloseTo(circle, within(1e-13 * circle));
      assertThat(RandomClouds.solve(exact, problem).cost()).isEqualTo(circle);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void equalsTheBestOfAllPermutations(int n) {
    RandomGenerator random = RandomClouds.random("permutations");
    for (Metric metric : Metric.values()) {
      TransportProblem problem =
          TransportProblem.squared(
              RandomClouds.uniform(n, 2, random), RandomClouds.uniform(n, 2, random), metric);
      double best = best(problem, IntStream.range(0, n).toArray(), 0);
      assertThat(RandomClouds.solve(exact, problem).cost()).isCloseTo(best, within(1e-14 * best));
    }
  }

  private static double best(TransportProblem problem, int[] image, int from) {
    int n = image.length;
    if (from == n) {
      return IntStream.range(0, n).mapToDouble(i -> problem.cost(i, image[i])).sum() / n;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = from; i < n; i++) {
      int[] next = image.clone();
      next[from] = image[i];
      next[i] = image[from];
      best = Math.min(best, best(problem, next, from + 1));
    }
    return best;
  }

  @ParameterizedTest
  @CsvSource({"700, 700, 2", "700, 700, 5", "900, 300, 3", "64, 1024, 16", "5, 2000, 4"})
  void gapIsRoundOffOnClouds(int n, int m, int d) {
    RandomGenerator random = RandomClouds.random("gap");
    for (Metric metric : Metric.values()) {
      assertProven(
          TransportProblem.squared(
              RandomClouds.uniform(n, d, random), RandomClouds.uniform(m, d, random), metric));
      assertProven(
          TransportProblem.squared(
              RandomClouds.weighted(n, d, random), RandomClouds.weighted(m, d, random), metric));
    }
  }

  @Test
  void gapIsRoundOffOnClusters() {
    RandomGenerator random = RandomClouds.random("clusters");
    assertProven(
        TransportProblem.squared(
            RandomClouds.clustered(600, 2, random),
            RandomClouds.clustered(600, 2, random),
            Metric.L1));
  }

  @Test
  void tiesEverywhereDoNotHoldItUp() {
    // Points of a coarse grid: most costs are equal, most pivots empty.
    RandomGenerator random = RandomClouds.random("ties");
    Particles x = new Particles(400, 2);
    Particles y = new Particles(400, 2);
    for (int i = 0; i < 400; i++) {
      for (int k = 0; k < 2; k++) {
        x.set(i, k, random.nextInt(6) * Math.PI / 3);
        y.set(i, k, random.nextInt(6) * Math.PI / 3);
      }
    }
    assertProven(
        TransportProblem.squared(
            EmpiricalMeasure.uniform(x), EmpiricalMeasure.uniform(y), Metric.L1));
  }

  @Test
  void sortedPointsDoNotMisleadTheCoarseGuess() {
    RandomGenerator random = RandomClouds.random("sorted");
    double[] x = random.doubles(800, 0, 6).sorted().toArray();
    double[] y = random.doubles(800, 0, 6).sorted().toArray();
    assertProven(
        TransportProblem.squared(
            EmpiricalMeasure.uniform(Particles.of(800, 1, x)),
            EmpiricalMeasure.uniform(Particles.of(800, 1, y)),
            Metric.L2));
  }

  @Test
  void weightsOfAllSizesKeepTheirMass() {
    RandomGenerator random = RandomClouds.random("sizes");
    double[] a = random.doubles(200, -12, 0).map(e -> Math.pow(10, e)).toArray();
    double[] b = random.doubles(150, -12, 0).map(e -> Math.pow(10, e)).toArray();
    assertProven(
        TransportProblem.squared(
            EmpiricalMeasure.weighted(RandomClouds.points(200, 3, random), a),
            EmpiricalMeasure.weighted(RandomClouds.points(150, 3, random), b),
            Metric.L1));
  }

  @Test
  void tinyDistancesKeepTheirDigits() {
    // Clouds of width 10⁻⁶ around one point: costs of 10⁻¹², far below those across the torus.
    RandomGenerator random = RandomClouds.random("tiny");
    double[] x = random.doubles(300 * 2, 1, 1 + 1e-6).toArray();
    double[] y = random.doubles(300 * 2, 1, 1 + 1e-6).toArray();
    assertProven(
        TransportProblem.squared(
            EmpiricalMeasure.uniform(Particles.of(300, 2, x)),
            EmpiricalMeasure.uniform(Particles.of(300, 2, y)),
            Metric.L2));
  }

  @Test
  void exchangingTheMeasuresKeepsTheBitsOfUnequalSizes() {
    RandomGenerator random = RandomClouds.random("exchange");
    EmpiricalMeasure few = RandomClouds.weighted(100, 3, random);
    EmpiricalMeasure many = RandomClouds.weighted(170, 3, random);
    Solved there = RandomClouds.solve(exact, TransportProblem.squared(few, many, Metric.L1));
    Solved back = RandomClouds.solve(exact, TransportProblem.squared(many, few, Metric.L1));
    assertThat(there.cost()).isEqualTo(back.cost());
    assertThat(there.iterations()).isEqualTo(back.iterations());
  }

  @Test
  void equalUniformCloudsAreMovedByAPermutation() {
    RandomGenerator random = RandomClouds.random("permutation");
    TransportProblem problem =
        new TransportProblem(
            RandomClouds.uniform(150, 2, random),
            RandomClouds.uniform(150, 2, random),
            Torus.standard(2),
            Metric.L1,
            2,
            true);
    var plan = RandomClouds.solve(exact, problem).plan().orElseThrow();
    assertThat(plan.size()).isEqualTo(150);
    int[] targets = IntStream.range(0, 150).map(plan::target).sorted().toArray();
    assertThat(targets).containsExactly(IntStream.range(0, 150).toArray());
    assertThat(IntStream.range(0, 150).mapToDouble(plan::mass).toArray()).containsOnly(1.0 / 150);
  }

  @Test
  void planHasAtMostAsManyPairsAsATreeHasEdges() {
    RandomGenerator random = RandomClouds.random("tree");
    TransportProblem problem =
        new TransportProblem(
            RandomClouds.weighted(80, 2, random),
            RandomClouds.weighted(50, 2, random),
            Torus.standard(2),
            Metric.L2,
            1,
            true);
    assertThat(RandomClouds.solve(exact, problem).plan().orElseThrow().size())
        .isLessThanOrEqualTo(80 + 50 - 1);
  }

  @Test
  void equalsLinearProgrammingOnAThousandSmallProblems() {
    for (int seed = 0; seed < 1000; seed++) {
      RandomGenerator random = RandomClouds.random("small-" + seed);
      int d = 1 + seed % 3;
      TransportProblem problem =
          new TransportProblem(
              degenerate(seed / 3, d, random),
              degenerate(seed / 15, d, random),
              seed % 4 == 0 ? Torus.euclidean(d) : Torus.standard(d),
              random.nextBoolean() ? Metric.L1 : Metric.L2,
              1 + seed / 2 % 2,
              false);
      double lp = RandomClouds.solve(RandomClouds.solver(new LpProvider()), problem).cost();
      for (Exact.Way way : List.of(Exact.Way.AUTO, Exact.Way.NETWORK_SIMPLEX)) {
        // Costs and the terms of their sum are up to 300: 20 ulp of these.
        assertThat(RandomClouds.solve(new Exact(way), problem).cost())
            .as("%s, problem %d", way, seed)
            .isCloseTo(lp, within(1e-12));
      }
    }
  }

  /// Up to nine points: anywhere, on few lattice points, twice each, on a line, or all in one place
  /// or with all mass in one; equal weights, or some of them zero.
  private static EmpiricalMeasure degenerate(int kind, int d, RandomGenerator random) {
    int n = 1 + random.nextInt(9);
    Particles points = new Particles(n, d);
    for (int i = 0; i < n; i++) {
      double along = random.nextDouble() * 6;
      for (int k = 0; k < d; k++) {
        points.set(
            i,
            k,
            switch (kind % 5) {
              case 0 -> random.nextDouble() * 6;
              case 1 -> random.nextInt(3);
              case 2 -> i % 2 == 1 ? points.get(i - 1, k) : random.nextDouble() * 6;
              case 3 -> along * (k + 1) / d;
              default -> 2;
            });
      }
    }
    if (random.nextInt(3) == 0) {
      return EmpiricalMeasure.uniform(points);
    }
    double[] weights = new double[n];
    int heavy = random.nextInt(n);
    for (int i = 0; i < n; i++) {
      weights[i] = kind % 7 == 0 ? 0 : random.nextInt(4);
    }
    weights[heavy] = 1;
    return EmpiricalMeasure.weighted(points, weights);
  }

  private void assertProven(TransportProblem problem) {
    Solved solved = RandomClouds.solve(exact, problem);
    assertThat(solved.cost()).isPositive();
    assertThat(Math.abs(solved.gap()))
        .as("gap at cost %s", solved.cost())
        .isLessThanOrEqualTo(GAP * solved.cost());
  }

  @Test
  void latticeMovedByAVectorCostsItsSquare() {
    // A rank-1 lattice and its shift: no permutation beats the shift by a short vector.
    int n = 233;
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[i] = Torus.TURN * i / n;
      x[n + i] = Torus.TURN * (i * 144 % n) / n;
    }
    double[] y = Arrays.stream(x).map(t -> t + 0.01).toArray();
    TransportProblem problem =
        TransportProblem.squared(
            EmpiricalMeasure.uniform(Particles.of(n, 2, x)),
            EmpiricalMeasure.uniform(Particles.of(n, 2, y)),
            Metric.L2);
    assertThat(RandomClouds.solve(exact, problem).cost()).isCloseTo(2e-4, within(1e-15));
  }
}
