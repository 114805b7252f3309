package org.meanfield.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Gathers one column row by row.
final class ColumnBuilder {
  private final String name;
  private final boolean isText;
  private final Integers starts = new Integers();
  private final List<String> texts = new ArrayList<>();
  private double[] numbers = new double[16];
  private int rows;

  ColumnBuilder(String name, int start, boolean isText) {
    this.name = name;
    this.isText = isText;
    starts.add(start);
  }

  void add(String cell, Place place) throws BadInput {
    if (cell.isBlank()) {
      throw new BadInput(
          place, "'%s' is empty here; give a value or remove the row".formatted(name));
    }
    if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
      throw new BadInput(place, "a cell has a line break; is a quote not closed?");
    }
    if (isText) {
      texts.add(cell);
    } else {
      if (rows == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * rows);
      }
      numbers[rows] = Numbers.read(cell, name, place);
    }
    starts.add(place.column());
    rows++;
  }

  Column build() {
    return isText
        ? Column.ofTexts(texts, starts.toArray())
        : Column.ofNumbers(Arrays.copyOf(numbers, rows), starts.toArray());
  }
}
