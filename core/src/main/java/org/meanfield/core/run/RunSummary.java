package org.meanfield.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.meanfield.core.measure.Estimate;

/// What a run came to, at the horizon T.
///
/// @param directory where everything is stored
/// @param rows one per N, increasing
/// @param limit the limit; empty if it was not asked for or not found
/// @param problems what went wrong, as in `problems.csv`
/// @param cells how many cells were planned
/// @param failedCells how many of them have a problem
/// @param seconds how long the run took
public record RunSummary(
    Path directory,
    List<Row> rows,
    Optional<Limit> limit,
    List<Problem> problems,
    int cells,
    int failedCells,
    double seconds) {
  /// {@return whether everything that was planned is there}
  public boolean complete() {
    return problems.isEmpty();
  }

  /// What the replicates of one N came to; an estimate is empty where no replicate has the number.
  ///
  /// @param experts N
  /// @param loss ½ Σ_j (F(x_j) − y_j)²
  /// @param trainAccuracy share of training data with the right sign
  /// @param testAccuracy the same on test data
  /// @param coupling D²(N, T) of eq. (2.9)
  /// @param trained W2² of the trained particles from μ_T
  /// @param companions W2² of their McKean companions from μ_T, the `static` one
  /// @param failed how many cells of this N have a problem
  public record Row(
      int experts,
      Optional<Estimate> loss,
      Optional<Estimate> trainAccuracy,
      Optional<Estimate> testAccuracy,
      Optional<Estimate> coupling,
      Optional<Estimate> trained,
      Optional<Estimate> companions,
      int failed) {}

  /// What the limit came to.
  ///
  /// @param loss ½ Σ_j r_j(T)²
  /// @param trainAccuracy share of training data with the right sign
  /// @param testAccuracy the same on test data, where the method has points of μ_T
  /// @param description what was done to find it
  public record Limit(
      double loss, OptionalDouble trainAccuracy, OptionalDouble testAccuracy, String description) {}
}
