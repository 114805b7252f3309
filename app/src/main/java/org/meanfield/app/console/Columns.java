package org.meanfield.app.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table in plain text: columns as wide as their widest cell, two spaces apart.
///
/// ```
///   N  loss
///  16  12.40 ± 0.31
/// ```
public final class Columns {
  private static final String GAP = "  ";

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /// {@return this table with one more column of text}
  ///
  /// @param heading its first line; if all are empty there is no line of headings
  public Columns left(String heading) {
    columns.add(new Column(heading, false));
    return this;
  }

  /// {@return this table with one more column of numbers}
  ///
  /// @param heading its first line
  public Columns right(String heading) {
    columns.add(new Column(heading, true));
    return this;
  }

  /// Adds a row.
  ///
  /// @param cells one per column
  public void row(String... cells) {
    row(List.of(cells));
  }

  /// Adds a row.
  ///
  /// @param cells one per column
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d columns".formatted(cells.size(), columns.size()));
    }
    rows.add(List.copyOf(cells));
  }

  /// {@return the lines, without spaces at their ends}
  public List<String> lines() {
    return lines(Integer.MAX_VALUE);
  }

  /// {@return the lines, without spaces at their ends; the last column, one of text, goes on in the
  /// next line where there is no more room}
  ///
  /// @param room the longest a line should be; a word that is longer stays whole
  public List<String> lines(int room) {
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
    int before = 0;
    for (int c = 0; c < widths.length - 1; c++) {
      before += widths[c] + GAP.length();
    }
    int last = widths.length - 1;
    List<String> lines = new ArrayList<>();
    for (List<String> cells : all) {
      List<String> pieces = wrapped(cells.get(last), room - before);
      List<String> first = new ArrayList<>(cells);
      first.set(last, pieces.getFirst());
      lines.add(line(first, widths));
      for (String piece : pieces.subList(1, pieces.size())) {
        lines.add(" ".repeat(before) + piece);
      }
    }
    return lines;
  }

  private static List<String> wrapped(String text, int room) {
    if (width(text) <= room) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!piece.isEmpty() && width(piece.toString()) + 1 + width(word) > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(piece.isEmpty() ? "" : " ").append(word);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(Math.max(0, widths[c] - width(cells.get(c))));
      line.append(c == 0 ? "" : GAP);
      line.append(columns.get(c).right ? padding + cells.get(c) : cells.get(c) + padding);
    }
    return line.toString().stripTrailing();
  }

  /// Prints the lines as they are.
  ///
  /// @param out where to
  /// @param indent what each begins with
  public void print(PrintWriter out, String indent) {
    lines().forEach(line -> out.println(indent + line));
  }

  /// Prints the lines, the last column broken to fit.
  ///
  /// @param out where to
  /// @param room the longest a line should be
  public void print(PrintWriter out, int room) {
    lines(room).forEach(out::println);
  }

  /// Prints a text, broken to fit.
  ///
  /// @param out where to
  /// @param indent what each line begins with
  /// @param text any
  /// @param room the longest a line should be
  public static void paragraph(PrintWriter out, String indent, String text, int room) {
    wrapped(text, room - indent.length()).forEach(line -> out.println(indent + line));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private record Column(String heading, boolean right) {}
}
