package org.meanfield.app.console;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Place;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// CSV files of points: `theta0…` with an optional `weight` for particles, `x0…` for inputs.
public final class PointFile {
  private static final String WEIGHT = "weight";

  /// Sums as near to one as this were written as weights that sum to one.
  private static final double ROUNDING = 1e-6;

  private PointFile() {}

  /// {@return weighted points, normalised; equal weights where the file has none}
  ///
  /// @param file columns `theta0…` and, if wanted, `weight`
  /// @param notes told if the weights did not sum to one
  /// @throws BadInput with the place of what is wrong
  public static EmpiricalMeasure measure(Path file, Consumer<String> notes) throws BadInput {
    NumberTable table = TableReader.read(file, file.toString());
    Particles points = particles(table, table.indexed("theta", WEIGHT));
    if (!table.has(WEIGHT)) {
      return EmpiricalMeasure.uniform(points);
    }
    double[] weights = table.column(WEIGHT);
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] < 0) {
        throw new BadInput(
            table.place(row, WEIGHT),
            "the weight %s is negative; weights must be ≥ 0".formatted(weights[row]));
      }
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new BadInput(table.place(WEIGHT), "the weights are all zero; their sum must be > 0");
    }
    double sum = Arrays.stream(weights).sum();
    if (Math.abs(sum - 1) > ROUNDING) {
      notes.accept(
          "%s: the weights sum to %s; each is divided by that"
              .formatted(file, Figures.number(sum)));
    }
    return EmpiricalMeasure.weighted(points, weights);
  }

  /// {@return particles}
  ///
  /// @param file columns `theta0…` and no others
  /// @param dimension d: how many there must be
  /// @throws BadInput with the place of what is wrong
  public static Particles particles(Path file, int dimension) throws BadInput {
    NumberTable table = TableReader.read(file, file.toString());
    List<String> columns = columns(table, "theta", dimension, "parameters of the study's expert");
    return particles(table, columns);
  }

  /// {@return inputs}
  ///
  /// @param file columns `x0…` and no others
  /// @param features how many there must be
  /// @throws BadInput with the place of what is wrong
  public static Inputs inputs(Path file, int features) throws BadInput {
    NumberTable table = TableReader.read(file, file.toString());
    List<String> columns = columns(table, "x", features, "features of the study's inputs");
    return Inputs.of(table.rows(), columns.size(), table.rowMajor(columns));
  }

  private static Particles particles(NumberTable table, List<String> columns) {
    return Particles.of(table.rows(), columns.size(), table.columnMajor(columns));
  }

  private static List<String> columns(NumberTable table, String prefix, int wanted, String what)
      throws BadInput {
    List<String> columns = table.indexed(prefix);
    if (columns.size() != wanted) {
      throw new BadInput(
          new Place(table.file(), 1, 1),
          "the columns %s0… are %d, the %s %d".formatted(prefix, columns.size(), what, wanted));
    }
    return columns;
  }
}
