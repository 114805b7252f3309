package org.meanfield.experts.quantum.shots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;

/// What a quantum computer shows: each Pauli term of the observable is measured a finite number of
/// times, and gradients come from shifted values by the parameter-shift rule.
///
/// The estimate of f is unbiased with variance Σ_t c_t² (1 − ⟨P_t⟩²)/shots. Every draw is a
/// function of the seeds, the particle's angles, the input, the term and the shift alone.
public final class ShotsBackend implements QuantumBackend {
  /// The seeds of a backend that was never given any.
  static final Seeds UNSEEDED = Seeds.root(0).at("shots");

  /// Tiles of the exact backend that hold one particle instead of eight.
  private static final double IDLE_LANES = 8;

  private final QuantumBackend over;
  private final int shots;
  private final Seeds seeds;

  /// @param over what gives ⟨P⟩; taken exactly
  /// @param shots measurements per term
  /// @param seeds of all draws
  ShotsBackend(QuantumBackend over, int shots, Seeds seeds) {
    this.over = over.exact();
    this.shots = shots;
    this.seeds = seeds;
  }

  /// The terms measured one by one.
  private static List<PauliSum> terms(PauliSum observable) {
    List<PauliSum> terms = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      if (!term.string().isIdentity() && term.coefficient() != 0) {
        terms.add(PauliSum.of(List.of(new PauliSum.Term(1, term.string()))));
      }
    }
    return terms;
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    Optional<String> refusal = ShiftRule.refusal(circuit);
    return refusal.isPresent()
        ? refusal
        : terms(observable).stream()
            .flatMap(term -> over.refusal(circuit, term).stream())
            .findFirst();
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
    double evaluations = 1 + ShiftRule.of(circuit).evaluations();
    double operations = 0;
    double bytes = 0;
    for (PauliSum term : terms(observable)) {
      Workload one = over.workload(circuit, term, inputs);
      operations += IDLE_LANES * one.operations();
      bytes += one.bytes();
    }
    // A draw walks about √shots steps out of the table of factorials.
    double draws = terms(observable).size() * inputs * (100 + 10 * Math.sqrt(shots));
    return new Workload(
        evaluations * (operations + draws), bytes + Double.BYTES * (shots + 2.0 * inputs));
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
    return new ShotsExpert(
        ShiftRule.of(circuit),
        observable,
        terms(observable).stream().map(term -> over.bind(circuit, term, inputs)).toList(),
        shots,
        seeds.seed(),
        inputs);
  }

  @Override
  public QuantumBackend seeded(Seeds given) {
    return new ShotsBackend(over, shots, given);
  }

  @Override
  public QuantumBackend exact() {
    return over;
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    return "shots, sampled, %d shots per Pauli term, over %s"
        .formatted(shots, over.description(circuit, observable));
  }
}
