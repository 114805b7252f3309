package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightCommandTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void line() throws IOException {
    bench = Workbench.small(folder);
    bench.write(
        "study.yaml",
        Workbench.SMALL.replace(
            "{type: cosine}", "{type: circuit, template: line, qubits: 2, layers: 3}"));
  }

  private Object document(Object... options) {
    Object[] all = new Object[options.length + 3];
    all[0] = "insight";
    all[1] = bench.study();
    all[2] = "--json";
    System.arraycopy(options, 0, all, 3, options.length);
    return JsonTree.parse(Program.run(all).done().out());
  }

  /// Three layers of RY(x0) on two qubits admit degree 6, and no more.
  @Test
  void spectraEndAtTheDegreeOfTheEncoding() {
    Object spectrum = JsonTree.at(document(), "spectra", 0);
    assertThat(JsonTree.at(spectrum, "degree")).isEqualTo(6.0);
    assertThat((Double) JsonTree.at(spectrum, "power", 1, "value")).isGreaterThan(1e-4);
    for (int omega = 7; omega <= 8; omega++) {
      // Round-off of values below 1, squared.
      assertThat((Double) JsonTree.at(spectrum, "power", omega, "value")).isLessThan(1e-28);
    }
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertThat(document("--draws", 64)).isEqualTo(document("--draws", 64));
    assertThat(document("--draws", 64)).isNotEqualTo(document("--draws", 64, "--seed", 2));
  }

  /// f = cos(θ − x): K_jk = ½ cos(x_j − x_k) at x = 0.1 and 1.2; within 4 standard errors.
  @Test
  void kernelOfTheCosineIsTheClosedForm() throws IOException {
    bench.write("study.yaml", Workbench.SMALL);
    Object document = document("--draws", 1024);
    Object kernel = JsonTree.at(document, "kernel");
    double half = Math.cos(1.1) / 2;
    for (String side : new String[] {"smallest", "largest"}) {
      double exact = side.equals("smallest") ? 0.5 - half : 0.5 + half;
      double error = (Double) JsonTree.at(kernel, side, "error");
      assertThat(error).isBetween(1e-4, 0.05);
      assertThat((Double) JsonTree.at(kernel, side, "value")).isCloseTo(exact, within(4 * error));
    }
    assertThat(JsonTree.at(document, "expressibility")).isNull();
    assertThat(JsonTree.at(document, "inexpressible")).isEqualTo("the expert is no circuit");
  }

  @Test
  void thePageTellsHowManyDraws() {
    assertThat(Program.run("insight", bench.study(), "--draws", 32).done().out())
        .contains("32 draws from the start law at 2 inputs, seed 1")
        .containsPattern("expressibility +KL = ")
        .containsPattern("x0 +6 ");
  }

  @Test
  void oddNumbersOfDrawsAreRefused() {
    assertThat(Program.run("insight", bench.study(), "--draws", 33).refused().err())
        .contains("--draws")
        .contains("must be a multiple of 32 from 32 to 65536, got 33");
  }
}
