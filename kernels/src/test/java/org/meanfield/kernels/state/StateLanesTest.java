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
class StateLanesTest {
  private static final int LANES = StateLanes.LANES;

  /// Sums of up to 64 products of numbers up to 1.
  private static final double ROUND_OFF = 1e-13;

  private final SplittableRandom random = new SplittableRandom(5);

  static List<StateLanes> both() {
    return List.of(new PlainLanes(), new VectorLanes());
  }

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(StateLanes.best()).isInstanceOf(VectorLanes.class);
    assertThat(StateLanes.plain()).isInstanceOf(PlainLanes.class);
  }

  /// cos(a/2) ψ − i sin(a/2) Pψ, with P from its definition i^y (−1)^{|b∧z|}.
  @ParameterizedTest
  @MethodSource("both")
  void rotationIsCosineMinusISineP(StateLanes kernels) {
    for (PauliAxis axis : axes(3)) {
      double[] psi = numbers(StateLanes.size(3));
      double[] trig = trig(1);
      double[] out = new double[psi.length];
      kernels.rotate(axis, false, psi, 0, out, 0, trig, 0);
      for (int lane = 0; lane < LANES; lane++) {
        double[] expected = rotated(axis, psi, trig, lane);
        for (int r = 0; r < 16; r++) {
          assertThat(out[r * LANES + lane])
              .as("%s, row %d", axis, r)
              .isCloseTo(expected[r], within(ROUND_OFF));
        }
      }
    }
  }

  private static double[] rotated(PauliAxis axis, double[] psi, double[] trig, int lane) {
    int n = axis.amplitudes();
    double cos = trig[lane];
    double sin = trig[LANES + lane];
    double[] out = new double[2 * n];
    for (int b = 0; b < n; b++) {
      double re = psi[b * LANES + lane];
      double im = psi[(n + b) * LANES + lane];
      out[b] += cos * re;
      out[n + b] += cos * im;
      // −i sin · sign · i^y (−1)^{|b∧z|} ψ_b, at b ⊕ x.
      int power = Integer.bitCount(axis.x() & axis.z()) + 3 + 2 * Integer.bitCount(b & axis.z());
      double s = axis.sign() * sin;
      int c = b ^ axis.x();
      switch (power % 4) {
        case 0 -> add(out, n, c, s * re, s * im);
        case 1 -> add(out, n, c, -s * im, s * re);
        case 2 -> add(out, n, c, -s * re, -s * im);
        default -> add(out, n, c, s * im, -s * re);
      }
    }
    return out;
  }

  private static void add(double[] out, int n, int at, double re, double im) {
    out[at] += re;
    out[n + at] += im;
  }

  @ParameterizedTest
  @MethodSource("both")
  void rotationsKeepTheNorm(StateLanes kernels) {
    double[] psi = numbers(StateLanes.size(3));
    double[] trig = trig(2);
    double before = norm(kernels, psi);
    for (PauliAxis axis : axes(3)) {
      kernels.rotate(axis, false, psi, 0, psi, 0, trig, 0);
    }
    // A rounded cosine and sine have c² + s² = 1 ± 2⁻⁵², here the same 126 times: measured 1.7e−14.
    assertThat(norm(kernels, psi) / before).isCloseTo(1, within(126 * 0x1p-52));
  }

  private static double norm(StateLanes kernels, double[] psi) {
    double[] row = new double[LANES];
    kernels.dot(8, psi, 0, psi, 0, row, 0);
    return row[3];
  }

  @ParameterizedTest
  @MethodSource("both")
  void negatedAxisTurnsBack(StateLanes kernels) {
    for (PauliAxis axis : axes(2)) {
      double[] psi = numbers(StateLanes.size(2));
      double[] back = new double[psi.length];
      double[] trig = trig(1);
      kernels.rotate(axis, false, psi, 0, back, 0, trig, 0);
      kernels.rotate(axis.negated(), false, back, 0, back, 0, trig, 0);
      assertClose(back, psi);
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void realStatesStayReal(StateLanes kernels) {
    for (PauliAxis axis : axes(3)) {
      double[] psi = numbers(StateLanes.size(3));
      double[] real = psi.clone();
      double[] trig = trig(1);
      if (axis.isImaginary()) {
        double[] zero = psi.clone();
        Arrays.fill(zero, zero.length / 2, zero.length, 0);
        kernels.rotate(axis, true, real, 0, real, 0, trig, 0);
        kernels.rotate(axis, false, zero, 0, zero, 0, trig, 0);
        for (int i = 0; i < psi.length; i++) {
          assertThat(real[i]).isEqualTo(i < psi.length / 2 ? zero[i] : psi[i]);
        }
      } else {
        assertThatThrownBy(() -> kernels.rotate(axis, true, real, 0, real, 0, trig, 0))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kernels.overlap(axis, true, real, 0, psi, 0, trig, 0))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void axesThatCrossTurnInOneGoWithTheSameBits() {
    int crossing = 0;
    StateLanes plain = new PlainLanes();
    StateLanes vector = new VectorLanes();
    for (PauliAxis first : axes(3).stream().filter(a -> a.sign() > 0).toList()) {
      for (PauliAxis second : axes(3)) {
        boolean real = first.isImaginary() && second.isImaginary() && random.nextBoolean();
        if (first.crosses(second)) {
          crossing++;
          double[] psi = numbers(StateLanes.size(3));
          double[] trig = trig(2);
          double[] one = new double[psi.length];
          double[] two = new double[psi.length];
          plain.rotateTwo(first, second, real, psi, 0, one, 0, trig, 0, 2 * LANES);
          vector.rotateTwo(first, second, real, psi, 0, two, 0, trig, 0, 2 * LANES);
          assertThat(Arrays.equals(two, one)).isTrue();
        }
      }
    }
    assertThat(crossing).isGreaterThan(1000);
  }

  /// The overlap is the derivative of the half-angle rotation: d/da ½⟨ψ|λ⟩ at fixed λ, doubled.
  @ParameterizedTest
  @MethodSource("both")
  void overlapIsTheSlopeOfTheDot(StateLanes kernels) {
    double h = 1e-3;
    double[] trig = new double[4 * LANES];
    for (int lane = 0; lane < LANES; lane++) {
      trig[lane] = Math.cos(h / 2);
      trig[LANES + lane] = Math.sin(h / 2);
    }
    for (PauliAxis axis : axes(2)) {
      double[] psi = numbers(StateLanes.size(2));
      double[] lambda = numbers(psi.length);
      double[] ahead = psi.clone();
      double[] behind = psi.clone();
      kernels.rotate(axis, false, psi, 0, ahead, 0, trig, 0);
      kernels.rotate(axis.negated(), false, psi, 0, behind, 0, trig, 0);
      double[] rows = new double[3 * LANES];
      kernels.dot(4, lambda, 0, ahead, 0, rows, 0);
      kernels.dot(4, lambda, 0, behind, 0, rows, LANES);
      kernels.overlap(axis, false, lambda, 0, psi, 0, rows, 2 * LANES);
      for (int lane = 0; lane < LANES; lane++) {
        double slope = (rows[lane] - rows[LANES + lane]) / (2 * h);
        // f is a wave of half the angle: the difference errs by h²/24 of it, 4e−8 times |f| ≤ 3.
        assertThat(rows[2 * LANES + lane]).isCloseTo(2 * slope, within(3e-7));
      }
    }
  }

  @Test
  void vectorKernelsAgreeWithTheirScalarTwins() {
    for (int m = 1; m <= 4; m++) {
      int n = 1 << m;
      int size = StateLanes.size(m);
      double[] psi = numbers(size);
      double[] lambda = numbers(size);
      for (boolean real : new boolean[] {false, true}) {
        same(
            size,
            (k, out) -> k.broadcast(real ? n : 2 * n, psi, 1, out, 0),
            (k, out) -> k.dot(n, lambda, 0, psi, 0, out, 0));
        for (PauliAxis axis : axes(m)) {
          if (!real || axis.isImaginary()) {
            double[] trig = trig(1);
            same(
                size,
                (k, out) -> k.rotate(axis, real, psi, 0, out, 0, trig, 0),
                (k, out) -> k.addPauli(axis, 0.3, psi, 0, out, 0),
                (k, out) -> k.overlap(axis, real, lambda, 0, psi, 0, out, 0));
          }
        }
      }
    }
  }

  private interface Call {
    void on(StateLanes kernels, double[] out);
  }

  private void same(int size, Call... calls) {
    for (Call call : calls) {
      double[] before = numbers(size + LANES);
      double[] one = before.clone();
      double[] two = before.clone();
      call.on(new PlainLanes(), one);
      call.on(new VectorLanes(), two);
      assertThat(Arrays.equals(two, one)).isTrue();
      assertThat(one).as("does something").isNotEqualTo(before);
    }
  }

  /// A rotation by π is −iP.
  @ParameterizedTest
  @MethodSource("both")
  void pauliIsARotationByPi(StateLanes kernels) {
    double[] trig = new double[2 * LANES];
    Arrays.fill(trig, LANES, 2 * LANES, 1);
    for (PauliAxis axis : axes(3)) {
      double[] psi = numbers(StateLanes.size(3));
      double[] turned = new double[psi.length];
      double[] applied = new double[psi.length];
      kernels.rotate(axis, false, psi, 0, turned, 0, trig, 0);
      kernels.addPauli(axis, 1, psi, 0, applied, 0);
      int im = psi.length / 2;
      for (int i = 0; i < im; i++) {
        assertThat(turned[i]).isEqualTo(applied[im + i]);
        assertThat(turned[im + i]).isEqualTo(-applied[i]);
      }
    }
  }

  @Test
  void statesThatNoArrayHoldsAreRefused() {
    assertThat(StateLanes.size(26)).isEqualTo(1 << 30);
    assertThatThrownBy(() -> StateLanes.size(27)).hasMessageContaining("1 to 26 qubits, got 27");
    assertThatThrownBy(() -> new PauliAxis(27, 1, 0, 1)).hasMessageContaining("got 27");
    assertThatThrownBy(() -> new PauliAxis(2, 4, 0, 1)).hasMessageContaining("beyond 2 qubits");
    assertThatThrownBy(() -> new PauliAxis(2, 1, 0, 2)).hasMessageContaining("1 or -1");
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

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double furthest = 0;
    for (int i = 0; i < actual.length; i++) {
      furthest = Math.max(furthest, Math.abs(actual[i] - expected[i]));
    }
    assertThat(furthest).isLessThan(ROUND_OFF);
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  /// Cosines and sines of random angles, another in each lane.
  private double[] trig(int slots) {
    double[] trig = new double[2 * LANES * slots];
    for (int slot = 0; slot < slots; slot++) {
      for (int lane = 0; lane < LANES; lane++) {
        double half = random.nextDouble(-7, 7);
        trig[2 * LANES * slot + lane] = Math.cos(half);
        trig[2 * LANES * slot + LANES + lane] = Math.sin(half);
      }
    }
    return trig;
  }
}
