package org.meanfield.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.cloud.LatticeProvider;
import org.meanfield.limits.cloud.PushedCloud;

/// The solver `lattice` as it comes against laws known exactly: E1, one datum on the circle; E2,
/// several; E3, a sum over coordinates; E5, targets that the start meets. (E4, one datum and any
/// expert, is in [FlowTimeTest]; E3 with a thousand parameters in the tests of the program.)
class OraclesTest {
  private static LimitSolver lattice() throws BadInput {
    LatticeProvider provider = new LatticeProvider();
    return provider.create(Settings.defaults(provider.descriptor().settings()));
  }

  @Test
  void poissonKernelHasThePrintedMoment() throws BadInput {
    LimitPath path = Cosines.path(lattice(), Oracle.oneDatum(0.9, 2));
    assertThat(0.9 - Cosines.residual(path, 1, 2)[0]).isCloseTo(0.525928, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "1, 20", "2, 1", "2, 3", "2, 20", "3, 1", "3, 8", "10, 1", "10, 5"})
  void meansAreThoseOfOttAndAntonsen(int d, int n) throws BadInput {
    Cosines expert = new Cosines(d);
    LimitProblem problem = Oracle.problem(expert, expert.data(n), 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    LimitPath path = Cosines.path(lattice(), problem);
    double error = Oracle.error(path, exact, problem);
    // Measured: 5e-11 at most. The closed form itself is right to 1e-13.
    assertThat(error).isLessThan(1e-10).isLessThanOrEqualTo(path.error().value() + 1e-13);
  }

  private static Stream<Expert> experts() {
    return Stream.of(
        new Cosines(1),
        new Cosines(2),
        new Cosines(10),
        new Ripples(),
        new Ring(1, 2),
        new Ring(2, 2));
  }

  private static LimitProblem met(Expert expert) {
    double[] inputs = Seeds.root(5).generator().doubles(30, -2, 2).toArray();
    // All these experts have mean 0 under the uniform law.
    return Oracle.problem(expert, new DataSet(Inputs.of(3, 10, inputs), new double[3]), 3);
  }

  @ParameterizedTest
  @MethodSource("experts")
  void lawWhoseTargetsAreMetStays(Expert expert) throws BadInput {
    LimitPath path = Cosines.path(lattice(), met(expert));
    double[] start = path.atoms(0).orElseThrow().points();
    // Measured: rounding.
    assertThat(path.atoms(3).orElseThrow().points()).containsExactly(start, within(1e-14));
    assertThat(path.error().value()).isLessThan(1e-14);
  }

  /// … while N particles see another mean and drift, by a mean square of order 1/N.
  @Test
  void particlesDriftWhereTheLawStays() {
    LimitProblem problem = met(new Ripples());
    double few = meanSquare(problem, 64);
    double many = meanSquare(problem, 1024);
    assertThat(few).isGreaterThan(1e-3);
    // Of 40 draws the mean of a sum of a few squares: a relative standard error of 0.2 or so each.
    assertThat(few / many).isBetween(16 / 2.5, 16 * 2.5);
  }

  /// {@return the mean over 40 clouds (seeds 1 … 40) of the mean square displacement of N points}
  private static double meanSquare(LimitProblem problem, int points) {
    BoundExpert expert = problem.expert().bind(problem.data().inputs());
    double sum = 0;
    for (int seed = 1; seed <= 40; seed++) {
      RandomGenerator random = Seeds.root(seed).generator();
      double[] start = random.doubles(2L * points, 0, 2 * Math.PI).toArray();
      List<double[]> clouds = PushedCloud.recorded(problem, expert, start, 1e-8).clouds();
      for (int i = 0; i < start.length; i++) {
        sum += Math.pow(clouds.getLast()[i] - start[i], 2) / points / 40;
      }
    }
    return sum;
  }
}
