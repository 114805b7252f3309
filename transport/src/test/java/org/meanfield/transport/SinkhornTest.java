package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;

class SinkhornTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2})
  void twoPointsAgainstThemselvesHaveAClosedForm(double epsilon) throws BadInput {
    // π = [[p, q], [q, p]]/2 with q/p = e^{−c/ε}, c = 1: cost q = 1/(1 + e^{1/ε}).
    EmpiricalMeasure pair = EmpiricalMeasure.uniform(Particles.of(2, 1, new double[] {0, 1}));
    Settings settings =
        defaults()
            .with(SinkhornProvider.EPSILON, epsilon)
            .with(SinkhornProvider.SCALE, "absolute")
            .with(SinkhornProvider.TOLERANCE, 1e-14);
    TransportProblem problem = TransportProblem.squared(pair, pair, Metric.L1);
    Solved solved = RandomClouds.solve(new SinkhornProvider().create(settings), problem);
    assertThat(solved.cost()).isCloseTo(1 / (1 + Math.exp(1 / epsilon)), within(1e-13));
    assertThat(solved.lowerBound()).isCloseTo(0, within(1e-14));
  }

  @Test
  void relativeScaleIsTheMedianCost() throws BadInput {
    // The four costs are 0, 0, 9, 9; the median taken is the upper one.
    EmpiricalMeasure pair = EmpiricalMeasure.uniform(Particles.of(2, 1, new double[] {0, 3}));
    TransportProblem problem = TransportProblem.squared(pair, pair, Metric.L1);
    Solved relative = RandomClouds.solve(sinkhorn(0.2), problem);
    Solved absolute =
        RandomClouds.solve(
            new SinkhornProvider()
                .create(
                    defaults()
                        .with(SinkhornProvider.EPSILON, 0.2 * 9)
                        .with(SinkhornProvider.SCALE, "absolute")),
            problem);
    assertThat(relative.cost()).isEqualTo(absolute.cost());
    assertThat(relative.note()).contains("ε = 1.8");
  }

  @Test
  void costFallsToTheExactOneWithEpsilonAndBoundsHold() throws BadInput {
    RandomGenerator random = RandomClouds.random("epsilon");
    TransportProblem problem =
        TransportProblem.squared(
            RandomClouds.weighted(40, 2, random), RandomClouds.weighted(55, 2, random), Metric.L1);
    double exact = RandomClouds.solve(new Exact(), problem).cost();
    double before = Double.POSITIVE_INFINITY;
    for (double epsilon : new double[] {0.3, 0.1, 0.03, 0.01}) {
      Solved solved = RandomClouds.solve(sinkhorn(epsilon), problem);
      assertThat(solved.lowerBound()).isLessThanOrEqualTo(exact);
      assertThat(solved.cost()).isBetween(exact, before);
      before = solved.cost();
    }
    // Measured: 0.9 %.
    assertThat(before).isCloseTo(exact, within(0.02 * exact));
  }

  @Test
  void tooFewIterationsAreSaidWithBoundsThatHold() throws BadInput {
    RandomGenerator random = RandomClouds.random("few");
    TransportProblem problem =
        TransportProblem.squared(
            RandomClouds.weighted(30, 3, random), RandomClouds.weighted(30, 3, random), Metric.L2);
    double exact = RandomClouds.solve(new Exact(), problem).cost();
    TransportResult result =
        new SinkhornProvider()
            .create(defaults().with(SinkhornProvider.ITERATIONS, 4))
            .solve(problem);
    assertThat(result)
        .isInstanceOfSatisfying(
            NotConverged.class,
            stopped -> {
              assertThat(stopped.lower()).isLessThanOrEqualTo(exact);
              assertThat(stopped.upper()).isGreaterThanOrEqualTo(exact);
              assertThat(stopped.iterations()).isEqualTo(4);
              assertThat(stopped.reason()).contains("raise 'iterations'");
            });
  }

  @Test
  void tinyEpsilonNeitherOverflowsNorLies() throws BadInput {
    // POT's kernel mode returns a value 30 % too low at this ε.
    RandomGenerator random = RandomClouds.random("tiny-epsilon");
    TransportProblem problem =
        TransportProblem.squared(
            RandomClouds.uniform(25, 2, random), RandomClouds.uniform(25, 2, random), Metric.L2);
    double exact = RandomClouds.solve(new Exact(), problem).cost();
    switch (sinkhorn(1e-4).solve(problem)) {
      case Solved solved -> {
        assertThat(solved.lowerBound()).isLessThanOrEqualTo(exact + 1e-14);
        assertThat(solved.cost()).isBetween(exact - 1e-14, 1.01 * exact);
      }
      case NotConverged stopped -> {
        assertThat(stopped.lower()).isLessThanOrEqualTo(exact + 1e-14);
        assertThat(stopped.upper()).isGreaterThanOrEqualTo(exact - 1e-14);
      }
      case TransportResult.Refused refused -> throw new AssertionError(refused);
    }
  }

  @Test
  void roundingMendsMarginalsExactly() {
    RandomGenerator random = RandomClouds.random("rounding");
    TransportProblem problem =
        new TransportProblem(
            RandomClouds.weighted(20, 2, random),
            RandomClouds.weighted(30, 2, random),
            Torus.standard(2),
            Metric.L1,
            2,
            true);
    // Potentials of no merit at all: the plan before rounding is far from a coupling.
    double[] f = random.doubles(20, -1, 1).toArray();
    double[] g = random.doubles(30, -1, 1).toArray();
    var plan = new RoundedPlan(problem, GroundCost.of(problem), f, g, 1.0).coupling();
    double[] rows = new double[20];
    double[] columns = new double[30];
    for (int e = 0; e < plan.size(); e++) {
      rows[plan.source(e)] += plan.mass(e);
      columns[plan.target(e)] += plan.mass(e);
    }
    assertThat(rows).containsExactly(problem.source().weights(), within(1e-16));
    assertThat(columns).containsExactly(problem.target().weights(), within(1e-16));
  }

  private static Settings defaults() {
    return Settings.defaults(new SinkhornProvider().descriptor().settings());
  }

  private static TransportSolver sinkhorn(double epsilon) throws BadInput {
    return new SinkhornProvider().create(defaults().with(SinkhornProvider.EPSILON, epsilon));
  }
}
