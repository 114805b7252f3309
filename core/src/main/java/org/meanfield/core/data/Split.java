package org.meanfield.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Training rows and test rows, disjoint, each in the order of the table.
///
/// @param train rows to train on
/// @param test rows to test on
record Split(List<Integer> train, List<Integer> test) {
  Split {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /// {@return the first `train` and the next `test` rows of a random order; taking all rows for
  /// training needs no draw}
  ///
  /// @param rows the rows there are
  /// @param train how many to train on
  /// @param test how many to test on; train + test ≤ rows
  /// @param random the source of the order
  static Split draw(List<Integer> rows, int train, int test, RandomGenerator random) {
    List<Integer> order = new ArrayList<>(rows);
    // Fisher and Yates, from the front, so that the rows drawn do not depend on how many follow.
    for (int i = 0; i < Math.min(train + test, order.size() - 1); i++) {
      int j = random.nextInt(i, order.size());
      Integer kept = order.get(i);
      order.set(i, order.get(j));
      order.set(j, kept);
    }
    return new Split(
        order.subList(0, train).stream().sorted().toList(),
        order.subList(train, train + test).stream().sorted().toList());
  }
}
