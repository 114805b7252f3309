package org.meanfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path folder;

  @Test
  void theFirstRunIsNumberOne() throws IOException {
    assertThat(RunFolder.next(folder.resolve("runs"), "digits"))
        .isEqualTo(folder.resolve("runs/digits-001"));
  }

  @Test
  void numbersGoOnAfterTheLastOfTheSameStudy() throws IOException {
    Files.createDirectory(folder.resolve("digits-002"));
    Files.createDirectory(folder.resolve("digits-11-010"));
    Files.createFile(folder.resolve("digits-0999"));
    assertThat(RunFolder.next(folder, "digits")).isEqualTo(folder.resolve("digits-1000"));
    assertThat(RunFolder.next(folder, "digits-11")).isEqualTo(folder.resolve("digits-11-011"));
  }

  @Test
  void pathsBelowAreShownAsOneTypesThem() {
    assertThat(RunFolder.shown(folder.resolve("runs/../a/b"), folder)).isEqualTo(Path.of("a/b"));
    assertThat(RunFolder.shown(folder.resolveSibling("other"), folder)).isAbsolute();
  }
}
