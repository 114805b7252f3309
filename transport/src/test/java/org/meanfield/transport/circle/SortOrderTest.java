package org.meanfield.transport.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.transport.RandomClouds;

class SortOrderTest {
  private final RandomGenerator random = RandomClouds.random("order");

  @Test
  void numbersOfAllSizesAreSorted() {
    assertSorted(
        random.doubles(5000, -40, 40).map(e -> Math.signum(e) * Math.pow(10, e)).toArray());
  }

  @Test
  void numbersThatDifferInTheirLastBitsAreSorted() {
    // With 5000 numbers the first sort compares all but the last 13 bits.
    assertSorted(
        IntStream.range(0, 5000).mapToDouble(_ -> 1 + random.nextInt(300) * 0x1p-52).toArray());
    assertSorted(
        IntStream.range(0, 5000).mapToDouble(_ -> -1 - random.nextInt(300) * 0x1p-52).toArray());
  }

  @Test
  void equalNumbersKeepTheirOrder() {
    assertSorted(new double[100]);
    assertSorted(random.ints(999, -3, 4).asDoubleStream().map(x -> x + 0.0).toArray());
  }

  @Test
  void oneNumberIsSorted() {
    assertThat(SortOrder.of(new double[] {-7})).containsExactly(0);
  }

  private static void assertSorted(double[] values) {
    Integer[] expected = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    // The sort of objects is stable.
    Arrays.sort(expected, Comparator.comparingDouble(i -> values[i]));
    assertThat(Arrays.stream(SortOrder.of(values)).boxed()).containsExactly(expected);
  }
}
