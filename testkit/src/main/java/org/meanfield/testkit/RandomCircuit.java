package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.api.quantum.Unitary;

/// A circuit drawn at random, with an observable, particles and inputs to evaluate it on.
///
/// @param circuit of a [Form]
/// @param observable a Pauli sum with Σ|c| = 1
/// @param theta particles; the first three are all π, all 3π − 10⁻¹² and all 0
/// @param inputs of two features, of which the circuit may ask for the fifth
public record RandomCircuit(Circuit circuit, PauliSum observable, Particles theta, Inputs inputs) {
  private static final int FEATURES = 2;
  private static final List<Pauli> LETTERS = List.of(Pauli.X, Pauli.Y, Pauli.Z);

  private enum Kind {
    ONE_LETTER,
    TWO_LETTERS,
    PARAMETER_AGAIN,
    FEATURE_OR_CONSTANT,
    NAMED,
    NAMED_PAIR,
    NAMED_TRIPLE,
    CONTROLLED_ROTATION,
    COMMUTING_SUM,
    SCALED_SUM_OF_ANGLES,
    MATRIX
  }

  /// What is drawn.
  public enum Form {
    /// every kind of gate that fits the qubits, features anywhere, constants, parameters that drive
    /// several gates
    REUPLOADING,

    /// the same, with features before all parameters
    ENCODING_FIRST,

    /// three parameters with a common period, features anywhere
    SMALL_REUPLOADING,

    /// three parameters with a common period, features before all parameters
    SMALL_ENCODING_FIRST,

    /// features anywhere, every kind of channel between the gates
    NOISY_REUPLOADING,

    /// features before all parameters, every kind of channel
    NOISY_ENCODING_FIRST,

    /// features before all parameters, channels that flip letters
    FLIPPING_ENCODING_FIRST,

    /// features anywhere, channels that flip letters
    FLIPPING_REUPLOADING;

    boolean reuploads() {
      return name().endsWith("REUPLOADING");
    }

    boolean isSmall() {
      return this != REUPLOADING && this != ENCODING_FIRST;
    }

    boolean isNoisy() {
      return name().startsWith("NOISY") || flips();
    }

    boolean flips() {
      return name().startsWith("FLIPPING");
    }

    /// {@return the most qubits on which the dense reference takes no longer than a test may}
    int mostQubits() {
      return isNoisy() ? 4 : 6;
    }
  }

  /// {@return the same circuit for the same arguments}
  ///
  /// @param form what is drawn
  /// @param qubits m
  /// @param particles N
  /// @param count n
  public static RandomCircuit of(Form form, int qubits, int particles, int count) {
    RandomGenerator random =
        Seeds.root(7).at("circuit", String.valueOf(qubits), form.name()).generator();
    Circuit pure =
        form.isSmall()
            ? small(qubits, form.reuploads(), random)
            : circuit(qubits, form.reuploads(), random);
    Circuit circuit = form.isNoisy() ? disturbed(pure, !form.flips(), random) : pure;
    double[] x = random.doubles((long) count * FEATURES, -3, 3).toArray();
    return new RandomCircuit(
        circuit,
        observable(qubits, random),
        particles(particles, circuit.parameters(), random),
        Inputs.of(count, FEATURES, x));
  }

