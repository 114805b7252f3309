package org.meanfield.transport.cost;

import java.util.Arrays;

/// Masses > 0 that go from rows to columns, a list that grows.
public final class Flow {
  private int[] row;
  private int[] column;
  private long[] mass;
  private int size;

  /// @param expected how many pairs
  public Flow(int expected) {
    row = new int[expected];
    column = new int[expected];
    mass = new long[expected];
  }

  public void add(int from, int to, long carried) {
    if (size == row.length) {
      int room = size + size / 2 + 16;
      row = Arrays.copyOf(row, room);
      column = Arrays.copyOf(column, room);
      mass = Arrays.copyOf(mass, room);
    }
    row[size] = from;
    column[size] = to;
    mass[size] = carried;
    size++;
  }

  public int size() {
    return size;
  }

  public int row(int at) {
    return row[at];
  }

  public int column(int at) {
    return column[at];
  }

  public long mass(int at) {
    return mass[at];
  }

  /// {@return the same flow with masses multiplied}
  public Flow times(long factor) {
    Flow other = new Flow(size);
    for (int at = 0; at < size; at++) {
      other.add(row[at], column[at], mass[at] * factor);
    }
    return other;
  }

  /// {@return the same flow with other numbers}
  ///
  /// @param rows the new number of each row
  /// @param columns the new number of each column
  public Flow renumbered(int[] rows, int[] columns) {
    Flow other = new Flow(size);
    for (int at = 0; at < size; at++) {
      other.add(rows[row[at]], columns[column[at]], mass[at]);
    }
    return other;
  }
}
