package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.Workers;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Cancelled;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;

/// What every transport solver must hold to: extend it, say which provider, and it is tested.
///
/// ```java
/// class AuctionTest extends TransportSolverContract {
///   @Override
///   protected TransportSolverProvider provider() {
///     return new AuctionProvider();
///   }
/// }
/// ```
///
/// A solver may refuse a problem that it does not serve, with a reason, but not all of a test's
/// problems. Whatever it solves must come with a coupling and potentials that prove it. The claim
/// [Trait.Certified] is measured; a solver that makes it may not fail to converge here. Measures
/// have unequal sizes and weights only for solvers that claim [Trait.AnyWeights].
///
/// All problems are small (at most 12 × 15 points, or 22 × 28 in pairs) and follow from one seed.
public abstract class TransportSolverContract extends ServiceContract<TransportSolver> {
  /// Sums of a few dozen products of size ≤ 10³ in double precision.
  private static final double ROUND_OFF = 1e-11;

  /// How many parts of equal weight the problems with a known value are made of: 720 permutations.
  private static final int PARTS = 6;

  @Override
  protected abstract TransportSolverProvider provider();

  @Test
  void boundsEncloseTheTruth() {
    forEach(
        smallProblems("truth", Torus::standard),
        (problem, solved) -> assertEncloses(solved, BruteForceTransport.value(problem, PARTS)));
  }

  @Test
  void otherPeriodsAreRespected() {
    forEach(
        smallProblems("periods", TransportSolverContract::oddPeriods),
        (problem, solved) -> assertEncloses(solved, BruteForceTransport.value(problem, PARTS)));
  }

  @Test
  void euclideanSpaceIsATorusWithInfinitePeriods() {
    forEach(
        smallProblems("euclidean", Torus::euclidean),
        (problem, solved) -> assertEncloses(solved, BruteForceTransport.value(problem, PARTS)));
  }

  @Test
  void gapIsAsSmallAsClaimed() {
    forEach(
        problems("gap"),
        (problem, solved) -> {
          double scale = Math.max(1, solved.cost());
          assertThat(solved.gap()).as("gap").isGreaterThanOrEqualTo(-ROUND_OFF * scale);
          certified()
              .ifPresent(claim -> assertThat(solved.gap()).isLessThanOrEqualTo(claim * scale));
        });
  }

  @Test
  void planIsACouplingWithTheCostTold() {
    forEach(
        problems("plan"),
        (problem, solved) -> {
          Coupling plan = solved.plan().orElseThrow(() -> new AssertionError("no plan was kept"));
          double[] source = new double[problem.source().size()];
          double[] target = new double[problem.target().size()];
          double cost = 0;
          for (int e = 0; e < plan.size(); e++) {
            assertThat(plan.mass(e)).as("mass of pair %d", e).isPositive();
            source[plan.source(e)] += plan.mass(e);
            target[plan.target(e)] += plan.mass(e);
            cost += plan.mass(e) * problem.cost(plan.source(e), plan.target(e));
          }
          // A few additions of masses below one.
          assertThat(source).containsExactly(problem.source().weights(), within(1e-12));
          assertThat(target).containsExactly(problem.target().weights(), within(1e-12));
          assertThat(solved.cost()).isCloseTo(cost, within(ROUND_OFF * Math.max(1, cost)));
        });
  }

