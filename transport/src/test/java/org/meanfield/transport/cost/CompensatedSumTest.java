package org.meanfield.transport.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
  @Test
  void compensatedSumKeepsWhatAPlainSumLoses() {
    CompensatedSum sum = new CompensatedSum();
    double plain = 0;
    for (double term : new double[] {1, 1e100, 1, -1e100}) {
      sum.add(term);
      plain += term;
    }
    assertThat(plain).isZero();
    assertThat(sum.value()).isEqualTo(2);
  }
}
