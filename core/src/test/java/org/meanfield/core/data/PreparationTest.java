package org.meanfield.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Place;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.core.fault.Faults;

class PreparationTest {
  private static final Seeds SEEDS = Seeds.root(1);

  /// 30 rows of 3 columns; the first column is the row's number, so that rows are recognised.
  private static final DataTable LABELLED = table(new Targets.Labels(labels()));

  private static final DataTable NUMBERS =
      table(new Targets.Values(IntStream.range(0, 30).mapToObj(j -> j / 10.0).toList()));

  private static List<String> labels() {
    return IntStream.range(0, 30).mapToObj(j -> List.of("b", "a", "c").get(j % 3)).toList();
  }

  private static DataTable table(Targets targets) {
    double[] values = new double[90];
    for (int j = 0; j < 30; j++) {
      values[3 * j] = j;
      values[3 * j + 1] = Math.sin(j);
      values[3 * j + 2] = 7;
    }
    return new DataTable(
        List.of("row", "sine", "constant"), Inputs.of(30, 3, values), targets, "30 rows");
  }

  @Test
  void numbersAreUsedAsTheyAre() {
    Prepared prepared = prepare(NUMBERS, Recipe.plain(), SEEDS);

    assertThat(prepared.train().toArray()).isEqualTo(NUMBERS.inputs().toArray());
    assertThat(prepared.trainTargets()).isEqualTo(((Targets.Values) NUMBERS.targets()).of());
    assertThat(prepared.test().count()).isZero();
    assertThat(prepared.description()).isEqualTo("30 rows");
  }

  @Test
  void twoClassesBecomePlusOneAndMinusOneInTheOrderAsked() {
    Prepared prepared = prepare(LABELLED, recipe(List.of("a", "b"), 10, 5), SEEDS);

    assertThat(prepared.recipe().classes()).containsExactly("a", "b");
    for (int j = 0; j < 10; j++) {
      int row = row(prepared.train(), j);
      assertThat(row % 3).isNotEqualTo(2);
      assertThat(prepared.trainTargets().get(j)).isEqualTo(row % 3 == 1 ? 1.0 : -1.0);
    }
  }

