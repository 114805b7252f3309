package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.DataSourceContract.Origin;

/// The contract passes honest sources and catches each kind of lie.
class DataSourceContractTest {
  private static final Targets CLASSES = new Targets.Labels(List.of("a", "b", "a"));
  private static final Citation SOURCE =
      new Citation("someone-2000", "Someone, Something (2000)", "https://example.org");

  private static final List<Consumer<DataSourceContract>> CLAUSES =
      List.of(
          DataSourceContract::descriptorIsTheSameEachTime,
          DataSourceContract::sameSeedsGiveTheSameTable,
          DataSourceContract::otherSeedsMatterToWhatIsDrawn,
          DataSourceContract::tableIsTheSameOnSeveralThreads,
          DataSourceContract::featuresHaveNames,
          DataSourceContract::targetsCanBeLearned,
          DataSourceContract::descriptionTellsTheSize,
          DataSourceContract::sourcesOfBundledDataAreCited);

  private static double[] drawn(Seeds seeds) {
    return seeds.at("inputs").generator().doubles(6).toArray();
  }

  private static DataTable table(double[] rows, Targets targets) {
    return new DataTable(List.of("x0", "x1"), Inputs.of(3, 2, rows), targets, "3 rows");
  }

  @Test
  void honestSourcesPass() {
    for (Consumer<DataSourceContract> clause : CLAUSES) {
      assertThatCode(
              () -> clause.accept(contract(Origin.DRAWN, seeds -> table(drawn(seeds), CLASSES))))
          .doesNotThrowAnyException();
      assertThatCode(() ->
              clause.accept(contract(Origin.BUNDLED, _ -> table(new double[6], CLASSES), SOURCE)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void rowsThatChangeAreCaught() {
    AtomicInteger loads = new AtomicInteger();
    DataSource restless =
        seeds -> table(drawn(seeds.at("load-" + loads.incrementAndGet())), CLASSES);
    assertCaught(Origin.DRAWN, restless, DataSourceContract::sameSeedsGiveTheSameTable);
    assertCaught(Origin.DRAWN, restless, DataSourceContract::tableIsTheSameOnSeveralThreads);
  }

  @Test
  void seedsThatAreIgnoredAreCaught() {
    assertCaught(
        Origin.DRAWN,
        _ -> table(drawn(Seeds.root(1)), CLASSES),
        DataSourceContract::otherSeedsMatterToWhatIsDrawn);
    assertCaught(
        Origin.DRAWN,
        seeds -> table(drawn(Seeds.root(seeds.root())), CLASSES),
        DataSourceContract::otherSeedsMatterToWhatIsDrawn);
  }

  @Test
  void givenRowsThatAreDrawnAreCaught() {
    assertCaught(
        Origin.GIVEN,
        seeds -> table(drawn(seeds), CLASSES),
        DataSourceContract::otherSeedsMatterToWhatIsDrawn);
  }

  @Test
  void namesThatAreNoneAreCaught() {
    for (List<String> names : List.of(List.of("x0", "x0"), List.of("x0", " "))) {
      assertCaught(
          Origin.GIVEN,
          _ -> new DataTable(names, Inputs.of(3, 2, new double[6]), CLASSES, "3 rows"),
          DataSourceContract::featuresHaveNames);
    }
    assertCaught(
        Origin.GIVEN,
        _ ->
            new DataTable(
                List.of("x0"),
                Inputs.of(0, 1, new double[0]),
                new Targets.Values(List.of()),
                "0 rows"),
        DataSourceContract::featuresHaveNames);
  }

  @Test
  void targetsThatCannotBeLearnedAreCaught() {
    for (Targets targets :
        List.of(
            new Targets.Values(List.of(1.0, Double.NaN, 2.0)),
            new Targets.Labels(Collections.nCopies(3, "a")),
            new Targets.Labels(List.of("a", " ", "b")),
            new Targets.Teacher(1, 100),
            new Targets.Teacher(0.5, 0))) {
      assertCaught(
          Origin.GIVEN,
          _ -> table(new double[6], targets),
          DataSourceContract::targetsCanBeLearned);
    }
  }

  @Test
  void descriptionThatTellsNothingIsCaught() {
    assertCaught(
        Origin.GIVEN,
        _ ->
            new DataTable(
                List.of("x0", "x1"), Inputs.of(3, 2, new double[6]), CLASSES, "some rows"),
        DataSourceContract::descriptionTellsTheSize);
  }

  @Test
  void bundledDataWithoutASourceAreCaught() {
    assertCaught(
        Origin.BUNDLED,
        _ -> table(new double[6], CLASSES),
        DataSourceContract::sourcesOfBundledDataAreCited);
    assertCaught(
        Origin.BUNDLED,
        _ -> table(new double[6], CLASSES),
        DataSourceContract::sourcesOfBundledDataAreCited,
        new Citation("someone-2000", "Someone, Something (2000)", ""));
  }

  private static void assertCaught(
      Origin origin,
      DataSource source,
      Consumer<DataSourceContract> clause,
      Citation... citations) {
    assertThatThrownBy(() -> clause.accept(contract(origin, source, citations)))
        .isInstanceOf(AssertionError.class);
  }

  private static DataSourceContract contract(
      Origin origin, DataSource source, Citation... citations) {
    return new DataSourceContract() {
      @Override
      protected DataSourceProvider provider() {
        return new Provider(source, List.of(citations));
      }

      @Override
      protected Origin origin() {
        return origin;
      }
    };
  }

  private record Provider(DataSource source, List<Citation> citations)
      implements DataSourceProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test:table", "A source to be tested.")
          .citing(citations.toArray(Citation[]::new));
    }

    @Override
    public DataSource create(Settings settings) {
      return source;
    }
  }
}
