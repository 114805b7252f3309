package org.meanfield.data;

import java.util.List;
import java.util.stream.IntStream;
import org.meanfield.api.BadInput;

/// The room and the column names of rows that are drawn.
final class Rows {
  private Rows() {}

  /// {@return room for all features, row by row}
  ///
  /// @param points how many rows
  /// @param features numbers per row
  /// @throws BadInput if they are more than an array holds
  static double[] room(int points, int features) throws BadInput {
    long numbers = (long) points * features;
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new BadInput(
          "%d 'points' of %d 'features' are %d numbers, too many for one table; ask for fewer"
              .formatted(points, features, numbers));
    }
    return new double[(int) numbers];
  }

  /// {@return x0, x1, …}
  ///
  /// @param features how many
  static List<String> names(int features) {
    return IntStream.range(0, features).mapToObj(k -> "x" + k).toList();
  }
}
