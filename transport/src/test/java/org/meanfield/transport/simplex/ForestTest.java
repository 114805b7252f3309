package org.meanfield.transport.simplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.transport.RandomClouds;

class ForestTest {
  @Test
  void forestsKeepWhatIsSentAndReceived() {
    RandomGenerator random = RandomClouds.random("forest");
    int n = 12;
    for (int round = 0; round < 50; round++) {
      Forest forest = new Forest(n, n);
      long[] sent = new long[n];
      long[] received = new long[n];
      double before = 0;
      for (int arc = 0; arc < 60; arc++) {
        int row = random.nextInt(n);
        int column = random.nextInt(n);
        long mass = random.nextLong(1, 6);
        double cost = cost(row, column);
        forest.add(row, column, cost, mass);
        sent[row] += mass;
        received[column] += mass;
        before += cost * mass;
      }
      int[] arcs = {0};
      double[] after = {0};
      forest.each((row, column, cost, mass) -> {
        assertThat(cost).isEqualTo(cost(row, column));
        assertThat(mass).isPositive();
        sent[row] -= mass;
        received[column] -= mass;
        after[0] += cost * mass;
        arcs[0]++;
      });
      assertThat(sent).containsOnly(0);
      assertThat(received).containsOnly(0);
      assertThat(arcs[0]).isLessThan(2 * n);
      assertThat(after[0]).isLessThanOrEqualTo(before);
    }
  }

  private static double cost(int row, int column) {
    return (row * 7 + column * 5) % 11;
  }
}
