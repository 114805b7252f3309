package org.meanfield.benchmarks.circuits;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.pauli.PauliBackendProvider;
import org.meanfield.experts.quantum.statevector.StatevectorBackendProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The sweeps of a training step of rings: RY(x), a ring of CZ, then layers of RY(θ), RZ(θ) and a
/// ring of CZ; observable the mean of Z.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
public class Steps {
  private static final int LAYERS = 2;
  private static final int INPUTS = 100;
  private static final int EXPERTS = 10 * Drift.SHARD;

  /// m
  @Param({"4", "6", "8"})
  public int qubits;

  /// its name
  @Param({"pauli", "statevector"})
  public String backend;

  private BoundExpert one;
  private Particles theta;
  private Particles velocity;
  private final double[] sum = new double[1];
  private final double[] unit = {1};
  private Drift drift;
  private double[] state;
  private double[] velocities;
  private final double[] residual = new double[INPUTS];

  /// Binds the expert.
  @Setup
  public void bind() throws BadInput {
    Circuit circuit = ring(qubits);
    QuantumBackendProvider provider =
        switch (backend) {
          case "pauli" -> new PauliBackendProvider();
          case "statevector" -> new StatevectorBackendProvider();
          default -> throw new IllegalArgumentException("no backend '" + backend + "' here");
        };
    QuantumBackend made = provider.create(Settings.defaults(provider.descriptor().settings()));
    PauliSum observable = PauliSum.meanZ(qubits);
    SplittableRandom random = new SplittableRandom(1);
    int d = circuit.parameters();
    one = made.bind(circuit, observable, Inputs.of(1, 2, new double[] {0.3, 1.1}));
    theta = Particles.of(Drift.SHARD, d, random.doubles(Drift.SHARD * d, 0, 7).toArray());
    velocity = new Particles(Drift.SHARD, d);
    BoundExpert all =
        made.bind(
            circuit, observable, Inputs.of(INPUTS, 4, random.doubles(4 * INPUTS, -1, 1).toArray()));
    drift = new Drift(all, EXPERTS, d, INPUTS, Workers.sequential());
    state = random.doubles(drift.size(), 0, 7).toArray();
    velocities = new double[state.length];
  }

  private static Circuit ring(int qubits) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.feature(q));
    }
    close(circuit, qubits);
    int k = 0;
    for (int layer = 0; layer < LAYERS; layer++) {
      for (Pauli letter : new Pauli[] {Pauli.Y, Pauli.Z}) {
        for (int q = 0; q < qubits; q++) {
          circuit.rotate(letter, q, Angle.theta(k++));
        }
      }
      close(circuit, qubits);
    }
    return circuit.build();
  }

  private static void close(Circuit.Builder circuit, int qubits) {
    for (int q = 0; q < qubits; q++) {
      circuit.controlledZ(q, (q + 1) % qubits);
    }
  }

  /// {@return Σᵢ f(θᵢ, x)}
  @Benchmark
  public double[] forward() {
    one.at(theta).addMean(sum);
    return sum;
  }

  /// {@return ∇f(θᵢ, x)}
  @Benchmark
  public Particles backward() {
    one.at(theta).pull(unit, velocity);
    return velocity;
  }

  /// {@return the velocities of a cloud}
  @Benchmark
  public double[] step() {
    drift.response(state, 0, residual);
    for (int j = 0; j < INPUTS; j++) {
      residual[j] = 0.5 - residual[j];
    }
    drift.pull(state, residual, velocities, 0);
    return velocities;
  }
}
