package org.meanfield.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// A table of finite numbers with named columns, some of which may hold text, and the place in the
/// file of every cell. Immutable; at least one row.
public final class NumberTable {
  private final String file;
  private final List<String> columns;
  private final int rows;
  private final List<Column> contents;
  private final int[] lines;

  NumberTable(String file, List<String> columns, List<Column> contents, int[] lines) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.rows = lines.length - 1;
    this.contents = List.copyOf(contents);
    this.lines = lines;
  }

  /// {@return the file's name as shown to the user}
  public String file() {
    return file;
  }

  /// {@return the names of the columns, in the order of the file}
  public List<String> columns() {
    return columns;
  }

  /// {@return the number of rows ≥ 1, the header not counted}
  public int rows() {
    return rows;
  }

  /// {@return whether there is a column of this name}
  ///
  /// @param column a name
  public boolean has(String column) {
    return columns.contains(column);
  }

  /// {@return a copy of the numbers of a column, row by row}
  ///
  /// @param column the name of a column of numbers
  public double[] column(String column) {
    return numbers(column).clone();
  }

  /// {@return the cells of a column of text, row by row}
  ///
  /// @param column the name of a column that was read as text
  public List<String> text(String column) {
    Column found = contents.get(index(column));
    if (found.isText()) {
      return found.texts();
    }
    throw new IllegalArgumentException("column '%s' holds numbers".formatted(column));
  }

  /// {@return the numbers of some columns, row after row: rows × columns}
  ///
  /// @param names columns of numbers
  public double[] rowMajor(List<String> names) {
    double[] all = new double[Math.multiplyExact(rows, names.size())];
    for (int k = 0; k < names.size(); k++) {
      double[] cells = numbers(names.get(k));
      for (int row = 0; row < rows; row++) {
        all[row * names.size() + k] = cells[row];
      }
    }
    return all;
  }

  /// {@return the numbers of some columns, column after column: columns × rows}
  ///
  /// @param names columns of numbers
  public double[] columnMajor(List<String> names) {
    double[] all = new double[Math.multiplyExact(rows, names.size())];
    for (int k = 0; k < names.size(); k++) {
      System.arraycopy(numbers(names.get(k)), 0, all, k * rows, rows);
    }
    return all;
  }

  /// {@return where a cell stands}
  ///
  /// @param row 0 ≤ row < rows
  /// @param column the name of a column
  public Place place(int row, String column) {
    return new Place(file, lines[row + 1], contents.get(index(column)).start(row + 1));
  }

  /// {@return where the name of a column stands}
  ///
  /// @param column the name of a column
  public Place place(String column) {
    return new Place(file, lines[0], contents.get(index(column)).start(0));
  }

  /// Demands columns of the given names; others may stand beside them.
  ///
  /// @param names what must be there
  /// @throws BadInput if one is missing, with the nearest name there is
  public void require(String... names) throws BadInput {
    for (String name : names) {
      if (!has(name)) {
        throw new BadInput(
            new Place(file, lines[0], 1),
            "there is no column '%s'%s; the columns are %s"
                .formatted(name, Nearest.hint(name, columns), String.join(", ", columns)));
      }
    }
  }

  /// {@return the columns `prefix0`, `prefix1`, …, in the order of their numbers; the file may have
  /// them in any}
  ///
  /// @param prefix what they begin with, such as `theta`
  /// @param optional the only other columns that may be there
  /// @throws BadInput if there is none, one is left out, or there is a column of another name
  public List<String> indexed(String prefix, String... optional) throws BadInput {
    Pattern numbered = Pattern.compile(Pattern.quote(prefix) + "(0|[1-9]\\d{0,8})");
    Set<String> others = Set.of(optional);
    List<String> found = columns.stream().filter(c -> numbered.matcher(c).matches()).toList();
    List<String> names =
        IntStream.range(0, Math.max(1, found.size())).mapToObj(k -> prefix + k).toList();
    List<String> known = new ArrayList<>(names);
    known.addAll(Arrays.asList(optional));
    for (String column : columns) {
      if (!found.contains(column) && !others.contains(column)) {
        throw new BadInput(
            place(column),
            "column '%s' has no meaning here%s; the columns are %s0, %s1, …%s"
                .formatted(
                    column,
                    Nearest.hint(column, known),
                    prefix,
                    prefix,
                    optional.length == 0 ? "" : " and, if wanted, " + String.join(", ", optional)));
      }
    }
    Optional<String> missing = names.stream().filter(name -> !found.contains(name)).findFirst();
    if (missing.isPresent()) {
      throw new BadInput(
          new Place(file, lines[0], 1),
          "column '%s' is missing; number the columns from %s0 without gaps"
              .formatted(missing.get(), prefix));
    }
    return names;
  }

  private double[] numbers(String column) {
    Column found = contents.get(index(column));
    if (!found.isText()) {
      return found.numbers();
    }
    throw new IllegalArgumentException("column '%s' holds text".formatted(column));
  }

  private int index(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no column '%s' in %s; ask has() or require() first".formatted(column, columns));
    }
    return index;
  }
}
