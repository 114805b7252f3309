package org.meanfield.kernels.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both implementations against the definition of a Pauli string, and against each other.
class BatchLanesTest {
  private static final int LANES = BatchLanes.LANES;

  /// Sums of up to 192 products of numbers up to 1 (λ, ψ) or 3 (tangents).
  private static final double ROUND_OFF = 1e-12;

  private final SplittableRandom random = new SplittableRandom(5);

  static List<BatchLanes> both() {
    return List.of(new PlainBatchLanes(), new VectorBatchLanes());
  }

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(BatchLanes.best()).isInstanceOf(VectorBatchLanes.class);
    assertThat(BatchLanes.plain()).isInstanceOf(PlainBatchLanes.class);
  }

  /// Pψ in one lane, from the definition i^y (−1)^{|b∧z|}, y = |x∧z|.
  private static double[] applied(PauliAxis axis, double[] psi) {
    int n = axis.amplitudes();
    double[] out = new double[2 * n];
    for (int b = 0; b < n; b++) {
      int power = Integer.bitCount(axis.x() & axis.z()) + 2 * Integer.bitCount(b & axis.z());
      double re = axis.sign() * psi[b];
      double im = axis.sign() * psi[n + b];
      int c = b ^ axis.x();
      out[c] =
          switch (power % 4) {
            case 0 -> re;
            case 1 -> -im;
            case 2 -> -re;
            default -> im;
          };
      out[n + c] =
          switch (power % 4) {
            case 0 -> im;
            case 1 -> re;
            case 2 -> -im;
            default -> -re;
          };
    }
    return out;
  }

  /// One lane of one of several states, its planes one after the other.
  private static double[] state(double[] planes, int n, int state, int plane, int lane) {
    double[] out = new double[2 * n];
    for (int b = 0; b < n; b++) {
      out[b] = planes[(state * n + b) * LANES + lane];
      out[n + b] = planes[plane + (state * n + b) * LANES + lane];
    }
    return out;
  }

  /// Re⟨a|b⟩ where `swap` is 0, Im⟨a|b⟩ where it is 1.
  private static double inner(double[] a, double[] b, boolean imaginary) {
    int n = a.length / 2;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += imaginary ? a[i] * b[n + i] - a[n + i] * b[i] : a[i] * b[i] + a[n + i] * b[n + i];
    }
    return sum;
  }

  /// Π_i (1 − i t_i P_i) ψ, and its transpose, which undoes it up to Π (1 + t_i²); states of
  /// several inputs, with their own tangents or with one for all.
  @ParameterizedTest
  @MethodSource("both")
  void turnsAreRotationsWithoutTheirCosines(BatchLanes kernels) {
    int states = 3;
    for (AxisBlock block : blocks(true)) {
      int n = block.amplitudes();
      int plane = states * n * LANES;
      for (int step : new int[] {0, 4 * LANES}) {
        double[] psi = numbers(2 * plane);
        double[] tangents = numbers(states * 4 * LANES, 3);
        double[] out = new double[2 * plane];
        kernels.turn(block, false, states, psi, 0, out, 0, tangents, 0, step);
        kernels.turn(block, false, states, psi, plane, out, plane, tangents, 0, step);
        double[] back = out.clone();
        kernels.turn(block, true, states, back, 0, back, 0, tangents, 0, step);
        for (int state = 0; state < states; state++) {
          for (int lane = 0; lane < LANES; lane++) {
            double[] expected = state(psi, n, state, plane, lane);
            double growth = 1;
            for (int i = 0; i < block.size(); i++) {
              double t = tangents[state * step + i * LANES + lane];
              growth *= 1 + t * t;
              double[] string = applied(block.axes().get(i), expected);
              for (int b = 0; b < n; b++) {
                expected[b] += t * string[n + b];
                expected[n + b] -= t * string[b];
              }
            }
            assertClose(state(out, n, state, plane, lane), expected, 100 * ROUND_OFF);
            double[] begun = state(psi, n, state, plane, lane);
            for (int b = 0; b < n; b++) {
              assertThat(back[(state * n + b) * LANES + lane])
                  .isCloseTo(growth * begun[b], within(growth * ROUND_OFF));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void overlapsAreImaginaryPartsOfInnerProducts(BatchLanes kernels) {
    int states = 3;
    for (AxisBlock block : blocks(true)) {
      if (block.size() > 3) {
        continue;
      }
      int n = block.amplitudes();
      int plane = states * n * LANES;
      double[] psi = numbers(2 * plane);
      double[] lambda = numbers(2 * plane);
      double[] before = numbers(3 * LANES);
      double[] sums = before.clone();
      kernels.overlap(block, states, lambda, 0, psi, 0, sums, 0);
      kernels.overlap(block, states, lambda, plane, psi, plane, sums, 0);
      for (int i = 0; i < block.size(); i++) {
        for (int lane = 0; lane < LANES; lane++) {
          double expected = before[i * LANES + lane];
          for (int state = 0; state < states; state++) {
            double[] string = applied(block.axes().get(i), state(psi, n, state, plane, lane));
            expected += inner(state(lambda, n, state, plane, lane), string, true);
          }
          assertThat(sums[i * LANES + lane]).isCloseTo(expected, within(ROUND_OFF));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void realStringsAreObserved(BatchLanes kernels) {
    int states = 3;
    for (AxisBlock block : blocks(false)) {
      int n = block.amplitudes();
      int plane = states * n * LANES;
      double[] psi = numbers(2 * plane);
      double[] lambda = numbers(2 * plane);
      double[] out = lambda.clone();
      double[] factors = numbers(4 * LANES);
      double[] residual = numbers(states * LANES);
      double[] some = new double[states * 4 * LANES];
      double[] rows = new double[states * LANES];
      double[] sums = new double[4 * LANES];
      for (int p = 0; p <= plane; p += plane) {
        kernels.means(block, states, psi, p, some, 0);
        kernels.observe(block, states, residual, 0, factors, 0, psi, p, out, p);
      }
      kernels.contract(block.size(), states, factors, 0, some, 0, rows, 0);
      kernels.accumulate(block.size(), states, residual, 0, some, 0, sums, 0);
      double[][] means = new double[block.size()][LANES];
      for (int state = 0; state < states; state++) {
        for (int lane = 0; lane < LANES; lane++) {
          double[] ket = state(psi, n, state, plane, lane);
          double[] expected = state(lambda, n, state, plane, lane);
          double value = 0;
          for (int i = 0; i < block.size(); i++) {
            double c = factors[i * LANES + lane];
            double[] string = applied(block.axes().get(i), ket);
            double mean = inner(ket, string, false);
            value += c * mean;
            means[i][lane] += residual[state * LANES + lane] * mean;
            for (int b = 0; b < 2 * n; b++) {
              expected[b] += residual[state * LANES + lane] * c * string[b];
            }
          }
          assertThat(rows[state * LANES + lane]).isCloseTo(value, within(10 * ROUND_OFF));
          assertClose(state(out, n, state, plane, lane), expected, ROUND_OFF);
        }
      }
      for (int i = 0; i < block.size(); i++) {
        for (int lane = 0; lane < LANES; lane++) {
          assertThat(sums[i * LANES + lane]).isCloseTo(means[i][lane], within(10 * ROUND_OFF));
        }
      }
    }
  }

  @Test
  void vectorKernelsAgreeWithTheirScalarTwinsInEveryBit() {
    int states = 3;
    for (boolean imaginary : new boolean[] {true, false}) {
      for (AxisBlock block : blocks(imaginary)) {
        int plane = states * block.amplitudes() * LANES;
        double[] psi = numbers(plane);
        double[] other = numbers(plane);
        double[] few = numbers(states * 4 * LANES);
        if (imaginary) {
          same(
              plane,
              (k, out) -> k.turn(block, true, states, psi, 0, out, 0, few, 0, 0),
              (k, out) -> k.turn(block, false, states, psi, 0, out, 0, few, 0, 4 * LANES),
              (k, out) -> k.turnShared(block, states, other, 0, out, 0, few, 0));
          if (block.size() < 4) {
            same(3 * LANES, (k, out) -> k.overlap(block, states, other, 0, psi, 0, out, 0));
          }
        } else {
          int g = block.size();
          same(
              Math.max(plane, states * g * LANES),
              (k, out) -> k.means(block, states, psi, 0, out, 0),
              (k, out) -> k.contract(g, states, few, 0, few, 0, out, LANES),
              (k, out) -> k.accumulate(g, states, other, 0, few, 0, out, LANES),
              (k, out) -> k.observe(block, states, other, 0, few, 0, psi, 0, out, 0));
        }
      }
    }
    for (int m = 1; m <= 4; m++) {
      int n = 1 << m;
      int plane = states * n * LANES;
      double[] psi = numbers(2 * plane);
      double[] table = numbers(2 * n * LANES);
      double[] few = numbers(states * 2 * n);
      for (boolean real : new boolean[] {false, true}) {
        same(
            2 * plane + n * LANES,
            (k, out) -> k.multiply(n, real, false, states, psi, 0, out, 0, plane, table, 0),
            (k, out) -> k.multiply(n, real, true, states, psi, 0, out, 0, plane, table, 0),
            (k, out) ->
                k.multiplyBack(n, real, states, out, 0, psi, 0, plane, table, 0, out, 2 * plane),
            (k, out) ->
                k.multiplyShared(n, real, true, states, psi, 0, out, 0, plane, few, 0, 2 * n),
            (k, out) -> k.multiplyShared(n, real, false, states, psi, 0, out, 0, plane, few, 0, 0),
            (k, out) -> k.expectation(n, real, states, table, 0, psi, 0, plane, out, LANES),
            (k, out) ->
                k.weigh(n, real, states, psi, 3, table, 0, psi, 0, out, 0, plane, out, 2 * plane));
      }
      same(
          plane,
          (k, out) -> k.sign(n, states, psi, 0, out, 0, few),
          (k, out) -> k.sineCosine(psi, 0, out, 0),
          (k, out) -> k.addAngles(1, psi, 0, few, 0, 2, out, 0, LANES, out, LANES),
          (k, out) -> k.broadcast(n, few, 1, out, 0),
          (k, out) -> k.scale(n, few, 0, out, LANES),
          (k, out) -> k.dot(n, psi, 0, table, 0, out, 0),
          (k, out) -> k.gram(n / 2, 2, psi, 0, table, 0, out, 0));
      for (PauliAxis axis : axes(m)) {
        same(
            2 * n * LANES,
            (k, out) -> k.addPauli(axis, table, 0, few, 0, psi, 0, out, 0, n * LANES));
        if (axis.x() == 0) {
          same(
              n * LANES,
              (k, out) -> k.sum(axis, psi, 0, out, 0),
              (k, out) -> k.spread(axis, few, 0, out, 0));
        }
      }
    }
  }

  /// Against the library's, which errs by less than an ulp; beyond 2^19 they are the library's.
  @ParameterizedTest
  @MethodSource("both")
  void sinesAndCosinesAreTheLibrarys(BatchLanes kernels) {
    double[] trig = new double[2 * LANES];
    for (int repeat = 0; repeat < 1000; repeat++) {
      double most = repeat % 5 == 0 ? 1e7 : 20;
      double[] angles = numbers(LANES, most);
      angles[0] = Math.PI / 2 * (repeat % 9 - 4);
      kernels.sineCosine(angles, 0, trig, 0);
      for (int lane = 0; lane < LANES; lane++) {
        assertThat(trig[lane]).isCloseTo(Math.cos(angles[lane]), within(2.3e-16));
        assertThat(trig[LANES + lane]).isCloseTo(Math.sin(angles[lane]), within(2.3e-16));
      }
    }
  }

  /// The last angle of each state makes a cosine of 0 or nearly so with a lane's.
  @ParameterizedTest
  @MethodSource("both")
  void tangentsOfSumsAreSinesByCosines(BatchLanes kernels) {
    int states = 5;
    double[] angles = numbers(LANES, 3);
    angles[2] = 0;
    double[] trig = new double[2 * LANES];
    kernels.sineCosine(angles, 0, trig, 0);
    trig[2] = 1;
    trig[LANES + 2] = 0;
    double[] more = numbers(states, 3);
    double[] other = new double[3 * states];
    for (int state = 0; state < states; state++) {
      other[3 * state] = Math.cos(more[state]);
      other[3 * state + 1] = Math.sin(more[state]);
    }
    other[3] = 0;
    other[4] = 1;
    more[1] = Math.PI / 2;
    double[] tangents = numbers(2 * states * LANES);
    double[] before = numbers(states * LANES);
    double[] products = before.clone();
    kernels.addAngles(states, trig, 0, other, 0, 3, tangents, LANES, 2 * LANES, products, 0);
    for (int state = 0; state < states; state++) {
      for (int lane = 0; lane < LANES; lane++) {
        double cosine = products[state * LANES + lane] / before[state * LANES + lane];
        double sine = cosine * tangents[(2 * state + 1) * LANES + lane];
        double sum = angles[lane] + more[state];
        assertThat(cosine).isCloseTo(Math.cos(sum), within(1e-15));
        assertThat(sine).isCloseTo(Math.sin(sum), within(1e-15));
        assertThat(cosine).isNotZero();
      }
    }
  }

  private static double[] row(double number) {
    double[] row = new double[LANES];
    Arrays.fill(row, number);
    return row;
  }

  private interface Call {
    void on(BatchLanes kernels, double[] out);
  }

  private void same(int size, Call... calls) {
    for (Call call : calls) {
      double[] before = numbers(size + 2 * LANES);
      double[] one = before.clone();
      double[] two = before.clone();
      call.on(new PlainBatchLanes(), one);
      call.on(new VectorBatchLanes(), two);
      assertThat(Arrays.equals(two, one)).isTrue();
      assertThat(one).as("does something").isNotEqualTo(before);
    }
  }

  private static StateLanes single() {
    return StateLanes.plain();
  }

  /// A diagonal made by rotations of 1, and contracted on the way back: the same as single
  /// rotations and overlaps.
  @ParameterizedTest
  @MethodSource("both")
  void diagonalsAreProductsOfRotations(BatchLanes kernels) {
    int n = 8;
    int plane = n * LANES;
    List<PauliAxis> diagonal = axes(3).stream().filter(a -> a.x() == 0).toList();
    double[] trig = trig();
    double[] phases = new double[2 * plane];
    Arrays.fill(phases, 0, plane, 1);
    double[] psi = numbers(2 * plane);
    double[] lambda = numbers(2 * plane);
    double[] single = psi.clone();
    for (PauliAxis axis : diagonal) {
      single().rotate(axis, false, phases, 0, phases, 0, trig, 0);
      single().rotate(axis, false, single, 0, single, 0, trig, 0);
    }
    double[] fused = new double[2 * plane];
    kernels.multiply(n, false, false, 1, psi, 0, fused, 0, plane, phases, 0);
    assertClose(fused, single, ROUND_OFF);
    double[] rows = new double[plane];
    double[] back = lambda.clone();
    kernels.multiplyBack(n, false, 1, back, 0, psi, 0, plane, phases, 0, rows, 0);
    double[] again = new double[2 * plane];
    kernels.multiply(n, false, false, 1, back, 0, again, 0, plane, phases, 0);
    assertClose(again, lambda, 100 * ROUND_OFF);
    for (PauliAxis axis : diagonal) {
      double[] sums = new double[LANES];
      kernels.sum(axis, rows, 0, sums, 0);
      for (int lane = 0; lane < LANES; lane++) {
        double[] string = applied(axis, state(psi, n, 0, plane, lane));
        assertThat(sums[lane])
            .isCloseTo(inner(state(back, n, 0, plane, lane), string, true), within(ROUND_OFF));
      }
    }
  }

  /// Any number of states, so that whole blocks, parts of them and single pairs are met.
  @ParameterizedTest
  @MethodSource("both")
  void statesAreMultipliedWithEachOther(BatchLanes kernels) {
    int n = 4;
    for (int states = 1; states < 14; states++) {
      double[] left = numbers(states * n * LANES);
      double[] right = numbers(states * n * LANES);
      double[] sums = numbers(states * states * LANES);
      double[] before = sums.clone();
      kernels.gram(n, states, left, 0, right, 0, sums, 0);
      for (int at = 0; at < sums.length; at++) {
        int i = at / LANES / states;
        int j = at / LANES % states;
        double expected = before[at];
        for (int b = 0; b < n && j >= i; b++) {
          expected +=
              left[(i * n + b) * LANES + at % LANES] * right[(j * n + b) * LANES + at % LANES];
        }
        assertThat(sums[at]).as("%d of %d", at, states).isCloseTo(expected, within(ROUND_OFF));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void diagonalStringsAreObserved(BatchLanes kernels) {
    int n = 8;
    int plane = n * LANES;
    double[] psi = numbers(2 * plane);
    for (PauliAxis axis : axes(3).stream().filter(a -> a.x() == 0).toList()) {
      double[] factors = numbers(LANES);
      double[] weights = new double[plane];
      kernels.spread(axis, factors, 0, weights, 0);
      double[] row = new double[LANES];
      kernels.expectation(n, false, 1, weights, 0, psi, 0, plane, row, 0);
      double[] lambda = new double[2 * plane];
      double[] squares = new double[plane];
      kernels.weigh(n, false, 1, row(0.3), 0, weights, 0, psi, 0, lambda, 0, plane, squares, 0);
      double[] dot = new double[LANES];
      kernels.dot(2 * n, lambda, 0, psi, 0, dot, 0);
      for (int lane = 0; lane < LANES; lane++) {
        double[] ket = state(psi, n, 0, plane, lane);
        double mean = inner(ket, applied(axis, ket), false);
        assertThat(row[lane]).isCloseTo(factors[lane] * mean, within(ROUND_OFF));
        assertThat(dot[lane]).isCloseTo(0.3 * row[lane], within(ROUND_OFF));
        assertThat(squares[5 * LANES + lane])
            .isCloseTo(0.3 * (ket[5] * ket[5] + ket[13] * ket[13]), within(ROUND_OFF));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void addedStringsFollowTheDefinition(BatchLanes kernels) {
    for (PauliAxis axis : axes(3)) {
      double[] psi = numbers(16 * LANES);
      double[] out = new double[psi.length];
      kernels.addPauli(axis, row(2), 0, row(1), 0, psi, 0, out, 0, 8 * LANES);
      for (int lane = 0; lane < LANES; lane++) {
        double[] expected = applied(axis, state(psi, 8, 0, 8 * LANES, lane));
        Arrays.setAll(expected, b -> 2 * expected[b]);
        assertThat(state(out, 8, 0, 8 * LANES, lane)).containsExactly(expected, within(0.0));
      }
    }
  }

  /// The two tables of first rows: on 15 qubits blocks of two rows need both.
  @ParameterizedTest
  @MethodSource("both")
  void blocksOfLargeStatesCoverEachRowOnce(BatchLanes kernels) {
    PauliAxis axis = new PauliAxis(15, 0b110, 0b101_0000_0000_0100, -1);
    AxisBlock block = new AxisBlock(List.of(axis));
    assertThat(block.high).hasSizeGreaterThan(1);
    int plane = axis.amplitudes() * LANES;
    double[] psi = numbers(2 * plane);
    double[] out = psi.clone();
    double[] tangents = numbers(LANES);
    double[] sums = new double[LANES];
    kernels.overlap(block, 1, out, 0, psi, 0, sums, 0);
    kernels.turn(block, false, 1, out, 0, out, 0, tangents, 0, 0);
    kernels.turn(block, false, 1, out, plane, out, plane, tangents, 0, 0);
    double[] ket = state(psi, axis.amplitudes(), 0, plane, 1);
    double[] string = applied(axis, ket);
    double[] after = state(out, axis.amplitudes(), 0, plane, 1);
    for (int b = 0; b < axis.amplitudes(); b++) {
      double expected = ket[b] + tangents[1] * string[b + axis.amplitudes()];
      assertThat(after[b]).isCloseTo(expected, within(ROUND_OFF));
    }
    // ⟨ψ|P|ψ⟩ is real.
    assertThat(sums[1]).isCloseTo(0, within(1e-10));
  }

  @Test
  void stringsThatDoNotFitAreRefused() {
    PauliAxis y0 = new PauliAxis(2, 2, 2, 1);
    PauliAxis y1 = new PauliAxis(2, 1, 1, 1);
    PauliAxis yz = new PauliAxis(2, 2, 3, 1);
    assertThat(AxisBlock.fits(List.of(y0), y1)).isTrue();
    assertThat(AxisBlock.fits(List.of(y0), y0)).as("the same x").isFalse();
    assertThat(AxisBlock.fits(List.of(y1), yz)).as("odd").isFalse();
    assertThat(AxisBlock.fits(List.of(y0), new PauliAxis(2, 1, 0, 1))).as("real").isFalse();
    assertThatThrownBy(() -> new AxisBlock(List.of(y1, yz))).hasMessageContaining("does not fit");
    assertThatThrownBy(() -> new AxisBlock(List.of())).hasMessageContaining("1 to 4");
    for (BatchLanes kernels : both()) {
      AxisBlock block = new AxisBlock(List.of(y0));
      double[] some = new double[8 * LANES];
      assertThatThrownBy(() -> kernels.means(block, 1, some, 0, some, 0))
          .hasMessageContaining("real strings are needed");
    }
  }

  /// All strings but the identity, with both signs.
  private static List<PauliAxis> axes(int m) {
    List<PauliAxis> axes = new ArrayList<>();
    for (int x = 0; x < 1 << m; x++) {
      for (int z = 0; z < 1 << m; z++) {
        if ((x | z) != 0) {
          axes.add(new PauliAxis(m, x, z, 1));
          axes.add(new PauliAxis(m, x, z, -1));
        }
      }
    }
    return axes;
  }

  /// Blocks of each size on 1 to 5 qubits, of random strings that fit, and regular ones.
  private List<AxisBlock> blocks(boolean imaginary) {
    List<AxisBlock> blocks = new ArrayList<>();
    for (int m = 1; m <= 5; m++) {
      for (int size = 1; size <= Math.min(m, AxisBlock.MOST); size++) {
        for (int repeat = 0; repeat < 4; repeat++) {
          List<PauliAxis> axes = new ArrayList<>();
          for (int tries = 0; axes.size() < size; tries++) {
            if (tries % 1000 == 999) {
              axes.clear();
            }
            PauliAxis axis =
                new PauliAxis(
                    m,
                    random.nextInt(1 << m),
                    random.nextInt(1 << m),
                    random.nextBoolean() ? 1 : -1);
            if (axis.isImaginary() == imaginary && AxisBlock.fits(axes, axis)) {
              axes.add(axis);
            }
          }
          AxisBlock block = new AxisBlock(axes);
          if (imaginary || size < 3 || (size == 4 && block.isRegular())) {
            blocks.add(block);
          }
        }
        for (int q = 0; q + size <= m; q++) {
          List<PauliAxis> letters = new ArrayList<>();
          for (int i = q; i < q + size; i++) {
            int sign = random.nextBoolean() ? 1 : -1;
            letters.add(new PauliAxis(m, 1 << i, imaginary ? 1 << i : 0, sign));
          }
          AxisBlock regular = new AxisBlock(letters);
          assertThat(regular.isRegular()).isTrue();
          if (imaginary || size != 3) {
            blocks.add(regular);
          }
        }
      }
    }
    return blocks;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).containsExactly(expected, within(tolerance));
  }

  private double[] numbers(int count) {
    return numbers(count, 1);
  }

  private double[] numbers(int count, double most) {
    return random.doubles(count, -most, most).toArray();
  }

  /// Cosines and sines of random angles, another in each lane.
  private double[] trig() {
    double[] trig = new double[2 * LANES];
    for (int lane = 0; lane < LANES; lane++) {
      double half = random.nextDouble(-7, 7);
      trig[lane] = Math.cos(half);
      trig[LANES + lane] = Math.sin(half);
    }
    return trig;
  }
}
