package org.meanfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Columns table = new Columns().right("N").left("W2²").right("note");
    table.row("16", "0.5 ± 0.1", "a");
    table.row("∞", "–", "");
    assertThat(table.lines())
        .containsExactly(
            " N  W2²        note", //
            "16  0.5 ± 0.1     a",
            " ∞  –");
  }

  @Test
  void withoutHeadingsThereIsNoLineOfHeadings() {
    Columns table = new Columns().left("").left("");
    table.row("a", "b");
    assertThat(table.lines()).containsExactly("a  b");
  }

  @Test
  void theLastColumnGoesOnInTheNextLine() {
    Columns table = new Columns().left("").left("");
    table.row("key", "one two three");
    table.row("k", "aVeryLongWordIndeed x");
    assertThat(table.lines(12))
        .containsExactly("key  one two", "     three", "k    aVeryLongWordIndeed", "     x");
    assertThat(table.lines(100))
        .containsExactly("key  one two three", "k    aVeryLongWordIndeed x");
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    Columns table = new Columns().left("a");
    assertThatThrownBy(() -> table.row("1", "2")).hasMessageContaining("2 cells");
  }
}
