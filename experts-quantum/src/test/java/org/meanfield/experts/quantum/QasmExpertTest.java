package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.experts.quantum.density.DensityBackend;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.qasm.QasmWriter;

class QasmExpertTest {
  private static final CircuitExpertProvider PROVIDER = new CircuitExpertProvider();
  private static final String HEAD =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input array[float[64], 2] theta;
      input float[64] x;
      qubit[2] q;
      ry(x) q[0];
      h q[1];
      """;

  @TempDir private Path folder;

  private Settings settings(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("circuit.qasm"), text);
    return Settings.defaults(PROVIDER.descriptor().settings())
        .with(CircuitExpertProvider.QASM, file)
        .with(CircuitExpertProvider.BACKEND, new StatevectorBackend());
  }

  private Settings rescaling(String text) throws IOException {
    return settings(text).with(CircuitExpertProvider.PERIOD, "rescale");
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void templatesWrittenAsFilesAreTheSameExperts(Template template) throws Exception {
    Circuit circuit = template.circuit(3, 2);
    Expert file =
        PROVIDER.create(
            settings(QasmWriter.write(circuit))
                .with(CircuitExpertProvider.OBSERVABLE, "0.5*Z0 + 0.5*X1*Z2"));
    Expert own =
        PROVIDER.create(
            Settings.defaults(PROVIDER.descriptor().settings())
                .with(CircuitExpertProvider.BACKEND, new StatevectorBackend())
                .with(CircuitExpertProvider.TEMPLATE, template.word())
                .with(CircuitExpertProvider.QUBITS, 3)
                .with(CircuitExpertProvider.LAYERS, 2)
                .with(CircuitExpertProvider.OBSERVABLE, "0.5*Z0 + 0.5*X1*Z2"));
    assertThat(file.parameters()).isEqualTo(own.parameters());
    double[] theta = new double[own.parameters()];
    for (int k = 0; k < theta.length; k++) {
      theta[k] = 0.3 + 1.7 * k;
    }
    double[] x = {0.4, -1.2, 2.2};
    assertThat(file.value(theta, x)).isCloseTo(own.value(theta, x), within(1e-13));
  }

  @Test
  void observableIsZ0UnlessSaid() throws Exception {
    Settings settings = settings(HEAD + "rx(theta[0]) q[0]; rx(theta[1]) q[1];");
    assertThat(PROVIDER.create(settings).description())
        .startsWith("circuit.qasm on 2 qubits, observable 1.0*Z0;");
    assertThat(
            PROVIDER
                .create(settings.with(CircuitExpertProvider.OBSERVABLE, "mean-z"))
                .description())
        .contains("observable mean-z;");
  }

  @Test
  void otherPeriodsAreRefusedEachWithItsOwn() throws IOException {
    Settings settings = settings(HEAD + "crx(theta[0]) q[0], q[1]; ry(0.7*theta[1]) q[0];");
    BadInput refused = catchThrowableOfType(BadInput.class, () -> PROVIDER.create(settings));
    assertThat(refused.sentence())
        .isEqualTo(
            "the circuit has the period 4π in 'theta[0]', assumption A1 asks for 2π, without which Lemma 4.1 and Theorem 4.1 do not hold; write 'period: rescale' beside 'qasm' to train it in units of 2, 'period: keep' to train it as it is");
    assertThat(refused.others()).hasSize(1);
    assertThat(refused.others().getFirst().sentence())
        .contains("period 2.85714π in 'theta[1]'", "in units of 1.42857");
  }

  /// f(θ) with θ = (2ϑ₀, ϑ₁/0.7), 2π-periodic in ϑ.
  @Test
  void rescaledParametersHaveThePeriod() throws Exception {
    String gates = "crx(theta[0]) q[0], q[1]; ry(0.7*theta[1]) q[0]; cx q[1], q[0];";
    QuantumExpert rescaled = (QuantumExpert) PROVIDER.create(rescaling(HEAD + gates));
    assertThat(rescaled.circuit().isPeriodic()).isTrue();
    assertThat(rescaled.regularity().period()).isEqualTo(2 * Math.PI);
    assertThat(rescaled.description()).contains("2 parameters rescaled to period 2π");
    String unrescaled =
        HEAD + gates.replace("theta[0]", "2*theta[0]").replace("0.7*theta[1]", "theta[1]");
    Expert same = PROVIDER.create(settings(unrescaled));
    double[] theta = {0.8, -2.1};
    double[] x = {0.6};
    assertThat(rescaled.value(theta, x)).isCloseTo(same.value(theta, x), within(1e-14));
    double[] gradient = new double[2];
    double[] wanted = new double[2];
    rescaled.gradient(theta, x, gradient);
    same.gradient(theta, x, wanted);
    assertThat(gradient).containsExactly(wanted, within(1e-14));
    for (int k = 0; k < 2; k++) {
      double[] further = theta.clone();
      further[k] += 2 * Math.PI;
      assertThat(rescaled.value(further, x)).isCloseTo(rescaled.value(theta, x), within(1e-13));
    }
  }

  @Test
  void whatHasNoPeriodIsRefusedEvenSo() throws IOException {
    Settings settings =
        rescaling(HEAD + "rx(theta[0]) q[0]; rx(theta[1]) q[1]; ry(sqrt(2)*theta[0]) q[1];");
    assertThatThrownBy(() -> PROVIDER.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no period in 'theta[0]'");
  }

  private QuantumExpert noisy(String text, String noise) throws Exception {
    Settings settings =
        settings(text)
            .with(CircuitExpertProvider.NOISE, noise)
            .with(CircuitExpertProvider.BACKEND, new DensityBackend());
    return (QuantumExpert) PROVIDER.create(settings);
  }

  /// U(θ, φ, λ) = RZ(φ)·RY(θ)·RZ(λ) takes (X, Y, Z) = (sin x, 0, cos x) to Z = cos θ cos x − sin θ
  /// sin x cos λ; each gate, become three or one, shrinks by 0.9 once.
  @ParameterizedTest
  @CsvSource({"all, 0.81", "one-qubit, 0.81", "ry, 0.9", "U, 0.9", "'ry, U', 0.81"})
  void noiseActsOncePerGateOfTheFile(String gates, double factor) throws Exception {
    String text =
        "include \"stdgates.inc\"; input float[64] t; input float[64] x; qubit q; ry(x) q; U(t, 0.2, 0.1) q;";
    QuantumExpert expert = noisy(text, "depolarising 0.1 after " + gates);
    double ideal = Math.cos(0.3) * Math.cos(0.5) - Math.sin(0.3) * Math.sin(0.5) * Math.cos(0.1);
    assertThat(expert.value(new double[] {0.3}, new double[] {0.5}))
        .isCloseTo(factor * ideal, within(1e-14));
  }

  /// On which qubits there are channels, in the order of time.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cp(theta[1]) q[0], q[1]; | cp | 0, 1",
        "cp(theta[1]) q[0], q[1]; | two-qubit | 0, 1",
        "p(theta[1]) q[1]; s q[0]; | p | 1",
        "p(theta[1]) q[1]; s q[0]; | s | 0",
        "p(theta[1]) q; | p | 0, 1",
        "u3(theta[1], 0.1, 0.2) q[1]; | u3 | 1",
        "cu1(theta[1]) q[1], q[0]; | cu1 | 1, 0",
        "cu3(0.4, 2*theta[1], 0.2) q[1], q[0]; | cu3 | 1, 0",
        "pow(3) @ sx q[1]; p(theta[1]) q[1]; | sx | 1",
        "negctrl @ x q[1], q[0]; p(theta[1]) q[1]; | cx | 1, 0",
        "negctrl @ x q[1], q[0]; p(theta[1]) q[1]; | two-qubit | 1, 0",
        "inv @ pow(2) @ h q[0]; p(theta[1]) q[1]; | h | 1, 0", // one stands in the head
        "id q[1]; p(theta[1]) q[1]; | id | 1",
        "gate g(a) s, t { h s; cx s, t; p(a) t; } g(theta[1]) q[0], q[1]; | g | 0, 1",
        "gate g(a) s, t { h s; cx s, t; p(a) t; } g(theta[1]) q[0], q[1]; | cx | 0, 1",
        "gate g(a) s, t { h s; cx s, t; p(a) t; } g(theta[1]) q[0], q[1]; | two-qubit | 0, 1",
        "gate g(a) s, t { h s; cx s, t; p(a) t; } g(theta[1]) q[0], q[1]; | p, g | 1, 0, 1",
        "gate g(a) s { h s; p(a) s; } inv @ g(theta[1]) q[0]; | g | 0",
        "gate g(a) s { h s; p(a) s; } ctrl @ g(2 * theta[1]) q[0], q[1]; | cg | 0, 1",
      })
  void noiseKnowsTheNamesOfTheFile(String text, String gates, String qubits) throws Exception {
    String head = HEAD.replace("ry(x)", "gphase(0.1); rx(theta[0]) q[0]; ry(x)");
    Circuit circuit = noisy(head + text, "dephasing 0.1 after " + gates).circuit();
    List<Integer> on = new ArrayList<>();
    for (Gate gate : circuit.gates()) {
      if (gate instanceof Gate.Noise(_, int q)) {
        on.add(q);
      }
    }
    assertThat(on).hasToString("[" + qubits + "]");
    assertThat(circuit.gates().stream().filter(g -> !(g instanceof Gate.Noise)).toList())
        .hasToString(
            ((QuantumExpert) PROVIDER.create(settings(head + text))).circuit().gates().toString());
  }

  @Test
  void noiseTellsTheNamesOfTheFile() throws IOException {
    Settings settings = settings(HEAD + "cp(theta[0]) q[0], q[1]; u3(theta[1], 0, 0) q[0];");
    assertThatThrownBy(() ->
            PROVIDER.create(settings.with(CircuitExpertProvider.NOISE, "dephasing 0.1 after cz")))
        .isInstanceOf(BadInput.class)
        .hasMessage("there is no gate 'cz' for noise to follow; the circuit has cp, h, ry, u3");
  }

  @Test
  void noiseFollowsRescaledGates() throws Exception {
    Settings settings =
        rescaling(HEAD + "cry(theta[0]) q[0], q[1]; rx(theta[1]) q[1];")
            .with(CircuitExpertProvider.NOISE, "dephasing 0.1 after cry")
            .with(CircuitExpertProvider.BACKEND, new DensityBackend());
    Circuit circuit = ((QuantumExpert) PROVIDER.create(settings)).circuit();
    assertThat(circuit.gates().stream().map(g -> g instanceof Gate.Noise))
        .containsExactly(false, false, false, true, true, false);
  }

  @Test
  void periodsAreToldWhereTheirGatesStand() throws IOException {
    Settings settings =
        settings(
            HEAD
                + """
                rx(theta[0]) q[0]; rx(theta[1]) q[1];
                ry(theta[1]) q[1]; ry(theta[0] / 3) q[0];
                  rz(sqrt(2) * theta[1]) q[1];
                """);
    BadInput refused = catchThrowableOfType(BadInput.class, () -> PROVIDER.create(settings));
    assertThat(refused.place().orElseThrow().toString()).endsWith("circuit.qasm:9:20");
    BadInput second = refused.others().getFirst();
    assertThat(second.place().orElseThrow().toString()).endsWith("circuit.qasm:10:3");
    assertThat(second.sentence())
        .startsWith("the circuit has no period in 'theta[1]': the scales 1, 1.41421 of");
  }

  @Test
  void mistakesInTheFileHaveTheirPlaces() throws IOException {
    Settings settings = settings(HEAD + "rx(theta[0]) q[2];\nfoo q;\n");
    BadInput refused = catchThrowableOfType(BadInput.class, () -> PROVIDER.create(settings));
    assertThat(refused.place().orElseThrow().toString()).endsWith("circuit.qasm:8:16");
    assertThat(refused.others().getFirst().place().orElseThrow().toString())
        .endsWith("circuit.qasm:9:1");
  }

  @Test
  void circuitsWithoutParametersAreNoExperts() throws IOException {
    Settings settings = settings("include \"stdgates.inc\"; qubit q; h q;");
    assertThatThrownBy(() -> PROVIDER.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no parameter to train");
  }

  @Test
  void namesAreAssignedByLists() throws Exception {
    Settings settings =
        settings(
            HEAD.replace("input float[64] x;", "input float[64] feature;")
                    .replace("(x)", "(feature)")
                + "rx(theta[0]) q[0]; rx(theta[1]) q[1];");
    assertThat(PROVIDER.create(settings).parameters()).isEqualTo(3);
    assertThat(
            PROVIDER
                .create(settings.with(CircuitExpertProvider.INPUTS, List.of("feature")))
                .parameters())
        .isEqualTo(2);
    assertThatThrownBy(
            () -> PROVIDER.create(settings.with(CircuitExpertProvider.PARAMETERS, List.of("phi"))))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("'parameters' names 'phi'");
  }
}
