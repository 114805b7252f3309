package org.meanfield.transport.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.transport.Discrepancies;
import org.meanfield.transport.RandomClouds;

/// Kernel discrepancies against closed forms.
class MeanDiscrepancyTest {
  @Test
  void meanDiscrepancyOfTwoPointsIsTwiceOneMinusTheKernel() {
    double kernel = Math.exp(2.5 * (Math.cos(0.7) - 1) + 2.5 * (Math.cos(3.0) - 1));
    Measured found =
        Discrepancies.measured(
            new MeanDiscrepancy(new VonMisesKernel(2.5)),
            Discrepancies.at(0.1, 1),
            Discrepancies.at(0.8, 4),
            Metric.L1);
    assertThat(found.value()).isCloseTo(2 - 2 * kernel, within(found.error()));
    assertThat(found.error()).isLessThan(1e-13);
  }

  @Test
  void meanDiscrepancyOfLatticesIsASeriesOfBesselFunctions() {
    // n points 2πi/n against one point at random phase: K has coefficients e^{−κ} I_q(κ), and the
    // lattice keeps those with q a multiple of n.
    int n = 4;
    double kappa = 1.5;
    double[] lattice = new double[n];
    for (int i = 0; i < n; i++) {
      lattice[i] = 2 * Math.PI * i / n;
    }
    EmpiricalMeasure even = EmpiricalMeasure.uniform(Particles.of(n, 1, lattice));
    double self = 0;
    double cross = 0;
    for (int q = -40; q <= 40; q++) {
      double coefficient = Math.exp(-kappa) * bessel(Math.abs(q), kappa);
      self += q % n == 0 ? coefficient : 0;
      cross += q % n == 0 ? coefficient * Math.cos(q * 0.3) : 0;
    }
    Measured found =
        Discrepancies.measured(
            new MeanDiscrepancy(new VonMisesKernel(kappa)), even, Discrepancies.at(0.3), Metric.L1);
    assertThat(found.value()).isCloseTo(self - 2 * cross + 1, within(1e-14));
  }

  /// I_q(x) = Σ_k (x/2)^{2k+q} / (k! (k+q)!).
  private static double bessel(int q, double x) {
    double term = 1;
    for (int k = 1; k <= q; k++) {
      term *= x / 2 / k;
    }
    double sum = 0;
    for (int k = 1; k < 60; k++) {
      sum += term;
      term *= x / 2 * x / 2 / k / (k + q);
    }
    return sum;
  }

  @Test
  void linesHaveNoClosedGeodesics() {
    assertThat(
            new MeanDiscrepancy(new VonMisesKernel(1))
                .between(Discrepancies.at(0), Discrepancies.at(1), Torus.euclidean(1), Metric.L1))
        .isInstanceOf(NotMeasured.class);
  }

  /// MMD² = Σ_n w_n |φ(n) − ψ(n)|² over integer vectors n, with w_n ∝ e^{−t‖n‖²}: by harmonics, and
  /// by the nearest image below t = 0.067.
  @ParameterizedTest
  @CsvSource({"2", "0.5", "0.07", "0.066", "0.01"})
  void theHeatKernelIsASumOverFourierModes(double time) {
    RandomGenerator random = RandomClouds.random("heat");
    for (int d = 1; d <= 2; d++) {
      EmpiricalMeasure one = RandomClouds.weighted(7, d, random);
      EmpiricalMeasure other = RandomClouds.uniform(5, d, random);
      int most = (int) Math.ceil(Math.sqrt(40 / time));
      double sum = 0;
      double whole = 0;
      for (int n = -most; n <= most; n++) {
        for (int m = d == 1 ? 0 : -most; m <= (d == 1 ? 0 : most); m++) {
          double weight = Math.exp(-time * (n * n + m * m));
          double re = mode(one, n, m, 0) - mode(other, n, m, 0);
          double im = mode(one, n, m, Math.PI / 2) - mode(other, n, m, Math.PI / 2);
          whole += weight;
          sum += weight * (re * re + im * im);
        }
      }
      Measured found =
          Discrepancies.measured(new MeanDiscrepancy(new HeatKernel(time)), one, other, Metric.L1);
      assertThat(found.value()).isCloseTo(sum / whole, within(found.error()));
      assertThat(found.error()).isLessThan(1e-12);
    }
  }

  /// Σ wᵢ cos(⟨(n, m), xᵢ⟩ − phase)
  private static double mode(EmpiricalMeasure measure, int n, int m, double phase) {
    double sum = 0;
    for (int i = 0; i < measure.size(); i++) {
      double angle = n * measure.coordinate(i, 0);
      angle += measure.dimension() == 2 ? m * measure.coordinate(i, 1) : 0;
      sum += measure.weight(i) * Math.cos(angle - phase);
    }
    return sum;
  }
}
