package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Workers;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// The contract passes an honest solver and catches each kind of lie.
class LimitSolverContractTest {
  private static final double CLAIM = 1e-9;

  private static final List<Consumer<LimitSolverContract>> CLAUSES =
      List.of(
          LimitSolverContract::descriptorIsTheSameEachTime,
          LimitSolverContract::claimedAccuracyIsOne,
          LimitSolverContract::someExactCaseIsServed,
          LimitSolverContract::declaredOrdersAreMeasured,
          LimitSolverContract::declaredExponentialRatesAreMeasured,
          LimitSolverContract::responsesAreExact,
          LimitSolverContract::residualHoldsBetweenTheRecordedTimes,
          LimitSolverContract::probesAreExactAndDoNotAct,
          LimitSolverContract::fixedPointStays,
          LimitSolverContract::errorEstimateIsHonest,
          LimitSolverContract::productsOfManyCosinesAreRightOrDoubted,
          LimitSolverContract::atomsStandForTheLaw,
          LimitSolverContract::densityIsTheProductOfPoissonKernels,
          LimitSolverContract::bitsDoNotDependOnTheWorkers,
          LimitSolverContract::solverMayBeShared,
          LimitSolverContract::blackBoxIsServedOrRefusedWithAReason,
          LimitSolverContract::atomsAtTheStartAreServedOrRefusedWithAReason,
          LimitSolverContract::expertThatIsNotANumberIsAFailure,
          LimitSolverContract::singleTimeGivesTheStart,
          LimitSolverContract::lawsOfOtherTimesAreRefused,
          LimitSolverContract::descriptionIsOneLine);

