package org.meanfield.experts.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.testkit.DenseCircuit;

/// What tangents could break: angles at and near π, in parameters and inputs; long runs; and what
/// lanes could share: bits.
class LaneExpertTest {
  private static final double VALUE = 1e-12;
  private static final double GRADIENT = 1e-10;

  private final SplittableRandom random = new SplittableRandom(17);

  /// Circuits by name.
  enum Shape {
    RING,
    LINE,
    HEIS,
    /// Turns by parameters next to turns by inputs about the same string, of either sign, on all
    /// qubits or on some, and a diagonal between them or none.
    PAIRS;

    Circuit circuit(int qubits, int layers) {
      return this == PAIRS
          ? pairs(qubits, layers)
          : Template.valueOf(name()).circuit(qubits, layers);
    }

    PauliSum observable(int qubits) {
      return this == PAIRS ? PauliSum.meanZ(qubits) : Template.valueOf(name()).observable(qubits);
    }
  }

  private static Circuit pairs(int qubits, int layers) {
    Circuit.Builder circuit = Circuit.on(qubits);
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(Pauli.Y, q, Angle.theta(k++));
      }
      if (layer != 1) {
        for (int q = 0; q < qubits; q++) {
          circuit.rotate(Pauli.Z, q, Angle.theta(k++));
        }
      }
      for (int q = 0; q < qubits; q++) {
        circuit.controlledZ(q, (q + 1) % qubits);
      }
      Pauli letter = layer % 2 == 0 ? Pauli.Y : Pauli.X;
      for (int q = layer % 2; q < qubits; q++) {
        circuit.rotate(letter, q, Angle.feature(q).times(q % 2 == 0 ? 1 : -1));
      }
      circuit.gate(StandardGate.Z, 0);
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(letter, q, Angle.theta(k++));
      }
      circuit.controlledNot(0, qubits - 1).gate(StandardGate.X, 0);
    }
    return circuit.build();
  }

  /// The circuits above are what their names say.
  @Test
  void turnsAboutOneStringArePairs() {
    LaneProgram program = new LaneProgram(RotationProgram.of(pairs(4, 3), PauliSum.meanZ(4)));
    assertThat(program.layers())
        .extracting(LaneProgram.Layer::kind)
        .contains(LaneProgram.Kind.PAIR_TURN);
    LaneProgram line =
        new LaneProgram(RotationProgram.of(Template.LINE.circuit(4, 3), PauliSum.z(4, 0)));
    assertThat(line.layers())
        .extracting(LaneProgram.Layer::kind)
        .doesNotContain(LaneProgram.Kind.PAIR_TURN);
  }

  /// A particle with all angles near π among others: the first halves its turns.
  @ParameterizedTest
  @CsvSource({
    "RING,4,3",
    "LINE,4,3",
    "HEIS,3,3",
    "RING,1,2",
    "LINE,3,40",
    "PAIRS,4,3",
    "PAIRS,3,9"
  })
  void anglesNearPiAreAsGoodAsOthers(Shape template, int qubits, int layers) {
    Circuit circuit = template.circuit(qubits, layers);
    PauliSum observable = template.observable(qubits);
    DenseCircuit dense = new DenseCircuit(circuit, observable);
    int d = circuit.parameters();
    double[] near = {Math.PI, 3 * Math.PI - 1e-12, -Math.PI, Math.nextUp(Math.PI), 0, 2 * Math.PI};
    double[][] theta = new double[8][d];
    for (int i = 0; i < 8; i++) {
      for (int k = 0; k < d; k++) {
        theta[i][k] = i < near.length ? near[i] : random.nextDouble(-4, 4);
      }
    }
    double[][] xs = new double[3][qubits];
    Arrays.fill(xs[0], Math.PI);
    Arrays.fill(xs[1], 3 * Math.PI - 1e-12);
    Arrays.setAll(xs[2], _ -> random.nextDouble(-2, 2));
    Particles particles = new Particles(8, d);
    for (int i = 0; i < 8; i++) {
      particles.setRow(i, theta[i]);
    }
    StatevectorBackend keeping = new StatevectorBackend();
    StatevectorBackend sweeping = new StatevectorBackend(LaneKernels.best(), LaneStorage.NONE);
    for (int run = 0; run < 6; run++) {
      double[] x = xs[run / 2];
      BoundExpert.Evaluation one =
          (run % 2 == 0 ? keeping : sweeping)
              .bind(circuit, observable, Inputs.of(1, qubits, x))
              .at(particles);
      double[] sum = new double[1];
      one.addMean(sum);
      double expected = 0;
      for (double[] t : theta) {
        expected += dense.value(t, x);
      }
      assertThat(sum[0]).isCloseTo(expected, within(8 * VALUE));
      Particles gradient = new Particles(8, d);
      one.pull(new double[] {1}, gradient);
      for (int i = 0; i < 8; i++) {
        for (int k = 0; k < d; k += 1 + d / 5) {
          double[] moved = theta[i].clone();
          moved[k] = theta[i][k] + Math.PI / 2;
          double ahead = dense.value(moved, x);
          moved[k] = theta[i][k] - Math.PI / 2;
          assertThat(gradient.get(i, k))
              .as("particle %d, parameter %d", i, k)
              .isCloseTo((ahead - dense.value(moved, x)) / 2, within(GRADIENT));
        }
      }
    }
  }

  /// A neighbour at π does not change a particle's bits, nor does the rest of the cloud.
  @ParameterizedTest
  @CsvSource({"RING,4,2", "LINE,3,3", "HEIS,3,2", "PAIRS,3,4"})
  void bitsDependOnTheParticleAlone(Shape template, int qubits, int layers) {
    Circuit circuit = template.circuit(qubits, layers);
    int d = circuit.parameters();
    int n = 37;
    double[] x = random.doubles((long) n * qubits, -2, 2).toArray();
    BoundExpert expert =
        new StatevectorBackend()
            .bind(circuit, template.observable(qubits), Inputs.of(n, qubits, x));
    double[] residual = random.doubles(n, -1, 1).toArray();
    Particles cloud = Particles.of(11, d, random.doubles(11L * d, -9, 9).toArray());
    double[] pi = new double[d];
    Arrays.fill(pi, Math.PI);
    cloud.setRow(4, pi);
    Particles velocity = new Particles(11, d);
    expert.at(cloud).pull(residual, velocity);
    double[] row = new double[d];
    double[] alone = new double[d];
    for (int i = 0; i < 11; i++) {
      cloud.copyRow(i, row);
      Particles one = new Particles(1, d);
      expert.at(Particles.of(1, d, row)).pull(residual, one);
      one.copyRow(0, alone);
      velocity.copyRow(i, row);
      assertThat(row).as("particle %d", i).isEqualTo(alone);
    }
  }

  /// An evaluation is used again for the particles it was made for, moved since; for others one is
  /// made.
  @Test
  void evaluationsAreUsedAgain() {
    Circuit circuit = Template.RING.circuit(3, 2);
    int d = circuit.parameters();
    BoundExpert expert =
        new StatevectorBackend()
            .bind(circuit, Template.RING.observable(3), Inputs.of(1, 2, new double[] {0.3, 1.1}));
    Particles first = Particles.of(3, d, random.doubles(3L * d, -9, 9).toArray());
    Particles second = Particles.of(3, d, random.doubles(3L * d, -9, 9).toArray());
    BoundExpert.Evaluation spent = expert.at(first);
    double[] before = new double[1];
    spent.addMean(before);
    first.set(0, 0, first.get(0, 0) + 1);
    double[] again = new double[1];
    assertThat(expert.at(first, spent)).isSameAs(spent);
    expert.at(first, spent).addMean(again);
    double[] fresh = new double[1];
    expert.at(first).addMean(fresh);
    assertThat(again).isEqualTo(fresh).isNotEqualTo(before);
    double[] other = new double[1];
    expert.at(second, spent).addMean(other);
    double[] otherFresh = new double[1];
    expert.at(second).addMean(otherFresh);
    assertThat(other).isEqualTo(otherFresh).isNotEqualTo(again);
  }

  /// The scalar twins give the same bits as the Vector API, in single precision too.
  @ParameterizedTest
  @CsvSource({"RING,4,3", "RING,5,2", "LINE,4,3", "HEIS,4,2", "PAIRS,4,3"})
  void plainLoopsGiveTheSameBits(Shape template, int qubits, int layers) {
    int d = template.circuit(qubits, layers).parameters();
    Inputs inputs = Inputs.of(9, qubits, random.doubles(9L * qubits, -2, 2).toArray());
    Particles cloud = Particles.of(8, d, random.doubles(8L * d, -9, 9).toArray());
    double[] fast =
        pulled(
            new StatevectorBackend(LaneKernels.best(), LaneStorage.USUAL),
            template,
            qubits,
            layers,
            inputs,
            cloud);
    double[] plain =
        pulled(
            new StatevectorBackend(LaneKernels.plain(), LaneStorage.USUAL),
            template,
            qubits,
            layers,
            inputs,
            cloud);
    assertThat(plain).isEqualTo(fast);
    double[] single =
        pulled(
            new StatevectorBackend(SingleLaneKernels.best(), LaneStorage.USUAL),
            template,
            qubits,
            layers,
            inputs,
            cloud);
    double[] singlePlain =
        pulled(
            new StatevectorBackend(SingleLaneKernels.plain(), LaneStorage.USUAL),
            template,
            qubits,
            layers,
            inputs,
            cloud);
    assertThat(singlePlain).isEqualTo(single);
    // Sums of nine gradients of size 1, each weighted by a sum of eight responses.
    assertThat(single).isNotEqualTo(fast).containsExactly(fast, within(1e-5));
  }

  private static double[] pulled(
      StatevectorBackend backend,
      Shape template,
      int qubits,
      int layers,
      Inputs inputs,
      Particles cloud) {
    BoundExpert.Evaluation at =
        backend
            .bind(template.circuit(qubits, layers), template.observable(qubits), inputs)
            .at(cloud);
    double[] sums = new double[inputs.count()];
    at.addMean(sums);
    Particles velocity = new Particles(cloud.count(), cloud.dimension());
    at.pull(sums, velocity);
    return velocity.toArray();
  }

  /// Many turns by nearly π at once, whose cosines are left out of single precision's range: eight
  /// qubits turn by π − 10⁻⁶ again and again, by parameters and by inputs: measured 1.5e−7 of
  /// responses and 2.9e−7 of velocities.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void singlePrecisionStaysInRangeWhereCosinesVanish(boolean paired) {
    int qubits = 8;
    Circuit.Builder builder = Circuit.on(qubits);
    int k = 0;
    for (int layer = 0; layer < 4; layer++) {
      for (int q = 0; q < qubits; q++) {
        builder.rotate(layer % 2 == 0 ? Pauli.Y : Pauli.X, q, Angle.theta(k++));
      }
      for (int q = 0; q < qubits; q++) {
        Pauli letter = (layer % 2 == 0) == paired ? Pauli.Y : Pauli.X;
        builder.rotate(letter, q, Angle.feature(q).times(paired ? 1e-6 : 1));
      }
    }
    Circuit circuit = builder.build();
    PauliSum observable = PauliSum.meanZ(qubits);
    double[] x = new double[2 * qubits];
    Arrays.fill(x, 0, qubits, Math.PI - 1e-6);
    Arrays.fill(x, qubits, 2 * qubits, 0.3);
    Inputs inputs = Inputs.of(2, qubits, x);
    double[] theta = new double[2 * k];
    Arrays.fill(theta, Math.PI - 1e-6);
    for (int i = 0; i < k; i++) {
      theta[2 * i + 1] = 3 * Math.PI - 1e-12 + i % 3;
    }
    Particles cloud = Particles.of(2, k, theta);
    for (LaneStorage storage : List.of(LaneStorage.USUAL, LaneStorage.NONE)) {
      double[][] sums = new double[2][2];
      double[][] velocities = new double[2][];
      for (int single = 0; single < 2; single++) {
        StatevectorBackend backend =
            single == 1
                ? new StatevectorBackend(SingleLaneKernels.best(), storage)
                : new StatevectorBackend(LaneKernels.best(), storage);
        BoundExpert.Evaluation at = backend.bind(circuit, observable, inputs).at(cloud);
        at.addMean(sums[single]);
        Particles velocity = new Particles(2, k);
        at.pull(new double[] {1, -0.5}, velocity);
        velocities[single] = velocity.toArray();
      }
      assertThat(sums[1]).containsExactly(sums[0], within(1e-6));
      assertThat(velocities[1]).containsExactly(velocities[0], within(2e-6));
    }
  }

  /// Sums of angles at π next to inputs at π: what all of them leave out together must stay in
  /// range too.
  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9})
  void sumsAtPiNextToInputsAtPi(int qubits) {
    Circuit.Builder circuit = Circuit.on(qubits);
    int k = 0;
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.X, q, Angle.theta(k++));
    }
    chain(circuit, qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.theta(k++)).rotate(Pauli.Y, q, Angle.feature(1));
    }
    for (int q = 0; q < 3; q++) {
      circuit.rotate(Pauli.X, q, Angle.feature(0));
    }
    chain(circuit, qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.feature(2));
    }
    double[] theta = new double[k];
    Arrays.fill(theta, 0.4);
    Arrays.fill(theta, qubits, 2 * qubits, Math.PI);
    Inputs x = Inputs.of(1, 3, new double[] {Math.PI, 0, 0.8});
    double[] keeping = gradient(new StatevectorBackend(), circuit.build(), x, theta, 1);
    double[] sweeping =
        gradient(
            new StatevectorBackend(LaneKernels.best(), LaneStorage.NONE),
            circuit.build(),
            x,
            theta,
            1);
    assertThat(keeping).containsExactly(sweeping, within(GRADIENT));
  }

  /// Many layers of sums with and without inputs between them, and small residuals: measured below
  /// 8e−7 of the residual.
  @ParameterizedTest
  @CsvSource({"10,0", "12,0", "14,8", "12,12", "16,12", "40,40"})
  void singlePrecisionKeepsSmallResiduals(int layers, int encoding) {
    int qubits = 4;
    Circuit.Builder builder = Circuit.on(qubits);
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        builder.rotate(Pauli.Y, q, Angle.theta(k++)).rotate(Pauli.Y, q, Angle.feature(q));
      }
      if (layer < encoding) {
        builder.rotate(Pauli.X, 0, Angle.feature(0));
      }
      chain(builder, qubits);
    }
    Circuit circuit = builder.build();
    double[] theta = random.doubles(64L * k, -4, 4).toArray();
    Inputs x = Inputs.of(1, qubits, random.doubles(qubits, -2, 2).toArray());
    double[] exact = gradient(new StatevectorBackend(), circuit, x, theta, 1);
    StatevectorBackend backend =
        new StatevectorBackend(SingleLaneKernels.best(), LaneStorage.USUAL);
    for (double residual : new double[] {1, 1e-4, 1e-7}) {
      assertThat(gradient(backend, circuit, x, theta, residual))
          .containsExactly(exact, within(2e-6));
    }
  }

  private static void chain(Circuit.Builder circuit, int qubits) {
    for (int q = 0; q + 1 < qubits; q++) {
      circuit.controlledNot(q, q + 1);
    }
  }

  /// The mean of f over the particles, then all gradients, by way of a residual.
  private static double[] gradient(
      StatevectorBackend backend, Circuit circuit, Inputs x, double[] theta, double residual) {
    int particles = theta.length / circuit.parameters();
    Particles cloud = Particles.of(particles, circuit.parameters(), theta);
    BoundExpert.Evaluation at =
        backend.bind(circuit, PauliSum.meanZ(circuit.qubits()), x).at(cloud);
    double[] sum = new double[1];
    at.addMean(sum);
    Particles velocity = new Particles(particles, circuit.parameters());
    at.pull(new double[] {residual}, velocity);
    return DoubleStream.concat(
            DoubleStream.of(sum[0] / particles),
            Arrays.stream(velocity.toArray()).map(v -> v / residual))
        .toArray();
  }
}
