package org.meanfield.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Seeds;

/// Valid files with slips in them: a circuit or mistakes with their places, never anything else,
/// and soon.
class MutationTest {
  private static final int MUTATIONS = 100;

  /// Of processor time. Most take a millisecond; what unfolds to a million gates takes longer.
  private static final double MOST_SECONDS = 1;

  private static final List<String> PIECES =
      List.of(
          "(", ")", "[", "]", "{", "}", ";", ",", "@", "*", "/", "-", "**", ":", "=", "->", "0",
          "-1", "99", "3.5e400", "theta", "x", "q", "rx", "ctrl", "inv", "pow(2)", "for", "in",
          "gate", "input", "qubit", "measure", "if", "/*", "//", "\"", "π", "€", "\n", " ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ansatz-qiskit.qasm",
        "layers-pennylane.qasm",
        "fixed-cirq.qasm",
        "spec-style.qasm"
      })
  void slipsGiveACircuitOrPlacedMistakes(String file) {
    String text = Texts.file(file);

    Roles roles =
        file.startsWith("layers")
            ? new Roles(
                IntStream.range(0, 6).mapToObj(i -> "weights_" + i).toList(),
                List.of("x_0", "x_1", "x_2"))
            : Roles.byName();
    assertThat(Texts.mistakes(text, roles)).isEmpty();
    int circuits = 0;
    for (int m = 0; m < MUTATIONS; m++) {
      RandomGenerator random = Seeds.root(3).at(file, String.valueOf(m)).generator();
      String mutated = text;
      for (int slip = random.nextInt(3); slip >= 0; slip--) {
        mutated = mutated(mutated, random);
      }
      double before = cpu();
      List<String> told = Texts.mistakes(mutated, roles);
      double seconds = cpu() - before;
      assertThat(seconds).as(mutated).isLessThan(MOST_SECONDS);
      assertThat(told)
          .as(mutated)
          .allMatch(t ->
              t.matches(
                  "(?s)(test\\.qasm(:\\d+:\\d+)? \\S| (neither )?'(parameters|inputs)').{10,}"))
          .allMatch(t -> !t.contains("null") && !t.contains("Exception"));
      circuits += told.isEmpty() ? 1 : 0;
    }
    assertThat(circuits).isBetween(1, MUTATIONS - 1);
  }

  private static String mutated(String text, RandomGenerator random) {
    String[] tokens = text.split("(?<=\\W)|(?=\\W)");
    int at = random.nextInt(tokens.length);
    tokens[at] =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> tokens[at] + tokens[at];
          case 2 -> tokens[random.nextInt(tokens.length)];
          case 3 -> PIECES.get(random.nextInt(PIECES.size()));
          default -> {
            int c = random.nextInt(tokens[at].length() + 1);
            yield tokens[at].substring(0, c)
                + (char) random.nextInt(32, 127)
                + tokens[at].substring(Math.min(c + 1, tokens[at].length()));
          }
        };
    return String.join("", tokens);
  }

  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() * 1e-9;
  }
}
