package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;

/// Each thread has working storage of its own, and only those that work count.
class ThreadsAndMemoryTest {
  @TempDir private Path folder;

  @Test
  void memoryIsWeighedForTheThreadsThatWork() throws IOException {
    Planner planner = new Planner(Fakes.catalog(), new Machine(8L << 30, 16));
    Faults faults = new Faults();
    assertThat(plan(planner, 4096, faults)).isEmpty();
    assertThat(faults.sorted().toString()).contains("4.00 GiB").contains("on each of 16 threads");
    Faults none = new Faults();
    assertThat(plan(planner.on(1), 4096, none)).isPresent();
    assertThat(none.sorted()).isEmpty();
  }

  /// A few particles are one piece of work, whatever the number of threads.
  @Test
  void threadsWithoutWorkTakeNoMemory() throws IOException {
    Planner planner = new Planner(Fakes.catalog(), new Machine(7L << 30, 16));
    Faults none = new Faults();
    assertThat(plan(planner, 256, none)).isPresent();
    assertThat(none.sorted()).isEmpty();
    Faults faults = new Faults();
    assertThat(plan(planner, 257, faults)).isEmpty();
    assertThat(faults.sorted().toString()).contains("on each of 2 threads");
  }

  private Optional<Planned> plan(Planner planner, int experts, Faults faults) throws IOException {
    Files.writeString(folder.resolve("x.csv"), "0.1\n0.2\n");
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            data: {source: csv, inputs: x.csv}
            expert: {type: circuit, qubits: 28, backend: statevector}
            flow: {time: 1, step: 0.1}
            experts: [%d]
            """
                .formatted(experts));
    return StudyFile.read(study, List.of(), faults)
        .flatMap(document -> planner.plan(document, faults));
  }
}
