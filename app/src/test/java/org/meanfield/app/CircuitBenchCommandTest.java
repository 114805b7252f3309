package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBenchCommandTest {
  @Test
  void rowsAreThoseOfTheContract() {
    Object rows =
        JsonTree.parse(
            Program.run(
                    "bench",
                    "circuits",
                    "--json",
                    "--no-scalar",
                    "--template",
                    "ring",
                    "--qubits",
                    4,
                    "--inputs",
                    100,
                    "--threads",
                    1,
                    "--backend",
                    "pauli")
                .done()
                .out());
    assertThat((List<?>) rows).hasSize(1);
    Object row = JsonTree.at(rows, 0);
    assertThat(JsonTree.at(row, "template")).isEqualTo("ring");
    assertThat(JsonTree.at(row, "qubits")).isEqualTo(4.0);
    assertThat(JsonTree.at(row, "layers")).isEqualTo(2.0);
    assertThat(JsonTree.at(row, "inputs")).isEqualTo(100.0);
    assertThat(JsonTree.at(row, "threads")).isEqualTo(1.0);
    assertThat(JsonTree.at(row, "backend")).isEqualTo("pauli");
    assertThat(JsonTree.at(row, "chosen")).isEqualTo(true);
    assertThat((Double) JsonTree.at(row, "experts")).isBetween(512.0, 10_000.0);
    assertThat((Double) JsonTree.at(row, "step_seconds")).isPositive();
    assertThat((Double) JsonTree.at(row, "bytes_per_step")).isNotNegative();
  }

  @Test
  void whatIsNotInTheTableIsRefused() {
    assertThat(Program.run("bench", "circuits", "--qubits", 5).refused().err())
        .startsWith("--qubits 5  ")
        .contains("no circuit of the table is left");
    assertThat(Program.run("bench", "circuits", "--inputs", 7).refused().err())
        .startsWith("--inputs 7  ");
    assertThat(
            Program.run("bench", "circuits", "--template", "line", "--qubits", 12).refused().err())
        .startsWith("--template line --qubits 12  ");
    assertThat(Program.run("bench", "circuits", "--threads", 0).refused().err())
        .contains("--threads")
        .contains("got 0");
    assertThat(
            Program.run("bench", "circuits", "--qubits", 4, "--backend", "abacus").refused().err())
        .contains("no backend 'abacus' serves these circuits");
  }

  @Test
  void benchAloneNamesItsTables() {
    assertThat(Program.run("bench").done().out()).contains("circuits").contains("transport");
  }
}
