package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransportBenchCommandTest {
  @Test
  void rowsAreThoseOfTheContract() {
    Object rows =
        JsonTree.parse(
            Program.run(
                    "bench",
                    "transport",
                    "--json",
                    "--points",
                    1000,
                    "--dimension",
                    5,
                    "--threads",
                    1)
                .done()
                .out());
    assertThat((List<?>) rows).hasSize(1);
    Object row = JsonTree.at(rows, 0);
    assertThat(JsonTree.at(row, "clouds")).isEqualTo("uniform");
    assertThat(JsonTree.at(row, "n")).isEqualTo(1000.0);
    assertThat(JsonTree.at(row, "m")).isEqualTo(1000.0);
    assertThat(JsonTree.at(row, "d")).isEqualTo(5.0);
    assertThat(JsonTree.at(row, "solver")).isEqualTo("exact");
    assertThat(JsonTree.at(row, "epsilon")).isNull();
    assertThat(JsonTree.at(row, "threads")).isEqualTo(1.0);
    assertThat((Double) JsonTree.at(row, "first_seconds")).isPositive();
    assertThat((Double) JsonTree.at(row, "seconds")).isPositive();
    // E W2² of two clouds of 256 is 8.1, and falls like N^(−2/5).
    assertThat((Double) JsonTree.at(row, "w2_squared")).isBetween(4.0, 6.0);
    assertThat((Double) JsonTree.at(row, "gap")).isBetween(-1e-9, 1e-9);
    assertThat((Double) JsonTree.at(row, "iterations")).isPositive();
  }

  @Test
  void whatIsNotInTheTableIsRefused() {
    assertThat(Program.run("bench", "transport", "--dimension", 4).refused().err())
        .contains("no problem of the table is left");
    assertThat(Program.run("bench", "transport", "--threads", 0).refused().err())
        .contains("--threads")
        .contains("got 0");
  }
}
