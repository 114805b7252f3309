package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.app.console.Status;

/// The program in a virtual machine of its own: a module path and nothing on the class path, as
/// users start it. What only a test's class path offers is missing there.
class StartTest {

  @Test
  void startsFromItsModulePathAlone() throws Exception {
    assertThat(start("check", Program.STUDIES.resolve("one-point.yaml").toString()))
        .contains("one-point, train")
        .contains("limit.solver");
  }

  @Test
  void tellsTheShellOfAMistake() throws Exception {
    Process process = process("check", "nowhere.yaml");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(Status.MISTAKE);
    assertThat(text(process.getErrorStream())).startsWith("nowhere.yaml  MF-C01");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal asks a program to end there")
  void aRunThatIsToldToStopKeepsWhatItReached(@TempDir Path folder) throws Exception {
    Workbench bench = Workbench.small(folder);
    Process process =
        process(
            "run",
            bench.study().toString(),
            "--out",
            bench.out().toString(),
            "--quiet",
            "--set",
            "limit=null",
            "--set",
            "distance=null",
            "--set",
            "flow.step=1e-8"); // 5·10⁷ steps: minutes
    long patience = System.nanoTime() + 60_000_000_000L;
    while (!Files.exists(bench.out().resolve("study.yaml")) && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    Thread.sleep(500);
    process.toHandle().destroy(); // SIGTERM; Ctrl-C takes the same way
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(text(process.getErrorStream()))
        .startsWith("meanfield run: stopped; 0 of 4 trainings complete")
        .contains(bench.out().getFileName().toString());
    assertThat(Files.readAllLines(bench.out().resolve("problems.csv")).stream().skip(1))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row).contains(",MF-R10,"));
    assertThat(bench.out().resolve("loss.csv")).exists();
    assertThat(bench.out().resolve("provenance.json")).exists();
    assertThat(bench.out().resolve("report.html")).exists();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void outputThatCannotBeWrittenIsNoSuccess() throws Exception {
    Process process = builder("--version").redirectOutput(Path.of("/dev/full").toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(Status.FAILED);
    assertThat(text(process.getErrorStream()))
        .startsWith("meanfield: standard output could not be written: ");
  }

  private static String start(String... arguments) throws Exception {
    Process process = process(arguments);
    String out = text(process.getInputStream());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text(process.getErrorStream())).isZero();
    return out;
  }

  private static Process process(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private static ProcessBuilder builder(String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String modules =
        Path.of("target/classes").toAbsolutePath()
            + File.pathSeparator
            + System.getProperty("jdk.module.upgrade.path");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--module-path",
                modules,
                "--module",
                "org.meanfield.app/org.meanfield.app.Meanfield"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