  @Test
  void honestSolverPasses() {
    for (Consumer<LimitSolverContract> clause : CLAUSES) {
      assertThatCode(() -> clause.accept(contract(new TextbookLimit(), CLAIM)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void claimBeyondTheTruthIsCaught() {
    TextbookLimit rough =
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(z -> z * (1 + 1e-6)).toArray();
          }

          @Override
          double estimate() {
            return 1e-6;
          }
        };
    assertCaught(rough, CLAIM, LimitSolverContract::responsesAreExact);
    Consumer<LimitSolverContract> clause = LimitSolverContract::responsesAreExact;
    assertThatCode(() -> clause.accept(contract(rough, 1e-5))).doesNotThrowAnyException();
  }

  @Test
  void responsesThatAreNotNumbersAreCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(_ -> Double.NaN).toArray();
          }
        },
        CLAIM,
        LimitSolverContract::responsesAreExact);
  }

  @Test
  void stairsBetweenTheRecordedTimesAreCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return exact.moments(times.stream().filter(s -> s <= t).reduce(0.0, Math::max));
          }
        },
        CLAIM,
        LimitSolverContract::residualHoldsBetweenTheRecordedTimes);
  }

  @Test
  void responsesOfTheStartAtTheProbesAreCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] momentsOfProbes(ExactLimit exact, double t) {
            return exact.moments(0);
          }
        },
        CLAIM,
        LimitSolverContract::probesAreExactAndDoNotAct);
  }

  @Test
  void lawThatLeavesTheFixedPointIsCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(z -> z + 0.01 * t).toArray();
          }
        },
        CLAIM,
        LimitSolverContract::fixedPointStays);
  }

  @Test
  void estimateThatIsTooSmallIsCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(z -> z * (1 + 1e-6)).toArray();
          }
        },
        1e-5,
        LimitSolverContract::errorEstimateIsHonest);
  }

  @Test
  void wrongMeansThatAreDoubtedPass() {
    Consumer<LimitSolverContract> clause =
        LimitSolverContract::productsOfManyCosinesAreRightOrDoubted;
    assertThatCode(() -> clause.accept(contract(new ProductLattice(), CLAIM)))
        .doesNotThrowAnyException();
  }

  /// Every other point of a lattice errs like the lattice, so this doubts everything but its
  /// errors.
  @Test
  void estimateThatIsBlindToWhatALatticeTakesForConstantsIsCaught() {
    assertCaught(
        new ProductLattice() {
          @Override
          double other(LimitProblem problem, int j) {
            return poor(problem, j, 2);
          }
        },
        CLAIM,
        LimitSolverContract::productsOfManyCosinesAreRightOrDoubted);
  }

  @Test
  void atomsOfTheStartAtEveryTimeAreCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] momentsOfAtoms(ExactLimit exact, double t) {
            return exact.moments(0);
          }
        },
        CLAIM,
        LimitSolverContract::atomsStandForTheLaw);
  }

  @Test
  void mirroredDensityIsCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double density(double[] z, double[] theta) {
            return super.density(z, Arrays.stream(theta).map(angle -> -angle).toArray());
          }
        },
        CLAIM,
        LimitSolverContract::densityIsTheProductOfPoissonKernels);
  }

  @Test
  void densityOfAnotherMassIsCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          double density(double[] z, double[] theta) {
            return super.density(z, theta) * (1 + 3e-9);
          }
        },
        CLAIM,
        LimitSolverContract::densityIsTheProductOfPoissonKernels);
  }

  @Test
  void bitsThatDependOnTheThreadsAreCaught() {
    LimitSolver honest = new TextbookLimit();
    LimitSolver nosy =
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(Math::nextUp).toArray();
          }
        };
    assertCaught(
        problem -> (problem.workers().threads() > 1 ? nosy : honest).solve(problem),
        CLAIM,
        LimitSolverContract::bitsDoNotDependOnTheWorkers);
  }

  @Test
  void solverWithAMemoryIsCaught() {
    AtomicInteger calls = new AtomicInteger();
    assertCaught(
        new TextbookLimit() {
          @Override
          double[] moments(ExactLimit exact, List<Double> times, double t) {
            return Arrays.stream(exact.moments(t)).map(z -> z + calls.incrementAndGet()).toArray();
          }
        },
        CLAIM,
        LimitSolverContract::solverMayBeShared);
  }

  @Test
  void refusingEverythingIsCaught() {
    assertCaught(
        _ -> new LimitResult.Refused("nothing whatsoever is served by this solver"),
        CLAIM,
        LimitSolverContract::someExactCaseIsServed);
  }

  @Test
  void refusalWithoutAReasonIsCaught() {
    assertCaught(
        problem ->
            new TextbookLimit().solve(problem) instanceof LimitResult.Found found
                ? found
                : new LimitResult.Refused("no"),
        CLAIM,
        LimitSolverContract::blackBoxIsServedOrRefusedWithAReason);
  }

  @Test
  void atomsAtTheStartTakenForUniformAreCaught() {
    assertCaught(
        new LimitSolver() {
          @Override
          public LimitResult solve(LimitProblem problem) {
            return new TextbookLimit()
                .solve(
                    new LimitProblem(
                        problem.expert(),
                        problem.data(),
                        new StartLaw.Uniform(problem.start().dimension()),
                        problem.times(),
                        problem.workers()));
          }
        },
        CLAIM,
        LimitSolverContract::atomsAtTheStartAreServedOrRefusedWithAReason);
  }

  @Test
  void pathFromNoNumbersIsCaught() {
    LimitResult some =
        new TextbookLimit().solve(ExactLimit.oneDatum(0.5).problem(Workers.sequential()));
    assertCaught(_ -> some, CLAIM, LimitSolverContract::expertThatIsNotANumberIsAFailure);
  }

  @Test
  void lawsAtAnyTimeAreCaught() {
    assertCaught(
        new TextbookLimit() {
          @Override
          boolean recorded(List<Double> times, double t) {
            return true;
          }
        },
        CLAIM,
        LimitSolverContract::lawsOfOtherTimesAreRefused);
  }

  /// A solver of E1 whose error is a given function of its setting `points`.
  private static LimitSolverContract refined(DoubleUnaryOperator error, Trait claim) {
    Setting<Integer> points = Setting.integer("points", 64, 2, 1024, "how fine");
    return new LimitSolverContract() {
      @Override
      protected LimitSolverProvider provider() {
        return new LimitSolverProvider() {
          @Override
          public Descriptor descriptor() {
            return Descriptor.of("test:refined", "For the test.").settings(points).claims(claim);
          }

          @Override
          public LimitSolver create(Settings settings) {
            return new TextbookLimit() {
              @Override
              double[] moments(ExactLimit exact, List<Double> times, double t) {
                return Arrays.stream(exact.moments(t))
                    .map(z -> z + error.applyAsDouble(settings.get(points)))
                    .toArray();
              }
            };
          }
        };
      }
    };
  }

  @Test
  void orderIsMeasured() {
    Consumer<LimitSolverContract> clause = LimitSolverContract::declaredOrdersAreMeasured;
    Trait.LimitOrder third = new Trait.LimitOrder(3, "points", "");
    Trait.LimitOrder unset = new Trait.LimitOrder(3, "cells", "");
    assertThatCode(() -> clause.accept(refined(n -> 7 / (n * n * n), third)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> clause.accept(refined(n -> 7 / (n * n), third)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("order of");
    assertThatThrownBy(() -> clause.accept(refined(n -> 7 / (n * n * n), unset)))
        .hasMessageContaining("no setting 'cells'");
  }

  @Test
  void exponentialRateIsMeasured() {
    Consumer<LimitSolverContract> clause = LimitSolverContract::declaredExponentialRatesAreMeasured;
    // E cos θ at the last time is 0.5259.
    DoubleUnaryOperator error = n -> Math.pow(0.5259, 2 * n / 3);
    assertThatCode(
            () -> clause.accept(refined(error, new Trait.LimitExponential(2.0 / 3, "points"))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> clause.accept(refined(error, new Trait.LimitExponential(1, "points"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("exponent of");
  }

  private static void assertCaught(
      LimitSolver liar, double claim, Consumer<LimitSolverContract> clause) {
    assertThatThrownBy(() -> clause.accept(contract(liar, claim)))
        .isInstanceOf(AssertionError.class);
  }

  private static LimitSolverContract contract(LimitSolver solver, double claim) {
    return new LimitSolverContract() {
      @Override
      protected LimitSolverProvider provider() {
        return new LimitSolverProvider() {
          @Override
          public Descriptor descriptor() {
            return Descriptor.of("test:textbook", "For the test.")
                .claims(new Trait.Accurate(claim));
          }

          @Override
          public LimitSolver create(Settings settings) {
            return solver;
          }
        };
      }
    };
  }
}
