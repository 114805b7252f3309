package org.meanfield.core;

import java.nio.file.Path;
import java.util.Optional;
import org.meanfield.core.run.RunSummary;

/// Runs in values that users see.
final class RunViews {
  private RunViews() {}

  static RunView of(RunSummary run, Path report) {
    return new RunView(
        run.directory(),
        report,
        run.rows().stream().map(RunViews::row).toList(),
        run.limit().map(RunViews::limit),
        run.problems().stream()
            .map(p -> new RunView.Problem(p.cell(), p.code().code(), p.sentence()))
            .toList(),
        run.cells(),
        run.failedCells(),
        run.seconds());
  }

  private static RunView.Row row(RunSummary.Row row) {
    return new RunView.Row(
        row.experts(),
        mean(row.loss()),
        mean(row.trainAccuracy()),
        mean(row.testAccuracy()),
        mean(row.coupling()),
        mean(row.trained()),
        mean(row.companions()),
        row.failed());
  }

  private static RunView.Limit limit(RunSummary.Limit limit) {
    return new RunView.Limit(
        limit.loss(), limit.trainAccuracy(), limit.testAccuracy(), limit.description());
  }

  private static Optional<RunView.Mean> mean(
      Optional<org.meanfield.core.measure.Estimate> estimate) {
    return estimate.map(e -> new RunView.Mean(e.count(), e.mean(), e.standardError()));
  }
}
