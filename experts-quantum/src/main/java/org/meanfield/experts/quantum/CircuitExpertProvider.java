package org.meanfield.experts.quantum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.meanfield.api.BadInput;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;

/// Offers `meanfield:circuit`.
public final class CircuitExpertProvider implements ExpertProvider {
  static final Setting<String> TEMPLATE =
      Setting.choice(
          "template",
          "ring",
          "the circuit",
          Arrays.stream(Template.values()).map(Template::word).toList());
  static final Setting<Integer> QUBITS =
      Setting.integer("qubits", 4, 1, PauliString.MOST_QUBITS, "the number of qubits m");
  static final Setting<Integer> LAYERS =
      Setting.integer("layers", 2, 1, 1000, "the number of layers L");
  static final Setting<String> OBSERVABLE =
      Setting.text(
          "observable",
          "template",
          "template (mean-z for ring, z0 for line and heis), mean-z, z0 or a Pauli sum such as 0.5*Z0 + 0.5*X1*X2");
  static final Setting<QuantumBackend> BACKEND =
      Setting.service(
          "backend",
          QuantumBackendProvider.class,
          QuantumBackend.class,
          "auto",
          "how expectation values are computed");

  static final Setting<String> NOISE =
      Setting.text(
          "noise",
          "none",
          "channels after gates and errors of the readout, such as depolarising 0.01 after two-qubit; readout 0.02");

  /// Room for round-off in ‖O‖ ≤ 1, as in 1/m added up m times.
  private static final double BOUND_SLACK = 1e-12;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:circuit",
              "the expectation value of an observable after a parametric quantum circuit")
          .settings(TEMPLATE, QUBITS, LAYERS, OBSERVABLE, NOISE, BACKEND)
          .claims(new Trait.ExactGradient(1e-10));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Expert create(Settings settings) throws BadInput {
    Template template = Template.of(settings.get(TEMPLATE));
    int qubits = settings.get(QUBITS);
    int layers = settings.get(LAYERS);
    if (qubits < template.fewestQubits()) {
      throw new BadInput(
          QUBITS,
          "template '%s' has no parameter on %d qubit; it needs at least %d"
              .formatted(template.word(), qubits, template.fewestQubits()));
    }
    Noise noise = aboutNoise(() -> new NoiseText(settings.get(NOISE)).noise());
    PauliSum ideal = observable(settings.get(OBSERVABLE), template, qubits);
    PauliSum observable = aboutNoise(() -> noise.read(ideal));
    Circuit circuit = aboutNoise(() -> noise.disturb(template.circuit(qubits, layers)));
    QuantumBackend backend = settings.get(BACKEND);
    Optional<String> refusal = backend.refusal(circuit, observable);
    if (refusal.isPresent()) {
      throw new BadInput(BACKEND, refusal.get());
    }
    String name =
        "%s of %d layer%s%s"
            .formatted(
                template.word(),
                layers,
                layers == 1 ? "" : "s",
                noise.isNone() ? "" : ", noise " + settings.get(NOISE).strip());
    CircuitExpert expert = new CircuitExpert(name, circuit, observable, backend);
    boolean mean = observable.terms().equals(PauliSum.meanZ(qubits).terms());
    return template == Template.RING && layers == 1 && mean && noise.isNone()
        ? new HarmonicRing(qubits, expert)
        : expert;
  }

  private static PauliSum observable(String text, Template template, int qubits) throws BadInput {
    PauliSum observable =
        switch (text.strip()) {
          case "template" -> template.observable(qubits);
          case "mean-z" -> PauliSum.meanZ(qubits);
          case "z0" -> PauliSum.z(qubits, 0);
          default -> parsed(text, qubits);
        };
    double norm = ObservableNorm.of(observable);
    if (norm > 1 + BOUND_SLACK) {
      throw new BadInput(
          OBSERVABLE,
          "observable '%s' may reach %s, but an expert needs |f| ≤ 1; use '%s'"
              .formatted(text, norm, scaled(observable, 1 / norm)));
    }
    return observable;
  }

  /// What goes wrong in the call is a mistake in `noise`.
  private static <T> T aboutNoise(Supplier<T> call) throws BadInput {
    try {
      return call.get();
    } catch (IllegalArgumentException e) {
      throw new BadInput(NOISE, String.valueOf(e.getMessage()));
    }
  }

  private static PauliSum parsed(String text, int qubits) throws BadInput {
    try {
      return PauliSum.parse(text, qubits);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          OBSERVABLE, e.getMessage() + "; an observable is template, mean-z, z0 or a Pauli sum");
    }
  }

  private static PauliSum scaled(PauliSum sum, double factor) {
    List<PauliSum.Term> terms =
        sum.terms().stream()
            .map(t -> new PauliSum.Term(factor * t.coefficient(), t.string()))
            .toList();
    return PauliSum.of(terms);
  }
}
