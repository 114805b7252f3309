package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.testkit.TransportSolverContract;
import org.meanfield.transport.exact.Exact;
import org.meanfield.transport.exact.ExactProvider;

/// The contract of transport solvers can fail: each lie is told by an otherwise exact solver and
/// must be found by the named test.
class LyingSolversTest {

  /// @param lie what is wrong, in words
  /// @param solver tells it
  /// @param caughtBy the contract's tests that must fail
  record Lie(String lie, TransportSolver solver, List<String> caughtBy) {
    @Override
    public String toString() {
      return lie;
    }
  }

  static Stream<Lie> lies() {
    AtomicLong calls = new AtomicLong();
    return Stream.of(
        new Lie(
            "one percent too cheap, bounds and all",
            after(s -> with(s, 0.99 * s.cost(), 0.99 * s.lowerBound())),
            List.of("boundsEncloseTheTruth", "planIsACouplingWithTheCostTold")),
        new Lie(
            "a bound as good as the cost, above the truth",
            after(s -> with(s, 1.01 * s.cost(), 1.01 * s.cost())),
            List.of("boundsEncloseTheTruth", "potentialsAreFeasibleAndGiveTheLowerBound")),
        new Lie(
            "not optimal, and the gap shows it",
            after(s -> with(s, 1.01 * s.cost(), s.lowerBound())),
            List.of("gapIsAsSmallAsClaimed", "boundsEncloseTheTruth")),
        new Lie(
            "blind to the wrap",
            problem -> new Exact().solve(in(problem, Torus.euclidean(problem.space().dimension()))),
            List.of(
                "boundsEncloseTheTruth",
                "turnsAndCommonTranslationsChangeNothing",
                "pointsOnBothSidesOfTheWrapAreNear")),
        new Lie(
            "blind to periods other than 2π",
            problem -> new Exact().solve(in(problem, Torus.standard(problem.space().dimension()))),
            List.of("otherPeriodsAreRespected", "euclideanSpaceIsATorusWithInfinitePeriods")),
        new Lie(
            "blind to weights",
            problem ->
                new Exact()
                    .solve(
                        between(
                            unweighted(problem.source()), unweighted(problem.target()), problem)),
            List.of(
                "boundsEncloseTheTruth",
                "fromOnePointEverythingMustGo",
                "pointsWithoutWeightChangeNothing",
                "planIsACouplingWithTheCostTold")),
        new Lie(
            "a plan that loses mass",
            after(s -> withPlan(s, scaled(s.plan().orElseThrow(), 1 - 1e-9))),
            List.of("planIsACouplingWithTheCostTold")),
        new Lie(
            "potentials that are not feasible",
            after(s -> withPotentials(s, raised(s.potentials().orElseThrow(), 1e-6))),
            List.of("potentialsAreFeasibleAndGiveTheLowerBound")),
        new Lie(
            "no plan although it was asked for",
            problem -> new Exact().solve(keeping(problem, false)),
            List.of("planIsACouplingWithTheCostTold", "potentialsAreFeasibleAndGiveTheLowerBound")),
        new Lie(
            "a plan although it was not asked for",
            problem -> new Exact().solve(keeping(problem, true)),
            List.of("planAndPotentialsComeOnlyWhenAskedFor")),
        new Lie(
            "a little different each time",
            after(s -> with(s, s.cost() * (1 + 1e-15 * calls.incrementAndGet()), s.lowerBound())),
            List.of("sameProblemGivesTheSameBits")),
        new Lie(
            "partial to one side",
            problem -> {
              double tilt = 1 + 1e-6 * (problem.source().size() - problem.target().size());
              return after(s -> with(s, tilt * s.cost(), tilt * s.lowerBound())).solve(problem);
            },
            List.of("exchangingTheMeasuresChangesNothing")),
        new Lie(
            "never nearer than a hair",
            after(s -> with(s, s.cost() + 1e-6, s.lowerBound() + 1e-6)),
            List.of("aMeasureIsAtDistanceZeroFromItself", "aSmallTranslationCostsItsLength")),
        new Lie(
            "counts places, not points",
            problem -> {
              double tilt = 1 + 1e-6 * problem.source().size();
              return after(s -> with(s, tilt * s.cost(), tilt * s.lowerBound())).solve(problem);
            },
            List.of("duplicatesChangeNothing")),
        new Lie(
            "refuses everything",
            problem -> new Refused("not today"),
            List.of("boundsEncloseTheTruth", "gapIsAsSmallAsClaimed")),
        new Lie(
            "refuses some without a reason",
            problem ->
                problem.space().dimension() == 2 ? new Refused("") : new Exact().solve(problem),
            List.of("boundsEncloseTheTruth")),
        new Lie(
            "gives up on what it claims to solve",
            problem ->
                problem.space().dimension() == 2
                    ? new NotConverged(1, 0, 3, "tired")
                    : new Exact().solve(problem),
            List.of("gapIsAsSmallAsClaimed")),
        new Lie(
            "better on more threads",
            problem -> {
              double tilt = 1 + 1e-6 / problem.context().workers().threads();
              return after(s -> with(s, tilt * s.cost(), tilt * s.lowerBound())).solve(problem);
            },
            List.of("noValueDependsOnTheWorkersOrTheObserver")),
        new Lie(
            "a batch in its own order",
            inBatches((problems, context) -> new Exact().solveAll(problems, context).reversed()),
            List.of("aBatchGivesEachProblemItsOwnResult")),
        new Lie(
            "a batch that nobody can stop",
            inBatches((problems, _) -> problems.stream().map(new Exact()::solve).toList()),
            List.of("aBatchThatIsToldToStopHasNoMoreValues")),
        new Lie(
            "believes its start",
            problem -> {
              double tilt = problem.start().isPresent() ? 1.01 : 1;
              return after(s -> with(s, tilt * s.cost(), tilt * s.lowerBound())).solve(problem);
            },
            List.of("noStartChangesTheValue")));
  }

