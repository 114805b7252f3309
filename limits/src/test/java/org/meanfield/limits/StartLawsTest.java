package org.meanfield.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.limit.StartLaw;

/// Starts other than uniform: every solver against the closed form or against another method.
class StartLawsTest {
  private static LimitProblem problem(Expert expert, DataSet data, StartLaw start) {
    return new LimitProblem(expert, data, start, List.of(0.0, 0.5, 1.0), Workers.sequential());
  }

  private static void assertAgree(
      LimitProblem problem,
      LimitPath reference,
      LimitSolver solver,
      double error,
      int perAxis,
      double density) {
    LimitPath path = Cosines.path(solver, problem);
    assertThat(Oracle.error(path, reference, problem))
        .as(path.description())
        .isLessThan(path.error().value() + reference.error().value())
        .isLessThan(error);
    assertThat(Oracle.distance(path, reference, 1, perAxis))
        .as(path.description())
        .isLessThan(density);
  }

  @Test
  void wrappedCauchyStartsFollowOttAndAntonsen() {
    Cosines expert = new Cosines(1);
    LimitProblem problem =
        problem(
            expert,
            expert.data(3),
            new StartLaw.Product(List.of(new Marginal.WrappedCauchy(1.1, 0.4))));
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    assertAgree(problem, exact, Solvers.lattice(256, 1, 1e-11), 1e-9, 64, 1e-7);
    assertAgree(problem, exact, Solvers.spectral(42), 1e-10, 64, 1e-9);
    assertAgree(problem, exact, Solvers.finiteVolume(128, "weno5"), 2e-5, 128, 1e-4);
    assertAgree(problem, exact, Solvers.finiteVolume(128, "muscl"), 2e-3, 128, 1e-2);
    assertAgree(problem, exact, Solvers.semiLagrangian(128), 2e-4, 128, 2e-3);
    assertAgree(problem, exact, Solvers.particles(1024, true, 1), 1e-6, 64, 1e-5);
    assertAgree(problem, exact, Solvers.particles(4096, false, 1), 0.1, 64, 0.1);
  }

  @Test
  void productsOfWrappedCauchyLawsStayProducts() {
    Cosines expert = new Cosines(2);
    LimitProblem problem =
        problem(
            expert,
            expert.data(3),
            new StartLaw.Product(
                List.of(
                    new Marginal.WrappedCauchy(-2, 0.3), new Marginal.WrappedCauchy(0.5, 0.2))));
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    assertAgree(problem, exact, Solvers.lattice(1024, 1, 1e-11), 1e-6, 32, 1e-6);
    assertAgree(problem, exact, Solvers.spectral(21), 1e-9, 32, 1e-6);
    assertAgree(problem, exact, Solvers.finiteVolume(32, "weno5"), 1e-4, 32, 1e-3);
  }

  /// No closed form of r(t) for several data: two methods that share nothing. For one datum the
  /// flow time is a third.
  @Test
  void vonMisesStartsAgreeAmongMethods() {
    Cosines expert = new Cosines(1);
    StartLaw start = new StartLaw.Product(List.of(new Marginal.VonMises(0.8, 1)));
    LimitProblem several = problem(expert, expert.data(3), start);
    LimitPath spectral = Cosines.path(Solvers.spectral(42), several);
    assertAgree(several, spectral, Solvers.lattice(1024, 1, 1e-11), 1e-9, 64, 1e-7);
    LimitProblem one = problem(expert, Cosines.oneDatum(-0.4), start);
    assertAgree(
        one, Cosines.path(Solvers.spectral(42), one), Solvers.closedForm(1024), 1e-10, 64, 1e-7);
    assertThat(Solvers.closedForm(64).solve(several))
        .isInstanceOfSatisfying(
            LimitResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("wrapped Cauchy", "lattice"));
  }

  @Test
  void densitiesOnAGridAgreeAmongMethods() {
    double[] tent = new double[16];
    for (int i = 0; i < 16; i++) {
      tent[i] = Math.max(0, 5 - Math.abs(i - 6));
    }
    Cosines expert = new Cosines(1);
    LimitProblem problem =
        problem(expert, expert.data(3), new StartLaw.Gridded(new GridDensity(1, 16, tent)));
    LimitPath lattice = Cosines.path(Solvers.lattice(4096, 1, 1e-9), problem);
    // Kinks: all are of order 2 here.
    assertAgree(problem, lattice, Solvers.finiteVolume(256, "weno5"), 1e-4, 128, 1e-2);
    assertAgree(problem, lattice, Solvers.semiLagrangian(256), 1e-3, 128, 2e-2);
    assertThat(lattice.density(1, 64).orElseThrow().mass()).isBetween(0.99, 1.01);
  }
}
