package org.meanfield.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.exact.Exact;

class SinkhornTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2})
  void twoPointsAgainstThemselvesHaveAClosedForm(double epsilon) throws BadInput {
    // π = [[p, q], [q, p]]/2 with q/p = e^{−c/ε}, c = 1: cost q = 1/(1 + e^{1/ε}).
    EmpiricalMeasure pair = EmpiricalMeasure.uniform(Particles.of(2, 1, new double[] {0, 1}));
    Settings settings =
        defaults()
            .with(SinkhornSettings.EPSILON, epsilon)
            .with(SinkhornSettings.SCALE, "absolute")
            .with(SinkhornSettings.TOLERANCE, 1e-14);
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
                        .with(SinkhornSettings.EPSILON, 0.2 * 9)
                        .with(SinkhornSettings.SCALE, "absolute")),
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
            .create(defaults().with(SinkhornSettings.ITERATIONS, 4))
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
      case TransportResult.Cancelled _, TransportResult.Refused _ ->
          throw new AssertionError("neither a value nor bounds");
    }
  }

  /// Enough points for several levels, strips and tiles, and for lists of kernels.
  private static TransportProblem large() {
    RandomGenerator random = RandomClouds.random("large");
    return TransportProblem.squared(
        RandomClouds.weighted(900, 2, random), RandomClouds.weighted(700, 2, random), Metric.L1);
  }

  @ParameterizedTest
  @CsvSource({
    "dense, 0.05",
    "sparse, 0.05",
    "online, 0.05",
    "dense, 0.01",
    "sparse, 0.01",
    "online, 0.01"
  })
  void allModesFindTheSamePotentials(String mode, double epsilon) throws BadInput {
    Solved automatic = RandomClouds.solve(sinkhorn(epsilon), large());
    Solved chosen =
        RandomClouds.solve(
            new SinkhornProvider()
                .create(
                    defaults()
                        .with(SinkhornSettings.EPSILON, epsilon)
                        .with(SinkhornSettings.MODE, mode)),
            large());
    // Both have marginals right to 1e-6; costs are at most 39.5.
    assertThat(chosen.cost()).isCloseTo(automatic.cost(), within(4e-5));
    assertThat(chosen.lowerBound()).isCloseTo(automatic.lowerBound(), within(4e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense", "sparse", "online"})
  void bitsAreTheSameOnOneThreadAndOnMore(String mode) throws Exception {
    TransportSolver solver =
        new SinkhornProvider()
            .create(
                defaults().with(SinkhornSettings.EPSILON, 0.01).with(SinkhornSettings.MODE, mode));
    TransportProblem problem = large();
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool three = new ForkJoinPool(3)) {
      Solved alone = one.submit(() -> RandomClouds.solve(solver, problem)).get();
      Solved shared = three.submit(() -> RandomClouds.solve(solver, problem)).get();
      assertThat(shared.cost()).isEqualTo(alone.cost());
      assertThat(shared.lowerBound()).isEqualTo(alone.lowerBound());
      assertThat(shared.iterations()).isEqualTo(alone.iterations());
    }
  }

  @Test
  void overRelaxationNeedsFewerIterations() throws BadInput {
    Settings settings = defaults().with(SinkhornSettings.EPSILON, 0.01);
    Solved relaxed = RandomClouds.solve(new SinkhornProvider().create(settings), large());
    Solved simple =
        RandomClouds.solve(
            new SinkhornProvider().create(settings.with(SinkhornSettings.ACCELERATE, false)),
            large());
    assertThat(relaxed.cost()).isCloseTo(simple.cost(), within(4e-5));
    // Measured: 4 times fewer.
    assertThat(2 * relaxed.iterations()).isLessThan(simple.iterations());
  }

  @Test
  void doublePrecisionTakesOverWhereSingleEnds() throws BadInput {
    RandomGenerator random = RandomClouds.random("precise");
    TransportProblem problem =
        TransportProblem.squared(
            RandomClouds.weighted(300, 3, random),
            RandomClouds.weighted(200, 3, random),
            Metric.L1);
    Settings settings = defaults().with(SinkhornSettings.TOLERANCE, 1e-12);
    for (String mode : List.of("dense", "sparse", "online", "auto")) {
      Sinkhorn solver =
          new Sinkhorn(SinkhornSettings.of(settings.with(SinkhornSettings.MODE, mode)));
      Solved solved = RandomClouds.solve(solver, problem);
      assertThat(solved.note()).containsPattern("marginal error \\d.*e-1[2-9]");
    }
  }

  @Test
  void weightsOfVeryDifferentSizesAndNoneAreServed() throws BadInput {
    RandomGenerator random = RandomClouds.random("sizes");
    double[] weights = new double[60];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 7 == 0 ? 0 : Math.pow(10, -10.0 * (i % 30));
    }
    EmpiricalMeasure odd = EmpiricalMeasure.weighted(RandomClouds.points(60, 2, random), weights);
    TransportProblem problem =
        TransportProblem.squared(odd, RandomClouds.weighted(40, 2, random), Metric.L1);
    double exact = RandomClouds.solve(new Exact(), problem).cost();
    Solved solved = RandomClouds.solve(sinkhorn(0.05), problem);
    assertThat(solved.lowerBound()).isLessThanOrEqualTo(exact + 1e-13);
    assertThat(solved.cost()).isGreaterThanOrEqualTo(exact - 1e-13);
  }

  @Test
  void anEntropicValueIsTold() throws BadInput {
    // Two points against themselves, c = 1, ε = ½: OT_ε = −ε log((1 + e^{−c/ε})/2).
    EmpiricalMeasure pair = EmpiricalMeasure.uniform(Particles.of(2, 1, new double[] {0, 1}));
    Settings settings =
        defaults().with(SinkhornSettings.EPSILON, 0.5).with(SinkhornSettings.SCALE, "absolute");
    Solved solved =
        RandomClouds.solve(
            new SinkhornProvider().create(settings),
            TransportProblem.squared(pair, pair, Metric.L1));
    assertThat(solved.note())
        .contains("entropic value %.9g".formatted(-0.5 * Math.log((1 + Math.exp(-2)) / 2)));
  }

  @Test
  void aKernelThatDoesNotFitIsRefusedBeforeItIsMade() throws BadInput {
    int n = 1 << 20;
    EmpiricalMeasure many = EmpiricalMeasure.uniform(new Particles(n, 1));
    assertThat(
            new SinkhornProvider()
                .create(defaults().with(SinkhornSettings.MODE, "dense"))
                .solve(TransportProblem.squared(many, many, Metric.L1)))
        .isInstanceOfSatisfying(
            TransportResult.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("4194304 MB")
                    .contains("set 'mode' to online"));
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
    EntropicProblem ordered = EntropicProblem.of(problem, GroundCost.of(problem));
    // Potentials of no merit at all: the plan before rounding is far from a coupling.
    Duals duals = Duals.zero(ordered);
    for (int j = 0; j < duals.gamma.length; j++) {
      duals.gamma[j] = random.nextDouble(-1, 1);
    }
    EntropicPlan entropic = new EntropicPlan(ordered, new Tiles(ordered.cost()), duals, 1.0);
    assertThat(entropic.error()).isGreaterThan(0.1);
    var plan = entropic.coupling(Math.toIntExact(entropic.pairs()));
    double[] rows = new double[20];
    double[] columns = new double[30];
    double cost = 0;
    for (int e = 0; e < plan.size(); e++) {
      rows[plan.source(e)] += plan.mass(e);
      columns[plan.target(e)] += plan.mass(e);
      cost += plan.mass(e) * problem.cost(plan.source(e), plan.target(e));
    }
    assertThat(rows).containsExactly(problem.source().weights(), within(1e-16));
    assertThat(columns).containsExactly(problem.target().weights(), within(1e-16));
    assertThat(entropic.cost()).isCloseTo(cost, within(1e-14 * cost));
  }

  static SinkhornSettings plain() {
    return SinkhornSettings.of(defaults());
  }

  private static Settings defaults() {
    return Settings.defaults(new SinkhornProvider().descriptor().settings());
  }

  private static TransportSolver sinkhorn(double epsilon) throws BadInput {
    return new SinkhornProvider().create(defaults().with(SinkhornSettings.EPSILON, epsilon));
  }
}
