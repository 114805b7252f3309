package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Assumption A1 (eqs. 3.10, 3.11) held against whole studies, as `meanfield check` tells it.
class AuditStudiesTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void study() throws IOException {
    bench = Workbench.small(folder);
  }

  private void expert(String settings) throws IOException {
    bench.write("study.yaml", Workbench.SMALL.replace("{type: cosine}", settings));
  }

  private void circuit(String... gates) throws IOException {
    bench.write(
        "circuit.qasm",
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        input array[float[64], 2] theta;
        input array[float[64], 1] x;
        qubit[2] q;
        ry(x[0]) q[0];
        rx(theta[0]) q[0];
        ry(0.9) q[1];
        %s
        """
            .formatted(String.join("\n", gates)));
    expert("{type: circuit, qasm: circuit.qasm, period: keep, observable: 0.6*Z0 + 0.4*X1}");
  }

  private String checked() {
    return Program.run("check", bench.study()).done().out().replaceAll("\\s+", " ");
  }

  /// The counter-examples to Lemma 4.1: a controlled rotation, (Z₁+Z₂)/2 and 0.7·X.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "crx(theta[1]) q[1], q[0];",
        "rz(theta[1]/2) q[0]; rz(theta[1]/2) q[1]; h q[0]; h q[1];",
        "rx(0.7*theta[1]) q[0]; rx(0.3) q[1];"
      })
  void generatorsWithOtherGapsBreakThePeriod(String gates) throws IOException {
    circuit(gates);
    String told = checked();
    assertThat(told)
        .contains("A1 broken: not f has period 2π in each θ_k")
        .containsPattern(
            "f has period 2π in each θ_k: broken \\(f or ∂f changes by [0-9.]+ over one turn at θ = \\(")
        .contains("the torus is not its space: Theorems 2.2, 3.2 and 4.1 do not apply", "MF-N02");
    expert("{type: circuit, qasm: circuit.qasm}");
    assertThat(Program.run("check", bench.study()).refused().err())
        .contains("MF-C11", "Lemma 4.1", "'period: rescale'");
    expert("{type: circuit, qasm: circuit.qasm, period: rescale}");
    assertThat(checked()).contains("A1 holds").doesNotContain("broken");
  }

  @Test
  void aPlainNeuronIsNotPeriodic() throws IOException {
    expert("{type: neuron, weights: plain}");
    assertThat(checked())
        .contains("A1 broken: not f has period 2π in each θ_k", "over one turn at θ = (")
        .contains("MF-N02 neuron has no period in its parameters");
    expert("{type: neuron}");
    assertThat(checked()).contains("A1 holds").doesNotContain("broken");
  }

  @Test
  void anObservableOfNormTwoIsRefused() throws IOException {
    expert("{type: circuit, qubits: 2, layers: 1, observable: Z0 + Z1}");
    assertThat(Program.run("check", bench.study()).refused().err())
        .contains("MF-C11", "may reach 2.0", "(3.10)", "Theorem 4.1");
  }

  @Test
  void aCircuitThatNoFeatureEntersIsNoticed() throws IOException {
    circuit("ry(theta[1]) q[1];");
    assertThat(checked()).doesNotContain("MF-N07");
    bench.write(
        "circuit.qasm",
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        input array[float[64], 2] theta;
        qubit[2] q;
        rx(theta[0]) q[0];
        cx q[0], q[1];
        ry(theta[1]) q[1];
        """);
    assertThat(checked()).contains("MF-N07 no feature enters the circuit");
  }

  @Test
  void targetsBeyondOneAreFlagged() throws IOException {
    bench.write("y.csv", "y\n0.5\n1.2\n");
    assertThat(checked())
        .contains("A1 holds", "|y_j| ≤ sup|f|: broken (the largest |y| is 1.2")
        .contains("no mixture reaches these targets", "MF-N01");
  }

  @Test
  void templatesAndCosinesPass() throws IOException {
    for (String settings :
        List.of(
            "{type: cosine}",
            "{type: circuit, template: ring, qubits: 3, layers: 2}",
            "{type: circuit, template: line, qubits: 2, layers: 2}",
            "{type: circuit, template: heis, qubits: 2, layers: 1}")) {
      expert(settings);
      assertThat(checked()).as(settings).contains("A1 holds").doesNotContain("broken", "MF-N0");
    }
  }
}
