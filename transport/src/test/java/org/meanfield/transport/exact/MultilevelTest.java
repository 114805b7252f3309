package org.meanfield.transport.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Cancelled;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.RandomClouds;

class MultilevelTest {
  private final Exact simplex = new Exact(Exact.Way.NETWORK_SIMPLEX);

  private final Exact exact = new Exact();

  @ParameterizedTest
  @CsvSource({"2, 1", "23, 2", "24, 3", "25, 2", "63, 5", "130, 2", "401, 3", "900, 2", "700, 8"})
  void equalsTheNetworkSimplex(int n, int d) {
    RandomGenerator random = RandomClouds.random("assignment");
    for (Metric metric : Metric.values()) {
      for (int p = 1; p <= 2; p++) {
        TransportProblem problem =
            new TransportProblem(
                RandomClouds.uniform(n, d, random),
                RandomClouds.uniform(n, d, random),
                Torus.standard(d),
                metric,
                p,
                false);
        assertOptimal(problem);
      }
    }
  }

  @Test
  void equalsTheNetworkSimplexInEuclideanSpaceAndOnSmallTori() {
    RandomGenerator random = RandomClouds.random("spaces");
    for (Torus space : new Torus[] {Torus.euclidean(2), Torus.withPeriods(1, 0.01)}) {
      assertOptimal(
          new TransportProblem(
              RandomClouds.uniform(500, 2, random),
              RandomClouds.uniform(500, 2, random),
              space,
              Metric.L2,
              2,
              false));
    }
  }

  private void assertOptimal(TransportProblem problem) {
    Solved solved = RandomClouds.solve(exact, problem);
    double other = RandomClouds.solve(simplex, problem).cost();
    // Measured: no difference, and a gap of 3·10⁻¹⁴.
    assertThat(solved.cost()).isCloseTo(other, within(1e-13 * other));
    assertThat(Math.abs(solved.gap())).isLessThan(1e-13 * solved.cost());
  }

