package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
  private static final int PARTICLES = 5;
  private static final int INPUTS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "RING, 1, 2",
    "RING, 2, 1",
    "RING, 3, 2",
    "RING, 4, 2",
    "LINE, 1, 1",
    "LINE, 3, 2",
    "HEIS, 2, 1",
    "HEIS, 3, 2"
  })
  void circuitsAreThoseOfTheContract(Templates template, int qubits, int layers)
      throws IOException {
    int d = template.parameters(qubits, layers);
    int features = Math.max(1, qubits - 1); // fewer than qubits: their index is taken modulo
    RandomGenerator random = new SplittableRandom(20260101 + 100 * qubits + layers);
    double[][] theta = points(random, PARTICLES, d);
    double[][] x = points(random, INPUTS, features);
    Files.writeString(folder.resolve("theta.csv"), csv("theta", theta));
    Files.writeString(folder.resolve("x.csv"), csv("x", x));
    Files.writeString(folder.resolve("y.csv"), "y\n0.5\n-0.5\n0.25\n");
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            data: {source: csv, inputs: x.csv, targets: y.csv}
            expert: {type: circuit, template: %s, qubits: %d, layers: %d}
            flow: {time: 1}
            experts: [1]
            """
                .formatted(template.name().toLowerCase(Locale.ROOT), qubits, layers));

    Table table =
        Table.parse(
            Program.run(
                    "eval",
                    study,
                    "--theta",
                    folder.resolve("theta.csv"),
                    "--inputs",
                    folder.resolve("x.csv"))
                .done()
                .outLines());
    assertThat(table.columns()).startsWith("particle", "input", "value", "gradient0");
    assertThat(table.columns()).hasSize(3 + d).endsWith("gradient" + (d - 1));
    double[] values = table.numbers("value");
    assertThat(values).hasSize(PARTICLES * INPUTS);
    for (int at = 0; at < values.length; at++) {
      double[] particle = theta[at / INPUTS];
      double[] input = x[at % INPUTS];
      assertThat(table.rows().get(at))
          .containsEntry("particle", String.valueOf(at / INPUTS))
          .containsEntry("input", String.valueOf(at % INPUTS));
      // Round-off of some fifty gates on both sides: measured between 5e−16 and 1e−15.
      assertThat(values[at])
          .isCloseTo(template.value(qubits, layers, particle, input), within(1e-14));
      for (int k = 0; k < d; k++) {
        assertThat(table.numbers("gradient" + k)[at])
            .isCloseTo(template.derivative(qubits, layers, particle, input, k), within(1e-14));
      }
    }
  }

  @Test
  void jsonHoldsTheSameNumbers() throws IOException {
    Files.writeString(folder.resolve("theta.csv"), "theta0\n0\n1\n");
    Files.writeString(folder.resolve("x.csv"), "x0\n0\n0.5\n");
    Files.writeString(folder.resolve("y.csv"), "y\n0\n0\n");
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            data: {source: csv, inputs: x.csv, targets: y.csv}
            expert: {type: cosine}
            flow: {time: 1}
            experts: [1]
            """);
    String json =
        Program.run(
                "eval",
                study,
                "--theta",
                folder.resolve("theta.csv"),
                "--inputs",
                folder.resolve("x.csv"),
                "--json")
            .done()
            .out();
    Object document = JsonTree.parse(json);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double phase = i - 0.5 * j;
        assertThat((Double) JsonTree.at(document, "values", i, j))
            .isCloseTo(Math.cos(phase), within(1e-14));
        assertThat((Double) JsonTree.at(document, "gradients", i, j, 0))
            .isCloseTo(-Math.sin(phase), within(1e-14));
      }
    }
  }

  @Test
  void everyWrongFileIsTold() throws IOException {
    Files.writeString(folder.resolve("theta.csv"), "theta0,theta1\n0,1\n");
    Files.writeString(folder.resolve("x.csv"), "x0\n0\nnan\n");
    Program.Result result =
        Program.run(
                "eval",
                Program.STUDIES.resolve("one-point.yaml"),
                "--theta",
                folder.resolve("theta.csv"),
                "--inputs",
                folder.resolve("x.csv"))
            .refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("theta.csv:1:1"))
        .anySatisfy(line -> assertThat(line).contains("x.csv:3:1"));
  }

  private static double[][] points(RandomGenerator random, int count, int dimension) {
    double[][] points = new double[count][dimension];
    for (double[] point : points) {
      for (int k = 0; k < dimension; k++) {
        point[k] = random.nextDouble(-2 * Math.PI, 2 * Math.PI);
      }
    }
    return points;
  }

  static String csv(String prefix, double[][] points) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < points[0].length; k++) {
      text.append(k == 0 ? "" : ",").append(prefix).append(k);
    }
    for (double[] point : points) {
      text.append('\n');
      for (int k = 0; k < point.length; k++) {
        text.append(k == 0 ? "" : ",").append(point[k]);
      }
    }
    return text.append('\n').toString();
  }
}
