package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.DataSourceProvider;

/// What every data source must do.
///
/// ```java
/// class IrisTest extends DataSourceContract {
///   @Override
///   protected DataSourceProvider provider() {
///     return new IrisProvider();
///   }
///
///   @Override
///   protected Origin origin() {
///     return Origin.BUNDLED;
///   }
/// }
/// ```
public abstract class DataSourceContract extends ServiceContract<DataSource> {
  /// Where the rows come from.
  public enum Origin {
    /// from random numbers: other seeds, other rows
    DRAWN,
    /// with the plugin, from someone who is to be cited
    BUNDLED,
    /// from the user
    GIVEN
  }

  private static final Seeds SEEDS = Seeds.root(1).at("data", "source");

  @Override
  protected abstract DataSourceProvider provider();

  /// {@return where its rows come from}
  protected abstract Origin origin();

  /// {@return the table under test}
  protected final DataTable table() {
    return load(service(), SEEDS);
  }

  private static DataTable load(DataSource source, Seeds seeds) {
    try {
      return source.load(seeds);
    } catch (BadInput e) {
      throw new AssertionError("the data of the test are refused: " + e.sentence(), e);
    }
  }

  /// The same seeds give the same table, from one source or another.
  @Test
  public void sameSeedsGiveTheSameTable() {
    DataSource source = service();
    DataTable first = load(source, SEEDS);
    assertSame(load(source, SEEDS), first);
    assertSame(load(service(), SEEDS), first);
  }

  /// Other seeds give another table where rows are drawn, and no other where they are not.
  @Test
  public void otherSeedsMatterToWhatIsDrawn() {
    double[] first = table().inputs().toArray();
    double[] other = load(service(), Seeds.root(2).at("data", "source")).inputs().toArray();
    double[] elsewhere = load(service(), Seeds.root(1).at("data", "elsewhere")).inputs().toArray();
    if (origin() == Origin.DRAWN) {
      assertThat(other).isNotEqualTo(first);
      assertThat(elsewhere).isNotEqualTo(first);
    } else {
      assertThat(other).isEqualTo(first);
    }
  }

  /// One source serves several threads; each gets the same table.
  @Test
  public void tableIsTheSameOnSeveralThreads() {
    DataSource source = service();
    DataTable first = load(source, SEEDS);
    for (DataTable other : Concurrently.call(4, () -> source.load(SEEDS))) {
      assertSame(other, first);
    }
  }

  private static void assertSame(DataTable actual, DataTable expected) {
    assertThat(actual.inputs().toArray()).isEqualTo(expected.inputs().toArray());
    assertThat(actual.columns()).isEqualTo(expected.columns());
    assertThat(actual.targets()).isEqualTo(expected.targets());
    assertThat(actual.description()).isEqualTo(expected.description());
  }

  /// There are rows and features, and every feature has a name of its own.
  @Test
  public void featuresHaveNames() {
    DataTable table = table();
    assertThat(table.inputs().count()).isPositive();
    assertThat(table.inputs().features()).isPositive();
    assertThat(table.columns()).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  /// What is to be learned can be: finite numbers, classes with names, a law that exists.
  @Test
  public void targetsCanBeLearned() {
    switch (table().targets()) {
      case Targets.Values(List<Double> values) -> assertThat(values).allMatch(Double::isFinite);
      case Targets.Labels(List<String> labels) -> {
        assertThat(labels).noneMatch(String::isBlank);
        assertThat(labels.stream().distinct().count()).as("classes").isGreaterThanOrEqualTo(2);
      }
      case Targets.Teacher(double concentration, int experts) -> {
        assertThat(concentration).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(experts).isPositive();
      }
    }
  }

  /// The description tells how many rows there are.
  @Test
  public void descriptionTellsTheSize() {
    DataTable table = table();
    assertThat(table.description()).contains(String.valueOf(table.inputs().count()));
  }

  /// Data of others are cited, with an address.
  @Test
  public void sourcesOfBundledDataAreCited() {
    List<Citation> citations = provider().descriptor().citations();
    if (origin() == Origin.BUNDLED) {
      assertThat(citations).isNotEmpty();
    }
    assertThat(citations)
        .allSatisfy(citation -> {
          assertThat(citation.key()).isNotBlank();
          assertThat(citation.text()).isNotBlank();
        });
    if (origin() == Origin.BUNDLED) {
      assertThat(citations).anyMatch(citation -> citation.url().startsWith("https://"));
    }
  }
}
