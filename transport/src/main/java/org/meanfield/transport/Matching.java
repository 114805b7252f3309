package org.meanfield.transport;

import java.util.Arrays;

/// A partial matching of rows and columns. Mutable; one thread uses it.
final class Matching {
  static final int NONE = -1;

  private final int[] columnOf;
  private final int[] rowOf;
  private final double[] costOf;

  Matching(int size) {
    columnOf = new int[size];
    rowOf = new int[size];
    costOf = new double[size];
    Arrays.fill(columnOf, NONE);
    Arrays.fill(rowOf, NONE);
  }

  int size() {
    return columnOf.length;
  }

  /// {@return the column of a row or [#NONE]}
  int columnOf(int row) {
    return columnOf[row];
  }

  /// {@return the row of a column or [#NONE]}
  int rowOf(int column) {
    return rowOf[column];
  }

  /// {@return the cost of the pair that a row is in}
  double costOf(int row) {
    return costOf[row];
  }

  /// Gives a column to a row.
  ///
  /// @return the row that had it, now without one, or [#NONE]
  int give(int row, int column, double cost) {
    int before = rowOf[column];
    if (before != NONE) {
      columnOf[before] = NONE;
    }
    rowOf[column] = row;
    columnOf[row] = column;
    costOf[row] = cost;
    return before;
  }

  /// Gives a column to a row, whose old column waits to be given to another.
  void move(int row, int column, double cost) {
    rowOf[column] = row;
    columnOf[row] = column;
    costOf[row] = cost;
  }

  /// Takes a row's column away.
  void free(int row) {
    rowOf[columnOf[row]] = NONE;
    columnOf[row] = NONE;
  }
}
