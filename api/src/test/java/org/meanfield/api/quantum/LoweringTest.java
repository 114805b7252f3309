package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Gates as Pauli rotations: the same matrices up to a phase of the whole.
class LoweringTest {
  private static final double[] NONE = {};

  /// Hundreds of rotations of entries below 1: measured up to 5.1e−15, by a random unitary on four
  /// qubits.
  private static final double ROUND_OFF = 3e-14;

  private static Unitary real(int qubits, double... re) {
    return Unitary.of(qubits, re, new double[re.length]);
  }

  /// {@return the matrix that sends basis state b to `to[b]`}
  private static Unitary permutation(int... to) {
    double[] re = new double[to.length * to.length];
    for (int b = 0; b < to.length; b++) {
      re[to[b] * to.length + b] = 1;
    }
    return real(Integer.numberOfTrailingZeros(to.length), re);
  }

  private static Unitary diagonal(double... degrees) {
    int n = degrees.length;
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int b = 0; b < n; b++) {
      re[b * n + b] = Math.cos(Math.toRadians(degrees[b]));
      im[b * n + b] = Math.sin(Math.toRadians(degrees[b]));
    }
    return Unitary.of(Integer.numberOfTrailingZeros(n), re, im);
  }

  /// What the gates do to basis states, as every textbook has it.
  private static Unitary textbook(StandardGate gate) {
    double r = Math.sqrt(0.5);
    Unitary y = Unitary.of(1, new double[4], new double[] {0, -1, 1, 0});
    double[] half = {0.5, 0.5, 0.5, 0.5};
    Unitary root = Unitary.of(1, half, new double[] {0.5, -0.5, -0.5, 0.5});
    return switch (gate) {
      case X -> permutation(1, 0);
      case Y -> y;
      case Z -> diagonal(0, 180);
      case H -> real(1, r, r, r, -r);
      case S -> diagonal(0, 90);
      case SDG -> diagonal(0, -90);
      case T -> diagonal(0, 45);
      case TDG -> diagonal(0, -45);
      case SX -> root;
      case SXDG -> root.adjoint();
      case CX -> permutation(0, 1, 3, 2);
      case CY -> y.controlled();
      case CZ -> diagonal(0, 0, 0, 180);
      case CH -> real(1, r, r, r, -r).controlled();
      case SWAP -> permutation(0, 2, 1, 3);
      case ISWAP -> permutation(0, 2, 1, 3).times(diagonal(0, 90, 90, 0));
      case CCX -> permutation(0, 1, 2, 3, 4, 5, 7, 6);
      case CCZ -> diagonal(0, 0, 0, 0, 0, 0, 0, 180);
      case CSWAP -> permutation(0, 1, 2, 3, 4, 6, 5, 7);
    };
  }

  @ParameterizedTest
  @EnumSource(StandardGate.class)
  void namedGatesAreThoseOfTheTextbook(StandardGate gate) {
    int[] on = IntStream.range(0, gate.qubits()).toArray();
    Circuit circuit = Circuit.on(gate.qubits()).gate(gate, on).build();
    assertThat(Acted.distance(Acted.matrix(circuit, NONE, NONE), textbook(gate)))
        .isLessThan(ROUND_OFF);
    assertThat(gate.word()).isEqualTo(gate.name().toLowerCase(Locale.ROOT));
  }

  /// The measure used here sees a wrong gate.
  @Test
  void anotherGateIsFarAway() {
    assertThat(Acted.distance(textbook(StandardGate.S), textbook(StandardGate.T)))
        .isGreaterThan(0.1);
    assertThat(Acted.distance(textbook(StandardGate.CX), textbook(StandardGate.CY)))
        .isGreaterThan(0.1);
  }

  @Test
  void qubitsOfANamedGateKeepTheirOrder() {
    Circuit circuit = Circuit.on(2).controlledNot(1, 0).build();
    assertThat(Acted.distance(Acted.matrix(circuit, NONE, NONE), permutation(0, 3, 2, 1)))
        .isLessThan(ROUND_OFF);
  }

  /// Where the control is 0 nothing is turned; where it is 1 the rotation acts.
  @ParameterizedTest
  @EnumSource(
      value = Pauli.class,
      names = {"X", "Y", "Z"})
  void controlledRotationsAreControlled(Pauli letter) {
    double[] theta = {0.83};
    Circuit turn = Circuit.on(1).rotate(letter, 0, Angle.theta(0)).build();
    Circuit controlled = Circuit.on(2).rotateControlled(letter, 0, 1, Angle.theta(0)).build();
    assertThat(
            Acted.distance(
                Acted.matrix(controlled, theta, NONE),
                Acted.matrix(turn, theta, NONE).controlled()))
        .isLessThan(ROUND_OFF);
  }

  /// Haar-like unitaries by Gram and Schmidt, diagonals, permutations and the identity.
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 3", "2, 4", "3, 5", "4, 6"})
  void matricesAreBuiltOutOfRotations(int qubits, long seed) {
    Unitary unitary = random(qubits, seed);
    int[] on = IntStream.range(0, qubits).toArray();
    Circuit circuit = Circuit.on(qubits).unitary("U", unitary, on).build();
    assertThat(Acted.distance(Acted.matrix(circuit, NONE, NONE), unitary)).isLessThan(ROUND_OFF);
  }

  @Test
  void matricesWithZerosAreBuiltToo() {
    for (Unitary unitary :
        List.of(
            permutation(2, 0, 3, 1),
            permutation(7, 2, 0, 1, 3, 5, 4, 6),
            diagonal(10, 200, -70, 33),
            diagonal(0, 0, 0, 0))) {
      int[] on = IntStream.range(0, unitary.qubits()).toArray();
      Circuit circuit = Circuit.on(unitary.qubits()).unitary("U", unitary, on).build();
      assertThat(Acted.distance(Acted.matrix(circuit, NONE, NONE), unitary)).isLessThan(ROUND_OFF);
    }
  }

  @Test
  void theIdentityIsNoRotation() {
    Circuit circuit = Circuit.on(2).unitary("1", diagonal(0, 0, 0, 0), 1, 0).build();
    assertThat(circuit.elementary()).isEmpty();
  }

  /// The first qubit named is the most significant bit of the matrix.
  @Test
  void qubitsOfAMatrixKeepTheirOrder() {
    Circuit circuit =
        Circuit.on(2).unitary("cx", textbook(StandardGate.CX), 1, 0).controlledNot(1, 0).build();
    assertThat(Acted.distance(Acted.matrix(circuit, NONE, NONE), permutation(0, 1, 2, 3)))
        .isLessThan(ROUND_OFF);
  }

  /// exp(−ia(P + Q)/2) = exp(−iaP/2) exp(−iaQ/2) as P and Q commute; constants go into the data.
  @Test
  void evolutionsTurnAboutEachString() {
    PauliSum generator = PauliSum.parse("0.5*X0*X1 - 2*Z0*Z1 + 7*I", 2);
    Angle angle = Angle.theta(0).times(3).plus(Angle.feature(0)).plus(0.1);
    Circuit circuit = Circuit.on(2).evolve(generator, angle).build();
    PauliString xx = generator.terms().get(0).string();
    PauliString zz = generator.terms().get(1).string();
    Encoding data = angle.encoding();
    assertThat(circuit.elementary())
        .containsExactly(
            new Elementary.Rotation(xx, new Elementary.Drive.Data(data.times(0.5))),
            new Elementary.Rotation(zz, new Elementary.Drive.Data(data.times(-2))),
            new Elementary.Rotation(xx, new Elementary.Drive.Theta(0, 1.5)),
            new Elementary.Rotation(zz, new Elementary.Drive.Theta(0, -6)));
    assertThat(circuit.scales(0)).containsExactly(1.5, -6.0);
  }

  @Test
  void neighbouringTurnsByDataAreOne() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.X, 0, Angle.feature(0))
            .rotate(Pauli.X, 0, Angle.feature(1).plus(1))
            .rotate(Pauli.Y, 0, Angle.of(0.5))
            .rotate(Pauli.Y, 0, Angle.of(-0.5))
            .build();
    assertThat(circuit.elementary())
        .containsExactly(
            new Elementary.Rotation(
                PauliString.identity(1).with(0, Pauli.X),
                new Elementary.Drive.Data(
                    Encoding.feature(0).plus(Encoding.feature(1)).plus(Encoding.constant(1)))));
  }

  @Test
  void noiseStaysWhereItIs() {
    QuantumChannel channel = QuantumChannel.dephasing(0.1);
    Circuit circuit = Circuit.on(2).gate(StandardGate.X, 0).disturb(channel, 1).build();
    assertThat(circuit.elementary()).last().isEqualTo(new Elementary.Disturbance(channel, 1));
    assertThat(circuit.isNoisy()).isTrue();
    assertThat(Circuit.on(1).gate(StandardGate.H, 0).build().isNoisy()).isFalse();
  }

  @Test
  void matricesThatAreNotUnitaryAreRefused() {
    assertThatThrownBy(() -> real(1, 1, 0, 0, 1.001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the matrix is not unitary: an entry of U†U differs");
    assertThatThrownBy(() -> real(1, Double.NaN, 0, 0, 1)).hasMessageContaining("not unitary");
    assertThatThrownBy(() -> real(2, 1, 0, 0, 1)).hasMessageContaining("has 16 entries, got 4");
    assertThatThrownBy(() -> real(5, new double[1 << 10])).hasMessageContaining("1 to 4 qubits");
    assertThatThrownBy(() -> permutation(0, 1).times(permutation(0, 1, 2, 3)))
        .hasMessage("unitaries on 1 and 2 qubits have no product");
    assertThatThrownBy(() -> random(4, 1).controlled()).hasMessageContaining("1 to 4 qubits");
    assertThatThrownBy(() -> Circuit.on(2).unitary("U", permutation(0, 1), 0, 1))
        .hasMessage("unitary U acts on 1 qubit, got [0, 1]");
    assertThatThrownBy(() -> Circuit.on(3).gate(StandardGate.CCX, 0, 1))
        .hasMessage("gate ccx acts on 3 qubits, got [0, 1]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void adjointsInvert(int qubits) {
    Unitary u = random(qubits, 20 + qubits);
    double[] one = new double[u.size()];
    assertThat(Acted.distance(u.times(u.adjoint()), diagonal(one))).isLessThan(ROUND_OFF);
    assertThat(u.adjoint().adjoint()).isEqualTo(u).hasSameHashCodeAs(u);
    double[] copy = u.re();
    copy[0] = 99;
    assertThat(u.re(0, 0)).isNotEqualTo(99);
  }

  @Test
  void channelsShrinkPauliMatrices() {
    QuantumChannel.Flip depolarising = (QuantumChannel.Flip) QuantumChannel.depolarising(0.3);
    for (Pauli letter : Pauli.values()) {
      assertThat(depolarising.factor(letter)).isCloseTo(letter == Pauli.I ? 1 : 0.7, within(1e-15));
    }
    assertThat(((QuantumChannel.Flip) QuantumChannel.dephasing(0.1)).factor(Pauli.X))
        .isCloseTo(0.8, within(1e-15));
    assertThat(((QuantumChannel.Flip) QuantumChannel.bitFlip(0.1)).factor(Pauli.X)).isEqualTo(1);
    assertThatThrownBy(() -> QuantumChannel.depolarising(1.5))
        .hasMessage("a probability lies in [0, 1], got 1.5");
    assertThatThrownBy(() -> new QuantumChannel.Flip(0.5, 0.4, 0.2))
        .hasMessageStartingWith("probabilities of X, Y and Z must be ≥ 0 and together ≤ 1");
    assertThatThrownBy(() -> new QuantumChannel.AmplitudeDamping(Double.NaN))
        .hasMessage("a probability lies in [0, 1], got NaN");
  }

  private static Unitary random(int qubits, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int n = 1 << qubits;
    double[][] re = new double[n][n];
    double[][] im = new double[n][n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        re[r][c] = random.nextGaussian();
        im[r][c] = random.nextGaussian();
      }
      for (int o = 0; o < r; o++) {
        double dotRe = 0;
        double dotIm = 0;
        for (int c = 0; c < n; c++) {
          dotRe += re[o][c] * re[r][c] + im[o][c] * im[r][c];
          dotIm += re[o][c] * im[r][c] - im[o][c] * re[r][c];
        }
        for (int c = 0; c < n; c++) {
          re[r][c] -= dotRe * re[o][c] - dotIm * im[o][c];
          im[r][c] -= dotRe * im[o][c] + dotIm * re[o][c];
        }
      }
      double norm = 0;
      for (int c = 0; c < n; c++) {
        norm += re[r][c] * re[r][c] + im[r][c] * im[r][c];
      }
      for (int c = 0; c < n; c++) {
        re[r][c] /= Math.sqrt(norm);
        im[r][c] /= Math.sqrt(norm);
      }
    }
    return Unitary.of(
        qubits,
        Arrays.stream(re).flatMapToDouble(Arrays::stream).toArray(),
        Arrays.stream(im).flatMapToDouble(Arrays::stream).toArray());
  }
}
