package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class IrisTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new IrisProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.BUNDLED;
  }

  @Test
  void sizesAndClassesAreThoseOfTheRepository() {
    DataTable table = table();
    assertThat(table.inputs().count()).isEqualTo(150);
    assertThat(table.inputs().features()).isEqualTo(4);
    assertThat(table.columns()).startsWith("sepal_length_cm").endsWith("petal_width_cm");
    assertThat(Classes.counts(table))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("setosa", 50L),
                Map.entry("versicolor", 50L),
                Map.entry("virginica", 50L)));
    assertThat(table.description())
        .isEqualTo("Fisher's irises: 150 rows of 4 features in 3 classes");
  }

  @Test
  void firstRowIsFishers() {
    double[] row = new double[4];
    table().inputs().copyRow(0, row);
    assertThat(row).containsExactly(5.1, 3.5, 1.4, 0.2);
  }

  /// The sum of all numbers of the file, taken exactly in rational arithmetic (Python 3.11,
  /// `fractions`).
  @Test
  void everyNumberIsRead() {
    assertThat(Classes.sum(table())).isCloseTo(2078.7, within(1e-12 * 2078.7));
  }
}
