package org.meanfield.core.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which steps of an integration become rows: the first one at or after each of 100 equal parts of
/// [0, T], and every recorded time. Two integrations with the same steps have the same rows.
final class RowClock {
  private static final int PARTS = 100;

  // A step meant to end on a part may miss it by rounding.
  private static final double SLACK = 1e-9;

  private final List<Double> recorded;
  private final double horizon;
  private int nextPart;
  private int nextRecorded;

  /// @param recorded recorded times, increasing, T the last
  RowClock(List<Double> recorded) {
    this.recorded = recorded;
    this.horizon = recorded.getLast();
  }

  /// {@return the parts and the recorded times together, increasing: the rows of what is known at
  /// any time}
  static List<Double> grid(List<Double> recorded) {
    double slack = SLACK * recorded.getLast();
    return Stream.concat(
            recorded.stream(),
            IntStream.range(0, PARTS)
                .mapToObj(part -> recorded.getLast() * part / PARTS)
                .filter(part -> recorded.stream().noneMatch(t -> Math.abs(t - part) <= slack)))
        .sorted()
        .toList();
  }

  /// {@return the time of the row that the step ending at `t` becomes, if it becomes one; a
  /// recorded time is returned as it was asked for}
  ///
  /// @param t to be asked once for each step, in order
  OptionalDouble row(double t) {
    double reached = t + SLACK * horizon;
    OptionalDouble row = OptionalDouble.empty();
    while (nextPart <= PARTS && reached >= horizon * nextPart / PARTS) {
      nextPart++;
      row = OptionalDouble.of(t);
    }
    while (nextRecorded < recorded.size() && reached >= recorded.get(nextRecorded)) {
      row = OptionalDouble.of(recorded.get(nextRecorded));
      nextRecorded++;
    }
    return row;
  }
}
