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
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// One CSV table of a run directory, read row by row as often as asked; it is never held in memory.
///
/// A table may be absent, and may have no rows. A row which cannot be read (too few fields, not a
/// number of experts, a line cut short by a crash) is left out, and its line is kept as a fault, so
/// that the page can say so. A table without its columns, or none of whose rows can be read, cannot
/// be read at all.
final class RunTable {
  private static final int FAULTS_KEPT = 1000;

  private final Path file;
  private final List<String> needed;
  private final NavigableMap<Long, String> faults = new TreeMap<>();
  private long rows;
  private long unreadable;
  private boolean lost;

  /// @param needed the columns without which the table means nothing
  RunTable(Path directory, String name, List<String> needed) {
    this.file = directory.resolve(name);
    this.needed = List.copyOf(needed);
  }

  String name() {
    return file.getFileName().toString();
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /// {@return what is wrong with the table, by line; line 0 is the whole file}
  NavigableMap<Long, String> faults() {
    return Collections.unmodifiableNavigableMap(faults);
  }

  /// {@return whether nothing of the table could be read, though it is there}
  boolean isLost() {
    return lost;
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

  /// Reads the table from its first row to its last.
  ///
  /// @param reader called for each row; a row is only good during the call; a NumberFormatException
  ///   thrown by it marks the row as unreadable
  /// @return the columns of the table, empty if there is none
  List<String> read(Consumer<Row> reader) {
    rows = 0;
    unreadable = 0;
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
      List<String> columns = new ArrayList<>();
      Map<String, Integer> places = new LinkedHashMap<>();
      if (records.hasNext()) {
        for (String column : records.next().getFields()) {
          places.putIfAbsent(column.strip(), columns.size());
          columns.add(column.strip());
        }
      }
      List<String> missing = needed.stream().filter(name -> !places.containsKey(name)).toList();
      if (!missing.isEmpty()) {
        lost = true;
        fault(
            1,
            columns.isEmpty()
                ? "the file is empty: it has no header"
                : (missing.size() == 1 ? "there is no column " : "there are no columns ")
                    + Numerals.list(missing));
        return List.of();
      }
      while (records.hasNext()) {
        take(records.next(), places, columns.size(), reader);
      }
      lost |= rows == 0 && unreadable > 0;
      return List.copyOf(columns);
    } catch (CsvParseException | UncheckedIOException e) {
      unreadable++;
      fault(0, "it is no table in UTF-8 with commas: " + e.getMessage());
      lost |= rows == 0;
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
    }
  }

  private void take(
      CsvRecord fields, Map<String, Integer> places, int columns, Consumer<Row> reader) {
    long line = fields.getStartingLineNumber();
    if (fields.getFieldCount() != columns) {
      unreadable++;
      fault(line, "%d fields under %d columns".formatted(fields.getFieldCount(), columns));
      return;
    }
    try {
      reader.accept(new Row(places, fields));
      rows++;
    } catch (NumberFormatException e) {
      unreadable++;
      fault(line, String.valueOf(e.getMessage()));
    }
  }

  private void fault(long line, String sentence) {
    if (faults.size() < FAULTS_KEPT) {
      faults.putIfAbsent(line, sentence);
    }
  }

  /// One row of the table.
  final class Row {
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

    /// {@return the number in a column, NaN where the field is empty or says so}
    ///
    /// @throws NumberFormatException if there is something else than a number
    double number(String column) {
      String text = text(column);
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "", "nan" -> Double.NaN;
        case "inf", "infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
        default -> {
          try {
            yield Double.parseDouble(text);
          } catch (NumberFormatException e) {
            throw new NumberFormatException(column + " is no number: '" + clip(text) + "'");
          }
        }
      };
    }

    /// {@return the number in a column that a run always writes; where it is not finite, the row is
    /// taken all the same and the line kept as a fault}
    double measured(String column) {
      double value = number(column);
      if (!Double.isFinite(value)) {
        fault(fields.getStartingLineNumber(), notFinite(column));
      }
      return value;
    }

    /// {@return the number in a column without which the row means nothing}
    ///
    /// @throws NumberFormatException if it is not finite
    double required(String column) {
      double value = number(column);
      if (!Double.isFinite(value)) {
        throw new NumberFormatException(notFinite(column));
      }
      return value;
    }

    Experts experts() {
      String text = text("experts");
      try {
        return Experts.of(text);
      } catch (NumberFormatException e) {
        throw new NumberFormatException(
            "experts is neither a positive number nor inf: '" + clip(text) + "'");
      }
    }

    private String notFinite(String column) {
      String text = text(column);
      return text.isEmpty()
          ? column + " is empty"
          : column + " is no finite number: '" + clip(text) + "'";
    }

    private static String clip(String text) {
      return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
  }
}
