package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class DigitsTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new DigitsProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.BUNDLED;
  }

  @Test
  void sizesAndClassesAreThoseOfTheRepository() {
    DataTable table = table();
    assertThat(table.inputs().count()).isEqualTo(1797);
    assertThat(table.inputs().features()).isEqualTo(64);
    assertThat(table.columns()).startsWith("p00").endsWith("p77");
    assertThat(Classes.counts(table))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("0", 178L),
                Map.entry("1", 182L),
                Map.entry("2", 177L),
                Map.entry("3", 183L),
                Map.entry("4", 181L),
                Map.entry("5", 182L),
                Map.entry("6", 181L),
                Map.entry("7", 179L),
                Map.entry("8", 174L),
                Map.entry("9", 180L)));
    assertThat(table.description())
        .isEqualTo("handwritten digits on 8×8 pixels: 1797 rows of 64 features in 10 classes");
  }

  @Test
  void pixelsAreWholeNumbersUpToSixteen() {
    assertThat(Arrays.stream(table().inputs().toArray()))
        .allMatch(pixel -> pixel >= 0 && pixel <= 16 && pixel == Math.rint(pixel));
  }

  /// The sum of all numbers of the file, taken exactly in rational arithmetic (Python 3.11,
  /// `fractions`).
  @Test
  void everyNumberIsRead() {
    assertThat(Classes.sum(table())).isCloseTo(561718.0, within(1e-12 * 561718.0));
  }
}
