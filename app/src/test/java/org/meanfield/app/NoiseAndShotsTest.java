package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Noisy and sampled circuits in whole studies.
class NoiseAndShotsTest {
  private static final String NOISY =
      "expert={type: circuit, qubits: 2, layers: 1, noise: dephasing 0.1 after cz; readout 0.02}";
  private static final String SAMPLED =
      "expert={type: circuit, qubits: 2, layers: 1, backend: {type: shots, shots: 20}}";

  @TempDir Path folder;

  private String particles(Workbench bench, String out, Object... options) throws IOException {
    bench.runInto(folder.resolve(out), options).done();
    return Files.readString(folder.resolve(out).resolve("particles.csv"));
  }

  /// `auto` finds a backend with noise.
  @Test
  void noisyCircuitsTrain() throws IOException {
    Workbench bench = Workbench.small(folder);
    assertThat(particles(bench, "noisy", "--set", NOISY))
        .isNotEqualTo(
            particles(bench, "clean", "--set", "expert={type: circuit, qubits: 2, layers: 1}"));
    assertThat(Files.readString(folder.resolve("noisy/provenance.json")))
        .contains("noise dephasing 0.1 after cz; readout 0.02");
  }

  @Test
  void mistakesInNoiseAreToldWithTheirColumn() throws IOException {
    Workbench bench = Workbench.small(folder);
    assertThat(
            bench
                .run("--set", "expert={type: circuit, qubits: 2, noise: dephasing 0.1 behind cz}")
                .refused()
                .err())
        .contains("column 15: expected after and the gates");
  }

  /// Draws follow from seed, particle, input, term and shift: the same on any number of threads,
  /// others for another seed, and the limit has none.
  @Test
  void sampledStudiesHaveTheSameBitsOnAnyNumberOfThreads() throws IOException {
    Workbench bench = Workbench.small(folder);
    String one = particles(bench, "one", "--set", SAMPLED, "--threads", 1);
    assertThat(particles(bench, "three", "--set", SAMPLED, "--threads", 3)).isEqualTo(one);
    String exact = "expert={type: circuit, qubits: 2, layers: 1}";
    assertThat(particles(bench, "exact", "--set", exact)).isNotEqualTo(one);
    assertThat(limit("one")).isEqualTo(limit("exact"));
    assertThat(Files.readString(folder.resolve("one/provenance.json")))
        .contains("sampled, 20 shots per Pauli term");
  }

  private String limit(String out) throws IOException {
    return String.join(
        "\n",
        Files.readAllLines(folder.resolve(out).resolve("responses.csv")).stream()
            .filter(line -> line.startsWith("inf,"))
            .toList());
  }
}
