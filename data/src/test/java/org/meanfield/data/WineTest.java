package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class WineTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new WineProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.BUNDLED;
  }

  @Test
  void sizesAndClassesAreThoseOfTheRepository() {
    DataTable table = table();
    assertThat(table.inputs().count()).isEqualTo(178);
    assertThat(table.inputs().features()).isEqualTo(13);
    assertThat(table.columns()).startsWith("alcohol").endsWith("proline");
    assertThat(Classes.counts(table))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(Map.entry("0", 59L), Map.entry("1", 71L), Map.entry("2", 48L)));
    assertThat(table.description())
        .isEqualTo("wines of three cultivars: 178 rows of 13 features in 3 classes");
  }

  /// The sum of all numbers of the file, taken exactly in rational arithmetic (Python 3.11,
  /// `fractions`).
  @Test
  void everyNumberIsRead() {
    assertThat(Classes.sum(table())).isCloseTo(159975.295999, within(1e-12 * 159975.295999));
  }
}
