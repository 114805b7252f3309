package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void meanAndStandardErrorAreTheTextbookOnes() {
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).orElseThrow();
    assertThat(estimate.mean()).isEqualTo(3);
    // s² = 10/4, s/√5 = √½
    assertThat(estimate.standardError().getAsDouble()).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void aSingleNumberHasNoError() {
    Estimate estimate = Estimate.of(List.of(4.0)).orElseThrow();
    assertThat(estimate.standardError()).isEmpty();
  }

  @Test
  void nothingHasNoMean() {
    assertThat(Estimate.of(List.of())).isEmpty();
  }

  @Test
  void equalNumbersAreTheirOwnMeanWithoutError() {
    Estimate estimate = Estimate.of(List.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).orElseThrow();
    assertThat(estimate.mean()).isEqualTo(0.1);
    assertThat(estimate.standardError()).hasValue(0);
  }
}
