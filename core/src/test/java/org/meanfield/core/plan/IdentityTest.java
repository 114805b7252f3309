package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;

/// A study's identity: the same for the same study, another for another.
class IdentityTest {
  private static final String STUDY =
      """
      study: train
      data: {source: csv, inputs: x.csv}
      expert: {type: circuit, qubits: 3, backend: {type: shots, shots: 7}}
      start: {file: theta0.csv}
      flow: {time: 2, step: 0.020, record: [1.0, 0.5]}
      experts: [8, 4]
      limit: {solver: lattice}
      distance: {solver: exact}
      """;

  @TempDir private Path folder;

  @Test
  void writingAndOrderLeaveTheHashAlone() throws IOException {
    String rewritten =
        """
        # the same study in other words
        distance:
          solver: meanfield:exact
          metric: "l1"
        experts: [4, 8]
        replicates: 1
        seed: 1
        limit: lattice
        flow:
          record: [0.5, 1, 2.0]   # T may be said or not
          integrator: rk4
          step: 2e-2
          time: 2.0
        start:
          file: ./theta0.csv
        expert:
          layers: 1
          observable: 'mean-z'
          backend:
            shots: 7
            type: shots
          qubits: 3
          type: circuit
        data:
          inputs: x.csv
          source: csv
        study: train
        output: {particles: true}
        """;

    assertThat(plan(rewritten).text()).isEqualTo(plan(STUDY).text());
    assertThat(plan(rewritten).hash()).isEqualTo(plan(STUDY).hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void theCanonicalTextIsWrittenDown() throws IOException {
    assertThat(plan(STUDY).text())
        .isEqualTo(
            """
            study: train
            seed: 1
            data:
              source: meanfield:csv
              inputs: "files/103671bc3a6a11aa4e586498034886e5e33d9e67f0cb7f0b0f1d8ae524e35166.csv"
              train: 2
              test: 0
              standardise: false
              scale: none
            expert:
              type: meanfield:circuit
              qubits: 3
              layers: 1
              observable: mean-z
              backend: {type: meanfield:shots, shots: 7}
            start:
              file: "files/36498f818d9a7fbd3bb55138871de8f49f087ae162cd1a6e85d648efa98d305f.csv"
            flow:
              time: 2.0
              integrator: meanfield:rk4
              step: 0.02
              record: [0.5, 1.0, 2.0]
            experts: [4, 8]
            replicates: 1
            limit:
              solver: meanfield:lattice
              points: 4096
            distance:
              solver: meanfield:exact
              metric: l1
            output:
              particles: true
              kernel: true
            """);
  }

  @Test
  void everyChangeOfAValueChangesTheHash() throws IOException {
    String hash = plan(STUDY).hash();
    for (String change :
        List.of(
            "seed=2",
            "flow.step=0.021",
            "flow.integrator=euler",
            "flow.time=2.5",
            "flow.record=[1.0]",
            "experts=[4]",
            "replicates=2",
            "expert.backend.shots=8",
            "expert.backend=auto",
            "expert.observable=Z0",
            "start=uniform",
            "start=lattice",
            "limit.points=8",
            "limit.solver=another",
            "distance.metric=l2",
            "distance=null",
            "output.particles=false",
            "data.scale=angles",
            "data.train=1",
            "study=limit")) {
      assertThat(plan(STUDY, change).hash()).as(change).isNotEqualTo(hash);
    }
    assertThat(plan(STUDY, "start=uniform", "expert.layers=2").hash())
        .isNotEqualTo(plan(STUDY, "start=uniform").hash());
  }

  @Test
  void filesCountByTheirContentWhateverTheirName() throws IOException {
    String hash = plan(STUDY).hash();
    Files.move(folder.resolve("x.csv"), folder.resolve("renamed.csv"));
    assertThat(read(STUDY, "data.inputs=renamed.csv").hash()).isEqualTo(hash);

    Files.writeString(folder.resolve("renamed.csv"), "0.1\n0.3\n");
    assertThat(read(STUDY, "data.inputs=renamed.csv").hash()).isNotEqualTo(hash);
  }

  @Test
  void theCanonicalTextIsItselfAStudyOfTheSameHash() throws IOException {
    files();
    Planned planned = planned(STUDY, List.of());
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (Map.Entry<String, Path> file : planned.files().entrySet()) {
      Path target = copy.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.copy(file.getValue(), target);
    }
    Path study = Files.writeString(copy.resolve("study.yaml"), planned.plan().text());

    Faults faults = new Faults();
    StudyPlan again =
        StudyFile.read(study, List.of(), faults)
            .flatMap(document -> planner().plan(document, faults))
            .orElseThrow()
            .plan();
    assertThat(again.text()).isEqualTo(planned.plan().text());
    assertThat(again.hash()).isEqualTo(planned.plan().hash());
  }

  @Test
  void defaultsAreNotedAsSuch() throws IOException {
    List<ResolvedSetting> resolved = plan(STUDY).resolved();

    assertThat(resolved)
        .contains(
            new ResolvedSetting("study", "seed", "1", "default"),
            new ResolvedSetting("flow", "integrator", "meanfield:rk4", "default"),
            new ResolvedSetting("flow", "step", "0.02", ""),
            new ResolvedSetting("limit", "points", "4096", "default"),
            new ResolvedSetting("expert", "type", "meanfield:circuit", "shots 7"),
            new ResolvedSetting("expert", "layers", "1", "default"),
            new ResolvedSetting("data", "inputs", "x.csv", ""),
            new ResolvedSetting("distance", "metric", "l1", "default"));
  }

  private StudyPlan plan(String text, String... overrides) throws IOException {
    files();
    return read(text, overrides);
  }

  private void files() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "0.1\n0.2\n");
    StringBuilder points = new StringBuilder("theta0,theta1,theta2,theta3,theta4,theta5\n");
    for (int i = 0; i < 8; i++) {
      points.append("0,1,2,3,4,").append(i).append('\n');
    }
    Files.writeString(folder.resolve("theta0.csv"), points);
  }

  private StudyPlan read(String text, String... overrides) throws IOException {
    return planned(text, List.of(overrides)).plan();
  }

  private Planned planned(String text, List<String> overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    Faults faults = new Faults();
    var planned =
        StudyFile.read(file, overrides, faults)
            .flatMap(document -> planner().plan(document, faults));
    assertThat(faults.sorted()).isEmpty();
    return planned.orElseThrow();
  }

  private static Planner planner() {
    return new Planner(Fakes.catalog(), new Machine(8L << 30, 2));
  }
}