  private static TransportSolver inBatches(
      BiFunction<List<TransportProblem>, SolveContext, List<TransportResult>> batch) {
    return new TransportSolver() {
      @Override
      public TransportResult solve(TransportProblem problem) {
        return new Exact().solve(problem);
      }

      @Override
      public List<TransportResult> solveAll(List<TransportProblem> problems, SolveContext context) {
        return batch.apply(problems, context);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("lies")
  void everyLieIsCaught(Lie lie) {
    TransportSolverContract contract = contractOf(lie.solver());
    for (String test : lie.caughtBy()) {
      assertThatThrownBy(() -> call(contract, test)).as(test).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void theTruthPassesThroughTheSameDoor() throws Throwable {
    TransportSolverContract contract = contractOf(new Exact());
    List<String> names = lies().flatMap(lie -> lie.caughtBy().stream()).distinct().toList();
    for (String test : names) {
      call(contract, test);
    }
    assertThat(names)
        .as("every test of the contract that is of solvers alone catches a lie")
        .hasSize((int) tests().count());
  }

  private static Stream<Method> tests() {
    return Arrays.stream(TransportSolverContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  private static void call(TransportSolverContract contract, String test) throws Throwable {
    Method method = tests().filter(m -> m.getName().equals(test)).findAny().orElseThrow();
    method.setAccessible(true);
    try {
      method.invoke(contract);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static TransportSolverContract contractOf(TransportSolver solver) {
    return new TransportSolverContract() {
      @Override
      protected TransportSolverProvider provider() {
        return new TransportSolverProvider() {
          @Override
          public Descriptor descriptor() {
            return new ExactProvider().descriptor();
          }

          @Override
          public TransportSolver create(Settings settings) {
            return solver;
          }
        };
      }
    };
  }

  private static TransportSolver after(UnaryOperator<Solved> lie) {
    return problem -> {
      TransportResult result = new Exact().solve(problem);
      return result instanceof Solved solved ? lie.apply(solved) : result;
    };
  }

  private static Solved with(Solved s, double cost, double lowerBound) {
    return new Solved(cost, lowerBound, s.iterations(), s.note(), s.plan(), s.potentials());
  }

  private static Solved withPlan(Solved s, Coupling plan) {
    return new Solved(
        s.cost(), s.lowerBound(), s.iterations(), s.note(), Optional.of(plan), s.potentials());
  }

  private static Solved withPotentials(Solved s, Potentials potentials) {
    return new Solved(
        s.cost(), s.lowerBound(), s.iterations(), s.note(), s.plan(), Optional.of(potentials));
  }

  private static Coupling scaled(Coupling plan, double by) {
    int[] sources = new int[plan.size()];
    int[] targets = new int[plan.size()];
    double[] masses = new double[plan.size()];
    for (int e = 0; e < plan.size(); e++) {
      sources[e] = plan.source(e);
      targets[e] = plan.target(e);
      masses[e] = plan.mass(e) * by;
    }
    return new Coupling(sources, targets, masses);
  }

  private static Potentials raised(Potentials potentials, double by) {
    double[] source = potentials.source();
    source[0] += by;
    return new Potentials(source, potentials.target());
  }

  private static EmpiricalMeasure unweighted(EmpiricalMeasure measure) {
    return EmpiricalMeasure.uniform(
        Particles.of(measure.size(), measure.dimension(), measure.points()));
  }

  private static TransportProblem in(TransportProblem p, Torus space) {
    return new TransportProblem(
        p.source(), p.target(), space, p.metric(), p.exponent(), p.keepPlan());
  }

  private static TransportProblem between(
      EmpiricalMeasure from, EmpiricalMeasure onto, TransportProblem p) {
    return new TransportProblem(from, onto, p.space(), p.metric(), p.exponent(), p.keepPlan());
  }

  private static TransportProblem keeping(TransportProblem p, boolean plan) {
    return new TransportProblem(p.source(), p.target(), p.space(), p.metric(), p.exponent(), plan);
  }
}
