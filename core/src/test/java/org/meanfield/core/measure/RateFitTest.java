package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Seeds;
import org.meanfield.core.measure.Rate.Verdict;

class RateFitTest {
  private static final int[] SIZES = {16, 64, 256, 1024};

  private static double[][] values(double power, int replicates, double noise) {
    RandomGenerator random = Seeds.root(3).at("noise").generator();
    double[][] values = new double[SIZES.length][replicates];
    for (int s = 0; s < SIZES.length; s++) {
      for (int r = 0; r < replicates; r++) {
        values[s][r] = 5 * Math.pow(SIZES[s], power) * Math.exp(noise * random.nextGaussian());
      }
    }
    return values;
  }

  private static Rate fit(double[][] values, double predicted) {
    return RateFit.of("coupling", SIZES, values, new double[SIZES.length], predicted, Seeds.root(1))
        .orElseThrow();
  }

  @Test
  void aPowerLawHasItsPower() {
    Rate rate = fit(values(-0.75, 20, 0), -0.75);
    assertThat(rate.slope()).isCloseTo(-0.75, within(1e-13));
    assertThat(rate.ciLow()).isCloseTo(-0.75, within(1e-13));
    assertThat(rate.verdict()).isEqualTo(Verdict.AS_PREDICTED);
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    // 200 studies of 30 replicates: 90 % nominal; a percentile bootstrap of 30 is a little short.
    int holds = 0;
    RandomGenerator random = Seeds.root(5).at("studies").generator();
    for (int study = 0; study < 200; study++) {
      double[][] values = new double[SIZES.length][30];
      for (int s = 0; s < SIZES.length; s++) {
        for (int r = 0; r < 30; r++) {
          values[s][r] = Math.exp(0.5 * random.nextGaussian()) / SIZES[s];
        }
      }
      Rate rate = fit(values, -1);
      if (rate.ciLow() <= -1 && -1 <= rate.ciHigh()) {
        holds++;
      }
    }
    // Binomial(200, 0.9) has standard deviation 4.2; four of them either way.
    assertThat(holds).isBetween(163, 197);
  }

  @Test
  void theIntervalHoldsTheTruthForHeavyTailsAtTheFewestReplicatesJudged() {
    // Exponential replicates, as of squared errors; measured 347 of 400, where 360 are nominal.
    // Binomial(400, 0.87) has standard deviation 6.7; four of them either way.
    int holds = 0;
    RandomGenerator random = Seeds.root(6).at("studies").generator();
    for (int study = 0; study < 400; study++) {
      double[][] values = new double[SIZES.length][RateFit.REPLICATES];
      for (double[] row : values) {
        for (int r = 0; r < row.length; r++) {
          row[r] = -Math.log1p(-random.nextDouble());
        }
      }
      Rate rate = fit(values, 0);
      if (rate.ciLow() <= 0 && 0 <= rate.ciHigh()) {
        holds++;
      }
    }
    assertThat(holds).isBetween(320, 374);
  }

  @Test
  void fewReplicatesGetNoVerdict() {
    assertThat(fit(values(-1, RateFit.REPLICATES - 1, 0.01), -1).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(fit(values(-1, RateFit.REPLICATES, 0.01), -1).verdict())
        .isEqualTo(Verdict.AS_PREDICTED);
  }

  @Test
  void verdictsAreThoseOfTheInterval() {
    assertThat(Verdict.of(-1.05, -0.95, -1)).isEqualTo(Verdict.AS_PREDICTED);
    assertThat(Verdict.of(-1.4, -1.2, -1)).isEqualTo(Verdict.FASTER);
    assertThat(Verdict.of(-0.8, -0.7, -1)).isEqualTo(Verdict.SLOWER);
    assertThat(Verdict.of(-0.95, -0.85, -1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(-1.15, -1.05, -1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(-1.4, -0.7, -1)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theNoisySizeCountsLess() {
    double[][] values = values(-1, 40, 0.01);
    // The largest N is off by a factor 2 on average, and says so by its spread.
    for (int r = 0; r < 40; r++) {
      values[3][r] *= r % 2 == 0 ? 3.9 : 0.1;
    }
    assertThat(fit(values, -1).slope()).isCloseTo(-1, within(0.01));
  }

  /// Exact powers, equal weights: the slope is Σ x̃_s log m_s / Σ x̃_s², x̃ the centred log N.
  @Test
  void aCertifiedGapWidensTheInterval() {
    double[][] values = values(-1, 20, 0);
    double[] gaps = new double[SIZES.length];
    gaps[0] = 0.1 * values[0][0];
    gaps[SIZES.length - 1] = 0.2 * values[SIZES.length - 1][0];
    Rate rate = RateFit.of("w2", SIZES, values, gaps, -1, Seeds.root(1)).orElseThrow();
    double[] x = Arrays.stream(SIZES).mapToDouble(Math::log).toArray();
    double mean = Arrays.stream(x).average().orElseThrow();
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(rate.slope()).isCloseTo(-1, within(1e-13));
    assertThat(rate.ciLow())
        .isCloseTo(-1 + (x[x.length - 1] - mean) / squares * Math.log(0.8), within(1e-12));
    assertThat(rate.ciHigh())
        .isCloseTo(-1 + (x[0] - mean) / squares * Math.log(0.9), within(1e-12));
    gaps[0] = 2 * values[0][0];
    Rate lost = RateFit.of("w2", SIZES, values, gaps, -1, Seeds.root(1)).orElseThrow();
    assertThat(lost.ciHigh()).isInfinite();
    assertThat(lost.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void twoSizesOrOneReplicateOrNoErrorAtAllAreNoRate() {
    assertThat(
            RateFit.of(
                "coupling",
                new int[] {1, 2},
                new double[][] {{1, 1}, {1, 1}},
                new double[2],
                -1,
                Seeds.root(1)))
        .isEmpty();
    double[] none = new double[SIZES.length];
    assertThat(RateFit.of("coupling", SIZES, values(-1, 1, 0), none, -1, Seeds.root(1))).isEmpty();
    double[][] zero = values(-1, 3, 0);
    zero[2] = new double[3];
    assertThat(RateFit.of("coupling", SIZES, zero, none, -1, Seeds.root(1))).isEmpty();
  }
}
