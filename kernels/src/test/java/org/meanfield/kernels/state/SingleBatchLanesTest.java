package org.meanfield.kernels.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Single precision against double precision, and both implementations against each other.
class SingleBatchLanesTest {
  private static final int LANES = SingleBatchLanes.LANES;
  private static final int QUBITS = 4;
  private static final int STATES = 3;
  private static final int ROWS = STATES << QUBITS;
  private static final int PLANE = ROWS * LANES;

  private final SplittableRandom random = new SplittableRandom(6);

  static List<SingleBatchLanes> both() {
    return List.of(new SinglePlainBatchLanes(), new SingleVectorBatchLanes());
  }

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(SingleBatchLanes.best()).isInstanceOf(SingleVectorBatchLanes.class);
    assertThat(SingleStateLanes.best()).isInstanceOf(SingleVectorLanes.class);
  }

  @Test
  void statesOfTheMostQubitsFitIntoAnArray() {
    assertThat(StateLanes.MOST_QUBITS).isEqualTo(26);
    assertThat(SingleStateLanes.MOST_QUBITS).isEqualTo(25);
    assertThat(SingleStateLanes.size(SingleStateLanes.MOST_QUBITS)).isPositive();
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }

  /// Lanes 0 … 7 of rows, or lanes 8 … 15.
  private static double[] half(float[] rows, int which) {
    double[] half = new double[rows.length / 2];
    for (int i = 0; i < half.length; i++) {
      int row = i / BatchLanes.LANES;
      half[i] = rows[row * LANES + which * BatchLanes.LANES + i % BatchLanes.LANES];
    }
    return half;
  }

  /// Near neighbours, strings far apart, and strings of several letters, one to four at once.
  private static List<List<PauliAxis>> blocks() {
    PauliAxis y0 = new PauliAxis(QUBITS, 1, 1, 1);
    PauliAxis y1 = new PauliAxis(QUBITS, 2, 2, -1);
    PauliAxis y2 = new PauliAxis(QUBITS, 4, 4, 1);
    PauliAxis y3 = new PauliAxis(QUBITS, 8, 8, 1);
    return List.of(
        List.of(y0),
        List.of(y0, y1),
        List.of(y1, y2, y3),
        List.of(y0, y1, y2, y3),
        List.of(new PauliAxis(QUBITS, 6, 2, 1)),
        List.of(y0, new PauliAxis(QUBITS, 6, 2, 1)));
  }

  private static List<PauliAxis> most(List<PauliAxis> axes) {
    return axes.subList(0, Math.min(3, axes.size()));
  }

  /// Turns by tangents up to 1, then overlaps, expectations and weighing: measured 5.6e−6 on sums
  /// of up to 48 products of numbers up to 13.
  @Test
  void layersErrByRoundingAloneAndBothGiveTheSameBits() {
    for (List<PauliAxis> axes : blocks()) {
      float[] psi = numbers(2 * PLANE);
      float[] lambda = numbers(2 * PLANE);
      float[] tangents = numbers(4 * LANES);
      float[] weights = numbers(LANES << QUBITS);
      float[][] results = new float[2][];
      for (int i = 0; i < 2; i++) {
        results[i] = single(both().get(i), axes, psi.clone(), lambda, tangents, weights);
      }
      assertThat(results[1]).containsExactly(results[0]);
      for (int which = 0; which < 2; which++) {
        assertThat(half(results[0], which))
            .as("%s", axes)
            .containsExactly(
                exact(
                    axes,
                    half(psi, which),
                    half(lambda, which),
                    half(tangents, which),
                    half(weights, which)),
                within(2e-5));
      }
    }
  }

  private static float[] single(
      SingleBatchLanes kernels,
      List<PauliAxis> axes,
      float[] psi,
      float[] lambda,
      float[] tangents,
      float[] weights) {
    float[] results = new float[2 * PLANE + 3 * LANES + STATES * LANES];
    for (int plane = 0; plane < 2; plane++) {
      int at = plane * PLANE;
      kernels.turn(
          new SingleAxisBlock(axes), plane == 1, STATES, psi, at, results, at, tangents, 0, 0);
      kernels.overlap(
          new SingleAxisBlock(most(axes)), STATES, lambda, at, results, at, results, 2 * PLANE);
    }
    int sums = 2 * PLANE + 3 * LANES;
    kernels.expectation(1 << QUBITS, false, STATES, weights, 0, psi, 0, PLANE, results, sums);
    return results;
  }

  private static double[] exact(
      List<PauliAxis> axes, double[] psi, double[] lambda, double[] tangents, double[] weights) {
    BatchLanes kernels = BatchLanes.plain();
    int size = PLANE / 2;
    int lanes = BatchLanes.LANES;
    double[] results = new double[2 * size + 3 * lanes + STATES * lanes];
    for (int plane = 0; plane < 2; plane++) {
      int at = plane * size;
      kernels.turn(new AxisBlock(axes), plane == 1, STATES, psi, at, results, at, tangents, 0, 0);
      kernels.overlap(
          new AxisBlock(most(axes)), STATES, lambda, at, results, at, results, 2 * size);
    }
    int sums = 2 * size + 3 * lanes;
    kernels.expectation(1 << QUBITS, false, STATES, weights, 0, psi, 0, size, results, sums);
    return results;
  }

  /// Tangents round, and then cosines belong to the rounded ones: 1/√(1 + t²).
  @Test
  void sumsOfAnglesKeepNorms() {
    double[] angles = random.doubles(LANES, -3, 3).toArray();
    double[] trig = new double[2 * LANES];
    SingleBatchLanes.plain().sineCosine(angles, 0, trig, 0);
    trig[3] = 1;
    trig[LANES + 3] = 0;
    double[] other = {Math.cos(0.7), Math.sin(0.7), 0, 1};
    float[][] tangents = new float[2][2 * LANES];
    double[][] products = new double[2][2 * LANES];
    for (int i = 0; i < 2; i++) {
      Arrays.fill(products[i], 1);
      both().get(i).addAngles(2, trig, 0, other, 0, 2, tangents[i], 0, LANES, products[i], 0);
    }
    assertThat(tangents[1]).containsExactly(tangents[0]);
    assertThat(products[1]).containsExactly(products[0]);
    for (int i = 0; i < 2 * LANES; i++) {
      double sum = angles[i % LANES] + (i < LANES ? 0.7 : Math.PI / 2);
      if (i % LANES != 3) {
        assertThat((double) tangents[0][i])
            .isCloseTo(Math.tan(sum), within(1e-7 * (1 + Math.abs(Math.tan(sum)))));
        double tangent = tangents[0][i];
        assertThat(products[0][i])
            .isCloseTo(
                Math.copySign(1 / Math.sqrt(1 + tangent * tangent), Math.cos(sum)), within(1e-15));
      }
    }
    // cos a = 1 and cos b = 0 exactly.
    assertThat(tangents[0][LANES + 3]).isEqualTo(0x1p60f);
  }

  @Test
  void sinesAndCosinesKeepDoublePrecision() {
    double[] angles = random.doubles(LANES, -1000, 1000).toArray();
    angles[3] = 1e9;
    angles[4] = Math.PI / 2;
    double[][] trig = new double[2][2 * LANES];
    for (int i = 0; i < 2; i++) {
      both().get(i).sineCosine(angles, 0, trig[i], 0);
    }
    assertThat(trig[1]).containsExactly(trig[0]);
    assertThat(Arrays.copyOf(trig[0], LANES))
        .containsExactly(Arrays.stream(angles).map(Math::cos).toArray(), within(2e-16));
  }
}
