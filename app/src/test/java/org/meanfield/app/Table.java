package org.meanfield.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A CSV file as a test sees it: split at commas, every cell a text.
///
/// @param columns the header's cells
/// @param rows the others, by column
record Table(List<String> columns, List<Map<String, String>> rows) {

  static Table read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  static Table parse(List<String> lines) {
    List<String> columns = List.of(lines.getFirst().split(",", -1));
    List<Map<String, String>> rows =
        lines.stream()
            .skip(1)
            .map(line -> {
              String[] cells = line.split(",", -1);
              Map<String, String> row = new LinkedHashMap<>();
              for (int c = 0; c < columns.size(); c++) {
                row.put(columns.get(c), cells[c]);
              }
              return row;
            })
            .toList();
    return new Table(columns, rows);
  }

  /// {@return the rows with a given cell}
  Table where(String column, String cell) {
    return where(row -> row.get(column).equals(cell));
  }

  /// {@return the rows whose number in a column is the given one}
  Table where(String column, double number) {
    return where(row -> Double.parseDouble(row.get(column)) == number);
  }

  private Table where(Predicate<Map<String, String>> condition) {
    return new Table(columns, rows.stream().filter(condition).toList());
  }

  /// {@return the numbers of a column}
  double[] numbers(String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }
}
