package org.meanfield.core.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A table of a run directory while it is written, row by row; it has its name only when it is
/// complete.
///
/// A number is written so that it reads back as the same double, what is not known as an empty
/// field. Used by one thread.
public final class Table implements AutoCloseable {
  private final Path path;
  private final Path temporary;
  private final CsvWriter writer;
  private final int columns;

  Table(Path path, List<String> columns) throws IOException {
    this.path = path;
    this.temporary = path.resolveSibling("." + path.getFileName() + ".part");
    this.columns = columns.size();
    this.writer =
        CsvWriter.builder().build(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8));
    writer.writeRecord(columns);
  }

  /// Appends a row.
  ///
  /// @param fields one per column: text, integers, finite doubles, or optional ones
  /// @throws IllegalArgumentException if a number is not finite or the row has another length
  public void row(Object... fields) {
    if (fields.length != columns) {
      throw new IllegalArgumentException(
          "%s has %d columns, got a row of %d"
              .formatted(path.getFileName(), columns, fields.length));
    }
    String[] texts = new String[fields.length];
    for (int c = 0; c < fields.length; c++) {
      texts[c] = text(fields[c]);
    }
    writer.writeRecord(texts);
  }

  private String text(Object field) {
    return switch (field) {
      case Double number -> number(number);
      case OptionalDouble number -> number.isPresent() ? number(number.getAsDouble()) : "";
      case OptionalInt number -> number.isPresent() ? Integer.toString(number.getAsInt()) : "";
      case Integer number -> number.toString();
      case String text -> text;
      default -> throw new IllegalArgumentException("no field of a table: " + field.getClass());
    };
  }

  private String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s holds finite numbers only, got %s".formatted(path.getFileName(), value));
    }
    return Double.toString(value);
  }

  /// Completes the table and gives it its name.
  @Override
  public void close() throws IOException {
    writer.close();
    Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
