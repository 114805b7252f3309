package org.meanfield.core.run;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.measure.Regime;
import org.meanfield.core.plan.DistancePlan;

/// The limit of a study, found once and shared by all cells, with its rows.
///
/// @param path μ_t
/// @param atoms of μ_t at each recorded time, where the method has them
/// @param targets densities of μ_t at each recorded time, where distances are measured to these
/// @param losses over time
/// @param snapshots at recorded times; particles are at most [#WRITTEN_ATOMS] of the atoms
/// @param regimes at recorded times
/// @param densities at recorded times; empty where there are none
record LimitRun(
    LimitPath path,
    List<Optional<EmpiricalMeasure>> atoms,
    List<DensityTarget> targets,
    List<Loss> losses,
    List<Snapshot> snapshots,
    List<Regime> regimes,
    List<Optional<GridDensity>> densities) {
  /// How many atoms are written to `particles.csv` at most, evenly chosen.
  static final int WRITTEN_ATOMS = 1024;

  /// {@return whether there is something to measure distances to}
  ///
  /// @param distance how they are measured
  boolean serves(DistancePlan distance) {
    return distance.toDensity() ? !targets.isEmpty() : atoms.stream().allMatch(Optional::isPresent);
  }
}
