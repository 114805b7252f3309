package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// A circuit drawn at random, with an observable, particles and inputs to evaluate it on.
///
/// @param circuit with every kind of gate (on one qubit: of rotation), features before all
///   parameters or anywhere, constants, and parameters that drive several gates
/// @param observable a Pauli sum with Σ|c| = 1
/// @param theta particles; the first three are all π, all 3π − 10⁻¹² and all 0
/// @param inputs of two features, of which the circuit may ask for the fifth
record RandomCircuit(Circuit circuit, PauliSum observable, Particles theta, Inputs inputs) {
  private static final int FEATURES = 2;
  private static final List<Pauli> LETTERS = List.of(Pauli.X, Pauli.Y, Pauli.Z);

  private enum Kind {
    ONE_LETTER,
    TWO_LETTERS,
    PARAMETER_AGAIN,
    FEATURE_OR_CONSTANT,
    CONTROLLED_Z,
    CONTROLLED_NOT
  }

  /// {@return the same circuit for the same arguments}
  ///
  /// @param qubits m
  /// @param reuploads whether features enter between and after parameters too
  /// @param particles N
  /// @param count n
  static RandomCircuit of(int qubits, boolean reuploads, int particles, int count) {
    RandomGenerator random =
        Seeds.root(7).at("circuit", String.valueOf(qubits), String.valueOf(reuploads)).generator();
    Circuit circuit = circuit(qubits, reuploads, random);
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
      circuit.rotate(string(qubits, 1, random), new Angle.Feature(q));
    }
    int parameters = 0;
    for (int round = 0; round < 3; round++) {
      List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
      Collections.shuffle(kinds, random);
      for (Kind kind : kinds) {
        switch (kind) {
          case ONE_LETTER ->
              circuit.rotate(string(qubits, 1, random), new Angle.Theta(parameters++));
          case TWO_LETTERS ->
              circuit.rotate(
                  string(qubits, Math.min(2, qubits), random), new Angle.Theta(parameters++));
          case PARAMETER_AGAIN -> {
            int k = parameters == 0 ? parameters++ : random.nextInt(parameters);
            circuit.rotate(string(qubits, qubits, random), new Angle.Theta(k));
          }
          case FEATURE_OR_CONSTANT ->
              circuit.rotate(
                  string(qubits, 1, random),
                  reuploads ? new Angle.Feature(random.nextInt(5)) : new Angle.Fixed(0.7));
          case CONTROLLED_Z, CONTROLLED_NOT -> {
            if (qubits > 1) {
              int a = random.nextInt(qubits);
              int b = (a + 1 + random.nextInt(qubits - 1)) % qubits;
              if (kind == Kind.CONTROLLED_Z) {
                circuit.controlledZ(a, b);
              } else {
                circuit.controlledNot(a, b);
              }
            }
          }
        }
      }
    }
    return circuit.build();
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
