package org.meanfield.core.run;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.core.measure.Loss;

/// The limit of a study, found once and shared by all cells, with its rows.
///
/// @param path μ_t
/// @param atoms of μ_t at each recorded time, where the method has them
/// @param losses over time
/// @param snapshots at recorded times; particles are at most [#WRITTEN_ATOMS] of the atoms
/// @param densities at recorded times; empty where there are none
record LimitRun(
    LimitPath path,
    List<Optional<EmpiricalMeasure>> atoms,
    List<Loss> losses,
    List<Snapshot> snapshots,
    List<Optional<GridDensity>> densities) {
  /// How many atoms are written to `particles.csv` at most, evenly chosen.
  static final int WRITTEN_ATOMS = 1024;

  /// {@return whether there are points to measure distances to}
  boolean hasAtoms() {
    return atoms.stream().allMatch(Optional::isPresent);
  }
}
