package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Seeds;

class RowClockTest {
  @Test
  void manyStepsBecomeAboutAHundredRowsWithBothEndsAndRecordedTimes() {
    RowClock clock = new RowClock(List.of(0.0, 0.777, 2.0));
    List<Double> rows =
        IntStream.rangeClosed(0, 2000)
            .mapToObj(step -> clock.row(step * 0.001))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList();
    assertThat(rows).hasSize(102).contains(0.0, 0.777, 2.0).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void fewStepsAreAllRows() {
    RowClock clock = new RowClock(List.of(0.0, 1.0));
    assertThat(IntStream.rangeClosed(0, 50).mapToObj(step -> clock.row(step * 0.02)))
        .allMatch(OptionalDouble::isPresent);
  }

  @Test
  void aStepThatMissesARecordedTimeByRoundingIsThatTime() {
    RowClock clock = new RowClock(List.of(0.0, 0.3));
    clock.row(0);
    assertThat(clock.row(0.1 + 0.2)).hasValue(0.3);
  }

  @Test
  void theGridStaysWithinTheTimesAndHasNoTwinsForAnyHorizon() {
    RandomGenerator random = Seeds.root(8).generator();
    for (int trial = 0; trial < 200; trial++) {
      double horizon = random.nextDouble(1e-3, 50);
      List<Double> grid = RowClock.grid(List.of(0.0, horizon * 0.07, horizon / 3, horizon));
      assertThat(grid.getLast()).isEqualTo(horizon);
      for (int i = 1; i < grid.size(); i++) {
        assertThat(grid.get(i) - grid.get(i - 1)).isGreaterThan(1e-9 * horizon);
      }
    }
  }

  @Test
  void theGridHoldsPartsAndRecordedTimes() {
    assertThat(RowClock.grid(List.of(0.0, 0.5, 0.777, 2.0)))
        .hasSize(102)
        .startsWith(0.0, 0.02)
        .contains(0.777)
        .endsWith(2.0);
  }
}
