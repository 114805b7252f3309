package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.app.study.InitCommand;

class InitCommandTest {
  static Stream<String> kinds() {
    return InitCommand.KINDS.stream();
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("kinds")
  void whatItPrintsIsAStudy(String kind) throws IOException {
    Path study =
        Files.writeString(folder.resolve("mine.yaml"), Program.run("init", kind).done().out());
    String page = Program.run("check", study).done().out();
    assertThat(page).contains("mine, " + kind);
    assertThat(page).doesNotContain("MF-N");
  }

  @Test
  void anotherWordIsGuessed() {
    assertThat(Program.run("init", "trian").refused().err()).contains("known: train, limit");
    assertThat(Program.run("init", "limits").refused().err()).contains("did you mean 'limit'?");
  }
}
