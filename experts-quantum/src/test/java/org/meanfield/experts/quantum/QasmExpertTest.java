package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.QuantumExpert;
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
            "the circuit has the period 4π in 'theta[0]', assumption A1 asks for 2π; write 'period: rescale' to train it in units of 2");
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
