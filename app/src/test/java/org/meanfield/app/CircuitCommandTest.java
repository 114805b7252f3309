package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.qasm.QasmReader;
import org.meanfield.qasm.Roles;

class CircuitCommandTest {
  private static final String RING =
      """
           ┌──────┐   ┌──────┐ ┌──────┐
      q0 ──┤RY(x₀)├─●─┤RY(θ₀)├─┤RZ(θ₂)├─●──
           ├──────┤ │ ├──────┤ ├──────┤ │
      q1 ──┤RY(x₁)├─●─┤RY(θ₁)├─┤RZ(θ₃)├─●──
           └──────┘   └──────┘ └──────┘
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void ring() throws IOException {
    bench = Workbench.small(folder);
    expert("type: circuit, template: ring, qubits: 2, layers: 1, backend: pauli");
  }

  private void expert(String settings) throws IOException {
    bench.write(
        "study.yaml", Workbench.SMALL.replace("{type: cosine}", "{%s}".formatted(settings)));
  }

  @Test
  void pictureAndFactsAreShown() {
    String page = Program.run("circuit", bench.study()).done().out();
    assertThat(page)
        .startsWith(RING)
        .containsPattern("circuit +2 qubits, 4 parameters, 8 gates, depth 5\n")
        .containsPattern("observable +0.5\\*Z0 \\+ 0.5\\*Z1\n")
        .containsPattern("features +all enter before the first parameter")
        .containsPattern("expert +ring of 1 layer on 2 qubits, observable mean-z; backend pauli")
        .containsPattern("light cone +all qubits, all parameters\n")
        .containsPattern("A1 +holds: \\|f\\| ≤ 1, α = 1, β = 1, period 2π")
        .containsPattern("θ0–θ3 +1 +2π +holds\n");
  }

  @Test
  void noiseIsNoGate() throws IOException {
    expert("type: circuit, template: ring, qubits: 2, layers: 1, noise: dephasing 0.1 after cz");
    Program.Result page = Program.run("circuit", bench.study()).done();
    assertThat(page.out())
        .containsPattern(
            "circuit +2 qubits, 4 parameters, 8 gates, depth 5, \\d+ noise channels\n");
    Object document = JsonTree.parse(Program.run("circuit", bench.study(), "--json").done().out());
    assertThat(JsonTree.at(document, "gates")).isEqualTo(8.0);
    assertThat((Double) JsonTree.at(document, "channels")).isPositive();
  }

  /// The last CNOTs of `line` touch what Z_0 never sees: from the light cone.
  @Test
  void whatHasNoEffectIsTold() throws IOException {
    expert("type: circuit, template: line, qubits: 3, layers: 1");
    assertThat(Program.run("circuit", bench.study()).done().out())
        .containsPattern("light cone +qubits 0–1 of 0–2, 2 of 3 parameters; the others have no")
        .containsPattern("θ2 +1 +2π +holds; no effect\n");
  }

  @Test
  void jsonHoldsTheFacts() {
    Object document = JsonTree.parse(Program.run("circuit", bench.study(), "--json").done().out());
    assertThat(JsonTree.at(document, "qubits")).isEqualTo(2.0);
    assertThat(JsonTree.at(document, "d")).isEqualTo(4.0);
    assertThat(JsonTree.at(document, "depth")).isEqualTo(5.0);
    assertThat(JsonTree.at(document, "cone")).isEqualTo(List.of(0.0, 1.0));
    assertThat(JsonTree.at(document, "parameters", 3, "scales")).isEqualTo(List.of(1.0));
    assertThat(JsonTree.at(document, "parameters", 3, "period")).isEqualTo(2 * Math.PI);
    assertThat(JsonTree.at(document, "parameters", 3, "periodic")).isEqualTo(true);
    assertThat(JsonTree.at(document, "drawing")).isEqualTo(RING);
  }

  @Test
  void svgIsWrittenOnce() throws IOException {
    Path svg = folder.resolve("ring.svg");
    Program.run("circuit", bench.study(), "--svg", svg).done();
    String picture = Files.readString(svg);
    assertThat(picture).startsWith("<svg xmlns=").contains(">RY(θ₁)</text>").endsWith("</svg>\n");
    assertThat(bench.files()).doesNotContain(".ring.svg.part");
    assertThat(Program.run("circuit", bench.study(), "--svg", svg).refused().err())
        .contains("--svg")
        .contains("exists and is left as it is; name another");
    assertThat(Files.readString(svg)).isEqualTo(picture);
    assertThat(
            Program.run("circuit", bench.study(), "--svg", folder.resolve("none/a.svg"))
                .refused()
                .err())
        .contains("there is no folder");
  }

  /// What is written is read back as the same circuit.
  @Test
  void openQasmIsReadBack() throws IOException, BadInput {
    Path file = folder.resolve("ring.qasm");
    Program.run("circuit", bench.study(), "--qasm", file).done();
    assertThat(Files.readString(file)).startsWith("OPENQASM 3.0;\n");
    assertThat(QasmReader.read(file, Roles.byName()).circuit()).hasToString(RING);
    assertThat(
            Program.run(
                    "circuit",
                    bench.study(),
                    "--qasm",
                    folder.resolve("a"),
                    "--svg",
                    folder.resolve("a"))
                .refused()
                .err())
        .contains("is the picture's file too; name another");
  }

  @Test
  void aFileInOpenQasmNeedsNoStudy() throws IOException {
    Path file = folder.resolve("ring.qasm");
    Program.run("circuit", bench.study(), "--qasm", file).done();
    assertThat(Program.run("circuit", file, "--set", "observable=0.5*Z0").done().out())
        .startsWith(RING)
        .containsPattern("observable +0.5\\*Z0\n")
        .containsPattern("expert +ring.qasm on 2 qubits");
    Path broken =
        Files.writeString(
            folder.resolve("broken.qasm"),
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input array[float, 2] theta;


            qubit[2] q;
            rx(theta[0] q[0];
            """);
    assertThat(Program.run("circuit", broken).refused().err())
        .contains("broken.qasm:7:13")
        .contains("expected ')' or ',', found 'q'");
  }

  @Test
  void expertsThatAreNoCircuitsAreRefused() throws IOException {
    bench.write("study.yaml", Workbench.SMALL);
    Program.Result result =
        Program.run("circuit", bench.study(), "--svg", folder.resolve("a.svg")).refused();
    assertThat(result.err())
        .contains("study.yaml")
        .contains("MF-C20  expert 'cosine' is no circuit, so there is none to show")
        .contains("such as 'expert: {type: circuit}'");
    assertThat(folder.resolve("a.svg")).doesNotExist();
  }

  @Test
  void checkShowsThePicture() throws IOException {
    assertThat(Program.run("check", bench.study()).done().out()).contains("\n" + RING);
    expert("type: circuit, template: ring, qubits: 8, layers: 40, backend: statevector");
    assertThat(
            Program.run("check", bench.study(), "--set", "limit=null", "--set", "distance=null")
                .done()
                .out())
        .contains("the circuit has 976 gates; 'meanfield circuit' draws it");
  }

  @Test
  void runsKeepThePictureAndTheirReportShowsIt() throws IOException {
    bench.run().done();
    String svg = Files.readString(bench.out().resolve("circuit.svg"));
    assertThat(svg).startsWith("<svg ").contains(">RZ(θ₃)</text>");
    Object provenance = JsonTree.parse(Files.readString(bench.out().resolve("provenance.json")));
    assertThat(JsonTree.at(provenance, "expert", "circuit")).isEqualTo(RING);
    String page = Files.readString(bench.out().resolve("report.html"));
    String encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("data:image/svg+xml;base64," + encoded);
  }
}
