package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
import org.meanfield.transport.circle.Circle;
import org.meanfield.transport.exact.Exact;

/// Expected squared distances of samples of the uniform law. Statistical: the seed is that of
/// [RandomClouds], the level is 4 standard errors (6·10⁻⁵ two-sided for a normal mean).
class StaticRateTest {
  private static final int LATTICE = 1024;

  /// W2 between the uniform law on the circle and 1024 equal atoms at equal distances: each atom
  /// gathers an arc of length 2π/1024, so W2² = (2π/1024)²/12.
  private static final double LATTICE_ERROR = Torus.TURN / (LATTICE * Math.sqrt(12));

  /// The exact W2² between n atoms and the uniform law: atom i, in order, gathers an arc of length
  /// 2π/n, and the best turn of the arcs centres the differences z of atoms and arc centres, so W2²
  /// = Var z + (2π/n)²/12.
  private static double toUniformLaw(double[] atoms) {
    int n = atoms.length;
    double[] z = atoms.clone();
    Arrays.sort(z);
    for (int i = 0; i < n; i++) {
      z[i] -= Torus.TURN * (i + 0.5) / n;
    }
    double mean = Arrays.stream(z).average().orElseThrow();
    double variance = Arrays.stream(z).map(t -> (t - mean) * (t - mean)).average().orElseThrow();
    return variance + Torus.TURN * Torus.TURN / (12.0 * n * n);
  }

  private static EmpiricalMeasure lattice() {
    double[] points = new double[LATTICE];
    Arrays.setAll(points, j -> Torus.TURN * j / LATTICE);
    return EmpiricalMeasure.uniform(Particles.of(LATTICE, 1, points));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 37})
  void circleIsWithinTheLatticesErrorOfTheClosedForm(int n) {
    RandomGenerator random = RandomClouds.random("closed-form");
    for (int draw = 0; draw < 10; draw++) {
      EmpiricalMeasure sample = RandomClouds.uniform(n, 1, random);
      double closed = Math.sqrt(toUniformLaw(sample.points()));
      double cost =
          RandomClouds.solve(new Circle(), TransportProblem.squared(sample, lattice(), Metric.L1))
              .cost();
      assertThat(Math.sqrt(cost)).isCloseTo(closed, within(LATTICE_ERROR * (1 + 1e-9)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 64})
  void meanOverSamplesOfTheUniformLawIsPiSquaredOverThreeN(int n) {
    RandomGenerator random = RandomClouds.random("one-sample");
    double[] costs = new double[400];
    for (int draw = 0; draw < costs.length; draw++) {
      EmpiricalMeasure sample = RandomClouds.uniform(n, 1, random);
      costs[draw] =
          RandomClouds.solve(new Circle(), TransportProblem.squared(sample, lattice(), Metric.L1))
              .cost();
    }
    double expected = Math.PI * Math.PI / (3 * n);
    // |W2² − W2'²| ≤ |W2 − W2'| (W2 + W2'), in the mean by Jensen.
    double bias = LATTICE_ERROR * (2 * Math.sqrt(expected) + LATTICE_ERROR);
    assertThat(mean(costs)).isCloseTo(expected, within(4 * standardError(costs) + bias));
  }

  /// The values were measured by another implementation with a relative standard error of at most
  /// 1.3 %.
  @ParameterizedTest
  @CsvSource({
    "2, L1, .2395", "2, L2, .1567", "3, L1, 1.2239", "3, L2, .5820",
    "5, L1, 8.123", "5, L2, 2.477", "8, L1, 36.28", "8, L2, 7.146"
  })
  void meanOverTwoSamplesOfTheUniformLawIsTheOneMeasuredElsewhere(
      int d, Metric metric, double expected) {
    RandomGenerator random = RandomClouds.random("two-sample-%d-%s".formatted(d, metric));
    double[] costs = new double[16];
    for (int draw = 0; draw < costs.length; draw++) {
      costs[draw] =
          RandomClouds.solve(
                  new Exact(),
                  TransportProblem.squared(
                      RandomClouds.uniform(256, d, random),
                      RandomClouds.uniform(256, d, random),
                      metric))
              .cost();
    }
    double error = Math.hypot(standardError(costs), 0.013 * expected);
    assertThat(mean(costs)).isCloseTo(expected, within(4 * error));
    // The test must be able to see a wrong metric or a lost factor.
    assertThat(4 * error).isLessThan(0.3 * expected);
  }

  @Test
  void closedFormOfOneAtomIsTheMeanSquareOfTheHalfTurn() {
    assertThat(toUniformLaw(new double[] {1.7})).isCloseTo(Math.PI * Math.PI / 3, within(1e-15));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }
}
