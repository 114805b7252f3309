package org.meanfield.transport.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.transport.RandomClouds;

class DrawTest {
  @Test
  void drawTakesEachPointAboutInProportion() {
    RandomGenerator random = RandomClouds.random("draw");
    long[] masses = random.longs(300, 1, 1L << 50).toArray();
    double total = Arrays.stream(masses).asDoubleStream().sum();
    Draw draw = Draw.of(masses, 1000);
    assertThat(Arrays.stream(draw.times()).sum()).isEqualTo(1000);
    for (int c = 0; c < draw.chosen().length; c++) {
      double due = masses[draw.chosen()[c]] / total * 1000;
      assertThat((double) draw.times()[c]).isBetween(due - 1, due + 1);
    }
  }

  @Test
  void drawsAreSpreadOverAllPoints() {
    Draw draw = Draw.of(new long[] {1, 40, 1, 22}, 8);
    assertThat(draw.spread(4, 0)).containsExactly(0, 5, 0, 3);
    assertThat(draw.spread(4, 1)).containsExactly(1, 5, 1, 3);
  }

  @Test
  void heaviestOfNeighboursCarryTheMassOfAll() {
    Draw draw = Draw.heaviest(new long[] {1, 5, 2, 3, 3, 9, 4}, 3);
    assertThat(draw.chosen()).containsExactly(1, 5, 6);
    assertThat(draw.times()).containsExactly(8, 15, 4);
  }
}
