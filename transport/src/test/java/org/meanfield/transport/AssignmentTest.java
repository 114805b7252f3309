package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult.Solved;

class AssignmentTest {
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
    assertThat(Assignment.of(GroundCost.of(problem)).optimal()).isTrue();
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

  @Test
  void aPriceWarIsGivenUp() {
    RandomGenerator random = RandomClouds.random("war");
    GroundCost cost =
        GroundCost.of(
            TransportProblem.squared(
                hard("two", 800, 1, random), hard("two", 800, 2, random), Metric.L1));
    assertThat(Assignment.of(cost).optimal()).isFalse();
  }

  @Test
  void bitsDoNotDependOnTheNumberOfThreads() {
    RandomGenerator random = RandomClouds.random("threads");
    GroundCost cost =
        GroundCost.of(
            TransportProblem.squared(
                RandomClouds.uniform(1500, 3, random),
                RandomClouds.uniform(1500, 3, random),
                Metric.L1));
    Assignment.Result one = onThreads(1, cost);
    Assignment.Result four = onThreads(4, cost);
    assertThat(one.columnOf()).containsExactly(four.columnOf());
    assertThat(one.v()).containsExactly(four.v());
    assertThat(one.steps()).isEqualTo(four.steps());
  }

  private static Assignment.Result onThreads(int count, GroundCost cost) {
    try (ForkJoinPool pool = new ForkJoinPool(count)) {
      return pool.submit(() -> Assignment.of(cost)).join();
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "64, 3", "1000, 2", "1003, 4"})
  void scansFindTheCheapestWithoutLookingEverywhere(int n, int d) {
    RandomGenerator random = RandomClouds.random("scan");
    for (Metric metric : Metric.values()) {
      GroundCost unordered =
          GroundCost.of(
              TransportProblem.squared(
                  RandomClouds.uniform(20, d, random), RandomClouds.uniform(n, d, random), metric));
      int[] rows = new int[20];
      Arrays.setAll(rows, i -> i);
      GroundCost cost = unordered.between(rows, KdOrder.of(unordered.targetPoints(), n));
      Boxes boxes = new Boxes(cost);
      double[] v = random.doubles(n).toArray();
      RowScan scan = new RowScan(cost, boxes, v, RowScan.highest(boxes, v));
      for (int i = 0; i < 20; i++) {
        int k = Math.min(n, 1 + 7 * i);
        double beyond = scan.scan(i, k);
        double[] all = new double[n];
        for (int j = 0; j < n; j++) {
          all[j] = cost.at(i, j) - v[j];
        }
        int source = i;
        double[] found = Arrays.stream(scan.found()).mapToDouble(j -> all[j]).sorted().toArray();
        assertThat(scan.costs())
            .containsExactly(
                Arrays.stream(scan.found()).mapToDouble(j -> cost.at(source, j)).toArray());
        double[] sorted = Arrays.stream(all).sorted().toArray();
        assertThat(found).containsExactly(Arrays.copyOf(sorted, k));
        assertThat(beyond).isGreaterThanOrEqualTo(sorted[k - 1]);
        if (k < n) {
          assertThat(beyond).isLessThanOrEqualTo(sorted[k]);
        }
      }
    }
  }

  @Test
  void boxesAreNeverFartherThanTheirPoints() {
    RandomGenerator random = RandomClouds.random("boxes");
    for (Metric metric : Metric.values()) {
      for (int p = 1; p <= 2; p++) {
        GroundCost cost =
            GroundCost.of(
                new TransportProblem(
                    RandomClouds.uniform(30, 3, random),
                    RandomClouds.uniform(300, 3, random),
                    Torus.standard(3),
                    metric,
                    p,
                    false));
        Boxes boxes = new Boxes(cost);
        double[] nearest = new double[boxes.count()];
        for (int i = 0; i < 30; i++) {
          boxes.nearest(i, nearest);
          for (int j = 0; j < 300; j++) {
            assertThat(nearest[j / KdOrder.BLOCK]).isLessThanOrEqualTo(cost.at(i, j));
          }
        }
      }
    }
  }

  @Test
  void kdOrderKeepsNeighboursTogether() {
    RandomGenerator random = RandomClouds.random("kd");
    int n = 64 * 64;
    double[] points = RandomClouds.points(n, 2, random).toArray();
    int[] order = KdOrder.of(points, n);
    assertThat(Arrays.stream(order).sorted().toArray())
        .containsExactly(IntStream.range(0, n).toArray());
    for (int block = 0; block < n; block += 64) {
      for (int k = 0; k < 2; k++) {
        int base = k * n;
        double width =
            Arrays.stream(order, block, block + 64)
                    .mapToDouble(i -> points[base + i])
                    .max()
                    .orElseThrow()
                - Arrays.stream(order, block, block + 64)
                    .mapToDouble(i -> points[base + i])
                    .min()
                    .orElseThrow();
        // 64 cells of side 2π/8; measured: at most 0.16 of a turn.
        assertThat(width).isLessThan(Torus.TURN * 0.2);
      }
    }
  }

  @Test
  void earliestEventsComeFirst() {
    RandomGenerator random = RandomClouds.random("heap");
    double[] times = random.doubles(1000).toArray();
    EventHeap heap = new EventHeap();
    for (int e = 0; e < times.length; e++) {
      heap.add(times[e], e);
    }
    double[] sorted = Arrays.stream(times).sorted().toArray();
    for (double time : sorted) {
      assertThat(heap.time()).isEqualTo(time);
      assertThat(times[heap.event()]).isEqualTo(time);
      heap.remove();
    }
    assertThat(heap.isEmpty()).isTrue();
  }
}
