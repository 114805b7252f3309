package org.meanfield.transport.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.transport.RandomClouds;

class SmallestTest {
  @Test
  void smallestAreTheFirstOfASort() {
    RandomGenerator random = RandomClouds.random("smallest");
    double[] values = random.doubles(500).toArray();
    Smallest smallest = new Smallest(9);
    for (int round = 0; round < 2; round++) {
      smallest.clear();
      for (int i = 0; i < values.length; i++) {
        smallest.offer(i, values[i]);
      }
    }
    double[] sorted = Arrays.stream(values).sorted().limit(9).toArray();
    assertThat(smallest.count()).isEqualTo(9);
    assertThat(smallest.bound()).isEqualTo(sorted[8]);
    for (int rank = 0; rank < 9; rank++) {
      assertThat(smallest.value(rank)).isEqualTo(sorted[rank]);
      assertThat(values[smallest.number(rank)]).isEqualTo(sorted[rank]);
    }
  }
}