  @Test
  void potentialsAreFeasibleAndGiveTheLowerBound() {
    forEach(
        problems("potentials"),
        (problem, solved) -> {
          var potentials =
              solved.potentials().orElseThrow(() -> new AssertionError("no potentials were kept"));
          double[] u = potentials.source();
          double[] v = potentials.target();
          double scale = 1 + largest(u) + largest(v);
          for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
              assertThat(u[i] + v[j])
                  .as("u(%d) + v(%d)", i, j)
                  .isLessThanOrEqualTo(problem.cost(i, j) + ROUND_OFF * scale);
            }
          }
          double bound = dot(problem.source().weights(), u) + dot(problem.target().weights(), v);
          assertThat(solved.lowerBound()).isCloseTo(bound, within(ROUND_OFF * scale));
        });
  }

  @Test
  void planAndPotentialsComeOnlyWhenAskedFor() {
    forEach(
        problems("keep"),
        (problem, solved) -> {
          Solved bare = solvedAgain(keeping(problem, false));
          assertThat(bare.plan()).isEmpty();
          assertThat(bare.potentials()).isEmpty();
          assertSameBits(solved, bare);
        });
  }

  @Test
  void turnsAndCommonTranslationsChangeNothing() {
    RandomGenerator random = Clouds.random("turns-by");
    forEach(
        problems("turns"),
        (problem, solved) -> {
          double[] by = random.doubles(problem.space().dimension(), -4, 4).toArray();
          EmpiricalMeasure source = Clouds.moved(Clouds.turned(problem.source(), random), by);
          EmpiricalMeasure target = Clouds.moved(Clouds.turned(problem.target(), random), by);
          assertAgree(solved, solvedAgain(between(source, target, problem)));
        });
  }

  @Test
  void exchangingTheMeasuresChangesNothing() {
    forEach(
        problems("symmetry"),
        (problem, solved) ->
            assertAgree(solved, solvedAgain(between(problem.target(), problem.source(), problem))));
  }

  @Test
  void aMeasureIsAtDistanceZeroFromItself() {
    forEach(
        problems("self").stream()
            .map(problem -> between(problem.source(), problem.source(), problem))
            .toList(),
        (problem, solved) -> assertEncloses(solved, 0));
  }

  @Test
  void aSmallTranslationCostsItsLength() {
    RandomGenerator random = Clouds.random("translation");
    List<TransportProblem> moved = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (TransportProblem problem : problems("translation")) {
      int d = problem.space().dimension();
      // A cloud of width 1 about the origin, across the wrap in all coordinates: no way around.
      double[] points = Arrays.stream(problem.source().points()).map(x -> (x - 3) / 7).toArray();
      EmpiricalMeasure cloud =
          measure(Particles.of(problem.source().size(), d, points), problem.source());
      double[] by = random.doubles(d, -0.2, 0.2).toArray();
      double length = problem.space().distance(problem.metric(), by, new double[d]);
      moved.add(between(cloud, Clouds.moved(cloud, by), problem));
      lengths.add(problem.exponent() == 1 ? length : length * length);
    }
    forEach(
        moved, (problem, solved) -> assertEncloses(solved, lengths.get(moved.indexOf(problem))));
  }

  @Test
  void pointsOnBothSidesOfTheWrapAreNear() {
    List<TransportProblem> problems = new ArrayList<>();
    for (int d = 1; d <= 5; d++) {
      for (Metric metric : Metric.values()) {
        problems.add(
            TransportProblem.squared(onePoint(d, 0.1), onePoint(d, 2 * Math.PI - 0.2), metric));
      }
    }
    forEach(
        problems,
        (problem, solved) -> {
          int d = problem.space().dimension();
          assertEncloses(solved, 0.09 * (problem.metric() == Metric.L1 ? d * d : d));
        });
  }

  @Test
  void fromOnePointEverythingMustGo() {
    assumeTrue(anyWeights(), "claims equal sizes and weights only");
    forEach(
        problems("single").stream()
            .map(p -> between(onePoint(p.space().dimension(), 1.25), p.target(), p))
            .toList(),
        (problem, solved) -> {
          double truth = 0;
          for (int j = 0; j < problem.target().size(); j++) {
            truth += problem.target().weight(j) * problem.cost(0, j);
          }
          assertEncloses(solved, truth);
        });
  }

  @Test
  void duplicatesChangeNothing() {
    forEach(
        problems("duplicates"),
        (problem, solved) ->
            assertAgree(
                solved,
                solvedAgain(
                    between(
                        Clouds.doubled(problem.source()),
                        Clouds.doubled(problem.target()),
                        problem))));
  }

  @Test
  void pointsWithoutWeightChangeNothing() {
    assumeTrue(anyWeights(), "claims equal sizes and weights only");
    forEach(
        problems("empty"),
        (problem, solved) -> {
          double[] far = new double[problem.space().dimension()];
          Arrays.fill(far, 3);
          assertAgree(
              solved,
              solvedAgain(
                  between(
                      Clouds.with(problem.source(), far, 0),
                      Clouds.with(problem.target(), far, 0),
                      problem)));
        });
  }

  @Test
  void sameProblemGivesTheSameBits() {
    TransportSolver solver = service();
    forEach(
        problems("bits"),
        (problem, solved) -> {
          assertSameBits(solved, solvedAgain(problem));
          for (TransportResult result : Concurrently.call(2, () -> solver.solve(problem))) {
            assertThat(result).isInstanceOf(Solved.class);
            assertSameBits(solved, (Solved) result);
          }
        });
  }

  @Test
  void noValueDependsOnTheWorkersOrTheObserver() {
    forEach(
        problems("workers"),
        (problem, solved) -> {
          for (Workers workers : List.of(Workers.sequential(), new BackwardWorkers())) {
            List<Double> parts = new ArrayList<>();
            SolveObserver observer = parts::add;
            assertSameBits(solved, solvedAgain(problem.under(new SolveContext(workers, observer))));
            assertThat(parts).isSorted().allSatisfy(part -> assertThat(part).isBetween(0.0, 1.0));
          }
        });
  }

  @Test
  void aBatchGivesEachProblemItsOwnResult() {
    List<TransportProblem> problems = problems("batch");
    List<TransportResult> alone = problems.stream().map(service()::solve).toList();
    for (Workers workers : List.of(Workers.sequential(), new BackwardWorkers())) {
      List<TransportResult> together =
          service().solveAll(problems, new SolveContext(workers, SolveObserver.none()));
      assertThat(together).hasSameSizeAs(problems);
      for (int at = 0; at < problems.size(); at++) {
        if (alone.get(at) instanceof Solved solved) {
          assertThat(together.get(at)).as(name(problems.get(at))).isInstanceOf(Solved.class);
          assertSameBits(solved, (Solved) together.get(at));
        } else {
          assertThat(together.get(at)).as(name(problems.get(at))).isEqualTo(alone.get(at));
        }
      }
    }
  }

  @Test
  void aBatchThatIsToldToStopHasNoMoreValues() {
    List<TransportProblem> problems = problems("stopped");
    List<TransportResult> stopped =
        service().solveAll(problems, new SolveContext(Workers.sequential(), _ -> false));
    assertThat(stopped).hasSameSizeAs(problems).allMatch(Cancelled.class::isInstance);
  }

  /// Its own potentials, and some that are good for nothing.
  @Test
  void noStartChangesTheValue() {
    RandomGenerator random = Clouds.random("start-values");
    forEach(
        problems("start"),
        (problem, solved) -> {
          assertAgree(solved, solvedAgain(problem.startingAt(solved.potentials().orElseThrow())));
          Potentials poor =
              new Potentials(
                  random.doubles(problem.source().size(), -9, 9).toArray(),
                  random.doubles(problem.target().size(), -9, 9).toArray());
          assertAgree(solved, solvedAgain(problem.startingAt(poor)));
        });
  }

  /// Workers that run pieces on another thread, the last one first.
  private static final class BackwardWorkers implements Workers {
    @Override
    public int threads() {
      return 2;
    }

    @Override
    public void each(int count, IntConsumer task) {
      Concurrently.call(
          1,
          () -> {
            for (int piece = count - 1; piece >= 0; piece--) {
              task.accept(piece);
            }
            return count;
          });
    }
  }

  /// What to hold a solution to.
  @FunctionalInterface
  private interface Check {
    void accept(TransportProblem problem, Solved solved);
  }

  private void forEach(List<TransportProblem> problems, Check check) {
    TransportSolver solver = service();
    int served = 0;
    String reason = "";
    for (TransportProblem problem : problems) {
      switch (solver.solve(problem)) {
        case Solved solved -> {
          served++;
          checkNamed(problem, solved, check);
        }
        case Refused refused -> {
          reason = refused.reason();
          assertThat(reason).as("reason for refusing %s", name(problem)).isNotBlank();
        }
        case NotConverged(double upper, double lower, long _, String why) -> {
          reason = why;
          assertThat(why).as("reason for not solving %s", name(problem)).isNotBlank();
          assertThat(lower).isLessThanOrEqualTo(upper + ROUND_OFF);
          assertThat(certified())
              .as("%s did not converge on %s: %s", id(), name(problem), why)
              .isEmpty();
        }
        case Cancelled cancelled ->
            throw new AssertionError(
                "%s says %s of %s, which nobody cancelled"
                    .formatted(id(), cancelled, name(problem)));
      }
    }
    assertThat(served)
        .as("%s solved none of %d problems; the last reason: %s", id(), problems.size(), reason)
        .isPositive();
  }

  private void checkNamed(TransportProblem problem, Solved solved, Check check) {
    try {
      check.accept(problem, solved);
    } catch (AssertionError e) {
      throw new AssertionError("%s on %s: %s".formatted(id(), name(problem), e.getMessage()), e);
    }
  }

  private Solved solvedAgain(TransportProblem problem) {
    TransportResult result = service().solve(problem);
    if (result instanceof Solved solved) {
      return solved;
    }
    throw new AssertionError("a variant of a problem that was solved gave " + result);
  }

  private String id() {
    return provider().descriptor().id();
  }

  private Optional<Double> certified() {
    return claims(Trait.Certified.class).stream().map(Trait.Certified::relative).findAny();
  }

  private boolean anyWeights() {
    return !claims(Trait.AnyWeights.class).isEmpty();
  }

  /// Both bounds hold, and where exactness is claimed they are the value.
  private void assertEncloses(Solved solved, double truth) {
    double slack = ROUND_OFF * Math.max(1, truth);
    assertThat(solved.lowerBound()).as("lower bound").isLessThanOrEqualTo(truth + slack);
    assertThat(solved.cost()).as("cost").isGreaterThanOrEqualTo(truth - slack);
    certified()
        .ifPresent(claim ->
            assertThat(solved.cost())
                .as("cost")
                .isLessThanOrEqualTo(truth + slack + claim * Math.max(1, truth)));
  }

  /// Two pairs of bounds of the same number overlap; where exactness is claimed that makes them
  /// equal.
  private static void assertAgree(Solved one, Solved other) {
    double slack = ROUND_OFF * Math.max(1, one.cost());
    assertThat(one.lowerBound()).as("lower bound").isLessThanOrEqualTo(other.cost() + slack);
    assertThat(other.lowerBound()).as("lower bound").isLessThanOrEqualTo(one.cost() + slack);
  }

  private static void assertSameBits(Solved one, Solved other) {
    assertThat(Double.doubleToLongBits(other.cost()))
        .as("cost %s against %s", other.cost(), one.cost())
        .isEqualTo(Double.doubleToLongBits(one.cost()));
    assertThat(Double.doubleToLongBits(other.lowerBound()))
        .as("lower bound %s against %s", other.lowerBound(), one.lowerBound())
        .isEqualTo(Double.doubleToLongBits(one.lowerBound()));
    assertThat(other.iterations()).as("iterations").isEqualTo(one.iterations());
  }

  /// d = 1 … 5, ℓ1 and ℓ2, p = 1 and 2 on the standard torus, plans kept.
  private List<TransportProblem> problems(String name) {
    RandomGenerator random = Clouds.random(name);
    boolean any = anyWeights();
    List<TransportProblem> problems = new ArrayList<>();
    for (int d = 1; d <= 5; d++) {
      for (Metric metric : Metric.values()) {
        for (int exponent = 1; exponent <= 2; exponent++) {
          Particles x = Clouds.box(11, d, random);
          Particles y = Clouds.box(any ? 14 : 11, d, random);
          problems.add(
              new TransportProblem(
                  any ? Clouds.weighted(x, random) : EmpiricalMeasure.uniform(x),
                  any ? Clouds.weighted(y, random) : EmpiricalMeasure.uniform(y),
                  Torus.standard(d),
                  metric,
                  exponent,
                  true));
        }
      }
    }
    return problems;
  }

  /// The same choices with [#PARTS] parts of equal weight, in fewer points where weights may
  /// differ.
  private List<TransportProblem> smallProblems(String name, Function<Integer, Torus> space) {
    RandomGenerator random = Clouds.random(name);
    boolean any = anyWeights();
    List<TransportProblem> problems = new ArrayList<>();
    for (int d = 1; d <= 5; d++) {
      for (Metric metric : Metric.values()) {
        for (int exponent = 1; exponent <= 2; exponent++) {
          for (int fewer = 0; fewer <= (any ? 2 : 0); fewer++) {
            Particles x = Clouds.box(PARTS - fewer, d, random);
            Particles y = Clouds.box(PARTS - fewer / 2, d, random);
            problems.add(
                new TransportProblem(
                    Clouds.inParts(x, PARTS, random),
                    Clouds.inParts(y, PARTS, random),
                    space.apply(d),
                    metric,
                    exponent,
                    true));
          }
        }
      }
    }
    return problems;
  }

  /// Periods ½, 3, ∞, 10, 1: shorter and longer than the clouds.
  private static Torus oddPeriods(int d) {
    double[] periods = {0.5, 3, Double.POSITIVE_INFINITY, 10, 1};
    return Torus.withPeriods(Arrays.copyOf(periods, d));
  }

  private static EmpiricalMeasure onePoint(int d, double coordinate) {
    Particles point = new Particles(1, d);
    point.fill(coordinate);
    return EmpiricalMeasure.uniform(point);
  }

  private static EmpiricalMeasure measure(Particles points, EmpiricalMeasure like) {
    return like.isUniform()
        ? EmpiricalMeasure.uniform(points)
        : EmpiricalMeasure.weighted(points, like.weights());
  }

  private static TransportProblem between(
      EmpiricalMeasure from, EmpiricalMeasure onto, TransportProblem like) {
    return new TransportProblem(
        from, onto, like.space(), like.metric(), like.exponent(), like.keepPlan());
  }

  private static TransportProblem keeping(TransportProblem problem, boolean plan) {
    return new TransportProblem(
        problem.source(),
        problem.target(),
        problem.space(),
        problem.metric(),
        problem.exponent(),
        plan);
  }

  private static String name(TransportProblem problem) {
    return "%d × %d points, d = %d, %s, p = %d"
        .formatted(
            problem.source().size(),
            problem.target().size(),
            problem.space().dimension(),
            problem.metric(),
            problem.exponent());
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
