package org.meanfield.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.tables.TableWriter;

class RunDirectoryTest {
  @TempDir Path folder;

  @Test
  void aFileHasItsNameOnlyWhenItIsComplete() throws Exception {
    RunDirectory run = RunDirectory.create(folder.resolve("a/b/run"));
    try (TableWriter table = run.table("t.csv", "x")) {
      table.number(0.1).endRow();
      assertThat(run.path().resolve("t.csv")).doesNotExist();
      table.finish();
    }
    run.text("study.yaml", "study: train\n");
    assertThat(run.path().resolve("t.csv")).hasContent("x\n0.1\n");
    assertThat(run.path().resolve("study.yaml")).hasContent("study: train\n");
    assertThat(run.path().toFile().list()).containsExactlyInAnyOrder("t.csv", "study.yaml");
  }

  @Test
  void whateverIsThereIsRefusedAndKept() throws Exception {
    Path file = Files.writeString(folder.resolve("run"), "mine");
    Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> RunDirectory.create(file)).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> RunDirectory.create(dangling)).isInstanceOf(BadInput.class);
    assertThat(file).hasContent("mine");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
