package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class BreastCancerTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new BreastCancerProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.BUNDLED;
  }

  @Test
  void sizesAndClassesAreThoseOfTheRepository() {
    DataTable table = table();
    assertThat(table.inputs().count()).isEqualTo(569);
    assertThat(table.inputs().features()).isEqualTo(30);
    assertThat(table.columns()).startsWith("mean_radius").endsWith("worst_fractal_dimension");
    assertThat(Classes.counts(table))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(Map.entry("benign", 357L), Map.entry("malignant", 212L)));
    assertThat(table.description())
        .isEqualTo("cell nuclei of breast masses: 569 rows of 30 features in 2 classes");
  }

  /// The sum of all numbers of the file, taken exactly in rational arithmetic (Python 3.11,
  /// `fractions`).
  @Test
  void everyNumberIsRead() {
    assertThat(Classes.sum(table())).isCloseTo(1056474.4596356, within(1e-12 * 1056474.4596356));
  }
}
