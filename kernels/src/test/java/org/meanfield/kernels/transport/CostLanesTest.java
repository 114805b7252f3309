package org.meanfield.kernels.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both implementations against the definition of the costs, and against each other.
class CostLanesTest {
  private static final int N = 7;

  /// Not a multiple of any vector's length.
  private static final int M = 83;

  private static final double[][] PERIODS = {
    {2 * Math.PI}, {2 * Math.PI, 1}, {Double.POSITIVE_INFINITY, 3, 2 * Math.PI, 0.5, 1e-3}
  };

  private final CostLanes plain = new PlainCosts();
  private final CostLanes vector = new VectorCosts();
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(CostLanes.best()).isInstanceOf(VectorCosts.class);
    assertThat(CostLanes.plain()).isInstanceOf(PlainCosts.class);
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void rowsHoldTheCostsOfTheirPairs(Ground ground) {
    for (double[] periods : PERIODS) {
      double[] x = cloud(N, periods);
      double[] y = cloud(M, periods);
      for (int from : new int[] {0, 5, M - 1, M}) {
        double[] slow = new double[M + 3];
        double[] fast = new double[M + 3];
        Arrays.fill(slow, -1);
        Arrays.fill(fast, -1);
        plain.row(ground, periods, x, N, 3, y, M, from, M, slow, 2);
        vector.row(ground, periods, x, N, 3, y, M, from, M, fast, 2);
        assertThat(fast).containsExactly(slow);
        for (int j = from; j < M; j++) {
          double truth = truth(ground, periods, x, y, j);
          // At most five roundings of each of d terms.
          assertThat(slow[2 + j - from]).isCloseTo(truth, within(1e-14 * (1 + truth)));
        }
        assertThat(slow[1]).isEqualTo(-1);
        assertThat(slow[2 + M - from]).isEqualTo(-1);
      }
    }
  }

  private static double truth(Ground ground, double[] periods, double[] x, double[] y, int j) {
    double ways = 0;
    double squares = 0;
    for (int k = 0; k < periods.length; k++) {
      double delta = x[k * N + 3] - y[k * M + j];
      double way =
          Math.abs(Double.isInfinite(periods[k]) ? delta : Math.IEEEremainder(delta, periods[k]));
      ways += way;
      squares += way * way;
    }
    return switch (ground) {
      case L1 -> ways;
      case L1_SQUARED -> ways * ways;
      case L2 -> Math.sqrt(squares);
      case L2_SQUARED -> squares;
    };
  }

  @Test
  void leastIsTheSmallestDifference() {
    double[] costs = numbers(M + 4, 1);
    double[] v = numbers(M, 1);
    for (int from = 0; from < M; from++) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = from; j < M; j++) {
        least = Math.min(least, costs[4 + j - from] - v[j]);
      }
      assertThat(plain.least(costs, 4, v, from, M)).isEqualTo(least);
      assertThat(vector.least(costs, 4, v, from, M)).isEqualTo(least);
    }
    assertThat(plain.least(costs, 0, v, 5, 5)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(vector.least(costs, 0, v, 5, 5)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void pricesOfMinusInfinityAreNeverTheLeast() {
    double[] costs = numbers(M, 1);
    double[] v = new double[M];
    Arrays.fill(v, Double.NEGATIVE_INFINITY);
    v[40] = 0;
    assertThat(plain.least(costs, 0, v, 0, M)).isEqualTo(costs[40]);
    assertThat(vector.least(costs, 0, v, 0, M)).isEqualTo(costs[40]);
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void searchesInSinglePrecisionAgreeWithTheCostsButNearTheLimit(Ground ground) {
    for (double[] periods : PERIODS) {
      double[] x = cloud(N, periods);
      double[] y = cloud(M, periods);
      double[] v = numbers(M, 1);
      float[] halves = new float[periods.length];
      double scale = 1;
      for (int k = 0; k < halves.length; k++) {
        halves[k] = (float) Math.min(periods[k] / 2, 100);
        scale += halves[k];
      }
      double[] costs = new double[M];
      plain.row(ground, periods, x, N, 3, y, M, 0, M, costs, 0);
      // Some ten roundings of numbers up to the sum of all halves, or of its square.
      double near = 1e-6 * scale * (ground == Ground.L1 || ground == Ground.L2 ? 1 : scale);
      for (CostLanes lanes : new CostLanes[] {plain, vector}) {
        for (int from : new int[] {0, 5, M - 1, M}) {
          for (float limit : new float[] {-2, 0, 3, 50, Float.POSITIVE_INFINITY}) {
            int[] numbers = new int[M];
            int count =
                lanes.below(
                    ground,
                    halves,
                    single(x),
                    N,
                    3,
                    single(y),
                    M,
                    from,
                    M,
                    single(v),
                    limit,
                    new float[M],
                    numbers);
            boolean[] found = new boolean[M];
            for (int at = 0; at < count; at++) {
              assertThat(at == 0 || numbers[at] > numbers[at - 1]).isTrue();
              found[numbers[at]] = true;
            }
            for (int j = 0; j < M; j++) {
              if (!(Math.abs(costs[j] - v[j] - limit) < near)) {
                assertThat(found[j]).isEqualTo(j >= from && costs[j] - v[j] < limit);
              }
            }
          }
        }
      }
    }
  }

  private static float[] single(double[] numbers) {
    float[] singles = new float[numbers.length];
    for (int at = 0; at < numbers.length; at++) {
      singles[at] = (float) numbers[at];
    }
    return singles;
  }

  private double[] cloud(int count, double[] periods) {
    double[] points = new double[count * periods.length];
    for (int at = 0; at < points.length; at++) {
      double period = periods[at / count];
      points[at] = random.nextDouble() * (Double.isInfinite(period) ? 100 : period);
    }
    return points;
  }

  private double[] numbers(int count, double scale) {
    return random.doubles(count, -scale, scale).toArray();
  }
}
