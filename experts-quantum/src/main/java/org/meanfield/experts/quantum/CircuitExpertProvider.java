package org.meanfield.experts.quantum;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
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
import org.meanfield.experts.quantum.noise.Noise;
import org.meanfield.experts.quantum.noise.NoiseText;
import org.meanfield.qasm.QasmCircuit;
import org.meanfield.qasm.QasmReader;
import org.meanfield.qasm.Roles;

/// Offers `meanfield:circuit`.
public final class CircuitExpertProvider implements ExpertProvider {
  private static final String REFUSE = "refuse";
  private static final String KEEP = "keep";

  static final Setting<Path> QASM =
      Setting.optionalFile(
          "qasm", "a circuit in OpenQASM 2 or 3, instead of template, qubits and layers");
  static final Setting<List<String>> PARAMETERS =
      Setting.words("parameters", List.of(), "which inputs of the file are parameters, in order")
          .beside(QASM);
  static final Setting<List<String>> INPUTS =
      Setting.words("inputs", List.of(), "which inputs of the file are features, in order")
          .beside(QASM);
  static final Setting<String> PERIOD =
      Setting.choice(
              "period",
              REFUSE,
              "parameters of the file whose period is not 2π: refuse them, rescale them to it, or keep them as they are, so that assumption A1 is broken",
              List.of(REFUSE, "rescale", KEEP))
          .beside(QASM);
  static final Setting<String> TEMPLATE =
      Setting.choice(
              "template",
              "ring",
              "the circuit",
              Arrays.stream(Template.values()).map(Template::word).toList())
          .insteadOf(QASM);
  static final Setting<Integer> QUBITS =
      Setting.integer("qubits", 4, 1, PauliString.MOST_QUBITS, "the number of qubits m")
          .insteadOf(QASM);
  static final Setting<Integer> LAYERS =
      Setting.integer("layers", 2, 1, 1000, "the number of layers L").insteadOf(QASM);
  static final Setting<String> OBSERVABLE =
      Setting.text(
          "observable",
          "template",
          "template (mean-z for ring, z0 for line, heis and qasm), mean-z, z0 or a Pauli sum such as 0.5*Z0 + 0.5*X1*X2");
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
          .settings(
              TEMPLATE,
              QUBITS,
              LAYERS,
              QASM,
              PARAMETERS,
              INPUTS,
              PERIOD,
              OBSERVABLE,
              NOISE,
              BACKEND)
          .claims(new Trait.ExactGradient(1e-10));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Expert create(Settings settings) throws BadInput {
    return settings.has(QASM) ? ofFile(settings) : ofTemplate(settings);
  }

  private static Expert ofTemplate(Settings settings) throws BadInput {
    Template template = Template.of(settings.get(TEMPLATE));
    int qubits = settings.get(QUBITS);
    int layers = settings.get(LAYERS);
    if (qubits < template.fewestQubits()) {
      throw new BadInput(
          QUBITS,
          "template '%s' has no parameter on %d qubit; it needs at least %d"
              .formatted(template.word(), qubits, template.fewestQubits()));
    }
    PauliSum ideal = observable(settings.get(OBSERVABLE), template.observable(qubits), qubits);
    Circuit circuit = template.circuit(qubits, layers);
    String name = "%s of %s".formatted(template.word(), counted(layers, "layer"));
    Noise noise = noise(settings);
    Circuit disturbed = aboutNoise(() -> noise.disturb(circuit));
    CircuitExpert expert = expert(name, disturbed, ideal, noise, List.of(), List.of(), settings);
    boolean mean = ideal.terms().equals(PauliSum.meanZ(qubits).terms());
    return template == Template.RING && layers == 1 && mean && noise.isNone()
        ? new HarmonicRing(qubits, expert)
        : expert;
  }

  private static Expert ofFile(Settings settings) throws BadInput {
    Path file = settings.get(QASM);
    QasmCircuit read =
        QasmReader.read(file, new Roles(settings.get(PARAMETERS), settings.get(INPUTS)));
    Circuit circuit = read.circuit();
    if (circuit.parameters() == 0) {
      throw new BadInput(
          Place.of(file.toString()),
          "the circuit has no parameter to train; declare 'input array[float[64], d] theta;', in OpenQASM 2 name them in 'parameters'");
    }
    String name = String.valueOf(file.getFileName());
    if (!circuit.isPeriodic() && !settings.get(PERIOD).equals(KEEP)) {
      new FilePeriods(file.toString(), read).check(settings.get(PERIOD).equals(REFUSE));
      List<Double> factors = Rescaling.factors(circuit);
      circuit = Rescaling.of(circuit, factors);
      name +=
          ", %s rescaled to period 2π"
              .formatted(counted(factors.stream().filter(s -> s != 1).count(), "parameter"));
    }
    PauliSum observable =
        observable(settings.get(OBSERVABLE), PauliSum.z(circuit.qubits(), 0), circuit.qubits());
    Noise noise = noise(settings);
    Circuit pure = circuit;
    List<Noise.Site> sites =
        read.calls().stream()
            .map(c -> new Noise.Site(c.name(), c.qubits(), c.end(), c.unfolded()))
            .toList();
    Circuit disturbed = aboutNoise(() -> noise.disturb(pure, sites));
    return expert(
        name,
        disturbed,
        observable,
        noise,
        ownNames(read.parameters(), "theta"),
        ownNames(read.inputs(), "x"),
        settings);
  }

  /// {@return the names, unless they only count the elements of `array`}
  private static List<String> ownNames(List<String> names, String array) {
    boolean counted =
        IntStream.range(0, names.size())
            .allMatch(k -> names.get(k).equals("%s[%d]".formatted(array, k)));
    return counted ? List.of() : names;
  }

  private static Noise noise(Settings settings) throws BadInput {
    return aboutNoise(() -> new NoiseText(settings.get(NOISE)).noise());
  }

  private static CircuitExpert expert(
      String name,
      Circuit circuit,
      PauliSum ideal,
      Noise noise,
      List<String> parameterNames,
      List<String> inputNames,
      Settings settings)
      throws BadInput {
    PauliSum observable = aboutNoise(() -> noise.read(ideal));
    QuantumBackend backend = settings.get(BACKEND);
    Optional<String> refusal = backend.refusal(circuit, observable);
    if (refusal.isPresent()) {
      throw new BadInput(BACKEND, refusal.get());
    }
    String whole = noise.isNone() ? name : name + ", noise " + settings.get(NOISE).strip();
    return new CircuitExpert(whole, circuit, observable, backend, parameterNames, inputNames);
  }

  private static String counted(long count, String thing) {
    return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }

  private static PauliSum observable(String text, PauliSum own, int qubits) throws BadInput {
    PauliSum observable =
        switch (text.strip()) {
          case "template" -> own;
          case "mean-z" -> PauliSum.meanZ(qubits);
          case "z0" -> PauliSum.z(qubits, 0);
          default -> parsed(text, qubits);
        };
    double norm = ObservableNorm.of(observable);
    if (norm > 1 + BOUND_SLACK) {
      throw new BadInput(
          OBSERVABLE,
          "observable '%s' may reach %s, but an expert needs |f| ≤ 1 (3.10), without which Theorem 4.1 does not hold; use '%s'"
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
