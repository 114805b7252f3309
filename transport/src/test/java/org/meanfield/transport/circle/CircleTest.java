package org.meanfield.transport.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.Callable;
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
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.exact.Exact;

class CircleTest {
  private final Circle circle = new Circle();

  @Test
  void refusesMoreDimensionsAndNamesWhatServes() {
    RandomGenerator random = RandomClouds.random("refused");
    var result =
        circle.solve(
            TransportProblem.squared(
                RandomClouds.uniform(3, 2, random), RandomClouds.uniform(3, 2, random), Metric.L1));
    assertThat(result)
        .isEqualTo(new Refused("'circle' serves one dimension, this problem has 2; take 'exact'"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.3, Math.PI / 7})
  void turningALatticeCostsTheSquareOfTheTurn(double by) {
    // Seven points, turned by less than half their distance or just by it.
    double[] x = new double[7];
    Arrays.setAll(x, i -> Torus.TURN * i / 7);
    double[] y = Arrays.stream(x).map(t -> t + by + Torus.TURN).toArray();
    Solved solved = solve(measure(x), measure(y), Torus.standard(1), 2);
    assertThat(solved.cost()).isCloseTo(by * by, within(1e-15));
  }

  @Test
  void masslessWayRoundIsTaken() {
    // One point against two at ±a beyond the wrap: a²; on the line it would be far.
    Solved solved = solve(measure(0.1), measure(0.1 + 0.5, 0.1 - 0.5), Torus.standard(1), 2);
    assertThat(solved.cost()).isCloseTo(0.25, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void lineIsSortedAgainstSorted(int p) {
    RandomGenerator random = RandomClouds.random("line");
    double[] x = random.doubles(57, -100, 100).toArray();
    double[] y = random.doubles(57, -100, 100).toArray();
    Solved solved = solve(measure(x), measure(y), Torus.euclidean(1), p);
    Arrays.sort(x);
    Arrays.sort(y);
    double expected = 0;
    for (int i = 0; i < x.length; i++) {
      expected += Math.pow(Math.abs(x[i] - y[i]), p) / x.length;
    }
    assertThat(solved.cost()).isCloseTo(expected, within(1e-14 * expected));
  }

  @Test
  void gapIsRoundOffOnManyWeightedPoints() {
    RandomGenerator random = RandomClouds.random("many");
    for (int p = 1; p <= 2; p++) {
      Solved solved =
          solve(
              RandomClouds.weighted(30_000, 1, random),
              RandomClouds.weighted(20_000, 1, random),
              Torus.standard(1),
              p);
      // Measured: 3·10⁻¹⁵, some ulp of the potentials.
      assertThat(Math.abs(solved.gap())).isLessThan(1e-14);
      assertThat(solved.cost()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 60, 1", "60, 60, 2", "60, 40, 2", "17, 51, 1"})
  void stepsThatCoincideAreNoTrouble(int n, int m, int p) {
    // Equal weights make all steps of the quantile functions meet at the best shift.
    RandomGenerator random = RandomClouds.random("steps");
    for (int draw = 0; draw < 20; draw++) {
      EmpiricalMeasure x = RandomClouds.uniform(n, 1, random);
      EmpiricalMeasure y = RandomClouds.uniform(m, 1, random);
      double exact =
          RandomClouds.solve(
                  new Exact(), new TransportProblem(x, y, Torus.standard(1), Metric.L1, p, false))
              .cost();
      Solved solved = solve(x, y, Torus.standard(1), p);
      assertThat(solved.cost()).isCloseTo(exact, within(1e-13));
      assertThat(Math.abs(solved.gap())).isLessThan(1e-14);
    }
  }

  @Test
  void fewShiftsNeedBeTried() {
    RandomGenerator random = RandomClouds.random("shifts");
    for (int p = 1; p <= 2; p++) {
      Solved solved =
          solve(
              RandomClouds.weighted(3000, 1, random),
              RandomClouds.weighted(4000, 1, random),
              Torus.standard(1),
              p);
      // Measured: 24 for p = 1, 16 for p = 2; bisection over the integers takes 63.
      assertThat(solved.iterations()).isLessThan(35);
    }
  }

  @Test
  void heavyPointsMakeStepsOfTheSlope() {
    // C′ is constant but for a few large steps, which interpolation alone crawls towards.
    RandomGenerator random = RandomClouds.random("heavy");
    double[] a = random.doubles(40).map(w -> Math.pow(w, 20)).toArray();
    double[] b = random.doubles(50).map(w -> Math.pow(w, 20)).toArray();
    EmpiricalMeasure x = EmpiricalMeasure.weighted(RandomClouds.points(40, 1, random), a);
    EmpiricalMeasure y = EmpiricalMeasure.weighted(RandomClouds.points(50, 1, random), b);
    for (int p = 1; p <= 2; p++) {
      double exact =
          RandomClouds.solve(
                  new Exact(), new TransportProblem(x, y, Torus.standard(1), Metric.L1, p, false))
              .cost();
      Solved solved = solve(x, y, Torus.standard(1), p);
      assertThat(solved.cost()).isCloseTo(exact, within(1e-14));
      assertThat(solved.iterations()).isLessThan(100);
    }
  }

  @Test
  void bitsDoNotDependOnTheNumberOfThreads() {
    RandomGenerator random = RandomClouds.random("threads");
    EmpiricalMeasure x = RandomClouds.weighted(40_000, 1, random);
    EmpiricalMeasure y = RandomClouds.weighted(50_000, 1, random);
    Solved one = onThreads(1, () -> solve(x, y, Torus.standard(1), 2));
    Solved four = onThreads(4, () -> solve(x, y, Torus.standard(1), 2));
    assertThat(one).isEqualTo(four);
  }

  private static Solved onThreads(int count, Callable<Solved> task) {
    try (ForkJoinPool pool = new ForkJoinPool(count)) {
      return pool.submit(task).join();
    }
  }

  private Solved solve(EmpiricalMeasure x, EmpiricalMeasure y, Torus space, int p) {
    return RandomClouds.solve(circle, new TransportProblem(x, y, space, Metric.L1, p, false));
  }

  private static EmpiricalMeasure measure(double... points) {
    return EmpiricalMeasure.uniform(Particles.of(points.length, 1, points));
  }
}
