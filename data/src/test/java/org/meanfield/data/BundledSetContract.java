package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

/// What the repository says of a data set that comes with the program, against what is read.
abstract class BundledSetContract extends DataSourceContract {
  /// A data set as its repository describes it.
  ///
  /// @param description of the table
  /// @param first name of the first column
  /// @param last name of the last column
  /// @param classes rows of each class
  /// @param sum of all numbers of the file, taken exactly in rational arithmetic (Python 3.11,
  ///   `fractions`)
  record Facts(
      String description,
      int rows,
      int features,
      String first,
      String last,
      Map<String, Long> classes,
      double sum) {}

  private final DataSourceProvider provider;
  private final Facts facts;

  BundledSetContract(DataSourceProvider provider, Facts facts) {
    this.provider = provider;
    this.facts = facts;
  }

  @Override
  protected final DataSourceProvider provider() {
    return provider;
  }

  @Override
  protected final Origin origin() {
    return Origin.BUNDLED;
  }

  @Test
  void sizesAndClassesAreThoseOfTheRepository() {
    DataTable table = table();
    assertThat(table.description()).isEqualTo(facts.description);
    assertThat(table.inputs().count()).isEqualTo(facts.rows);
    assertThat(table.inputs().features()).isEqualTo(facts.features);
    assertThat(table.columns()).startsWith(facts.first).endsWith(facts.last);
    assertThat(Classes.counts(table)).containsExactlyInAnyOrderEntriesOf(facts.classes);
  }

  @Test
  void everyNumberIsRead() {
    assertThat(Classes.sum(table())).isCloseTo(facts.sum, within(1e-12 * facts.sum));
  }
}
