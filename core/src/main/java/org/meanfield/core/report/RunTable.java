package org.meanfield.core.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One CSV table of a run directory, read row by row as often as asked; it is never held in memory.
///
/// A table may be absent or empty. A row which cannot be read (too few fields, not a number of
/// experts, a line cut short by a crash) is left out and counted, so that the page can say so.
final class RunTable {
  private final Path file;
  private long rows;
  private long unreadable;
  private boolean counted;

  RunTable(Path directory, String name) {
    this.file = directory.resolve(name);
  }

  String name() {
    return file.getFileName().toString();
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /// {@return the size of the file in bytes, zero if it is absent}
  long bytes() {
    try {
      return exists() ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// {@return how many rows the last reading took in}
  long rows() {
    return rows;
  }

  /// {@return how many rows the last reading had to leave out}
  long unreadable() {
    return unreadable;
  }

  /// {@return whether {@link #rows()} says something: the table has been read}
  boolean wasRead() {
    return counted;
  }

  /// Reads the table from its first row to its last.
  ///
  /// @param reader called for each row; a row is only good during the call; a NumberFormatException
  ///   thrown by it marks the row as unreadable
  /// @return the columns of the table, empty if there is none
  List<String> read(Consumer<Row> reader) {
    rows = 0;
    unreadable = 0;
    counted = true;
    if (!exists()) {
      return List.of();
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(true)
            .ofCsvRecord(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        return List.of();
      }
      List<String> columns = new ArrayList<>();
      Map<String, Integer> places = new LinkedHashMap<>();
      for (String column : records.next().getFields()) {
        places.putIfAbsent(column.strip(), columns.size());
        columns.add(column.strip());
      }
      while (records.hasNext()) {
        CsvRecord fields = records.next();
        if (fields.getFieldCount() != columns.size()) {
          unreadable++;
          continue;
        }
        try {
          reader.accept(new Row(places, fields));
          rows++;
        } catch (NumberFormatException e) {
          unreadable++;
        }
      }
      return List.copyOf(columns);
    } catch (CsvParseException | UncheckedIOException e) {
      unreadable++;
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
    }
  }

  /// One row of the table.
  static final class Row {
    private final Map<String, Integer> places;
    private final CsvRecord fields;

    Row(Map<String, Integer> places, CsvRecord fields) {
      this.places = places;
      this.fields = fields;
    }

    /// {@return the text of a column, empty if the table has no such column}
    String text(String column) {
      Integer place = places.get(column);
      return place == null ? "" : fields.getField(place).strip();
    }

    /// {@return the number in a column, NaN where the field is empty or no number}
    double number(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return Double.NaN;
      }
      return switch (text) {
        case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> {
          try {
            yield Double.parseDouble(text);
          } catch (NumberFormatException e) {
            yield Double.NaN;
          }
        }
      };
    }

    /// {@return the number in a column without which the row means nothing}
    ///
    /// @throws NumberFormatException if it is not finite
    double required(String column) {
      double value = number(column);
      if (!Double.isFinite(value)) {
        throw new NumberFormatException(column);
      }
      return value;
    }

    Experts experts() {
      return Experts.of(text("experts"));
    }
  }
}
