package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

  private static String start(String... arguments) throws Exception {
    Process process = process(arguments);
    String out = text(process.getInputStream());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text(process.getErrorStream())).isZero();
    return out;
  }

  private static Process process(String... arguments) throws IOException {
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
    return new ProcessBuilder(command).start();
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
