package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The building blocks, each against its plain definition.
class SmallPartsTest {

  @Test
  void compensatedSumKeepsWhatAPlainSumLoses() {
    CompensatedSum sum = new CompensatedSum();
    double plain = 0;
    for (double term : new double[] {1, 1e100, 1, -1e100}) {
      sum.add(term);
      plain += term;
    }
    assertThat(plain).isZero();
    assertThat(sum.value()).isEqualTo(2);
  }

  @Test
  void smallestAreTheFirstOfASort() {
    RandomGenerator random = RandomClouds.random("smallest");
    double[] values = random.doubles(500).toArray();
    Smallest smallest = new Smallest(9);
    for (int round = 0; round < 2; round++) {
      smallest.clear();
      for (int i = 0; i < values.length; i++) {
        smallest.offer(i, values[i]);
      }
    }
    double[] sorted = Arrays.stream(values).sorted().limit(9).toArray();
    assertThat(smallest.count()).isEqualTo(9);
    assertThat(smallest.bound()).isEqualTo(sorted[8]);
    for (int rank = 0; rank < 9; rank++) {
      assertThat(smallest.value(rank)).isEqualTo(sorted[rank]);
      assertThat(values[smallest.number(rank)]).isEqualTo(sorted[rank]);
    }
  }

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

  @Test
  void lineTransformIsTheMinimumOverAll() {
    RandomGenerator random = RandomClouds.random("line-transform");
    double[] x = random.doubles(80, 0, 6).sorted().toArray();
    double[] y = random.doubles(60, -6, 12).sorted().toArray();
    double[] v = random.doubles(60, -3, 3).toArray();
    for (int p = 1; p <= 2; p++) {
      double[] u = LineTransform.of(x, y, v, p);
      for (int i = 0; i < x.length; i++) {
        int at = i;
        int exponent = p;
        double least =
            IntStream.range(0, y.length)
                .mapToDouble(j -> power(Math.abs(x[at] - y[j]), exponent) - v[j])
                .min()
                .orElseThrow();
        assertThat(u[i]).isEqualTo(least);
      }
    }
  }

  @Test
  void lineTransformKnowsTheBetterOfTwoPointsInOnePlace() {
    double[] y = {0, 1, 1, 1, 3};
    double[] v = {0, 0.5, 2, 1, 0};
    assertThat(LineTransform.of(new double[] {1, 4}, y, v, 2)).containsExactly(-2, 1);
    assertThat(LineTransform.of(new double[] {1, 4}, y, v, 1)).containsExactly(-2, 1);
  }

  private static double power(double way, int p) {
    return p == 1 ? way : way * way;
  }
}
