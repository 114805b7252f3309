package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users get wrong: told with its place, exit status 2, nothing run, nothing written.
class BadInputTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void study() throws IOException {
    bench = Workbench.small(folder);
  }

  /// Each line: what is replaced in the small study | by what, with a mark before the place that
  /// must be told | what else must be said.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "step: 0.05|^stp: 0.05|did you mean 'step'",
        "seed: 1|^sed: 1|did you mean 'seed'",
        "seed: 1|seed: ^one|one",
        "replicates: 2|replicates: ^0|0",
        "replicates: 2|replicates: ^two|must be an integer 1 … 1000000, got 'two'",
        "experts: [4, 8]|experts: [4, ^0]|0",
        "experts: [4, 8]|experts: [^-3]|-3",
        "experts: [4, 8]|experts: ^many|many",
        "step: 0.05|step: ^0|0",
        "step: 0.05|step: ^-0.1|-0.1",
        "step: 0.05|step: ^5|longer",
        "time: 0.5|time: ^-1|-1",
        "record: [0.25, 0.5]|record: [0.25, ^0.75]|0.75",
        "integrator: rk4|integrator: ^rk5|did you mean 'rk4'? known: adams-bashforth",
        "type: cosine|type: ^quantum|known: circuit, cosine, neuron",
        "solver: lattice|solver: ^latice|did you mean 'lattice'",
        "metric: l1|metric: ^l3|l1 | l2",
        "{type: cosine}|{type: circuit, template: ring, qubits: ^0, layers: 1}|1 …",
        "{type: cosine}|{type: circuit, template: ^rng, qubits: 2, layers: 1}|ring",
        "inputs: x.csv|inputs: ^z.csv|z.csv",
        "study: train|study: ^trian|did you mean 'train'"
      })
  void isToldWithItsPlace(String line) throws IOException {
    String[] part = line.split("\\|", 3);
    assertThat(Workbench.SMALL).contains(part[0]);
    Marked study = Marked.of(Workbench.SMALL.replace(part[0], part[1]));
    bench.write("study.yaml", study.text());
    assertThat(refused().err().lines())
        .anySatisfy(told ->
            assertThat(told)
                .contains("study.yaml:" + study.places().getFirst() + "  MF-C")
                .contains(part[2]));
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() throws IOException {
    Marked study =
        Marked.of(
            Workbench.SMALL
                .replace("seed: 1", "^sed: 1")
                .replace("step: 0.05", "step: ^0")
                .replace("metric: l1", "metric: ^l3"));
    bench.write("study.yaml", study.text());
    assertThat(refused().err().lines().map(line -> line.replaceAll(".*study.yaml:(\\S+) .*", "$1")))
        .containsExactlyElementsOf(study.places());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x0\n0.1\n1.2,3\n|x.csv:3",
        "x0\n0.1\nNaN\n|x.csv:3:1",
        "x0\n0.1\nhello\n|x.csv:3:1",
        "0.1\n1.2\n|x.csv:1:1",
        "\uFEFFx0\n0.1\n1.2\n|x.csv:1:1",
        "|x.csv",
        "x0\n0.1\n|rows"
      })
  void badTablesAreToldWithTheirPlace(String textAndPlace) throws IOException {
    int bar = textAndPlace.indexOf('|');
    bench.write("x.csv", textAndPlace.substring(0, bar));
    assertThat(refused().err()).contains(textAndPlace.substring(bar + 1));
  }

  @Test
  void twiceTheSameKeyIsRefused() throws IOException {
    bench.write("study.yaml", Workbench.SMALL + "seed: 2\n");
    assertThat(refused().err()).contains("study.yaml:11:1  MF-C05").contains("seed");
  }

  @Test
  void aBombOfAliasesIsRefusedQuickly() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String item = "*a" + (level - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(level, level, String.join(", ", Collections.nCopies(9, item))));
    }
    bench.write("study.yaml", bomb.toString());
    long began = System.nanoTime();
    assertThat(refused().err()).contains("study.yaml:");
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }

  @Test
  void fortyQubitsDoNotFit() throws IOException {
    bench.write(
        "study.yaml",
        Workbench.SMALL.replace(
            "{type: cosine}",
            "{type: circuit, template: line, qubits: 40, layers: 1, backend: statevector}"));
    assertThat(refused().err())
        .contains("study.yaml:4:73  MF-C11  statevector takes at most 26 qubits");
  }

  /// No refusal sends to another backend that refuses too.
  @ParameterizedTest
  @ValueSource(strings = {"", ", noise: dephasing 0.1 after rx"})
  void whereNoBackendServesTheLimitsOfAllAreTold(String noise) throws IOException {
    bench.write(
        "study.yaml",
        Workbench.SMALL.replace(
            "{type: cosine}",
            "{type: circuit, template: heis, qubits: 40, layers: 5%s}".formatted(noise)));
    assertThat(refused().err())
        .contains("no backend serves this circuit: density takes at most 10 qubits")
        .contains("; use fewer qubits or gates\n")
        .doesNotContain("use statevector")
        .doesNotContain("use density")
        .hasSizeLessThan(450);
  }

  @Test
  void labelsOfOneClassAreRefused() throws IOException {
    bench.write(
        "study.yaml",
        Workbench.SMALL.replace(
            "{source: csv, inputs: x.csv, targets: y.csv}",
            "{source: digits, classes: [3, 3], features: 2, train: 10}"));
    assertThat(refused().err()).contains("study.yaml:3:").contains("3");
  }

  @Test
  void moreFeaturesThanColumnsAreRefused() throws IOException {
    bench.write(
        "study.yaml",
        Workbench.SMALL.replace(
            "{source: csv, inputs: x.csv, targets: y.csv}",
            "{source: iris, classes: [setosa, versicolor], features: 9, train: 10}"));
    assertThat(refused().err()).contains("study.yaml:3:").contains("9").contains("4");
  }

  @Test
  void aStudyThatIsNotThereOrEmptyIsRefused() throws IOException {
    assertThat(Program.run("run", folder.resolve("none.yaml")).refused().err())
        .contains("none.yaml")
        .contains("MF-C01");
    bench.write("study.yaml", "");
    assertThat(refused().err()).contains("study.yaml");
    bench.write("study.yaml", "study: train\nflow: {time: [\n");
    assertThat(refused().err()).contains("study.yaml:").contains("MF-C03");
    bench.write("study.yaml", new byte[] {(byte) 0xC3, (byte) 0x28, 0});
    assertThat(refused().err()).contains("study.yaml");
  }

  @Test
  void anExistingDirectoryIsLeftAsItIs() throws IOException {
    Files.createDirectory(bench.out());
    Files.writeString(bench.out().resolve("precious.txt"), "mine");
    List<String> before = bench.files();
    Program.Result result = bench.run().refused();
    assertThat(result.err()).contains("--out").contains("exists");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsRefused() throws IOException {
    Path file = bench.write("x.csv", "x0\n0.1\n1.2\n");
    List<String> before = bench.files();
    assertThat(bench.runInto(file.resolve("foo/bar")).refused().err())
        .startsWith("--out  MF-C07  ")
        .contains("is in the way and is no folder")
        .doesNotContain("Exception");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void threadsAreAsManyAsMakeSense() {
    for (String threads : List.of("100000000", "3000000000", "0", "-1")) {
      assertThat(bench.run("--threads", threads).refused().err())
          .startsWith("--threads  MF-C07  must be an integer from 1 to ")
          .contains("got " + threads);
    }
    assertThat(bench.out()).doesNotExist();
  }

  @Test
  void onePathIsSetOnce() {
    assertThat(bench.run("--seed", 4, "--set", "seed=5").refused().err())
        .startsWith("--set seed=5  MF-C05  'seed' is set twice, first to 4; keep one");
    assertThat(bench.out()).doesNotExist();
  }

  @Test
  void argumentsAreCheckedTogetherWithTheStudy() throws IOException {
    bench.write("study.yaml", Workbench.SMALL.replace("step: 0.05", "stp: 0.05"));
    Program.Result result =
        bench.run("--threads", "0", "--engine", "spark", "--set", "flow.tme=1").refused();
    assertThat(result.err()).contains("--threads").contains("--engine").contains("threads");
    assertThat(result.err()).contains("'stp'").contains("tme");
  }

  @Test
  void overridesAreToldByTheirOption() {
    Program.Result result = bench.run("--set", "flow.step=fast").refused();
    assertThat(result.err()).contains("--set").contains("fast");
    assertThat(bench.run("--set", "flow.step").refused().err()).contains("flow.step");
    assertThat(bench.out()).doesNotExist();
  }

  @Test
  void mistakesComeAsJsonTooWhereAskedFor() throws IOException {
    Marked study = Marked.of(Workbench.SMALL.replace("step: 0.05", "^stp: 0.05"));
    bench.write("study.yaml", study.text());
    Program.Result result = Program.run("check", bench.study(), "--json").refused();
    Object first = JsonTree.at(JsonTree.parse(result.out()), "mistakes", 0);
    assertThat(JsonTree.at(first, "code")).isEqualTo("MF-C04");
    double line = (Double) JsonTree.at(first, "line");
    double column = (Double) JsonTree.at(first, "column");
    assertThat("%.0f:%.0f".formatted(line, column)).isEqualTo(study.places().getFirst());
    assertThat((String) JsonTree.at(first, "file")).endsWith("study.yaml");
  }

  /// A text with marks `^` in it.
  ///
  /// @param text the text without them
  /// @param places where they stood, `line:column`
  private record Marked(String text, List<String> places) {
    static Marked of(String text) {
      List<String> places = new ArrayList<>();
      StringBuilder plain = new StringBuilder();
      int line = 1;
      int column = 1;
      for (int c : text.codePoints().toArray()) {
        if (c == '^') {
          places.add(line + ":" + column);
          continue;
        }
        plain.appendCodePoint(c);
        line += c == '\n' ? 1 : 0;
        column = c == '\n' ? 1 : column + 1;
      }
      return new Marked(plain.toString(), places);
    }
  }

  /// Runs the study and asserts that it is refused, that nothing was told on standard output and
  /// nothing written, and that no stack trace is shown.
  private Program.Result refused() throws IOException {
    List<String> before = bench.files();
    Program.Result result = bench.run().refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotEmpty().doesNotContain("\tat ").doesNotContain("null");
    assertThat(bench.files()).isEqualTo(before);
    return result;
  }
}
