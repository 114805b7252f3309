package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.meanfield.api.quantum.Sketch.Mark;

/// A drawing in box-drawing letters. Qubit q is line 2q + 1; the lines between hold the edges of
/// boxes. Strokes that meet are joined: each place knows in which of four directions it goes on.
final class CircuitText {
  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 4;
  private static final int RIGHT = 8;

  /// The letter for each set of directions.
  private static final String LETTERS = " │││─┘┐┤─└┌├─┴┬┼";

  private final int qubits;
  private final List<List<Sketch>> columns;
  private final List<String> notes;

  CircuitText(int qubits, List<List<Sketch>> columns, List<String> notes) {
    this.qubits = qubits;
    this.columns = columns;
    this.notes = notes;
  }

  String folded(int width) {
    int name = String.valueOf(qubits - 1).length() + 1;
    // "q0 ─" before and "─»" behind.
    int room = width - name - 4;
    StringBuilder text = new StringBuilder();
    int first = 0;
    do {
      int end = first;
      int used = 0;
      while (end < columns.size() && (end == first || used + width(end) + 1 <= room)) {
        used += width(end) + 1;
        end++;
      }
      text.append(first == 0 ? "" : "\n");
      band(text, name, first, end);
      first = end;
    } while (first < columns.size());
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  /// The letters of a column with its edges.
  private int width(int column) {
    int inner = 0;
    for (Sketch sketch : columns.get(column)) {
      switch (sketch) {
        case Sketch.Block(_, var ports, String label) -> {
          inner = Math.max(inner, Math.max(1, letters(label)));
          for (String port : ports.values()) {
            inner = Math.max(inner, letters(port));
          }
        }
        case Sketch.Linked(_, var marks) -> {
          for (Mark mark : marks.values()) {
            if (mark instanceof Mark.Box(String label)) {
              inner = Math.max(inner, letters(label));
            }
          }
        }
      }
    }
    return inner == 0 ? 1 : inner + 2;
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }

  private void band(StringBuilder text, int name, int first, int end) {
    int length = 2;
    for (int column = first; column < end; column++) {
      length += width(column) + 1;
    }
    Grid grid = new Grid(2 * qubits + 1, length);
    int at = 1;
    for (int column = first; column < end; column++) {
      int width = width(column);
      for (Sketch sketch : columns.get(column)) {
        draw(grid, sketch, at, width);
      }
      at += width + 1;
    }
    for (int q = 0; q < qubits; q++) {
      grid.wire(2 * q + 1);
    }
    for (int line = 0; line < 2 * qubits + 1; line++) {
      boolean wire = line % 2 == 1;
      if (!wire && grid.isBlank(line)) {
        continue;
      }
      String label = wire ? "q" + line / 2 : "";
      String row =
          "%s%s %s%s%s"
              .formatted(
                  label,
                  " ".repeat(name - label.length()),
                  wire && first > 0 ? "«" : wire ? "─" : " ",
                  grid.line(line),
                  wire && end < columns.size() ? "»" : "");
      text.append(row.stripTrailing()).append('\n');
    }
  }

  private static void draw(Grid grid, Sketch sketch, int left, int width) {
    int middle = left + width / 2;
    switch (sketch) {
      case Sketch.Block(_, var ports, String label) -> {
        int top = 2 * sketch.first();
        int bottom = 2 * sketch.last() + 2;
        grid.box(top, bottom, left, left + width - 1);
        for (int q = sketch.first(); q <= sketch.last(); q++) {
          if (ports.containsKey(q)) {
            grid.clear(2 * q + 1, left + 1, left + width - 2);
            grid.text(2 * q + 1, left + 1, width - 2, ports.getOrDefault(q, ""));
          }
        }
        grid.text(top + 2, left + 1, width - 2, label);
      }
      case Sketch.Linked(_, var marks) -> {
        int from = -1;
        for (Map.Entry<Integer, Mark> entry : marks.entrySet()) {
          // The line that joins the marks ends at the edges of boxes.
          int line = 2 * entry.getKey() + 1;
          int edge = entry.getValue() instanceof Mark.Box ? 1 : 0;
          if (from >= 0) {
            grid.vertical(middle, from, line - edge);
          }
          from = line + edge;
        }
        marks.forEach((q, mark) -> {
          int line = 2 * q + 1;
          switch (mark) {
            case Mark.Box(String label) -> {
              grid.box(line - 1, line + 1, left, left + width - 1);
              grid.clear(line, left + 1, left + width - 2);
              grid.text(line, left + 1, width - 2, label);
            }
            case Mark.Dot(boolean one) -> grid.text(line, middle, 1, one ? "●" : "○");
            case Mark.Plus() -> grid.text(line, middle, 1, "⊕");
            case Mark.Cross() -> grid.text(line, middle, 1, "×");
          }
        });
      }
    }
  }

  /// Strokes and letters, joined when they are read.
  private static final class Grid {
    private final int[][] strokes;
    private final String[][] letters;
    private final boolean[][] inside;

    Grid(int lines, int length) {
      strokes = new int[lines][length];
      letters = new String[lines][length];
      inside = new boolean[lines][length];
      for (String[] line : letters) {
        Arrays.fill(line, "");
      }
    }

    void vertical(int column, int from, int to) {
      for (int line = from; line <= to; line++) {
        strokes[line][column] |= (line > from ? UP : 0) | (line < to ? DOWN : 0);
      }
    }

    private void horizontal(int line, int from, int to) {
      for (int column = from; column <= to; column++) {
        strokes[line][column] |= (column > from ? LEFT : 0) | (column < to ? RIGHT : 0);
      }
    }

    void box(int top, int bottom, int left, int right) {
      horizontal(top, left, right);
      horizontal(bottom, left, right);
      vertical(left, top, bottom);
      vertical(right, top, bottom);
    }

    /// The qubit's line: through everything but the inside of its own boxes.
    void wire(int line) {
      boolean[] closed = inside[line];
      for (int column = 0; column < closed.length; column++) {
        boolean fromLeft = column == 0 || !closed[column - 1];
        boolean toRight = column + 1 == closed.length || !closed[column + 1];
        if (!closed[column]) {
          strokes[line][column] |= (fromLeft ? LEFT : 0) | (toRight ? RIGHT : 0);
        }
      }
    }

    void clear(int line, int from, int to) {
      Arrays.fill(inside[line], from, to + 1, true);
    }

    /// A text in the middle of some room.
    void text(int line, int column, int room, String text) {
      int at = column + (room - CircuitText.letters(text)) / 2;
      int[] points = text.codePoints().toArray();
      for (int i = 0; i < points.length; i++) {
        letters[line][at + i] = Character.toString(points[i]);
      }
    }

    boolean isBlank(int line) {
      return Arrays.stream(strokes[line]).allMatch(s -> s == 0)
          && Arrays.stream(letters[line]).allMatch(String::isBlank);
    }

    String line(int line) {
      List<String> row = new ArrayList<>();
      for (int column = 0; column < strokes[line].length; column++) {
        String letter = letters[line][column];
        row.add(letter.isEmpty() ? String.valueOf(LETTERS.charAt(strokes[line][column])) : letter);
      }
      return String.join("", row);
    }
  }
}
