package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meanfield.api.Seeds;
import org.meanfield.core.plan.StudyPlan;

/// One training: the unit of parallel work and of failure.
///
/// @param experts N
/// @param replicate which independent start, from 0
record Cell(int experts, int replicate) {
  /// {@return every cell of a study, by N and then by replicate}
  static List<Cell> of(StudyPlan plan) {
    List<Cell> cells = new ArrayList<>();
    for (int experts : plan.experts()) {
      for (int replicate = 0; replicate < plan.replicates(); replicate++) {
        cells.add(new Cell(experts, replicate));
      }
    }
    return List.copyOf(cells);
  }

  /// {@return the order to begin in: the longest first, so that threads end together}
  static Comparator<Cell> longestFirst() {
    return Comparator.comparingInt(Cell::experts).reversed().thenComparingInt(Cell::replicate);
  }

  /// {@return the seeds of this replicate, the same for every N}
  Seeds seeds(long study) {
    return Seeds.root(study).at("replica-" + replicate);
  }

  /// {@return its name in tables and messages}
  String label() {
    return "experts %d, replicate %d".formatted(experts, replicate);
  }
}
