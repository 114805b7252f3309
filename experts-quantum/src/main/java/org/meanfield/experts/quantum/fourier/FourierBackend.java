package org.meanfield.experts.quantum.fourier;

import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;

/// Trigonometric interpolation: f(·, x) is a trigonometric polynomial whose frequencies follow from
/// the scales of the circuit's rotations, so finitely many values fix it. Serves circuits of few
/// parameters, wherever their features enter.
public final class FourierBackend implements QuantumBackend {
  /// What one operation of a contraction counts: measured on lines of 3 and 4 qubits, it takes 3
  /// times as long as one of the statevector backend's.
  private static final double WEIGHT = 3;

  /// Particles times steps that the interpolation is spread over in the workload: fewer than any
  /// study has.
  private static final double SPREAD = 1e4;

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    return FourierPlan.refusal(circuit);
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    FourierPlan plan = FourierPlan.of(circuit);
    double terms = plan.terms();
    double contractions = WEIGHT * (6 * terms + 80.0 * circuit.parameters());
    double shared = 2 * terms * inputs / Drift.SHARD;
    double amplitudes = Math.scalb(1.0, circuit.qubits());
    double value = amplitudes * (6.0 * circuit.elementary().size() + 4 * observable.terms().size());
    double interpolation = inputs * terms * (value + 2.0 * circuit.parameters());
    double rows = 3.0 * (plan.first().terms() + plan.second().terms());
    return new Workload(
        contractions + shared + interpolation / SPREAD,
        Double.BYTES * (terms * (inputs + 3.0) + rows + 2.0 * inputs + 32 * amplitudes));
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    FourierPlan plan = FourierPlan.of(circuit);
    return new FourierExpert(plan, new GridValues(circuit, observable, plan), inputs);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return FourierPlan.refusal(circuit)
        .orElseGet(
            () -> "fourier, %d coefficients per input".formatted(FourierPlan.of(circuit).terms()));
  }
}