  private static Circuit circuit(int qubits, boolean reuploads, RandomGenerator random) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(string(qubits, 1, random), Angle.feature(q));
    }
    int parameters = 0;
    for (int round = 0; round < 3; round++) {
      List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
      Collections.shuffle(kinds, random);
      for (Kind kind : kinds) {
        switch (kind) {
          case ONE_LETTER -> circuit.rotate(string(qubits, 1, random), Angle.theta(parameters++));
          case TWO_LETTERS ->
              circuit.rotate(
                  string(qubits, Math.min(2, qubits), random), Angle.theta(parameters++));
          case PARAMETER_AGAIN -> {
            int k = parameters == 0 ? parameters++ : random.nextInt(parameters);
            circuit.rotate(string(qubits, qubits, random), Angle.theta(k));
          }
          case FEATURE_OR_CONSTANT ->
              circuit.rotate(
                  string(qubits, 1, random),
                  reuploads ? Angle.feature(random.nextInt(5)) : Angle.of(0.7));
          case NAMED -> named(circuit, qubits, 1, random);
          case NAMED_PAIR -> {
            named(circuit, qubits, 2, random);
            if (qubits > 1) {
              int[] on = distinct(qubits, 2, random);
              circuit.controlledNot(on[0], on[1]);
            }
          }
          case NAMED_TRIPLE -> named(circuit, qubits, 3, random);
          case CONTROLLED_ROTATION -> {
            if (qubits > 1) {
              int[] on = distinct(qubits, 2, random);
              circuit.rotateControlled(
                  LETTERS.get(random.nextInt(3)), on[0], on[1], Angle.theta(parameters++));
            }
          }
          case COMMUTING_SUM -> {
            int[] on = distinct(qubits, Math.min(2, qubits), random);
            PauliString one = PauliString.identity(qubits).with(on[0], Pauli.X);
            PauliString other = one.with(on[on.length - 1], Pauli.X);
            PauliSum sum =
                PauliSum.of(List.of(new PauliSum.Term(0.7, one), new PauliSum.Term(-0.4, other)));
            circuit.evolve(sum, Angle.theta(parameters++));
          }
          case SCALED_SUM_OF_ANGLES -> {
            Angle data =
                reuploads
                    ? Angle.of(Encoding.feature(0).times(Encoding.feature(3)).times(0.3))
                    : Angle.of(-0.2);
            Angle angle = Angle.theta(parameters++).times(-2).plus(Angle.theta(0)).plus(data);
            circuit.rotate(string(qubits, 1, random), angle);
          }
          case MATRIX -> {
            int size = Math.min(qubits, 1 + random.nextInt(2));
            circuit.unitary("U", unitary(size, random), distinct(qubits, size, random));
          }
        }
      }
    }
    return circuit.build();
  }

  /// Degrees 2, 1 and, with period 4π, 2: 75 coefficients.
  private static Circuit small(int qubits, boolean reuploads, RandomGenerator random) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(string(qubits, 1, random), Angle.feature(q));
    }
    circuit.unitary("U", unitary(1, random), random.nextInt(qubits));
    circuit.rotate(string(qubits, qubits, random), Angle.theta(0));
    named(circuit, qubits, 1, random);
    circuit.rotate(string(qubits, 1, random), Angle.theta(1).times(-1).plus(0.4));
    named(circuit, qubits, 2, random);
    Angle between = reuploads ? Angle.feature(3).times(0.8) : Angle.of(0.8);
    circuit.rotate(string(qubits, 1, random), between);
    circuit.rotate(string(qubits, qubits, random), Angle.theta(0));
    if (qubits == 1) {
      circuit.rotate(string(qubits, 1, random), Angle.theta(2));
    } else {
      int[] on = distinct(qubits, 2, random);
      circuit.controlledNot(on[0], on[1]);
      circuit.rotateControlled(Pauli.Y, on[0], on[1], Angle.theta(2));
    }
    circuit.rotate(string(qubits, 1, random), between);
    return circuit.build();
  }

  /// A channel behind every gate, one kind after the other, strong enough to tell them apart.
  private static Circuit disturbed(Circuit circuit, boolean damps, RandomGenerator random) {
    List<QuantumChannel> channels = new ArrayList<>();
    channels.add(QuantumChannel.depolarising(0.15));
    channels.add(new QuantumChannel.Flip(0.02, 0.1, 0.05));
    channels.add(QuantumChannel.dephasing(0.1));
    channels.add(QuantumChannel.bitFlip(0.05));
    if (damps) {
      channels.add(new QuantumChannel.AmplitudeDamping(0.2));
    }
    Circuit.Builder noisy = Circuit.on(circuit.qubits());
    int next = random.nextInt(channels.size());
    for (Gate gate : circuit.gates()) {
      noisy.add(gate);
      noisy.disturb(channels.get(next++ % channels.size()), random.nextInt(circuit.qubits()));
    }
    return noisy.build();
  }

  /// A gate without an angle on so many qubits, where there are as many.
  private static void named(Circuit.Builder circuit, int qubits, int size, RandomGenerator random) {
    List<StandardGate> kinds =
        Arrays.stream(StandardGate.values()).filter(g -> g.qubits() == size).toList();
    if (size <= qubits) {
      circuit.gate(kinds.get(random.nextInt(kinds.size())), distinct(qubits, size, random));
    }
  }

  private static int[] distinct(int qubits, int size, RandomGenerator random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, qubits).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().limit(size).mapToInt(Integer::intValue).toArray();
  }

  /// Gram and Schmidt's method on random columns.
  private static Unitary unitary(int qubits, RandomGenerator random) {
    int n = 1 << qubits;
    double[] re = random.doubles((long) n * n, -1, 1).toArray();
    double[] im = random.doubles((long) n * n, -1, 1).toArray();
    for (int row = 0; row < n; row++) {
      for (int other = 0; other <= row; other++) {
        double dotRe = 0;
        double dotIm = 0;
        for (int c = 0; c < n; c++) {
          int a = other * n + c;
          int b = row * n + c;
          dotRe += re[a] * re[b] + im[a] * im[b];
          dotIm += re[a] * im[b] - im[a] * re[b];
        }
        for (int c = 0; c < n; c++) {
          int a = other * n + c;
          int b = row * n + c;
          if (other == row) {
            re[b] /= Math.sqrt(dotRe);
            im[b] /= Math.sqrt(dotRe);
          } else {
            double old = re[a];
            re[b] -= dotRe * old - dotIm * im[a];
            im[b] -= dotRe * im[a] + dotIm * old;
          }
        }
      }
    }
    return Unitary.of(qubits, re, im);
  }

  /// A string with the given number of letters on random qubits.
  private static PauliString string(int qubits, int letters, RandomGenerator random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, qubits).boxed().toList());
    Collections.shuffle(order, random);
    PauliString string = PauliString.identity(qubits);
    for (int q : order.subList(0, letters)) {
      string = string.with(q, LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return string;
  }

  private static PauliSum observable(int qubits, RandomGenerator random) {
    List<PauliSum.Term> terms = new ArrayList<>();
    terms.add(new PauliSum.Term(0.25, string(qubits, 1, random)));
    terms.add(new PauliSum.Term(-0.375, string(qubits, qubits, random)));
    terms.add(new PauliSum.Term(0.25, PauliString.identity(qubits).with(0, Pauli.Z)));
    terms.add(new PauliSum.Term(0.125, PauliString.identity(qubits)));
    return PauliSum.of(terms);
  }

  static Particles particles(int count, int dimension, RandomGenerator random) {
    double[] special = {Math.PI, 3 * Math.PI - 1e-12, 0};
    Particles theta = new Particles(count, dimension);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < dimension; k++) {
        theta.set(i, k, i < special.length ? special[i] : random.nextDouble(-7, 7));
      }
    }
    return theta;
  }

  DenseCircuit dense() {
    return new DenseCircuit(circuit, observable);
  }

  double[] particle(int i) {
    double[] row = new double[theta.dimension()];
    theta.copyRow(i, row);
    return row;
  }

  double[] input(int j) {
    double[] row = new double[FEATURES];
    inputs.copyRow(j, row);
    return row;
  }

  @Override
  public String toString() {
    return "gates %s, observable %s".formatted(circuit.gates(), observable);
  }
}
