package org.meanfield.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/// Collects the cells of a record and where in its line each begins.
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler.Row> {
  /// One record.
  ///
  /// @param line the line it begins in, from 1
  /// @param cells the texts of its cells, quotes resolved
  /// @param starts the column of the first character of each cell, from 1; then that behind the
  ///   last
  /// @param blank whether the line is empty
  record Row(int line, List<String> cells, List<Integer> starts, boolean blank) {
    int size() {
      return cells.size();
    }

    String cell(int k) {
      return cells.get(k);
    }

    int start(int k) {
      return starts.get(k);
    }

    int end() {
      return starts.getLast();
    }
  }

  private List<String> cells = new ArrayList<>();
  private List<Integer> starts = new ArrayList<>();
  private int next;
  private int line = 1;

  /// {@return the line of the record at hand}
  int line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = Math.toIntExact(startingLineNumber);
    cells = new ArrayList<>(cells.size());
    starts = new ArrayList<>(cells.size() + 1);
    next = 1;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    int width = Character.codePointCount(buffer, offset, length);
    if (quoted) {
      // The quotes around it, and the doubled ones that came in as one.
      width += 2;
      for (int at = offset; at < offset + length; at++) {
        width += buffer[at] == '"' ? 1 : 0;
      }
    }
    cells.add(new String(buffer, offset, length));
    starts.add(next);
    next += width + 1;
  }

  @Override
  protected Row buildRecord() {
    starts.add(Math.max(1, next - 1));
    return new Row(line, cells, starts, getRecordType() == RecordType.EMPTY);
  }
}
