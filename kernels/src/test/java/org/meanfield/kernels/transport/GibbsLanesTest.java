package org.meanfield.kernels.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both implementations against the definition of the kernels, and against each other.
class GibbsLanesTest {
  private static final int N = 8;
  private static final int M = 11 * GibbsLanes.COLUMNS;

  private final GibbsLanes plain = new PlainGibbs();
  private final GibbsLanes vector = new VectorGibbs();
  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(GibbsLanes.best()).isInstanceOf(VectorGibbs.class);
    assertThat(GibbsLanes.plain()).isInstanceOf(PlainGibbs.class);
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void tilesHoldTheKernelsOfTheirPairs(Ground ground) {
    float[] periods = {5, Float.POSITIVE_INFINITY, 3};
    float[] x = cloud(N, periods);
    float[] y = cloud(M, periods);
    float[] phi = numbers(N, 3);
    float[] gamma = numbers(M, 3);
    float[] weights = numbers(M, 1);
    float[] slow = new float[GibbsLanes.ROWS * M];
    float[] fast = slow.clone();
    double[] slowSums = new double[GibbsLanes.ROWS];
    double[] fastSums = slowSums.clone();
    int from = GibbsLanes.COLUMNS;
    plain.tile(ground, periods, x, N, 4, y, M, from, M, phi, gamma, weights, slow, slowSums);
    vector.tile(ground, periods, x, N, 4, y, M, from, M, phi, gamma, weights, fast, fastSums);
    assertThat(fast).containsExactly(slow);
    for (int s = 0; s < GibbsLanes.ROWS; s++) {
      double sum = 0;
      double sizes = 0;
      for (int j = from; j < M; j++) {
        double exponent = phi[4 + s] + gamma[j] - cost(ground, periods, x, y, 4 + s, j);
        double kernel = slow[s * M + j];
        // The exponent is below 100 in size and takes six roundings of 2⁻²⁴; the power adds 3e-7.
        assertThat(kernel).isCloseTo(Math.pow(2, exponent), within(3e-5 * Math.pow(2, exponent)));
        sum += kernel * weights[j];
        sizes += kernel * Math.abs(weights[j]);
      }
      assertThat(slowSums[s]).isCloseTo(sum, within(1e-14 * sizes));
      assertThat(fastSums[s]).isCloseTo(sum, within(1e-6 * sizes));
    }
    double[] again = new double[GibbsLanes.ROWS];
    plain.sums(fast, M, from, M, weights, again);
    assertThat(again).containsExactly(slowSums, within(1e-12));
    Arrays.fill(again, 0);
    vector.sums(fast, M, from, M, weights, again);
    assertThat(again).containsExactly(slowSums, within(1e-5 * Math.abs(slowSums[0]) + 1e-5));
  }

  private static double cost(Ground ground, float[] periods, float[] x, float[] y, int i, int j) {
    double ways = 0;
    double squares = 0;
    for (int k = 0; k < periods.length; k++) {
      double delta = (double) x[k * N + i] - y[k * M + j];
      double way =
          Math.abs(Float.isInfinite(periods[k]) ? delta : Math.IEEEremainder(delta, periods[k]));
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
  void rowsAreAddedToColumns() {
    float[] kernel = numbers(GibbsLanes.ROWS * M, 1);
    float[] alpha = numbers(GibbsLanes.ROWS, 1);
    float[] slow = numbers(M, 1);
    float[] fast = slow.clone();
    float[] before = slow.clone();
    plain.addRows(kernel, M, GibbsLanes.COLUMNS, M, alpha, slow);
    vector.addRows(kernel, M, GibbsLanes.COLUMNS, M, alpha, fast);
    assertThat(fast).containsExactly(slow);
    for (int j = 0; j < M; j++) {
      double sum = before[j];
      for (int s = 0; s < GibbsLanes.ROWS && j >= GibbsLanes.COLUMNS; s++) {
        sum += (double) alpha[s] * kernel[s * M + j];
      }
      assertThat((double) slow[j]).isCloseTo(sum, within(1e-6));
    }
  }

  @Test
  void powersInDoublePrecisionAreRightToAFewUlp() {
    int m = 83;
    double[] costs = random.doubles(m, 0, 300).toArray();
    double[] gamma = random.doubles(m, -20, 20).toArray();
    double[] slow = new double[m];
    double[] fast = new double[m];
    plain.powers(costs, 2.5, 1.25, gamma, 3, m, slow);
    vector.powers(costs, 2.5, 1.25, gamma, 3, m, fast);
    assertThat(fast).containsExactly(slow);
    for (int j = 3; j < m; j++) {
      double exponent = 1.25 + gamma[j] - 2.5 * costs[j];
      double truth = Math.pow(2, exponent);
      // Exponents up to 770 are off by half an ulp, 6e-14, twice.
      assertThat(slow[j]).isCloseTo(truth, within(2e-13 * truth));
    }
  }

  @Test
  void exponentsOutOfRangeAreTakenForItsEnds() {
    double[] gamma = {
      Double.NEGATIVE_INFINITY, -5000, 5000, Double.POSITIVE_INFINITY, 0, 0, 0, 0, 1
    };
    double[] slow = new double[9];
    double[] fast = new double[9];
    plain.powers(new double[9], 1, 0, gamma, 0, 9, slow);
    vector.powers(new double[9], 1, 0, gamma, 0, 9, fast);
    assertThat(fast).containsExactly(slow);
    assertThat(slow)
        .startsWith(0x1p-1022, 0x1p-1022, 0x1p1023, 0x1p1023)
        .endsWith(1.0, 1.0, 1.0, 1.0, 2.0);
  }

  @Test
  void dotAddAndLowerDoAsTheySay() {
    int m = 83;
    double[] a = random.doubles(m, -1, 1).toArray();
    double[] b = random.doubles(m, -1, 1).toArray();
    double dot = 0;
    for (int j = 5; j < m; j++) {
      dot += a[j] * b[j];
    }
    assertThat(plain.dot(a, b, 5, m)).isCloseTo(dot, within(1e-14));
    assertThat(vector.dot(a, b, 5, m)).isCloseTo(dot, within(1e-14));

    double[] slow = b.clone();
    double[] fast = b.clone();
    plain.add(0.3, a, 5, m, slow);
    vector.add(0.3, a, 5, m, fast);
    assertThat(fast).containsExactly(slow);
    plain.lower(a, 0.25, 5, m, slow);
    vector.lower(a, 0.25, 5, m, fast);
    assertThat(fast).containsExactly(slow);
    for (int j = 0; j < m; j++) {
      double truth = j < 5 ? b[j] : Math.min(Math.fma(0.3, a[j], b[j]), a[j] - 0.25);
      assertThat(slow[j]).isEqualTo(truth);
    }
  }

  private float[] cloud(int count, float[] periods) {
    float[] points = new float[count * periods.length];
    for (int at = 0; at < points.length; at++) {
      float period = periods[at / count];
      points[at] = (float) (random.nextDouble() * (Float.isInfinite(period) ? 4 : period));
    }
    return points;
  }

  private float[] numbers(int count, double scale) {
    float[] numbers = new float[count];
    for (int at = 0; at < count; at++) {
      numbers[at] = (float) random.nextDouble(-scale, scale);
    }
    return numbers;
  }
}
