package org.meanfield.experts.quantum.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
  /// A fine grid of uniform numbers gives each result as often as its probability says.
  @ParameterizedTest
  @CsvSource({"1, 0.3", "5, 0.5", "7, 0.01", "20, 0.93", "40, 0.37"})
  void frequenciesOverAGridAreTheProbabilities(int trials, double p) {
    int grid = 100_000;
    int[] counts = new int[trials + 1];
    Binomial binomial = new Binomial(trials);
    for (int i = 0; i < grid; i++) {
      counts[binomial.draw(p, (i + 0.5) / grid)]++;
    }
    double probability = Math.pow(1 - p, trials);
    for (int k = 0; k <= trials; k++) {
      // The interval of uniform numbers that give k holds a number of grid points off by one.
      assertThat(counts[k] / (double) grid).as("k = %d", k).isCloseTo(probability, within(1.5e-5));
      probability *= (trials - k) * p / ((k + 1) * (1 - p));
    }
  }

  @Test
  void extremesAreCertain() {
    Binomial binomial = new Binomial(9);
    assertThat(binomial.draw(0, 0.999)).isZero();
    assertThat(binomial.draw(1, 0.999)).isEqualTo(9);
    assertThat(binomial.draw(-1e-17, 0.5)).isZero();
    assertThat(binomial.draw(1 + 1e-16, 0.5)).isEqualTo(9);
  }

  /// The largest uniform number leaves nothing to run through for ever.
  @ParameterizedTest
  @CsvSource({"1000000, 1e-9", "1000000, 0.5", "1000000, 0.999999", "3, 1e-300"})
  void endsOfTheUniformNumbersEnd(int trials, double p) {
    Binomial binomial = new Binomial(trials);
    assertThat(binomial.draw(p, Math.nextDown(1.0))).isBetween(0, trials);
    assertThat(binomial.draw(p, 0)).isBetween(0, trials);
  }
}
