package org.meanfield.experts.quantum.density;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Remedy;
import org.meanfield.kernels.state.StateLanes;

/// Density matrices: serves every circuit with every channel, on few qubits.
public final class DensityBackend implements QuantumBackend {
  /// The most qubits: a tile of matrices on ten takes 128 MiB, and several are kept.
  static final int MOST_QUBITS = 10;

  /// Most numbers in one matrix per step, kept for the way back: 4 MiB; beyond it some are kept and
  /// the others computed again.
  private static final double KEPT = 1 << 19;

  private final StateLanes kernels;
  private final double kept;

  public DensityBackend() {
    this(StateLanes.best(), KEPT);
  }

  /// @param kernels on states of 2m qubits
  /// @param kept most numbers in one matrix per step
  DensityBackend(StateLanes kernels, double kept) {
    this.kernels = kernels;
    this.kept = kept;
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    return circuit.qubits() > MOST_QUBITS
        ? Optional.of(
            "density takes at most %d qubits, the circuit has %d"
                    .formatted(MOST_QUBITS, circuit.qubits())
                + Remedy.FEWER_QUBITS)
        : Optional.empty();
  }

  /// {@return how many steps lie between two kept matrices}
  ///
  /// @param steps S
  /// @param qubits m
  private int segment(int steps, int qubits) {
    boolean all = (steps + 1) * Math.scalb(2.0 * StateLanes.LANES, 2 * qubits) <= kept;
    return Math.max(1, all ? steps : (int) Math.ceil(Math.sqrt(steps)));
  }

  /// Per matrix of D = 4^m entries: a rotation is two of a state of D amplitudes, 12D operations; a
  /// channel 8D, an overlap 4D, the observable 4D. A drift goes forward, back with overlaps, and
  /// once more through the circuit for the sums; where not all matrices are kept, forward twice.
  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    double entries = Math.scalb(1.0, 2 * circuit.qubits());
    double rotations = 0;
    double channels = 0;
    double trained = 0;
    boolean shared = true;
    for (Elementary step : circuit.elementary()) {
      boolean theta = step instanceof Elementary.Rotation(_, Drive.Theta _);
      trained += theta ? 1 : 0;
      if (trained > 0) {
        rotations += step instanceof Elementary.Rotation ? 1 : 0;
        channels += step instanceof Elementary.Disturbance ? 1 : 0;
        shared &= !(step instanceof Elementary.Rotation(_, Drive drive) && drive.encodes());
      }
    }
    int steps = (int) (rotations + channels);
    int segment = segment(steps, circuit.qubits());
    double sweep = (12 * rotations + 8 * channels) * entries;
    double drift = sweep * (segment >= steps ? 3 : 4) + 4 * entries * (trained + 2);
    double contraction = 8 * entries * inputs / Drift.SHARD;
    double matrices = 2 * StateLanes.LANES * (segment + Math.ceil(steps / (double) segment) + 3);
    double starts = 2.0 * inputs + 6;
    double rows = StateLanes.LANES * (4.0 * circuit.elementary().size() + inputs);
    return new Workload(
        (shared ? drift + contraction : drift * inputs) + 50.0 * circuit.parameters(),
        Double.BYTES * (entries * (matrices + starts) + rows));
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    Optional<String> refusal = refusal(circuit, observable);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(refusal.get());
    }
    DensityPlan plan = new DensityPlan(circuit, observable);
    List<DensityPlan.Step> suffix = plan.suffix();
    return new DensityExpert(kernels, plan, segment(suffix.size(), plan.qubits()), inputs);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return "density matrices, eight particles a tile";
  }
}
