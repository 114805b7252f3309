package org.meanfield.tables;

import java.util.List;

/// One column of a file: its cells, numbers or text, and where each begins in its line.
final class Column {
  private final boolean isText;
  private final double[] numbers;
  private final List<String> texts;
  private final int[] starts;

  private Column(boolean isText, double[] numbers, List<String> texts, int[] starts) {
    this.isText = isText;
    this.numbers = numbers;
    this.texts = texts;
    this.starts = starts;
  }

  /// {@return a column of numbers}
  ///
  /// @param numbers owned from now on
  /// @param starts of the header's cell, then of each row's; owned from now on
  static Column ofNumbers(double[] numbers, int[] starts) {
    return new Column(false, numbers, List.of(), starts);
  }

  /// {@return a column of text}
  ///
  /// @param texts copied
  /// @param starts of the header's cell, then of each row's; owned from now on
  static Column ofTexts(List<String> texts, int[] starts) {
    return new Column(true, new double[0], List.copyOf(texts), starts);
  }

  boolean isText() {
    return isText;
  }

  /// {@return the numbers themselves, not to be modified}
  double[] numbers() {
    return numbers;
  }

  List<String> texts() {
    return texts;
  }

  /// {@return where a cell begins in its line, from 1}
  ///
  /// @param row 0 for the header, then the rows
  int start(int row) {
    return starts[row];
  }
}
