package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;

/// A circuit as a picture: wires from left to right, qubit 0 on top, gates in columns, each as far
/// left as its wires allow. Immutable.
///
/// | gate | drawn as |
/// |---|---|
/// | rotation about one letter | a box `RX(θ₀)` |
/// | rotation about several letters | a box across their wires with each letter on its own, and the angle |
/// | evolution | a controlled rotation or phase where it is one (a filled dot acts on 1, an open one on 0); else a box `G₁(θ₀)` across its wires, G₁ told below |
/// | named gate | the usual sign |
/// | matrix | a box with its label, across several wires with the number of each in the matrix |
/// | noise | a box such as `damp 0.1` |
///
/// Numbers are rounded to four digits; angles too long for a box are told below the picture.
public final class CircuitDrawing {
  private final int qubits;
  private final List<List<Sketch>> columns;
  private final List<String> notes;

  private CircuitDrawing(int qubits, List<List<Sketch>> columns, List<String> notes) {
    this.qubits = qubits;
    this.columns = columns;
    this.notes = notes;
  }

  /// {@return the picture of a circuit}
  ///
  /// @param circuit any
  public static CircuitDrawing of(Circuit circuit) {
    Sketches sketches = new Sketches();
    List<List<Sketch>> columns = new ArrayList<>();
    int[] next = new int[circuit.qubits()];
    for (Gate gate : circuit.gates()) {
      Sketch sketch = sketches.of(gate);
      int column = 0;
      for (int q = sketch.first(); q <= sketch.last(); q++) {
        column = Math.max(column, next[q]);
      }
      for (int q = sketch.first(); q <= sketch.last(); q++) {
        next[q] = column + 1;
      }
      if (column == columns.size()) {
        columns.add(new ArrayList<>());
      }
      columns.get(column).add(sketch);
    }
    return new CircuitDrawing(
        circuit.qubits(), columns.stream().map(List::copyOf).toList(), sketches.notes());
  }

  /// {@return the number of columns}
  public int columns() {
    return columns.size();
  }

  /// {@return the picture in box-drawing letters; each line ends with a line feed}
  ///
  /// @param width the longest a line should be, in letters; the circuit goes on below where there
  ///   is no more room. A column wider than that stands alone
  public String text(int width) {
    return new CircuitText(qubits, columns, notes).folded(width);
  }

  /// {@return the picture as an SVG document of its own, readable on light and on dark paper}
  ///
  /// @param width the widest it should be, in pixels; the circuit goes on below where there is no
  ///   more room
  public String svg(int width) {
    return new CircuitSvg(qubits, columns, notes).folded(width);
  }

  /// {@return the picture in box-drawing letters, 100 in a line}
  @Override
  public String toString() {
    return text(100);
  }
}
