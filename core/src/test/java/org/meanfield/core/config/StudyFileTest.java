package org.meanfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.Place;
import org.meanfield.core.fault.Fault;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

class StudyFileTest {
  @TempDir private Path folder;
  private final Faults faults = new Faults();

  @Test
  void everyTokenKnowsItsPlace() throws IOException {
    StudyDocument document = read("study: train\nflow:\n  time: 2.0   # T\n  record: [0.5, 1e0]\n");

    Section flow = (Section) document.root().find("flow").orElseThrow().value();
    assertThat(document.root().find("flow").orElseThrow().place()).isEqualTo(at(2, 1));
    assertThat(flow.find("time").orElseThrow().value())
        .isEqualTo(new Node.Scalar(2.0, "2.0", at(3, 9)));
    assertThat(flow.find("record").orElseThrow().value())
        .isEqualTo(
            new Node.Items(
                List.of(
                    new Node.Scalar(0.5, "0.5", at(4, 12)), new Node.Scalar(1.0, "1e0", at(4, 17))),
                at(4, 11)));
    assertThat(document.name()).isEqualTo("study");
    assertThat(document.folder()).isEqualTo(folder);
  }

  @Test
  void scalarsAreThoseOfYaml12() throws IOException {
    Section root =
        read("a: yes\nb: True\nc: 0x1F\nd: 0o17\ne: 017\nf: .5\ng: -.inf\nh: '1'\ni: 1_000\nj: +3\n")
            .root();

    assertThat(root.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).value())
        .containsExactly(
            "yes", true, 31L, 15L, 17L, 0.5, Double.NEGATIVE_INFINITY, "1", "1_000", 3L);
  }

  @Test
  void aFileThatIsNotThereIsAMistake() {
    assertThat(StudyFile.read(folder.resolve("none.yaml"), List.of(), faults)).isEmpty();
    assertThat(faults.sorted())
        .containsExactly(
            new Fault(
                FaultCode.UNREADABLE,
                Place.of(folder.resolve("none.yaml").toString()),
                "there is no such file",
                ""));
  }

  @Test
  void aFolderIsAMistake() {
    assertThat(StudyFile.read(folder, List.of(), faults)).isEmpty();
    assertThat(faults.sorted())
        .extracting(Fault::sentence)
        .containsExactly("this is a folder, not a study file");
  }

  @Test
  void aFileOfMoreThanOneMebibyteIsNotRead() throws IOException {
    Path file = folder.resolve("long.yaml");
    Files.writeString(file, "#".repeat((1 << 20) + 1));

    assertThat(StudyFile.read(file, List.of(), faults)).isEmpty();
    assertThat(faults.sorted()).extracting(Fault::code).containsExactly(FaultCode.NOT_TEXT);
  }

  @Test
  void aHundredThousandBracketsEndInOneMistake() throws IOException {
    Path file = folder.resolve("deep.yaml");
    Files.writeString(file, "study: " + "[".repeat(100_000));

    assertThat(StudyFile.read(file, List.of(), faults)).isEmpty();
    assertThat(faults.sorted())
        .extracting(Fault::sentence)
        .containsExactly("lists and sections lie more than 16 deep in each other");
  }

  @Test
  void overridesSetAddAndRemove() throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "flow: {time: 1.0, step: 0.1}\nlimit:\n");

    Section root =
        StudyFile.read(
                file,
                List.of(
                    "flow.step=0.025",
                    "flow.time=null",
                    "seed=7",
                    "limit.solver=lattice",
                    "flow.record=[0.5, 1]"),
                faults)
            .orElseThrow()
            .root();

    assertThat(faults.none()).isTrue();
    Section flow = (Section) root.find("flow").orElseThrow().value();
    assertThat(flow.entries()).extracting(Entry::key).containsExactly("step", "record");
    assertThat(flow.find("step").orElseThrow().value())
        .isEqualTo(new Node.Scalar(0.025, "0.025", Place.of("--set flow.step=0.025")));
    assertThat(((Node.Scalar) root.find("seed").orElseThrow().value()).value()).isEqualTo(7L);
    assertThat(((Section) root.find("limit").orElseThrow().value()).entries()).hasSize(1);
  }

  private StudyDocument read(String text) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, text);
    StudyDocument document = StudyFile.read(file, List.of(), faults).orElseThrow();
    assertThat(faults.sorted()).isEmpty();
    return document;
  }

  private Place at(int line, int column) {
    return new Place(folder.resolve("study.yaml").toString(), line, column);
  }
}
