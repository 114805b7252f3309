package org.meanfield.kernels.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Single precision against double precision, and both implementations against each other.
class SinglePauliLanesTest {
  private static final int LANES = SinglePauliLanes.LANES;

  private final SplittableRandom random = new SplittableRandom(10);

  static List<SinglePauliLanes> both() {
    return List.of(new SinglePlainPauliLanes(), new SingleVectorPauliLanes());
  }

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(SinglePauliLanes.best()).isInstanceOf(SingleVectorPauliLanes.class);
    assertThat(SinglePauliLanes.plain()).isInstanceOf(SinglePlainPauliLanes.class);
  }

  @Test
  void planesTakeAsManyBytesAsInDoublePrecision() {
    RotationTable table = RandomTable.of(random);
    RotationTable single = table.ofLanes(LANES);
    assertThat(LANES * Float.BYTES).isEqualTo(PauliLanes.LANES * Double.BYTES);
    assertThat(single.numbers(3)).isEqualTo(2 * table.numbers(3));
    assertThat(single.place(5, 2)).isEqualTo(2 * table.place(5, 2));
    assertThat(single.anglePlace(5, 2)).isEqualTo(2 * table.anglePlace(5, 2));
    assertThat(single.ends()).isEqualTo(table.ends());
  }

  /// Random angles, angles beside multiples of π/2, large ones, and ones beyond all reduction:
  /// measured 8.4e−8.
  @ParameterizedTest
  @MethodSource("both")
  void sinesAndCosinesErrByLessThanTheySay(SinglePauliLanes kernels) {
    double[] angles = random.doubles(400L * LANES, -20, 20).toArray();
    for (int i = 0; i < 64; i++) {
      angles[i] = (i - 32) * (Math.PI / 2);
      angles[64 + i] = Math.nextUp((i - 32) * (Math.PI / 2));
      angles[128 + i] = PauliLanes.LARGEST_REDUCED - i * 1.001;
      angles[192 + i] = (i - 32) * (Math.PI / 2) - 1e-12;
      angles[256 + i] = random.nextDouble(-1, 1) * Math.scalb(1.0, 2 * i);
    }
    RotationTable table = PauliLanesTest.scaling(200).ofLanes(LANES);
    float[] trig = new float[table.numbers(2)];
    kernels.sineCosine(table, 2 * LANES, angles, 0, 2 * LANES, trig);
    for (int i = 0; i < angles.length; i++) {
      int at = table.anglePlace(i / LANES / 2, i / LANES % 2) + i % LANES;
      float cos = trig[at + SinglePauliRows.COSINE];
      int plane = i / LANES % 2 * table.plane() + i % LANES;
      float sin = trig[table.factorPlace(i / LANES / 2) + plane];
      assertThat((double) cos)
          .as("cos %s", angles[i])
          .isCloseTo(Math.cos(angles[i]), within(SingleSineCosine.ERROR));
      assertThat((double) sin)
          .as("sin %s", angles[i])
          .isCloseTo(Math.sin(angles[i]), within(SingleSineCosine.ERROR));
      assertThat(Math.abs(cos)).isGreaterThanOrEqualTo(SingleSineCosine.LEAST_COSINE);
      assertThat(trig[at]).isEqualTo(sin / cos);
      assertThat(trig[at + SinglePauliRows.SLOPE]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void anglesAndSlopesLieWhereTheCallerSays(SinglePauliLanes kernels) {
    RotationTable table = new RotationTable.Builder(0, 3).build().ofLanes(LANES);
    int planes = 2;
    int number = planes * LANES;
    int first = 5;
    int stride = number + 3;
    double[] angles = random.doubles(3L * number, -7, 7).toArray();
    double[] apart = new double[first + 3 * stride];
    Arrays.fill(apart, Double.NaN);
    for (int angle = 0; angle < 3; angle++) {
      System.arraycopy(angles, angle * number, apart, first + angle * stride, number);
    }
    float[] together = new float[table.numbers(planes)];
    float[] trig = new float[table.numbers(planes)];
    kernels.sineCosine(table, planes * LANES, angles, 0, number, together);
    kernels.sineCosine(table, planes * LANES, apart, first, stride, trig);
    assertThat(trig).containsExactly(together);

    Arrays.fill(apart, -1);
    for (int angle = 0; angle < 3; angle++) {
      for (int i = 0; i < number; i++) {
        int at = table.anglePlace(angle, i / LANES) + i % LANES;
        trig[at + SinglePauliRows.SLOPE] = (float) (angle * number + i);
      }
    }
    double[] expected = apart.clone();
    for (int i = 0; i < 3 * number; i++) {
      expected[first + i / number * stride + i % number] = i;
    }
    kernels.slopes(table, planes * LANES, trig, apart, first, stride);
    assertThat(apart).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("both")
  void anglesThatAreNoNumbersHaveNoSine(SinglePauliLanes kernels) {
    RotationTable table = PauliLanesTest.scaling(1).ofLanes(LANES);
    double[] angles = new double[LANES];
    angles[3] = Double.NaN;
    angles[4] = Double.NEGATIVE_INFINITY;
    float[] trig = new float[table.numbers(1)];
    kernels.sineCosine(table, LANES, angles, 0, LANES, trig);
    for (int lane = 0; lane < LANES; lane++) {
      float sin = trig[table.factorPlace(0) + lane];
      assertThat(Float.isNaN(sin)).isEqualTo(lane == 3 || lane == 4);
    }
  }

  /// What one program makes of random roots and weights.
  private static final class Outcome {
    final double[] ends;
    final double[] slopes;
    final double[] roots;
    final float[] numbers;

    Outcome(double[] ends, double[] slopes, double[] roots, float[] numbers) {
      this.ends = ends;
      this.slopes = slopes;
      this.roots = roots;
      this.numbers = numbers;
    }
  }

  private static Outcome single(
      SinglePauliLanes kernels, RotationTable program, double[] angles, double[] roots) {
    RotationTable table = program.ofLanes(LANES);
    float[] numbers = new float[table.numbers(1)];
    for (int i = 0; i < roots.length; i++) {
      numbers[table.place(1 + i / LANES, 0) + i % LANES] = (float) roots[i];
    }
    float[] weights = new float[table.ends()];
    Arrays.fill(weights, 0.5f);
    kernels.sineCosine(table, LANES, angles, 0, LANES, numbers);
    kernels.forward(table, LANES, numbers);
    float[] sums = new float[table.ends() * SinglePauliLanes.HALF];
    kernels.addEnds(table, LANES, numbers, sums);
    kernels.backward(table, LANES, numbers, weights);
    double[] slopes = new double[angles.length];
    kernels.slopes(table, LANES, numbers, slopes, 0, LANES);
    double[] adjoints = new double[roots.length];
    Arrays.setAll(adjoints, i -> numbers[table.place(1 + i / LANES, 0) + i % LANES]);
    double[] last = new double[sums.length];
    Arrays.setAll(last, i -> sums[i]);
    return new Outcome(last, slopes, adjoints, numbers);
  }

  /// The same on two planes of double precision, lanes in the same order: those of a plane's halves
  /// become one, and so a plane of single precision has its halves in two planes.
  private static Outcome exact(RotationTable table, double[] angles, double[] roots) {
    PauliLanes kernels = PauliLanes.plain();
    double[] numbers = table.buffer(2);
    for (int i = 0; i < roots.length; i++) {
      numbers[place(table, 1, i)] = roots[i];
    }
    double[] weights = new double[table.ends()];
    Arrays.fill(weights, 0.5);
    kernels.sineCosine(table, LANES, angles, 0, LANES, numbers);
    kernels.forward(table, LANES, numbers);
    double[] last = new double[table.ends() * SinglePauliLanes.HALF];
    double[] sums = new double[table.ends() * PauliLanes.HALF];
    for (int lane = 0; lane < SinglePauliLanes.HALF; lane++) {
      // One lane of each half of the wide plane at a time.
      double[] one = numbers.clone();
      for (int root = 1; root <= table.roots(); root++) {
        for (int i = 0; i < LANES; i++) {
          int at = place(table, root, i);
          one[at] = i % SinglePauliLanes.HALF == lane ? roots[(root - 1) * LANES + i] : 0;
        }
      }
      Arrays.fill(sums, 0);
      kernels.forward(table, LANES, one);
      kernels.addEnds(table, LANES, one, sums);
      for (int end = 0; end < table.ends(); end++) {
        last[end * SinglePauliLanes.HALF + lane] =
            sums[end * PauliLanes.HALF + lane % PauliLanes.HALF];
      }
    }
    kernels.backward(table, LANES, numbers, weights);
    double[] slopes = new double[angles.length];
    kernels.slopes(table, LANES, numbers, slopes, 0, LANES);
    double[] adjoints = new double[roots.length];
    Arrays.setAll(adjoints, i -> numbers[place(table, 1, i)]);
    return new Outcome(last, slopes, adjoints, new float[0]);
  }

  private static int place(RotationTable table, int first, int i) {
    int lane = i % LANES;
    return table.place(first + i / LANES, lane / PauliLanes.LANES) + lane % PauliLanes.LANES;
  }

  /// Every kind, angles anywhere and at π/2 and 3π − 10⁻¹², where tangents are large: measured
  /// 2.9e−7 of ends up to 1.6, 3.7e−7 of adjoints up to 1.2 and 1.3e−6 of slopes up to 1.9, sums
  /// over a hundred operations.
  @ParameterizedTest
  @MethodSource("both")
  void programsErrByRoundingAlone(SinglePauliLanes kernels) {
    for (int trial = 0; trial < 50; trial++) {
      RotationTable table = RandomTable.of(random);
      double[] angles = random.doubles((long) RandomTable.ANGLES * LANES, -9, 9).toArray();
      Arrays.fill(angles, 0, LANES, Math.PI / 2);
      for (int angle = 0; angle < RandomTable.ANGLES; angle++) {
        angles[angle * LANES + 1] = Math.PI / 2;
        angles[angle * LANES + 2] = 1.5 * Math.PI - 1e-12;
        angles[angle * LANES + 3] += 1000;
      }
      double[] roots = random.doubles((long) RandomTable.ROOTS * LANES, -1, 1).toArray();
      Outcome exact = exact(table, angles, roots);
      Outcome single = single(kernels, table, angles, roots);
      assertThat(single.ends).containsExactly(exact.ends, within(5e-7));
      assertThat(single.roots).containsExactly(exact.roots, within(6e-7));
      assertThat(single.slopes).containsExactly(exact.slopes, within(2e-6));
    }
  }

  @Test
  void bothGiveTheSameBits() {
    RotationTable table = RandomTable.of(random);
    double[] angles = random.doubles((long) RandomTable.ANGLES * LANES, -9, 9).toArray();
    angles[5] = 1e9;
    angles[6] = Math.PI / 2;
    double[] roots = random.doubles((long) RandomTable.ROOTS * LANES, -1, 1).toArray();
    Outcome plain = single(both().getFirst(), table, angles, roots);
    Outcome vector = single(both().getLast(), table, angles, roots);
    assertThat(vector.numbers).containsExactly(plain.numbers);
    assertThat(vector.ends).containsExactly(plain.ends);
    assertThat(vector.slopes).containsExactly(plain.slopes);
  }

  /// Three cosines at once are nearly 0; their product is still a number, and so are its inverses.
  @ParameterizedTest
  @MethodSource("both")
  void threeTangentsAtOnceStayInRange(SinglePauliLanes kernels) {
    Kind kind = new Kind(3, 0, 0);
    RotationTable.Builder builder = new RotationTable.Builder(8, 3).run(kind);
    int first = builder.add(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, 255, new int[] {0, 1, 2});
    builder.endRun(Kind.NEGATION);
    for (int w = 0; w < 8; w++) {
      builder.add(new int[] {first + w}, 1, new int[0]);
    }
    RotationTable table = builder.build().ofLanes(LANES);
    double[] angles = new double[3 * LANES];
    Arrays.fill(angles, Math.PI / 2);
    float[] numbers = new float[table.numbers(1)];
    Arrays.fill(numbers, table.place(1, 0), table.place(9, 0), 1);
    kernels.sineCosine(table, LANES, angles, 0, LANES, numbers);
    kernels.forward(table, LANES, numbers);
    for (int w = 0; w < 8; w++) {
      // At π/2 each edge swaps its ends, with a sign where bit 1 goes to bit 0.
      float expected = (Integer.bitCount(~w & 7) & 1) == 0 ? 1 : -1;
      assertThat(numbers[table.place(first + w, 0)]).isCloseTo(expected, within(1e-7f));
    }
    float[] weights = {1000, 0, 0, 0, 0, 0, 0, 0};
    kernels.backward(table, LANES, numbers, weights);
    for (int row = 1; row < 9; row++) {
      assertThat(numbers[table.place(row, 0)]).isFinite();
    }
  }
}
