package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Studies whose circuit stands in a file.
class QasmStudyTest {
  private static final String CIRCUIT =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input array[float[64], 2] theta;
      input array[float[64], 1] x;
      qubit[2] q;
      ry(x[0]) q[0];
      rx(theta[0]) q[0];
      cx q[0], q[1];
      ry(theta[1]) q[1];
      measure q;
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void study() throws IOException {
    bench = Workbench.small(folder);
    bench.write("circuit.qasm", CIRCUIT);
    expert("{type: circuit, qasm: circuit.qasm}");
  }

  private void expert(String settings) throws IOException {
    bench.write("study.yaml", Workbench.SMALL.replace("{type: cosine}", settings));
  }

  @Test
  void runsAndKeepsTheFileUnderItsContent() throws IOException {
    bench.run().done();
    String kept = Files.readString(bench.out().resolve("study.yaml"));
    assertThat(kept).contains("qasm: \"files/").doesNotContain("template: ", "layers");
    try (Stream<Path> files = Files.walk(bench.out().resolve("files"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".qasm")))
          .singleElement()
          .satisfies(f -> assertThat(f).hasContent(CIRCUIT));
    }
    assertThat(hash(bench.out().resolve("study.yaml"))).isEqualTo(hash(bench.study()));
  }

  @Test
  void namesOfTheFileAreTold() throws IOException {
    assertThat(Program.run("circuit", bench.study()).done().out()).doesNotContain("in the file");
    bench.write(
        "circuit.qasm",
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        input angle tilt;
        input angle x_row;
        input angle twist;
        qubit q;
        ry(x_row) q;
        rx(tilt) q;
        ry(twist) q;
        """);
    assertThat(Program.run("circuit", bench.study()).done().out())
        .containsPattern("θ in the file +θ0 tilt, θ1 twist\n")
        .containsPattern("x in the file +x0 x_row\n");
    Object document = JsonTree.parse(Program.run("circuit", bench.study(), "--json").done().out());
    assertThat(JsonTree.at(document, "parameter_names", 1)).isEqualTo("twist");
    assertThat(JsonTree.at(document, "input_names", 0)).isEqualTo("x_row");
  }

  @Test
  void anotherContentIsAnotherStudy() throws IOException {
    String before = hash(bench.study());
    bench.write("circuit.qasm", CIRCUIT + "// a remark\n");
    assertThat(hash(bench.study())).isNotEqualTo(before);
  }

  private static String hash(Path study) {
    return (String)
        JsonTree.at(JsonTree.parse(Program.run("check", study, "--json").done().out()), "hash");
  }

  @Test
  void mistakesInTheFileAreToldAllAtOnceWithTheirPlaces() throws IOException {
    bench.write(
        "circuit.qasm",
        CIRCUIT
            .replace("cx q[0], q[1]", "cx q[0], q[2]")
            .replace("rx(theta[0])", "rx(theta[0]*x[0])"));
    List<String> told = refused().lines().toList();
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("circuit.qasm:7:12  MF-C11", "a parameter and a feature");
    assertThat(told.get(1)).contains("circuit.qasm:8:12  MF-C11", "index 2 is out of range");
  }

  @Test
  void aTemplateBesideAFileIsAMistakeOfTheStudy() throws IOException {
    expert("{type: circuit, qasm: circuit.qasm, template: ring}");
    assertThat(refused())
        .contains("study.yaml:4:45  MF-C17  'template' and 'qasm' exclude each other");
    expert("{type: circuit, parameters: [theta]}");
    assertThat(refused()).contains("'parameters' has a meaning beside 'qasm' only");
  }

  @Test
  void otherPeriodsAreRefusedWithTheRemedy() throws IOException {
    bench.write("circuit.qasm", CIRCUIT.replace("ry(theta[1]) q[1]", "crx(theta[1]) q[1], q[0]"));
    assertThat(refused())
        .contains("circuit.qasm:9:1  MF-C11", "period 4π in 'theta[1]'", "period: rescale");
    expert("{type: circuit, qasm: circuit.qasm, period: rescale}");
    bench.run().done();
  }

  @Test
  void aFileThatIsNotThereIsTold() throws IOException {
    expert("{type: circuit, qasm: other.qasm}");
    assertThat(refused()).contains("study.yaml:4:31  MF-C10", "other.qasm");
  }

  private String refused() {
    String told = bench.run().refused().err();
    assertThat(told).doesNotContain("\tat ").doesNotContain("Exception");
    return told;
  }
}
