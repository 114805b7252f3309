package org.meanfield.experts.quantum;

import java.util.Arrays;

/// Hands out rows to adjoints of strings, on the way back from the last operation to the first. A
/// row that is freed is used again, but not within the same rotation, whose operations may run in
/// any order.
final class AdjointRows {
  private final int[] row;
  private int[] idle = new int[16];
  private int idles;
  private int[] waiting = new int[16];
  private int waits;
  private int count;

  /// @param strings how many strings there are
  /// @param ends those that have a row from the beginning, 0, 1, … in their order
  AdjointRows(int strings, int[] ends) {
    row = new int[strings];
    Arrays.fill(row, -1);
    for (int end : ends) {
      row[end] = count++;
    }
  }

  /// {@return how many rows were needed}
  int count() {
    return count;
  }

  /// {@return the row of a string that has one}
  int row(int s) {
    return row[s];
  }

  /// Gives a string a row.
  int take(int s) {
    row[s] = idles > 0 ? idle[--idles] : count++;
    return row[s];
  }

  /// Gives one string's row to another.
  int rename(int from, int to) {
    row[to] = row[from];
    row[from] = -1;
    return row[to];
  }

  /// Takes a string's row away, for use after [#release].
  void free(int s) {
    if (waits == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waits);
    }
    waiting[waits++] = row[s];
    row[s] = -1;
  }

  /// Makes the rows freed in this rotation available to earlier ones.
  void release() {
    if (idles + waits > idle.length) {
      idle = Arrays.copyOf(idle, 2 * (idles + waits));
    }
    System.arraycopy(waiting, 0, idle, idles, waits);
    idles += waits;
    waits = 0;
  }
}
