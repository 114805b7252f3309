package org.meanfield.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Writes a table that reads back to the same doubles.
///
/// The rows go to a hidden file beside the target; [#finish] puts it in the target's place in one
/// move, so that a reader sees the old table or the whole new one. Without `finish` the target
/// stays as it was.
///
/// ```java
/// try (TableWriter table = TableWriter.to(file, "time", "loss", "kind")) {
///   table.number(0.5).number(1e-3).text("trained").endRow();
///   table.finish();
/// }
/// ```
///
/// Not safe for use by two threads at once.
public final class TableWriter implements Closeable {
  private final Path target;
  private final Path part;
  private final CsvWriter writer;
  private final int columns;
  private final List<String> row = new ArrayList<>();
  private boolean open = true;

  private TableWriter(Path target, Path part, CsvWriter writer, int columns) {
    this.target = target;
    this.part = part;
    this.writer = writer;
    this.columns = columns;
  }

  /// {@return a table with its header written}
  ///
  /// @param target where it is to be; replaced by [#finish] if it is there
  /// @param columns at least one name
  /// @throws IOException if the folder cannot be written to
  public static TableWriter to(Path target, String... columns) throws IOException {
    if (columns.length == 0) {
      throw new IllegalArgumentException("a table needs at least one column");
    }
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part);
    writer.writeRecord(columns);
    return new TableWriter(target, part, writer, columns.length);
  }

  /// Adds a number to the row at hand.
  ///
  /// @param value finite; a value that is not there is [#empty]
  /// @return this writer
  public TableWriter number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "a table holds finite numbers, got %s; what is not there is an empty cell"
              .formatted(value));
    }
    // The shortest decimal that reads back to the same bits (JDK-4511638, since JDK 19).
    return cell(Double.toString(value));
  }

  /// Adds an integer to the row at hand.
  ///
  /// @param value any
  /// @return this writer
  public TableWriter integer(long value) {
    return cell(Long.toString(value));
  }

  /// Adds text to the row at hand, quoted where it must be.
  ///
  /// @param value any
  /// @return this writer
  public TableWriter text(String value) {
    return cell(value);
  }

  /// Adds an empty cell to the row at hand: no value.
  ///
  /// @return this writer
  public TableWriter empty() {
    return cell("");
  }

  private TableWriter cell(String text) {
    if (row.size() == columns) {
      throw new IllegalStateException("the row has its %d cells already".formatted(columns));
    }
    row.add(text);
    return this;
  }

  /// Ends the row at hand.
  ///
  /// @return this writer
  /// @throws IllegalStateException if cells are missing
  public TableWriter endRow() {
    if (row.size() != columns) {
      throw new IllegalStateException(
          "a row needs %d cells, got %d".formatted(columns, row.size()));
    }
    writer.writeRecord(row);
    row.clear();
    return this;
  }

  /// Puts the table in its place.
  ///
  /// @throws IOException if it cannot be written
  /// @throws IllegalStateException if a row is not ended
  public void finish() throws IOException {
    if (!row.isEmpty()) {
      throw new IllegalStateException("the last row is not ended");
    }
    if (open) {
      open = false;
      writer.close();
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Drops what was written, unless [#finish] was called.
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      writer.close();
      Files.deleteIfExists(part);
    }
  }
}
