package org.meanfield.transport.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.transport.RandomClouds;

class LineTransformTest {
  @Test
  void lineTransformIsTheMinimumOverAll() {
    RandomGenerator random = RandomClouds.random("line-transform");
    double[] x = random.doubles(80, 0, 6).sorted().toArray();
    double[] y = random.doubles(60, -6, 12).sorted().toArray();
    double[] v = random.doubles(60, -3, 3).toArray();
    for (int p = 1; p <= 2; p++) {
      double[] u = LineTransform.of(x, y, v, p);
      for (int i = 0; i < x.length; i++) {
        int at = i;
        int exponent = p;
        double least =
            IntStream.range(0, y.length)
                .mapToDouble(j -> power(Math.abs(x[at] - y[j]), exponent) - v[j])
                .min()
                .orElseThrow();
        assertThat(u[i]).isEqualTo(least);
      }
    }
  }

  @Test
  void lineTransformKnowsTheBetterOfTwoPointsInOnePlace() {
    double[] y = {0, 1, 1, 1, 3};
    double[] v = {0, 0.5, 2, 1, 0};
    assertThat(LineTransform.of(new double[] {1, 4}, y, v, 2)).containsExactly(-2, 1);
    assertThat(LineTransform.of(new double[] {1, 4}, y, v, 1)).containsExactly(-2, 1);
  }

  private static double power(double way, int p) {
    return p == 1 ? way : way * way;
  }
}
