package org.meanfield.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
  @TempDir Path folder;

  /// 10⁴ doubles of random bits from seed 1, and the edges of the format.
  @Test
  void doublesReadBackToTheSameBits() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(
                    0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 0.1, Math.PI),
                random
                    .longs()
                    .mapToDouble(Double::longBitsToDouble)
                    .filter(Double::isFinite)
                    .limit(10_000))
            .toArray();
    Path file = folder.resolve("v.csv");
    try (TableWriter table = TableWriter.to(file, "value")) {
      for (double value : values) {
        table.number(value).endRow();
      }
      table.finish();
    }
    double[] back = TableReader.read(file, "v.csv").column("value");
    assertThat(back).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(Double.doubleToRawLongBits(back[i]))
          .isEqualTo(Double.doubleToRawLongBits(values[i]));
    }
  }

  @Test
  void textIsQuotedWhereItMustBe() throws Exception {
    Path file = folder.resolve("t.csv");
    try (TableWriter table = TableWriter.to(file, "n", "kind", "gap")) {
      table.integer(3).text("a, \"b\"").empty().endRow();
      table.integer(-4).text("plain").number(0.5).endRow();
      table.finish();
    }
    assertThat(file).hasContent("n,kind,gap\n3,\"a, \"\"b\"\"\",\n-4,plain,0.5\n");
  }

  @Test
  void textReadsBack() throws Exception {
    Path file = folder.resolve("t.csv");
    try (TableWriter table = TableWriter.to(file, "kind")) {
      table.text("a, \"b\"").endRow().text("ϑ").endRow();
      table.finish();
    }
    assertThat(TableReader.read(file, "t.csv", Set.of("kind")).text("kind"))
        .containsExactly("a, \"b\"", "ϑ");
  }

  @Test
  void targetIsUntouchedUntilFinished() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "old");
    try (TableWriter table = TableWriter.to(file, "a")) {
      table.number(1).endRow();
      assertThat(file).hasContent("old");
    }
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    try (TableWriter table = TableWriter.to(file, "a")) {
      table.number(1).endRow();
      table.finish();
    }
    assertThat(file).hasContent("a\n1.0\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void numbersThatAreNoneAreTheCallersMistake() throws IOException {
    try (TableWriter table = TableWriter.to(folder.resolve("t.csv"), "a")) {
      assertThatThrownBy(() -> table.number(Double.NaN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("NaN");
      assertThatThrownBy(() -> table.number(Double.NEGATIVE_INFINITY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void raggedRowsAreTheCallersMistake() throws IOException {
    try (TableWriter table = TableWriter.to(folder.resolve("t.csv"), "a", "b")) {
      table.number(1);
      assertThatThrownBy(table::endRow).hasMessage("a row needs 2 cells, got 1");
      assertThatThrownBy(table::finish).hasMessage("the last row is not ended");
      table.number(2);
      assertThatThrownBy(() -> table.number(3)).hasMessage("the row has its 2 cells already");
    }
  }
}
