package org.meanfield.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartLawTest {
  private static final List<Marginal> MARGINALS =
      List.of(
          new Marginal.WrappedCauchy(0.4, 0),
          new Marginal.WrappedCauchy(-2.5, 0.7),
          new Marginal.VonMises(1.2, 0),
          new Marginal.VonMises(3, 2.5),
          new Marginal.VonMises(0, 80),
          new Marginal.VonMises(0, 1000));

  /// The level of a quantile, integrated by the midpoint rule, is the level.
  @Test
  void quantilesInvertTheDensity() {
    for (Marginal law : MARGINALS) {
      double level = 0;
      double last = law.quantile(0);
      assertThat(last).isCloseTo(law.mean() - Math.PI, within(1e-12));
      for (double u : new double[] {0.01, 0.2, 0.5, 0.77, 0.99, 1}) {
        double next = law.quantile(u);
        int pieces = 4000;
        for (int i = 0; i < pieces; i++) {
          level += (next - last) / pieces * law.density(last + (next - last) * (i + 0.5) / pieces);
        }
        last = next;
        // The midpoint rule on 4000 pieces, of which the narrowest law takes a hundredth.
        assertThat(level).as("%s at %s", law, u).isCloseTo(u, within(1e-5));
      }
    }
  }

  @Test
  void quantileMapsTheLatticeToTheMoments() {
    // E cos(θ − μ) is ρ, and I₁(2.5)/I₀(2.5) from their power series.
    for (Object[] row :
        new Object[][] {
          {new Marginal.WrappedCauchy(-2.5, 0.7), 0.7},
          {new Marginal.VonMises(3, 2.5), 2.5167162452886984 / 3.289839144050123}
        }) {
      Marginal law = (Marginal) row[0];
      double sum = 0;
      for (int i = 0; i < 4096; i++) {
        sum += Math.cos(law.quantile((i + 0.5) / 4096) - law.mean()) / 4096;
      }
      assertThat(sum).isCloseTo((double) row[1], within(2e-7));
    }
  }

  @Test
  void gridsAreLinearBetweenTheirPoints() {
    StartLaw.Gridded law = new StartLaw.Gridded(new GridDensity(1, 4, new double[] {0, 2, 2, 0}));
    double h = Math.PI / 2;
    double top = 1 / (2 * h);
    assertThat(law.density(new double[] {h / 2})).isCloseTo(top / 2, within(1e-15));
    assertThat(law.density(new double[] {1.5 * h - 2 * Math.PI})).isCloseTo(top, within(1e-15));
    assertThat(law.density(new double[] {3.5 * h})).isZero();
    double[] theta = new double[1];
    law.quantile(new double[] {0.25 * 0.25}, theta);
    // ∫₀^s x dx / h · top = s²/(4h²): a quarter of the first cell's quarter at s = h/2.
    assertThat(theta[0]).isCloseTo(h / 2, within(1e-15));
    law.quantile(new double[] {0.5}, theta);
    assertThat(theta[0]).isCloseTo(1.5 * h, within(1e-15));
  }

  /// E cos θ₀ and E cos θ₁ over a lattice of levels, against the sums over the grid.
  @Test
  void gridsOfTwoAnglesAreMappedOneAfterTheOther() {
    int n = 64;
    double[] values = new double[n * n];
    double[] expected = new double[3];
    double mass = 0;
    for (int i = 0; i < values.length; i++) {
      int row = i / n;
      double a = 2 * Math.PI * row / n;
      double b = 2 * Math.PI * (i % n) / n;
      values[i] = Math.exp(Math.cos(a - 1) + Math.cos(b - a));
      mass += values[i];
      expected[0] += values[i] * Math.cos(a);
      expected[1] += values[i] * Math.cos(b);
      expected[2] += values[i] * Math.cos(b - a);
    }
    StartLaw.Gridded law = new StartLaw.Gridded(new GridDensity(2, n, values));
    double[] found = new double[3];
    double[] theta = new double[2];
    for (int i = 0; i < 100; i++) {
      for (int l = 0; l < 100; l++) {
        law.quantile(new double[] {(i + 0.5) / 100, (l + 0.5) / 100}, theta);
        found[0] += Math.cos(theta[0]) / 10_000;
        found[1] += Math.cos(theta[1]) / 10_000;
        found[2] += Math.cos(theta[1] - theta[0]) / 10_000;
      }
    }
    for (int m = 0; m < 3; m++) {
      // The interpolation between 64 points damps by h²/6 ≈ 0.16 %.
      assertThat(found[m]).isCloseTo(expected[m] / mass, within(2e-3));
    }
    assertThat(law.density(new double[] {1, 1 + 2 * Math.PI}))
        .isCloseTo(Math.exp(2) / (mass * Math.pow(2 * Math.PI / n, 2)), within(2e-3));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Marginal.WrappedCauchy(0, 1))
        .hasMessage("rho must be in [0, 1), got 1.0");
    assertThatThrownBy(() -> new Marginal.VonMises(0, -1))
        .hasMessage("kappa must be in [0, 1000], got -1.0");
    assertThatThrownBy(() -> new Marginal.VonMises(Double.NaN, 1)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new StartLaw.Product(List.of())).hasMessageContaining("none");
    assertThatThrownBy(() -> new StartLaw.Gridded(new GridDensity(1, 2, new double[] {1, -1})))
        .hasMessage("density 1 is -1.0; densities must be finite and ≥ 0");
    assertThatThrownBy(() -> new StartLaw.Gridded(new GridDensity(1, 2, new double[2])))
        .hasMessage("the density has mass 0.0; it must be > 0");
    assertThatThrownBy(() -> new StartLaw.Gridded(new GridDensity(3, 2, new double[8])))
        .hasMessageContaining("1 or 2 dimensions, got 3");
  }
}
