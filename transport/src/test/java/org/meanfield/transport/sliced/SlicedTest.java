package org.meanfield.transport.sliced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.Discrepancies;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.exact.Exact;

/// Sliced distances against closed forms.
class SlicedTest {
  @ParameterizedTest
  @EnumSource(Metric.class)
  void slicesOfOneDimensionAreAllTheSameForASmallTranslation(Metric metric) {
    // ⟨k, ·⟩ turns 0.01 into 0.01 k, which ‖k‖ divides out again as long as |k| < 300.
    Measured found =
        Discrepancies.measured(
            new Sliced(100, 7), Discrepancies.at(0.2), Discrepancies.at(0.21), metric);
    assertThat(found.value()).isCloseTo(1e-4, within(1e-15));
    assertThat(found.error()).isLessThan(1e-15);
  }

  @Test
  void slicesOfOnePointsAreKnownByTheirLaw() {
    // d = 2, y − x = (δ, 0), ℓ1: the slice is (k₁δ/‖k‖_∞)², and k₁ = 0 has probability (1/3 −
    // 1/9)/(8/9) = ¼.
    Sliced sliced = new Sliced(4000, 3);
    Measured found =
        Discrepancies.measured(
            sliced, Discrepancies.at(0, 0), Discrepancies.at(1e-3, 0), Metric.L1);
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
      assertThat(Discrepancies.measured(new Sliced(100, 1), one, other, metric).value())
          .isLessThan(exact);
    }
  }

  @Test
  void theSeedNamesTheDraws() {
    RandomGenerator random = RandomClouds.random("draws");
    EmpiricalMeasure one = RandomClouds.uniform(20, 3, random);
    EmpiricalMeasure other = RandomClouds.uniform(20, 3, random);
    Measured first = Discrepancies.measured(new Sliced(50, 1), one, other, Metric.L1);
    assertThat(Discrepancies.measured(new Sliced(50, 1), one, other, Metric.L1)).isEqualTo(first);
    assertThat(Discrepancies.measured(new Sliced(50, 2), one, other, Metric.L1).value())
        .isNotEqualTo(first.value());
  }

  @Test
  void linesHaveNoClosedGeodesics() {
    assertThat(
            new Sliced(10, 1)
                .between(Discrepancies.at(0), Discrepancies.at(1), Torus.euclidean(1), Metric.L1))
        .isInstanceOfSatisfying(
            NotMeasured.class,
            none -> assertThat(none.reason()).contains("coordinate 0 is a line"));
  }
}