  @Test
  void trainingAndTestRowsAreDisjointAndInTheOrderOfTheTable() {
    Prepared prepared = prepare(LABELLED, recipe(List.of("a", "b"), 10, 8), SEEDS);

    List<Integer> train = rows(prepared.train());
    List<Integer> test = rows(prepared.test());
    assertThat(train)
        .hasSize(10)
        .isSorted()
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(test);
    assertThat(test).hasSize(8).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theSplitFollowsFromTheSeedAndFromNothingElse() {
    Recipe ten = recipe(List.of("a", "b"), 10, 5);
    List<Integer> first = rows(prepare(LABELLED, ten, SEEDS).train());

    assertThat(rows(prepare(LABELLED, ten, SEEDS).train())).isEqualTo(first);
    assertThat(rows(prepare(LABELLED, ten, Seeds.root(2)).train())).isNotEqualTo(first);
    assertThat(rows(prepare(LABELLED, recipe(List.of("a", "b"), 10, 0), SEEDS).train()))
        .isEqualTo(first);
  }

  @Test
  void everyRowIsDrawnEquallyOften() {
    // 3000 draws of 10 of 20 rows: each count is binomial(3000, ½), deviation 27.4; 5 deviations
    // leave a chance of 1e−5 over all 20 rows for another generator, none for this one.
    int[] counts = new int[20];
    List<Integer> rows = IntStream.range(0, 20).boxed().toList();
    for (int draw = 0; draw < 3000; draw++) {
      Split.draw(rows, 10, 5, Seeds.root(draw).at("data", "split").generator())
          .train()
          .forEach(row -> counts[row]++);
    }
    assertThat(IntStream.of(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(1500 - 137, 1500 + 137));
  }

  @Test
  void restIsTestedWhereOnlyTrainingIsSaid() {
    Recipe recipe =
        new Recipe(
            List.of("a", "b"),
            Optional.empty(),
            Optional.of(12),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(prepare(LABELLED, recipe, SEEDS).test().count()).isEqualTo(8);
  }

  @Test
  void trainingColumnsFillTheAnglesAndTestRowsStayWithin() {
    Prepared prepared =
        prepare(
            LABELLED,
            new Recipe(
                List.of("a", "b"),
                Optional.empty(),
                Optional.of(10),
                Optional.of(10),
                Optional.empty(),
                Optional.of(true)),
            SEEDS);

    for (int k = 0; k < 2; k++) {
      int column = k;
      List<Double> train =
          IntStream.range(0, 10).mapToObj(j -> prepared.train().get(j, column)).toList();
      assertThat(train.stream().min(Double::compare).orElseThrow()).isEqualTo(-Math.PI / 2);
      assertThat(train.stream().max(Double::compare).orElseThrow()).isEqualTo(Math.PI / 2);
      for (int j = 0; j < 10; j++) {
        assertThat(prepared.test().get(j, k)).isBetween(-Math.PI / 2, Math.PI / 2);
      }
    }
    assertThat(prepared.train().get(0, 2)).as("a constant column").isZero();
  }

  @Test
  void standardisedTrainingColumnsHaveMeanZeroAndVarianceOne() {
    Prepared prepared =
        prepare(
            LABELLED,
            new Recipe(
                List.of("a", "b"),
                Optional.empty(),
                Optional.of(12),
                Optional.of(8),
                Optional.of(true),
                Optional.of(false)),
            SEEDS);

    for (int k = 0; k < 3; k++) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < 12; j++) {
        sum += prepared.train().get(j, k);
        squares += prepared.train().get(j, k) * prepared.train().get(j, k);
      }
      assertThat(sum / 12).isCloseTo(0, within(1e-15));
      assertThat(squares / 12).isCloseTo(k == 2 ? 0 : 1, within(1e-14));
    }
  }

  @Test
  void testRowsLeaveTheTrainingColumnsAlone() {
    // The same split, other values in the rows tested: training columns keep their bits.
    Recipe recipe =
        new Recipe(
            List.of("a", "b"),
            Optional.of(2),
            Optional.of(12),
            Optional.of(8),
            Optional.of(true),
            Optional.empty());
    Prepared before = prepare(LABELLED, recipe, SEEDS);
    List<Integer> tested = rows(prepare(LABELLED, recipe(List.of("a", "b"), 12, 8), SEEDS).test());
    double[] values = LABELLED.inputs().toArray();
    tested.forEach(row -> values[3 * row + 1] = 1000);
    DataTable changed =
        new DataTable(LABELLED.columns(), Inputs.of(30, 3, values), LABELLED.targets(), "30 rows");

    Prepared after = prepare(changed, recipe, SEEDS);
    assertThat(after.train().toArray()).isEqualTo(before.train().toArray());
    assertThat(after.test().toArray()).isNotEqualTo(before.test().toArray());
  }

  @Test
  void whatWasDoneIsDescribed() {
    Recipe recipe =
        new Recipe(
            List.of("a", "b"),
            Optional.of(1),
            Optional.of(12),
            Optional.of(8),
            Optional.of(true),
            Optional.empty());

    assertThat(prepare(LABELLED, recipe, SEEDS).description())
        .matches(
            "30 rows; classes a \\(\\+1\\) and b \\(−1\\); 12 of 20 rows drawn for training, 8 for"
                + " testing; columns standardised; 1 principal components of 3 columns \\(\\d\\d %"
                + " of the variance\\); each scaled to \\[−π/2, π/2\\] on the training rows");
  }

  private static Recipe recipe(List<String> classes, int train, int test) {
    return new Recipe(
        classes,
        Optional.empty(),
        Optional.of(train),
        Optional.of(test),
        Optional.empty(),
        Optional.of(false));
  }

  private static Prepared prepare(DataTable table, Recipe recipe, Seeds seeds) {
    Faults faults = new Faults();
    Optional<Prepared> prepared =
        Preparation.of(table, recipe, seeds, key -> Place.of(key), faults);
    assertThat(faults.sorted()).isEmpty();
    return prepared.orElseThrow();
  }

  private static int row(Inputs inputs, int j) {
    return (int) inputs.get(j, 0);
  }

  private static List<Integer> rows(Inputs inputs) {
    List<Integer> rows = new ArrayList<>();
    for (int j = 0; j < inputs.count(); j++) {
      rows.add(row(inputs, j));
    }
    return rows;
  }
}
