package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.api.transport.TransportProblem;

/// Discrepancies against closed forms.
class DiscrepanciesTest {

  private static Measured measured(
      Discrepancy discrepancy, EmpiricalMeasure one, EmpiricalMeasure other, Metric metric) {
    return (Measured) discrepancy.between(one, other, Torus.standard(one.dimension()), metric);
  }

  private static EmpiricalMeasure at(double... point) {
    return EmpiricalMeasure.uniform(Particles.of(1, point.length, point));
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void slicesOfOneDimensionAreAllTheSameForASmallTranslation(Metric metric) {
    // ⟨k, ·⟩ turns 0.01 into 0.01 k, which ‖k‖ divides out again as long as |k| < 300.
    Measured found = measured(new Sliced(100, 7), at(0.2), at(0.21), metric);
    assertThat(found.value()).isCloseTo(1e-4, within(1e-15));
    assertThat(found.error()).isLessThan(1e-15);
  }

  @Test
  void slicesOfOnePointsAreKnownByTheirLaw() {
    // d = 2, y − x = (δ, 0), ℓ1: the slice is (k₁δ/‖k‖_∞)², and k₁ = 0 has probability (1/3 −
    // 1/9)/(8/9) = ¼.
    Sliced sliced = new Sliced(4000, 3);
    Measured found = measured(sliced, at(0, 0), at(1e-3, 0), Metric.L1);
    assertThat(found.value()).isBetween(0.3e-6, 0.75e-6);
    // E (k₁/‖k‖_∞)² by summation over the law.
    double truth = 0;
    double whole = 0;
    for (int k = -60; k <= 60; k++) {
      for (int l = -60; l <= 60; l++) {
        if (k != 0 || l != 0) {
          double probability = Math.pow(2, -Math.abs(k) - Math.abs(l));
          double ratio = (double) k / Math.max(Math.abs(k), Math.abs(l));
          whole += probability;
          truth += probability * ratio * ratio;
        }
      }
    }
    // Four standard errors: a false alarm in 16 000 seeds.
    assertThat(found.value()).isCloseTo(1e-6 * truth / whole, within(4 * found.error()));
    assertThat(found.error()).isLessThan(1e-8);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void noSliceExceedsTheDistance(Metric metric) {
    RandomGenerator random = RandomClouds.random("slices");
    for (int d = 1; d <= 4; d++) {
      EmpiricalMeasure one = RandomClouds.weighted(30, d, random);
      EmpiricalMeasure other = RandomClouds.weighted(40, d, random);
      double exact =
          RandomClouds.solve(new Exact(), TransportProblem.squared(one, other, metric)).cost();
      assertThat(measured(new Sliced(100, 1), one, other, metric).value()).isLessThan(exact);
    }
  }

  @Test
  void theSeedNamesTheDraws() {
    RandomGenerator random = RandomClouds.random("draws");
    EmpiricalMeasure one = RandomClouds.uniform(20, 3, random);
    EmpiricalMeasure other = RandomClouds.uniform(20, 3, random);
    Measured first = measured(new Sliced(50, 1), one, other, Metric.L1);
    assertThat(measured(new Sliced(50, 1), one, other, Metric.L1)).isEqualTo(first);
    assertThat(measured(new Sliced(50, 2), one, other, Metric.L1).value())
        .isNotEqualTo(first.value());
  }

  @Test
  void meanDiscrepancyOfTwoPointsIsTwiceOneMinusTheKernel() {
    double kernel = Math.exp(2.5 * (Math.cos(0.7) - 1) + 2.5 * (Math.cos(3.0) - 1));
    Measured found =
        measured(new MeanDiscrepancy(new VonMisesKernel(2.5)), at(0.1, 1), at(0.8, 4), Metric.L1);
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
        measured(new MeanDiscrepancy(new VonMisesKernel(kappa)), even, at(0.3), Metric.L1);
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
  void theDivergenceOfTwoPointsIsTheirSquaredDistance() throws BadInput {
    // One point each: all three plans are the product, so OT_ε is the cost.
    Measured found = measured(divergence(0.1), at(0.1), at(0.8), Metric.L2);
    assertThat(found.value()).isCloseTo(0.49, within(found.error() + 1e-15));
  }

  @Test
  void theDivergenceHasLessBiasThanEntropicTransport() throws BadInput {
    // A cloud of width one and itself moved by 0.2: W2² = 0.04.
    RandomGenerator random = RandomClouds.random("bias");
    int n = 200;
    double[] points = random.doubles(2L * n, 0, 1).toArray();
    double[] moved = points.clone();
    for (int i = 0; i < n; i++) {
      moved[i] += 0.2;
    }
    EmpiricalMeasure one = EmpiricalMeasure.uniform(Particles.of(n, 2, points));
    EmpiricalMeasure other = EmpiricalMeasure.uniform(Particles.of(n, 2, moved));
    Measured found = measured(divergence(0.1), one, other, Metric.L2);
    // S_ε of a translation by squared ℓ2 costs is exactly its squared length.
    assertThat(found.value()).isCloseTo(0.04, within(found.error()));
    assertThat(found.error()).isLessThan(1e-4);
  }

  private static Discrepancy divergence(double epsilon) throws BadInput {
    SinkhornDivergenceProvider provider = new SinkhornDivergenceProvider();
    return provider.create(
        Settings.defaults(provider.descriptor().settings())
            .with(SinkhornSettings.EPSILON, epsilon));
  }

  @Test
  void linesHaveNoClosedGeodesics() {
    assertThat(new Sliced(10, 1).between(at(0), at(1), Torus.euclidean(1), Metric.L1))
        .isInstanceOfSatisfying(
            NotMeasured.class,
            none -> assertThat(none.reason()).contains("coordinate 0 is a line"));
    assertThat(
            new MeanDiscrepancy(new VonMisesKernel(1))
                .between(at(0), at(1), Torus.euclidean(1), Metric.L1))
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
      Measured found = measured(new MeanDiscrepancy(new HeatKernel(time)), one, other, Metric.L1);
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
