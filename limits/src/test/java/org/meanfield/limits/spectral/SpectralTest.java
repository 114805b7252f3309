package org.meanfield.limits.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Oracle;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.Solvers;
import org.meanfield.limits.fourier.FourierTransform;
import org.meanfield.limits.grid.TorusGrid;

class SpectralTest {
  /// E1 with y = 0.9: ((½ artanh ρ) tanh(½ artanh ρ))^K, up to a factor.
  @Test
  void errorFallsExponentially() {
    LimitProblem problem = Oracle.oneDatum(0.9, 2);
    LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
    double rho = 0.9 - Cosines.residual(exact, 1, 2)[0];
    double half = Math.log((1 + rho) / (1 - rho)) / 4;
    for (int modes : new int[] {4, 6, 8, 10}) {
      LimitPath path = Cosines.path(new Spectral(modes), problem);
      // Measured: 0.9, 1.02, 1.1 and 1.1.
      assertThat(Oracle.error(path, exact, problem) / Math.pow(half * Math.tanh(half), modes))
          .as("K = %d", modes)
          .isBetween(0.3, 3.0);
    }
    // Measured: 6e-13, the time integration of both.
    assertThat(Oracle.error(Cosines.path(new Spectral(21), problem), exact, problem))
        .isLessThan(5e-12);
  }

  @Test
  void estimateCoversTheErrorAndMassStays() {
    Cosines cosines = new Cosines(1);
    Cosines torus = new Cosines(2);
    for (LimitProblem problem :
        List.of(
            Oracle.oneDatum(0.9, 2),
            Oracle.problem(cosines, cosines.data(5), 2),
            Oracle.problem(torus, torus.data(3), 2))) {
      LimitPath exact = Cosines.path(Solvers.closedForm(64), problem);
      for (int modes : new int[] {5, 10}) {
        LimitPath path = Cosines.path(new Spectral(modes), problem);
        assertThat(path.error().value()).isGreaterThan(Oracle.error(path, exact, problem));
        assertThat(path.density(2, 20).orElseThrow().mass()).isCloseTo(1, within(1e-13));
      }
      LimitPath path = Cosines.path(new Spectral(21), problem);
      // Measured: 1.3e-6 where ρ = 0.53: ρ^21 = 1.4e-6.
      assertThat(Oracle.distance(path, exact, 2, 48)).isLessThan(3e-6);
    }
  }

  @Test
  void ripplesAgreeWithTheLattice() {
    DataSet data = new DataSet(Inputs.of(2, 1, new double[] {0.3, -1.1}), new double[] {0.4, -0.2});
    LimitProblem problem = Oracle.problem(new Ripples(), data, 1);
    LimitPath lattice = Cosines.path(Solvers.lattice(1024, 1, 1e-11), problem);
    LimitPath path = Cosines.path(new Spectral(21), problem);
    // Measured: 1e-9, the lattice's.
    assertThat(Oracle.error(path, lattice, problem))
        .isLessThan(lattice.error().value() + path.error().value())
        .isLessThan(1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 12, 15})
  void transformsAreSums(int perAxis) {
    TorusGrid grid = new TorusGrid(2, perAxis);
    int size = grid.size();
    RandomGenerator random = Seeds.root(3).at("transform").generator();
    double[] re = random.doubles(size).toArray();
    double[] im = random.doubles(size).toArray();
    for (int sign : new int[] {-1, 1}) {
      double[] a = re.clone();
      double[] b = im.clone();
      FourierTransform transform = new FourierTransform(grid);
      transform.apply(a, b, sign);
      for (int m = 0; m < size; m++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int i = 0; i < size; i++) {
          int turns = m / perAxis * (i / perAxis) + m % perAxis * (i % perAxis);
          double angle = sign * 2 * Math.PI * turns / perAxis;
          sumRe += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
          sumIm += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
        }
        assertThat(a[m]).isCloseTo(sumRe, within(1e-11));
        assertThat(b[m]).isCloseTo(sumIm, within(1e-11));
      }
      transform.apply(a, b, -sign);
      for (int i = 0; i < size; i++) {
        assertThat(a[i] / size).isCloseTo(re[i], within(1e-14));
        assertThat(b[i] / size).isCloseTo(im[i], within(1e-14));
      }
    }
  }

  @Test
  void threeDimensionsAreRefused() {
    Cosines three = new Cosines(3);
    assertThat(new Spectral(8).solve(Oracle.problem(three, three.data(1), 1)))
        .isInstanceOfSatisfying(
            LimitResult.Refused.class, refused -> assertThat(refused.reason()).contains("lattice"));
  }
}
