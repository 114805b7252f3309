package org.meanfield.limits.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Oracle;
import org.meanfield.limits.Products;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.Solvers;

class FlowTimeTest {
  /// f = cos(θ − x) without a word that it is a first harmonic.
  private record PlainCosine() implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      return Math.cos(theta[0] - x[0]);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = -Math.sin(theta[0] - x[0]);
    }
  }

  /// Two closed forms of one law; targets within reach, below the start, beyond reach, and met.
  @Test
  void flowTimeAgreesWithTheFirstMoments() {
    for (double target : new double[] {0.9, -0.6, 1.5, 0}) {
      LimitPath moments = Cosines.path(new ClosedForm(64), Oracle.oneDatum(target, 3));
      LimitProblem problem = Oracle.problem(new PlainCosine(), Cosines.oneDatum(target), 3);
      LimitPath path = Cosines.path(new ClosedForm(512), problem);
      // Measured: 2e-12 at most.
      assertThat(Oracle.error(path, moments, problem))
          .as("target %s", target)
          .isLessThan(2e-11)
          .isLessThanOrEqualTo(path.error().value() + 1e-13);
      assertThat(Oracle.distance(path, moments, 3, 64)).isLessThan(1e-7);
    }
  }

  /// A product of three cosines on one datum: N E[Var f]/E‖∇f‖² needs μ_∞, which the flow time
  /// gives.
  @Test
  void lawAtTheEndHasThePrintedRatio() {
    Products expert = new Products(3);
    DataSet data = new DataSet(Inputs.of(1, 3, new double[] {1, 1, 1}), new double[] {0.2});
    LimitProblem problem = Oracle.problem(expert, data, 60);
    LimitPath path = Cosines.path(new ClosedForm(4096), problem);
    EmpiricalMeasure atoms = path.atoms(60).orElseThrow();
    double mean = 0;
    double square = 0;
    double slope = 0;
    double[] theta = new double[3];
    double[] x = {1, 1, 1};
    double[] gradient = new double[3];
    for (int i = 0; i < atoms.size(); i++) {
      for (int k = 0; k < 3; k++) {
        theta[k] = atoms.coordinate(i, k);
      }
      double value = expert.value(theta, x);
      expert.gradient(theta, x, gradient);
      mean += value / atoms.size();
      square += value * value / atoms.size();
      for (double g : gradient) {
        slope += g * g / atoms.size();
      }
    }
    assertThat(mean).isCloseTo(0.2, within(1e-4));
    // Printed: .360.
    assertThat((square - mean * mean) / slope).isCloseTo(0.360, within(0.001));
  }

  @Test
  void torusAgreesWithTheLattice() {
    DataSet data = new DataSet(Inputs.of(1, 1, new double[] {0.3}), new double[] {0.4});
    LimitProblem problem = Oracle.problem(new Ripples(), data, 2);
    LimitPath lattice = Cosines.path(Solvers.lattice(1024, 1, 1e-11), problem);
    LimitPath path = Cosines.path(new ClosedForm(1024), problem);
    assertThat(Oracle.error(path, lattice, problem))
        .isLessThan(path.error().value() + lattice.error().value())
        .isLessThan(1e-9);
  }

  /// With probes: their responses follow the same flow time.
  @Test
  void probesFollow() {
    LimitProblem plain = Oracle.problem(new PlainCosine(), Cosines.oneDatum(0.9), 2);
    Inputs probes = Inputs.of(2, 1, new double[] {0.5, 2});
    LimitProblem problem =
        new LimitProblem(
            plain.expert(), plain.data(), probes, plain.start(), plain.times(), plain.workers());
    LimitPath path = Cosines.path(new ClosedForm(64), problem);
    double[] out = new double[2];
    for (double t : List.of(0.0, 0.7, 2.0)) {
      path.probe(t, out);
      double rho = 0.9 - Cosines.residual(path, 1, t)[0];
      assertThat(out)
          .containsExactly(new double[] {rho * Math.cos(0.5), rho * Math.cos(2)}, within(1e-10));
    }
  }
}
