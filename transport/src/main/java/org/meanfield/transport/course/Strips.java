package org.meanfield.transport.course;

import java.util.Arrays;

/// The rows of one pass, cut into [#COUNT] strips whatever the machine, with sums of their own,
/// which are added in order afterwards.
public final class Strips {
  /// Parts of the rows that may run at the same time, each with sums of its own.
  public static final int COUNT = 16;

  /// Columns that one thread adds up at a time.
  private static final int COLUMNS = 4096;

  private final int rows;
  private final int unit;
  private final int columns;
  private final Strip[] strips;

  /// What one strip adds up.
  public static final class Strip {
    private final double[] columns;
    private double errors;

    private Strip(int columns) {
      this.columns = new double[columns];
    }

    public double[] columns() {
      return columns;
    }

    public void addError(double error) {
      errors += error;
    }
  }

  /// What is done with the rows of a strip.
  @FunctionalInterface
  public interface Rows {
    /// Passes over the rows of one strip.
    ///
    /// @param from first row
    /// @param to after the last row
    /// @param strip where its sums go
    void pass(int from, int to, Strip strip);
  }

  /// @param rows how many
  /// @param unit strips begin at multiples of this
  /// @param columns how many
  public Strips(int rows, int unit, int columns) {
    this.rows = rows;
    this.unit = unit;
    this.columns = columns;
    this.strips = new Strip[Math.min(COUNT, Blocks.count(rows, unit))];
  }

  /// Passes over all strips, in any order and on any thread.
  public void each(Rows task) {
    int units = Blocks.count(rows, unit);
    Blocks.each(
        strips.length,
        s -> {
          int from = (int) ((long) units * s / strips.length) * unit;
          int to = Math.min(rows, (int) ((long) units * (s + 1) / strips.length) * unit);
          Strip strip = new Strip(columns);
          task.pass(from, to, strip);
          strips[s] = strip;
        });
  }

  /// {@return the sum over strips of each column}
  public double[] columns() {
    double[] sums = new double[columns];
    Blocks.each(
        Blocks.count(columns, COLUMNS),
        block -> {
          int from = block * COLUMNS;
          int to = Math.min(columns, from + COLUMNS);
          for (Strip strip : strips) {
            for (int j = from; j < to; j++) {
              sums[j] += strip.columns[j];
            }
          }
        });
    return sums;
  }

  /// {@return the least over strips of each column}
  public double[] least() {
    double[] least = new double[columns];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (Strip strip : strips) {
      for (int j = 0; j < columns; j++) {
        least[j] = Math.min(least[j], strip.columns[j]);
      }
    }
    return least;
  }

  /// {@return the sum of the errors}
  public double errors() {
    return Arrays.stream(strips).mapToDouble(strip -> strip.errors).sum();
  }
}
