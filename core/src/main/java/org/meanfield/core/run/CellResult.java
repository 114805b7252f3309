package org.meanfield.core.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.meanfield.core.measure.CouplingError;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.measure.Regime;

/// What came of one cell, as far as it went: rows of tables and problems, no states.
///
/// @param cell which
/// @param losses over time
/// @param couplings over time; none without a limit
/// @param distances at recorded times; none without a limit or where they are not asked for
/// @param snapshots at recorded times
/// @param regimes at recorded times
/// @param problems what went wrong; a cell with one has failed
record CellResult(
    Cell cell,
    List<Loss> losses,
    List<CouplingError> couplings,
    List<Distance> distances,
    List<Snapshot> snapshots,
    List<Regime> regimes,
    List<Problem> problems) {
  static CellResult failed(Cell cell, Problem problem) {
    return new CellResult(
        cell, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(problem));
  }

  /// {@return the coupling error (2.9) up to the horizon, if the cell got there}
  OptionalDouble coupling(double horizon) {
    return couplings.stream()
        .filter(row -> row.time() == horizon)
        .mapToDouble(CouplingError::meanSupSqL1)
        .findFirst();
  }

  /// {@return W2² at the horizon, if it was found}
  OptionalDouble w2Squared(Distance.Kind kind, double horizon) {
    return distance(kind, horizon).mapToDouble(Distance::w2Squared).findFirst();
  }

  /// {@return by how much that may be too large, if it was found}
  OptionalDouble gap(Distance.Kind kind, double horizon) {
    return distance(kind, horizon).mapToDouble(Distance::gap).findFirst();
  }

  private Stream<Distance> distance(Distance.Kind kind, double horizon) {
    return distances.stream().filter(row -> row.kind() == kind && row.time() == horizon);
  }
}
