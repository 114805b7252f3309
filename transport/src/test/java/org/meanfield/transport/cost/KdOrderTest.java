package org.meanfield.transport.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Torus;
import org.meanfield.transport.RandomClouds;

class KdOrderTest {
  @Test
  void kdOrderKeepsNeighboursTogether() {
    RandomGenerator random = RandomClouds.random("kd");
    int n = 64 * 64;
    double[] points = RandomClouds.points(n, 2, random).toArray();
    int[] order = KdOrder.of(points, n);
    assertThat(Arrays.stream(order).sorted().toArray())
        .containsExactly(IntStream.range(0, n).toArray());
    for (int block = 0; block < n; block += 64) {
      for (int k = 0; k < 2; k++) {
        int base = k * n;
        double width =
            Arrays.stream(order, block, block + 64)
                    .mapToDouble(i -> points[base + i])
                    .max()
                    .orElseThrow()
                - Arrays.stream(order, block, block + 64)
                    .mapToDouble(i -> points[base + i])
                    .min()
                    .orElseThrow();
        // 64 cells of side 2π/8; measured: at most 0.16 of a turn.
        assertThat(width).isLessThan(Torus.TURN * 0.2);
      }
    }
  }
}
