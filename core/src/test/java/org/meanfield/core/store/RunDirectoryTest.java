package org.meanfield.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.api.Seeds;

class RunDirectoryTest {
  @TempDir Path folder;

  @Test
  void numbersReadBackAsTheSameDoubles() throws Exception {
    RunDirectory run = RunDirectory.create(folder.resolve("a/b/run"));
    RandomGenerator random = Seeds.root(1).generator();
    double[] numbers =
        random
            .longs()
            .mapToDouble(Double::longBitsToDouble)
            .filter(Double::isFinite)
            .limit(1000)
            .toArray();
    try (Table table = run.table("t.csv", List.of("x"))) {
      for (double number : numbers) {
        table.row(number);
      }
    }
    List<String> lines = Files.readAllLines(run.path().resolve("t.csv"));
    assertThat(lines).hasSize(1001).startsWith("x");
    for (int at = 0; at < numbers.length; at++) {
      assertThat(Double.parseDouble(lines.get(at + 1))).isEqualTo(numbers[at]);
    }
  }

  @Test
  void aTableHasItsNameOnlyWhenItIsComplete() throws Exception {
    RunDirectory run = RunDirectory.create(folder.resolve("run"));
    try (Table table = run.table("t.csv", List.of("x", "y"))) {
      table.row("a,b", OptionalDouble.empty());
      assertThat(run.path().resolve("t.csv")).doesNotExist();
    }
    assertThat(run.path().resolve("t.csv")).hasContent("x,y\n\"a,b\",\n");
    assertThat(run.path()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void numbersThatAreNoneAndRowsOfAnotherLengthAreRefused() throws Exception {
    RunDirectory run = RunDirectory.create(folder.resolve("run"));
    try (Table table = run.table("t.csv", List.of("x"))) {
      assertThatThrownBy(() -> table.row(Double.NaN)).hasMessageContaining("finite");
      assertThatThrownBy(() -> table.row(1, 2)).hasMessageContaining("1 columns");
    }
  }

  @Test
  void aFileInTheWayIsRefusedToo() throws Exception {
    Path there = Files.writeString(folder.resolve("run"), "mine");
    assertThatThrownBy(() -> RunDirectory.create(there)).isInstanceOf(BadInput.class);
    assertThat(there).hasContent("mine");
  }
}
