package org.meanfield.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReplicatesTest {
  private static Replicates of(double... values) {
    Replicates replicates = new Replicates();
    for (double value : values) {
      replicates.add(value);
    }
    return replicates;
  }

  @Test
  void meanAndStandardErrorAreThoseOfTheTextbook() {
    // Mean 5, Σ(x − 5)² = 32, s² = 32/7, s/√8 = √(4/7).
    Replicates values = of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(values.count()).isEqualTo(8);
    assertThat(values.mean()).isEqualTo(5);
    assertThat(values.standardError()).isCloseTo(Math.sqrt(4.0 / 7), within(1e-15));
    assertThat(values.smallest()).isEqualTo(2);
    assertThat(values.largest()).isEqualTo(9);
  }

  @Test
  void standardErrorKeepsItsDigitsFarFromZero() {
    // The textbook formula Σx² − n x̄² has no digit left here.
    Replicates values = of(1e9 + 1, 1e9 + 2, 1e9 + 3);
    assertThat(values.standardError()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
  }

  @Test
  void oneReplicateHasNoError() {
    assertThat(of(3).mean()).isEqualTo(3);
    assertThat(of(3).standardError()).isNaN();
  }

  @Test
  void noReplicateHasNoMean() {
    assertThat(of().mean()).isNaN();
    assertThat(of().smallest()).isNaN();
  }

  @Test
  void valuesThatAreNotFiniteAreCountedApart() {
    Replicates values = of(1, Double.NaN, 3, Double.POSITIVE_INFINITY);
    assertThat(values.count()).isEqualTo(2);
    assertThat(values.missing()).isEqualTo(2);
    assertThat(values.mean()).isEqualTo(2);
  }
}
