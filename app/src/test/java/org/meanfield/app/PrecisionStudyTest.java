package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Studies whose circuits run in single precision.
class PrecisionStudyTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void study() throws IOException {
    bench = Workbench.small(folder);
  }

  private void backend(String backend) throws IOException {
    bench.write(
        "study.yaml",
        Workbench.SMALL
            .replace(
                "{type: cosine}",
                "{type: circuit, template: ring, qubits: 2, layers: 2, backend: %s}"
                    .formatted(backend))
            .replace("limit: {solver: lattice, points: 64}\n", "")
            .replace("distance: {solver: exact, metric: l1}\n", ""));
  }

  private Object check() {
    return JsonTree.parse(Program.run("check", bench.study(), "--json").done().out());
  }

  private String hash() {
    return (String) JsonTree.at(check(), "hash");
  }

  @Test
  void anotherPrecisionIsAnotherStudyAndIsTold() throws IOException {
    backend("auto");
    String automatic = hash();
    assertThat(Program.run("check", bench.study()).done().out()).doesNotContain("single");
    backend("{type: auto, precision: double}");
    assertThat(hash()).isEqualTo(automatic);
    backend("{type: auto, precision: single}");
    assertThat(hash()).isNotEqualTo(automatic);
    assertThat(Program.run("check", bench.study()).done().out())
        .contains("single precision")
        .doesNotContain("fourier");
    backend("pauli");
    String pauli = hash();
    backend("{type: pauli, precision: double}");
    assertThat(hash()).isEqualTo(pauli);
    backend("{type: pauli, precision: single}");
    assertThat(hash()).isNotEqualTo(pauli);
  }

  @Test
  void runsKeepThePrecisionAndDifferByItAlone() throws IOException {
    backend("{type: auto, precision: single}");
    bench.run("--threads", 1).done();
    assertThat(Files.readString(bench.out().resolve("study.yaml"))).contains("precision: single");
    Path threads = folder.resolve("threads");
    bench.runInto(threads, "--threads", 3).done();
    assertThat(threads.resolve("particles.csv"))
        .hasSameTextualContentAs(bench.out().resolve("particles.csv"));
    assertThat(threads.resolve("responses.csv"))
        .hasSameTextualContentAs(bench.out().resolve("responses.csv"));
    backend("auto");
    Path exact = folder.resolve("exact");
    bench.runInto(exact).done();
    double[] single = Table.read(bench.out().resolve("responses.csv")).numbers("response");
    double[] both = Table.read(exact.resolve("responses.csv")).numbers("response");
    assertThat(single).hasSameSizeAs(both).isNotEqualTo(both);
    // Errors of 10⁻⁷ of the velocities, over half a unit of time.
    assertThat(single).containsExactly(both, within(1e-6));
  }

  @Test
  void wordsAndBackendsWithoutItAreRefused() throws IOException {
    for (String type : List.of("auto", "pauli", "statevector")) {
      backend("{type: %s, precision: half}".formatted(type));
      assertThat(Program.run("check", bench.study()).refused().err())
          .contains("'precision' must be one of double | single, got 'half'");
    }
    backend("{type: fourier, precision: single}");
    assertThat(Program.run("check", bench.study()).refused().err())
        .contains("'precision' is not a setting of fourier");
    backend("{type: auto, precisoin: single}");
    assertThat(Program.run("check", bench.study()).refused().err())
        .contains("'precisoin' means nothing in 'auto'; did you mean 'precision'?");
  }

  @Test
  void noiseThatNoBackendTakesInSinglePrecisionIsTold() throws IOException {
    backend("{type: auto, precision: single}, noise: amplitude-damping 0.05 after ry");
    assertThat(Program.run("check", bench.study()).refused().err())
        .contains("no backend with precision: single serves this circuit: ");
  }

  @Test
  void theClaimIsDescribed() {
    assertThat(Program.run("plugins", "describe", "pauli").done().out())
        .containsPattern("precision +word +double +double \\| single")
        .contains("precision: single: values right to 1e-06");
  }
}
