package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever backend `auto` takes, it differs from `statevector` by round-off.
class AutoAgreementTest {
  private static final int FEATURES = 2;

  @TempDir Path folder;

  /// A circuit in OpenQASM whose features enter first, or between its parameters.
  private static String circuit(int qubits, boolean uploads, RandomGenerator random) {
    int parameters = 2 * qubits;
    StringBuilder text = new StringBuilder();
    text.append("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n")
        .append("input array[float, %d] theta;\n".formatted(parameters))
        .append("input array[float, %d] x;\n".formatted(FEATURES))
        .append("qubit[%d] q;\n".formatted(qubits));
    for (int k = 0; k < FEATURES; k++) {
      text.append("ry(x[%d]) q[%d];\n".formatted(k, k % qubits));
    }
    String[] turns = {"rx", "ry", "rz"};
    String[] pairs = {"cx", "cz", "swap", "cy"};
    for (int k = 0; k < parameters; k++) {
      text.append(
          "%s(theta[%d]) q[%d];\n"
              .formatted(turns[random.nextInt(turns.length)], k, random.nextInt(qubits)));
      if (qubits > 1) {
        int one = random.nextInt(qubits);
        int other = (one + 1 + random.nextInt(qubits - 1)) % qubits;
        text.append(
            "%s q[%d], q[%d];\n".formatted(pairs[random.nextInt(pairs.length)], one, other));
      }
      if (uploads && k == qubits) {
        text.append("rx(2 * x[0] + 0.3) q[0];\nh q[%d];\n".formatted(qubits - 1));
      }
    }
    return text.toString();
  }

  private static String points(String name, int count, int dimension, RandomGenerator random) {
    StringBuilder text = new StringBuilder(name + "0");
    for (int k = 1; k < dimension; k++) {
      text.append(',').append(name).append(k);
    }
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < dimension; k++) {
        // The first point is π everywhere, the second 3π − 10⁻¹².
        double angle = i == 0 ? Math.PI : i == 1 ? 3 * Math.PI - 1e-12 : random.nextDouble(-7, 7);
        text.append(k == 0 ? "\n" : ",").append(angle);
      }
    }
    return text.append('\n').toString();
  }

  private Table table(String backend) {
    return Table.parse(
        Program.run(
                "eval",
                folder.resolve("study.yaml"),
                "--theta",
                folder.resolve("theta.csv"),
                "--inputs",
                folder.resolve("x.csv"),
                "--set",
                "expert.backend=" + backend)
            .done()
            .outLines());
  }

  @Test
  void autoDiffersFromStatevectorByRoundOff() throws IOException {
    Set<String> chosen = new HashSet<>();
    for (int qubits = 1; qubits <= 6; qubits++) {
      for (boolean uploads : new boolean[] {false, true}) {
        RandomGenerator random = new SplittableRandom(100 * qubits + (uploads ? 1 : 0));
        Files.writeString(folder.resolve("c.qasm"), circuit(qubits, uploads, random));
        Files.writeString(folder.resolve("theta.csv"), points("theta", 6, 2 * qubits, random));
        Files.writeString(folder.resolve("x.csv"), points("x", 4, FEATURES, random));
        Files.writeString(folder.resolve("y.csv"), "y\n0\n0\n0\n0\n");
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            data: {source: csv, inputs: x.csv, targets: y.csv, scale: none, standardise: false}
            expert: {type: circuit, qasm: c.qasm, observable: "0.7*Z0 + 0.3*X%d"}
            flow: {time: 1}
            experts: [1]
            """
                .formatted(qubits - 1));
        Table auto = table("auto");
        Table statevector = table("statevector");
        for (String column :
            IntStream.range(-1, 2 * qubits)
                .mapToObj(k -> k < 0 ? "value" : "gradient" + k)
                .toList()) {
          double[] ours = auto.numbers(column);
          double[] theirs = statevector.numbers(column);
          for (int at = 0; at < ours.length; at++) {
            assertThat(ours[at])
                .as("%s of %d qubits, row %d", column, qubits, at)
                .isCloseTo(theirs[at], within(1e-12));
          }
        }
        String page = Program.run("check", folder.resolve("study.yaml")).done().out();
        chosen.add(page.replaceAll("(?s).*; backend\\s+(\\w+).*", "$1"));
      }
    }
    assertThat(chosen).contains("pauli").hasSizeGreaterThan(1);
  }
}
