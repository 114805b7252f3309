package org.meanfield.experts.quantum.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.density.DensityBackend;
import org.meanfield.experts.quantum.noise.Noise;
import org.meanfield.experts.quantum.noise.NoiseText;
import org.meanfield.experts.quantum.program.Precision;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;

class PauliExpertTest {
  /// Sums over eleven particles against the statevector backend: measured 6.2e−15.
  private static final double SUM = 1e-12;

  /// Gradients against the adjoint method, residuals up to 1 on nine inputs: measured 2.2e−15.
  private static final double GRADIENT = 1e-12;

  private static final List<Pauli> LETTERS = List.of(Pauli.values());
  private static final int PARTICLES = 11;
  private static final int INPUTS = 9;

  private final SplittableRandom random = new SplittableRandom(3);

  static List<Arguments> rings() {
    List<Arguments> all = new ArrayList<>();
    for (int qubits = 1; qubits <= 6; qubits++) {
      for (int layers = 1; layers <= 3; layers++) {
        all.add(Arguments.of(qubits, layers));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("rings")
  void ringsAreThoseOfTheStatevectorBackend(int qubits, int layers) {
    assertAgrees(Template.RING.circuit(qubits, layers), PauliSum.meanZ(qubits));
    String strings = qubits == 1 ? "0.6*X0 - 0.4*Y0" : "0.5*X0*Y1 - 0.25*Z0 + 0.25*I";
    assertAgrees(Template.RING.circuit(qubits, layers), PauliSum.parse(strings, qubits));
  }

  @Test
  void linesOfOneLayerAreThoseOfTheStatevectorBackend() {
    for (int qubits = 1; qubits <= 5; qubits++) {
      assertAgrees(Template.LINE.circuit(qubits, 1), PauliSum.meanZ(qubits));
    }
  }

  /// The heis template encodes once more at its end; without that it is served.
  @Test
  void pairRotationsAreThoseOfTheStatevectorBackend() {
    for (int qubits = 2; qubits <= 5; qubits++) {
      Circuit.Builder circuit = Circuit.on(qubits);
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(Pauli.Y, q, Angle.feature(q)).rotate(Pauli.X, q, Angle.of(0.4));
      }
      int k = 0;
      for (int layer = 0; layer < 2; layer++) {
        for (int q = 0; q + 1 < qubits; q++) {
          for (Pauli letter : List.of(Pauli.X, Pauli.Y, Pauli.Z)) {
            PauliString pair = PauliString.identity(qubits).with(q, letter).with(q + 1, letter);
            circuit.rotate(pair, Angle.theta(k++));
          }
        }
      }
      assertAgrees(circuit.build(), PauliSum.z(qubits, 0));
    }
  }

  /// Every kind of gate at random, features first, parameters and constants after them in any
  /// order, parameters shared.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void randomCircuitsAreThoseOfTheStatevectorBackend(int qubits) {
    for (int trial = 0; trial < 6; trial++) {
      Circuit.Builder circuit = Circuit.on(qubits);
      for (int g = 0; g < 2 * qubits; g++) {
        circuit.rotate(string(qubits), Angle.feature(random.nextInt(4)));
        gate(circuit, qubits);
      }
      int parameters = 0;
      for (int g = 0; g < 12; g++) {
        int shared = random.nextInt(parameters + 1);
        Angle angle =
            g % 5 == 4
                ? Angle.of(random.nextDouble(-3, 3))
                : Angle.theta(g % 3 == 0 ? shared : parameters);
        for (Angle.Share share : angle.shares()) {
          parameters = Math.max(parameters, share.parameter() + 1);
        }
        circuit.rotate(string(qubits), angle);
        gate(circuit, qubits);
      }
      PauliSum observable =
          PauliSum.of(
              List.of(
                  new PauliSum.Term(0.5, string(qubits)), new PauliSum.Term(-0.5, string(qubits))));
      assertAgrees(circuit.build(), observable);
    }
  }

  /// Noise after every gate, those that encode and the last ones included.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "depolarising 0.05 after all",
        "depolarising 0.1 after two-qubit; dephasing 0.2 after ry",
        "pauli 0.1 0.02 0.3 after all; readout 0.02 0.05",
        "bit-flip 0.9 after rz",
        "dephasing 0.5 after ry; depolarising 1 after rz"
      })
  void noisyRingsAreThoseOfTheDensityBackend(String noise) {
    int fewest = noise.contains("two-qubit") ? 2 : 1;
    for (int qubits = fewest; qubits <= 4; qubits++) {
      for (int layers = 1; layers <= 3; layers++) {
        Noise rules = new NoiseText(noise).noise();
        assertAgrees(
            rules.disturb(Template.RING.circuit(qubits, layers)),
            rules.read(PauliSum.meanZ(qubits)),
            new DensityBackend());
      }
    }
  }

  /// Channels of every kind between gates at random, some that leave nothing of a letter and some
  /// that turn its sign.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void randomNoiseIsThatOfTheDensityBackend(int qubits) {
    for (int trial = 0; trial < 8; trial++) {
      Circuit.Builder circuit = Circuit.on(qubits);
      int parameters = 0;
      for (int g = 0; g < 6 * qubits; g++) {
        disturb(circuit, qubits);
        circuit.rotate(
            string(qubits), g < 3 * qubits ? Angle.feature(g % 4) : Angle.theta(parameters++));
        gate(circuit, qubits);
      }
      disturb(circuit, qubits);
      PauliSum observable =
          PauliSum.of(
              List.of(
                  new PauliSum.Term(0.5, string(qubits)), new PauliSum.Term(-0.5, string(qubits))));
      assertAgrees(circuit.build(), observable, new DensityBackend());
    }
  }

  /// A bit flipped half of the time leaves nothing of Z, in either precision: X alone is turned on,
  /// and at θ = 0 nothing of that either.
  @ParameterizedTest
  @EnumSource
  void whatNoiseLeavesNothingOfIsExactlyZero(Precision precision) {
    for (boolean turned : new boolean[] {false, true}) {
      Circuit.Builder circuit =
          Circuit.on(1)
              .rotate(Pauli.Y, 0, Angle.feature(0))
              .rotate(Pauli.Y, 0, Angle.theta(0))
              .disturb(QuantumChannel.bitFlip(0.5), 0);
      if (turned) {
        circuit.rotate(Pauli.Y, 0, Angle.theta(1));
      }
      BoundExpert bound =
          new PauliBackend(PauliKernels.best(precision))
              .bind(circuit.build(), PauliSum.z(1, 0), Inputs.of(1, 1, new double[] {0.7}));
      double[] sums = new double[1];
      int dimension = turned ? 2 : 1;
      bound
          .at(Particles.of(1, dimension, Arrays.copyOf(new double[] {0.3}, dimension)))
          .addMean(sums);
      assertThat(sums[0]).isZero();
    }
  }

  private void disturb(Circuit.Builder circuit, int qubits) {
    double p = random.nextDouble();
    double q = (1 - p) * random.nextDouble();
    QuantumChannel channel =
        switch (random.nextInt(6)) {
          case 0 -> QuantumChannel.depolarising(0.3 * p);
          case 1 -> QuantumChannel.dephasing(random.nextBoolean() ? 0.5 : p);
          case 2 -> QuantumChannel.bitFlip(0.2 * p);
          case 3 -> new QuantumChannel.Flip(0, p, 0);
          case 4 -> new QuantumChannel.Flip(0.25, 0.25, 0.1 * p);
          default -> new QuantumChannel.Flip(0.4 * p, 0.4 * q, 0.2 * p);
        };
    circuit.disturb(channel, random.nextInt(qubits));
  }

  private PauliString string(int qubits) {
    PauliString string = PauliString.identity(qubits);
    while (string.isIdentity()) {
      for (int q = 0; q < qubits; q++) {
        string = string.with(q, LETTERS.get(random.nextInt(4)));
      }
    }
    return string;
  }

  private void gate(Circuit.Builder circuit, int qubits) {
    if (qubits > 1) {
      int a = random.nextInt(qubits);
      int b = (a + 1 + random.nextInt(qubits - 1)) % qubits;
      if (random.nextBoolean()) {
        circuit.controlledZ(a, b);
      } else {
        circuit.controlledNot(a, b);
      }
    }
  }

  private void assertAgrees(Circuit circuit, PauliSum observable) {
    assertAgrees(circuit, observable, new StatevectorBackend());
  }

  private void assertAgrees(Circuit circuit, PauliSum observable, QuantumBackend reference) {
    Inputs inputs = Inputs.of(INPUTS, 3, random.doubles(3L * INPUTS, -4, 4).toArray());
    Particles theta = particles(PARTICLES, circuit.parameters());
    double[] residual = random.doubles(INPUTS, -1, 1).toArray();
    double[] sums = new double[INPUTS];
    double[] expectedSums = new double[INPUTS];
    BoundExpert pauli = new PauliBackend().bind(circuit, observable, inputs);
    BoundExpert expected = reference.bind(circuit, observable, inputs);
    pauli.at(theta).addMean(sums);
    expected.at(theta).addMean(expectedSums);
    assertThat(sums).containsExactly(expectedSums, within(SUM));
    assertThat(pull(pauli, theta, residual))
        .containsExactly(pull(expected, theta, residual), within(GRADIENT));
  }

  private Particles particles(int count, int dimension) {
    return Particles.of(
        count, dimension, random.doubles((long) count * dimension, -7, 7).toArray());
  }

  private static double[] pull(BoundExpert expert, Particles theta, double[] residual) {
    Particles velocity = new Particles(theta.count(), theta.dimension());
    velocity.fill(7);
    expert.at(theta).pull(residual, velocity);
    return velocity.toArray();
  }

  /// f = Σ_q Re(c̄_q e^{iθ_q}) with c_q = (cos x_q − i sin x_q Π cos x_b)/m over the neighbours b
  /// of q: on forty qubits, far beyond any state vector.
  @ParameterizedTest
  @ValueSource(ints = {3, 8, 40})
  void ringOfOneLayerIsASumOfFirstHarmonics(int qubits) {
    Inputs inputs = Inputs.of(1, qubits, random.doubles(qubits, -2, 2).toArray());
    Particles theta = particles(1, 2 * qubits);
    double[] sum = new double[1];
    BoundExpert bound =
        new PauliBackend().bind(Template.RING.circuit(qubits, 1), PauliSum.meanZ(qubits), inputs);
    bound.at(theta).addMean(sum);
    double[] gradient = pull(bound, theta, new double[] {1});
    double value = 0;
    for (int q = 0; q < qubits; q++) {
      double re = Math.cos(inputs.get(0, q)) / qubits;
      double im =
          -Math.sin(inputs.get(0, q))
              * Math.cos(inputs.get(0, (q + 1) % qubits))
              * Math.cos(inputs.get(0, (q + qubits - 1) % qubits))
              / qubits;
      value += re * Math.cos(theta.get(0, q)) + im * Math.sin(theta.get(0, q));
      assertThat(gradient[q])
          .isCloseTo(
              im * Math.cos(theta.get(0, q)) - re * Math.sin(theta.get(0, q)), within(1e-14));
      assertThat(gradient[qubits + q]).as("RZ on qubit %d", q).isZero();
    }
    assertThat(sum[0]).isCloseTo(value, within(1e-14));
  }

  /// What Z_20 in the middle of a ring of forty sees after two layers are seven qubits: the same
  /// gates on these alone, on state vectors.
  @Test
  void fortyQubitsAreThoseOfTheirLightCone() {
    int qubits = 40;
    int[] cone = {17, 18, 19, 20, 21, 22, 23};
    Circuit.Builder small = Circuit.on(cone.length);
    for (int q = 0; q < cone.length; q++) {
      small.rotate(Pauli.Y, q, Angle.feature(cone[q]));
    }
    path(small, cone.length);
    int k = 0;
    for (int layer = 0; layer < 2; layer++) {
      for (Pauli letter : List.of(Pauli.Y, Pauli.Z)) {
        for (int q = 0; q < cone.length; q++) {
          small.rotate(letter, q, Angle.theta(k++));
        }
      }
      path(small, cone.length);
    }
    Inputs inputs = Inputs.of(4, qubits, random.doubles(4L * qubits, -2, 2).toArray());
    Particles theta = particles(5, 4 * qubits);
    Particles inCone = new Particles(5, 4 * cone.length);
    for (int i = 0; i < 5; i++) {
      for (int block = 0; block < 4; block++) {
        for (int q = 0; q < cone.length; q++) {
          inCone.set(i, block * cone.length + q, theta.get(i, block * qubits + cone[q]));
        }
      }
    }
    BoundExpert large =
        new PauliBackend().bind(Template.RING.circuit(qubits, 2), PauliSum.z(qubits, 20), inputs);
    BoundExpert reference =
        new StatevectorBackend().bind(small.build(), PauliSum.z(cone.length, 3), inputs);
    double[] sums = new double[4];
    double[] expected = new double[4];
    large.at(theta).addMean(sums);
    reference.at(inCone).addMean(expected);
    assertThat(sums).containsExactly(expected, within(SUM));
    double[] residual = {0.3, -0.7, 0.2, 0.9};
    double[] velocity = pull(large, theta, residual);
    double[] expectedVelocity = pull(reference, inCone, residual);
    for (int i = 0; i < 5; i++) {
      for (int block = 0; block < 4; block++) {
        for (int q = 0; q < qubits; q++) {
          double slope =
              q < cone[0] || q > cone[6]
                  ? 0
                  : expectedVelocity[(block * cone.length + q - cone[0]) * 5 + i];
          assertThat(velocity[(block * qubits + q) * 5 + i]).isCloseTo(slope, within(GRADIENT));
        }
      }
    }
  }

  private static void path(Circuit.Builder circuit, int qubits) {
    for (int q = 0; q + 1 < qubits; q++) {
      circuit.controlledZ(q, q + 1);
    }
  }

  /// A particle's numbers don't depend on those beside it: tiles are 8 to 64 wide, blocks 256.
  @Test
  void velocitiesHaveTheSameBitsInAnyCompany() {
    for (int qubits : new int[] {2, 4, 6}) {
      Circuit circuit = Template.RING.circuit(qubits, 2);
      Inputs inputs = Inputs.of(3, 2, random.doubles(6, -2, 2).toArray());
      BoundExpert bound = new PauliBackend().bind(circuit, PauliSum.meanZ(qubits), inputs);
      Particles many = particles(589, circuit.parameters());
      double[] residual = {0.1, -0.4, 0.8};
      double[] all = pull(bound, many, residual);
      for (int i : new int[] {0, 31, 64, 255, 256, 511, 512, 588}) {
        double[] row = new double[circuit.parameters()];
        many.copyRow(i, row);
        double[] alone = pull(bound, Particles.of(1, row.length, row), residual);
        for (int k = 0; k < row.length; k++) {
          assertThat(all[k * 589 + i]).isEqualTo(alone[k]);
        }
      }
    }
  }

  /// Two blocks and a part of one, against the particles one by one: measured 1.3e−14.
  @Test
  void sumsAreThoseOfAllBlocks() {
    Circuit circuit = Template.RING.circuit(4, 2);
    Inputs inputs = Inputs.of(3, 2, random.doubles(6, -2, 2).toArray());
    BoundExpert bound = new PauliBackend().bind(circuit, PauliSum.meanZ(4), inputs);
    Particles many = particles(589, circuit.parameters());
    double[] together = new double[3];
    bound.at(many).addMean(together);
    double[] oneByOne = new double[3];
    for (int i = 0; i < many.count(); i++) {
      double[] row = new double[circuit.parameters()];
      many.copyRow(i, row);
      bound.at(Particles.of(1, row.length, row)).addMean(oneByOne);
    }
    assertThat(together).containsExactly(oneByOne, within(SUM));
  }

  /// The weights of the latest residual are kept; another one replaces them.
  @Test
  void residualsMayChangeBetweenCalls() {
    Circuit circuit = Template.RING.circuit(3, 2);
    Inputs inputs = Inputs.of(2, 3, random.doubles(6, -2, 2).toArray());
    QuantumBackend backend = new PauliBackend();
    BoundExpert used = backend.bind(circuit, PauliSum.meanZ(3), inputs);
    Particles theta = particles(4, circuit.parameters());
    for (double[] residual : new double[][] {{0, 0}, {1, 2}, {1, 2}, {1, -2}}) {
      double[] fresh = pull(backend.bind(circuit, PauliSum.meanZ(3), inputs), theta, residual);
      assertThat(pull(used, theta, residual)).containsExactly(fresh);
    }
  }

  /// What is not finite stays with its particle.
  @Test
  void notANumberReachesNoOtherParticle() {
    Circuit circuit = Template.RING.circuit(3, 1);
    Inputs inputs = Inputs.of(1, 3, new double[] {0.1, 0.2, 0.3});
    BoundExpert bound = new PauliBackend().bind(circuit, PauliSum.meanZ(3), inputs);
    Particles theta = particles(3, circuit.parameters());
    double[] clean = pull(bound, theta, new double[] {1});
    theta.set(1, 0, Double.NaN);
    double[] velocity = pull(bound, theta, new double[] {1});
    assertThat(velocity[1]).isNaN();
    assertThat(velocity[0]).isEqualTo(clean[0]);
    assertThat(velocity[2]).isEqualTo(clean[2]);
    double[] sums = new double[1];
    bound.at(theta).addMean(sums);
    assertThat(sums[0]).isNaN();
  }
}
