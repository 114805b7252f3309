package org.meanfield.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a run came to, at the horizon T.
///
/// @param directory where everything is stored
/// @param report the page to read
/// @param rows one per number of experts N, increasing
/// @param limit the mean-field limit; empty if it was not asked for or not found
/// @param problems what went wrong, as in `problems.csv`
/// @param cells how many trainings were planned
/// @param failedCells how many of them have a problem
/// @param seconds how long the run took
public record RunView(
    Path directory,
    Path report,
    List<Row> rows,
    Optional<Limit> limit,
    List<Problem> problems,
    int cells,
    int failedCells,
    double seconds) {
  /// @param directory where everything is stored
  /// @param report the page to read
  /// @param rows one per number of experts N, copied
  /// @param limit the mean-field limit; empty if it was not asked for or not found
  /// @param problems what went wrong, copied
  /// @param cells how many trainings were planned
  /// @param failedCells how many of them have a problem
  /// @param seconds how long the run took
  public RunView {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// A mean over replicates.
  ///
  /// @param count how many replicates have the number, ≥ 1
  /// @param mean their mean
  /// @param standardError s/√count; empty for a single one
  public record Mean(int count, double mean, OptionalDouble standardError) {}

  /// What the replicates of one N came to; a mean is empty where no replicate has the number.
  ///
  /// @param experts N
  /// @param loss ½ Σ_j (F(x_j) − y_j)² (eq. 3.2)
  /// @param trainAccuracy share of training data with the right sign
  /// @param testAccuracy the same on test data
  /// @param coupling D²(N, T) of eq. (2.9)
  /// @param trained W2² of the trained particles from μ_T
  /// @param companions W2² of their McKean companions from μ_T, called `static` in tables
  /// @param failed how many trainings of this N have a problem
  public record Row(
      int experts,
      Optional<Mean> loss,
      Optional<Mean> trainAccuracy,
      Optional<Mean> testAccuracy,
      Optional<Mean> coupling,
      Optional<Mean> trained,
      Optional<Mean> companions,
      int failed) {}

  /// What the limit came to.
  ///
  /// @param loss ½ Σ_j r_j(T)²
  /// @param trainAccuracy share of training data with the right sign
  /// @param testAccuracy the same on test data
  /// @param description what was done to find it
  public record Limit(
      double loss, OptionalDouble trainAccuracy, OptionalDouble testAccuracy, String description) {}

  /// Something that has no result.
  ///
  /// @param cell where: `limit`, `study`, or which training
  /// @param code its heading in `docs/errors.md`, such as `MF-R04`
  /// @param sentence what happened, and what to do
  public record Problem(String cell, String code, String sentence) {
    /// {@return place, code and sentence in one line}
    @Override
    public String toString() {
      return cell + "  " + code + "  " + sentence;
    }
  }
}