  @ParameterizedTest
  @ValueSource(strings = {"equal", "two", "grid", "clusters", "power", "half"})
  void hardInputsAreSolvedOneWayOrTheOther(String kind) {
    RandomGenerator random = RandomClouds.random("hard");
    EmpiricalMeasure x = hard(kind, 800, 1, random);
    EmpiricalMeasure y = hard(kind, 800, 2, random);
    for (Metric metric : Metric.values()) {
      TransportProblem problem = TransportProblem.squared(x, y, metric);
      Solved solved = RandomClouds.solve(exact, problem);
      double other = RandomClouds.solve(simplex, problem).cost();
      // Costs and potentials are up to 20: some 30 ulp.
      assertThat(solved.cost()).isCloseTo(other, within(1e-13));
      assertThat(Math.abs(solved.gap())).isLessThan(1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "grid", "clusters", "power", "half"})
  void hardInputsOfAnyWeightsAreSolvedOneWayOrTheOther(String kind) {
    RandomGenerator random = RandomClouds.random("hard weights");
    for (int round = 1; round <= 2; round++) {
      EmpiricalMeasure x = weighted(hard(kind, 700, round, random), random);
      EmpiricalMeasure y = weighted(hard(kind, 600, 2, random), random);
      TransportProblem problem = TransportProblem.squared(x, y, Metric.L1);
      Solved solved = RandomClouds.solve(exact, problem);
      double other = RandomClouds.solve(simplex, problem).cost();
      // Costs and potentials are up to 20: some 30 ulp.
      assertThat(solved.cost()).isCloseTo(other, within(1e-13));
      assertThat(Math.abs(solved.gap())).isLessThan(1e-13);
    }
  }

  private static EmpiricalMeasure weighted(EmpiricalMeasure cloud, RandomGenerator random) {
    double[] weights = random.doubles(cloud.size(), 0.1, 1.1).toArray();
    return EmpiricalMeasure.weighted(
        Particles.of(cloud.size(), cloud.dimension(), cloud.points()), weights);
  }

  private static EmpiricalMeasure hard(String kind, int n, int side, RandomGenerator random) {
    Particles points = new Particles(n, 2);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 2; k++) {
        points.set(
            i,
            k,
            switch (kind) {
              case "equal" -> 1;
              // Two far groups with different shares of the points.
              case "two" -> (i < n / (2 * side) ? 1 : 4) + 1e-3 * random.nextGaussian();
              case "grid" -> random.nextInt(6) * Math.PI / 3;
              case "clusters" -> i % 7 + 0.01 * random.nextGaussian();
              case "power" -> 6 * Math.pow(random.nextDouble(), 8);
              case "half" -> i < n / 2 ? 1 : 6 * random.nextDouble();
              default -> throw new IllegalArgumentException(kind);
            });
      }
    }
    return EmpiricalMeasure.uniform(points);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"equal", "two", "grid", "clusters", "power", "half", "lattices", "weights", "one"})
  void adversarialCloudsTakeABoundedNumberOfSteps(String kind) {
    int n = 600;
    long uniform = steps(kind("uniform", n, 0), kind("uniform", n, 1));
    for (int seed = 0; seed < 4; seed++) {
      // Of 36 such pairs of 2000 points the worst took 5.9 times the bids and pivots of uniform
      // ones.
      assertThat(steps(kind(kind, n, 2 * seed), kind(kind, n, 2 * seed + 1)))
          .as("%s %d", kind, seed)
          .isLessThan(10 * uniform);
    }
  }

  private long steps(EmpiricalMeasure x, EmpiricalMeasure y) {
    Solved solved = RandomClouds.solve(exact, TransportProblem.squared(x, y, Metric.L1));
    // Costs and potentials are up to 40.
    assertThat(Math.abs(solved.gap())).isLessThan(1e-12);
    return solved.iterations();
  }

  private static EmpiricalMeasure kind(String kind, int n, int seed) {
    RandomGenerator random = RandomClouds.random(kind + seed);
    return switch (kind) {
      case "uniform" -> RandomClouds.uniform(n, 2, random);
      case "lattices" -> {
        // Full lattices, one shifted: every cost occurs many times.
        int side = (int) Math.sqrt(n);
        Particles points = new Particles(side * side, 2);
        for (int i = 0; i < side * side; i++) {
          points.set(i, 0, (i % side + 0.5 * (seed % 2)) * Torus.TURN / side);
          points.set(i, 1, (i - i % side) * Torus.TURN / side / side);
        }
        yield EmpiricalMeasure.uniform(points);
      }
      case "weights" ->
          EmpiricalMeasure.weighted(
              RandomClouds.points(n, 2, random),
              random.doubles(n).map(w -> Math.pow(1e-4 + w, -1.5)).toArray());
      case "one" -> {
        double[] weights = random.doubles(n, 0, 1e-6).toArray();
        weights[n / 2] = 1;
        yield EmpiricalMeasure.weighted(RandomClouds.points(n, 2, random), weights);
      }
      default -> hard(kind, n, 1 + seed % 2, random);
    };
  }

  @Test
  void bitsDoNotDependOnTheNumberOfThreads() {
    RandomGenerator random = RandomClouds.random("threads");
    for (boolean weighted : new boolean[] {false, true}) {
      EmpiricalMeasure x =
          weighted ? RandomClouds.weighted(1500, 3, random) : RandomClouds.uniform(1500, 3, random);
      EmpiricalMeasure y =
          weighted ? RandomClouds.weighted(1200, 3, random) : RandomClouds.uniform(1500, 3, random);
      TransportProblem problem = new TransportProblem(x, y, Torus.standard(3), Metric.L1, 2, true);
      Solved one = onThreads(1, problem);
      Solved four = onThreads(4, problem);
      assertThat(one.cost()).isEqualTo(four.cost());
      assertThat(one.iterations()).isEqualTo(four.iterations());
      assertThat(one.potentials().orElseThrow().target())
          .containsExactly(four.potentials().orElseThrow().target());
    }
  }

  private Solved onThreads(int count, TransportProblem problem) {
    try (ForkJoinPool pool = new ForkJoinPool(count)) {
      return pool.submit(() -> RandomClouds.solve(exact, problem)).join();
    }
  }

  @Test
  void anInterruptedThreadEndsTheSolve() {
    RandomGenerator random = RandomClouds.random("interrupted");
    TransportProblem problem =
        TransportProblem.squared(
            RandomClouds.uniform(300, 2, random), RandomClouds.uniform(300, 2, random), Metric.L1);
    Thread.currentThread().interrupt();
    TransportResult result = exact.solve(problem);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo(Cancelled.early());
  }

  @Test
  void methodsRefuseWhatTheyDoNotServe() {
    RandomGenerator random = RandomClouds.random("refuse");
    EmpiricalMeasure few = RandomClouds.uniform(5, 2, random);
    EmpiricalMeasure many = RandomClouds.uniform(6, 2, random);
    EmpiricalMeasure weighted = RandomClouds.weighted(5, 2, random);
    Exact assignment = new Exact(Exact.Way.ASSIGNMENT);
    assertRefused(assignment.solve(TransportProblem.squared(few, many, Metric.L1)), "5 and 6");
    assertRefused(
        assignment.solve(TransportProblem.squared(few, weighted, Metric.L1)), "different weights");
    assertRefused(
        new Exact(Exact.Way.CIRCLE).solve(TransportProblem.squared(few, few, Metric.L1)),
        "one dimension, this problem has 2");
    assertThat(RandomClouds.solve(assignment, TransportProblem.squared(few, few, Metric.L1)).cost())
        .isZero();
  }

  private static void assertRefused(TransportResult result, String part) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains(part));
  }
}
