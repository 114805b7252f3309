package org.meanfield.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;

/// Rings of two layers, whose limit has no closed form: methods agree within their stated errors.
/// `benchmarks/limits` does the same for 40 variations of each.
class RingLimitTest {
  private static LimitProblem problem(Expert expert, int qubits, int seed) {
    RandomGenerator random = Seeds.root(seed).at("ring").generator();
    int data = 1 + random.nextInt(6);
    double[] inputs = random.doubles((long) data * qubits, -Math.PI, Math.PI).toArray();
    double[] targets = random.doubles(data, -0.8, 0.8).toArray();
    double horizon = random.nextDouble(0.3, 3);
    return new LimitProblem(
        expert,
        new DataSet(Inputs.of(data, qubits, inputs), targets),
        new StartLaw.Uniform(expert.parameters()),
        List.of(0.0, horizon / 3, horizon),
        Workers.sequential());
  }

  private static void assertAgree(LimitPath one, LimitPath other, LimitProblem problem) {
    assertThat(Oracle.error(one, other, problem))
        .as("%s, beside %s", one.description(), other.description())
        .isLessThanOrEqualTo(one.error().value() + other.error().value());
  }

  @ParameterizedTest
  @CsvSource({"1, 512, 1", "1, 512, 2", "1, 512, 3", "1, 512, 4", "2, 1024, 1", "2, 1024, 3"})
  void latticeAndSamplesAgreeWithinTheirErrors(int qubits, int points, int seed) {
    LimitProblem problem = problem(new Ring(qubits, 2), qubits, seed);
    LimitPath lattice = Cosines.path(Solvers.lattice(points, seed, 1e-9), problem);
    assertThat(lattice.error().value()).isLessThan(0.05);
    assertAgree(lattice, Cosines.path(Solvers.particles(points, false, seed), problem), problem);
    LimitPath finer = Cosines.path(Solvers.particles(16 * points, true, seed), problem);
    assertAgree(lattice, finer, problem);
    assertThat(finer.error().value()).isLessThan(0.01);
  }

  /// The ring of one qubit without its last angle, which does nothing.
  private record ThreeAngles() implements Expert {
    @Override
    public int parameters() {
      return 3;
    }

    @Override
    public double value(double[] theta, double[] x) {
      double a = x[0] + theta[0];
      return Math.cos(a) * Math.cos(theta[2])
          - Math.sin(a) * Math.cos(theta[1]) * Math.sin(theta[2]);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      double a = x[0] + theta[0];
      double c = Math.cos(theta[2]);
      double s = Math.sin(theta[2]);
      out[0] = -Math.sin(a) * c - Math.cos(a) * Math.cos(theta[1]) * s;
      out[1] = Math.sin(a) * Math.sin(theta[1]) * s;
      out[2] = -Math.cos(a) * s - Math.sin(a) * Math.cos(theta[1]) * c;
    }
  }

  /// Points in four dimensions against cells in three: nothing in common but the equation.
  @Test
  void continuityEquationOnAGridAgreesWithTheLattice() {
    LimitProblem four = problem(new Ring(1, 2), 1, 3);
    LimitProblem three =
        new LimitProblem(
            new ThreeAngles(),
            four.data(),
            new StartLaw.Uniform(3),
            four.times(),
            Workers.sequential());
    LimitPath lattice = Cosines.path(Solvers.lattice(4096, 1, 1e-9), four);
    assertAgree(lattice, Cosines.path(Solvers.lattice(4096, 2, 1e-9), three), four);
    LimitPath cells = Cosines.path(Solvers.finiteVolume(24, "weno5"), three);
    assertAgree(lattice, cells, four);
    assertThat(cells.error().value()).isLessThan(0.05);
  }
}
