package org.meanfield.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table in plain text: columns as wide as their widest cell, two spaces apart.
///
/// ```
///   N  loss
///  16  12.40 ± 0.31
/// ```
final class Columns {
  private static final String GAP = "  ";

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /// {@return this table with one more column of text}
  ///
  /// @param heading its first line; if all are empty there is no line of headings
  Columns left(String heading) {
    columns.add(new Column(heading, false));
    return this;
  }

  /// {@return this table with one more column of numbers}
  ///
  /// @param heading its first line
  Columns right(String heading) {
    columns.add(new Column(heading, true));
    return this;
  }

  /// Adds a row.
  ///
  /// @param cells one per column
  void row(String... cells) {
    row(List.of(cells));
  }

  /// Adds a row.
  ///
  /// @param cells one per column
  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d columns".formatted(cells.size(), columns.size()));
    }
    rows.add(List.copyOf(cells));
  }

  /// {@return the lines, without spaces at their ends}
  List<String> lines() {
    List<List<String>> all = new ArrayList<>();
    if (columns.stream().anyMatch(column -> !column.heading.isEmpty())) {
      all.add(columns.stream().map(Column::heading).toList());
    }
    all.addAll(rows);
    int[] widths = new int[columns.size()];
    for (List<String> cells : all) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(cells.get(c)));
      }
    }
    return all.stream().map(cells -> line(cells, widths)).toList();
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(widths[c] - width(cells.get(c)));
      line.append(c == 0 ? "" : GAP);
      line.append(columns.get(c).right ? padding + cells.get(c) : cells.get(c) + padding);
    }
    return line.toString().stripTrailing();
  }

  /// Prints the lines.
  ///
  /// @param out where to
  /// @param indent what each begins with
  void print(PrintWriter out, String indent) {
    lines().forEach(line -> out.println(indent + line));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private record Column(String heading, boolean right) {}
}
