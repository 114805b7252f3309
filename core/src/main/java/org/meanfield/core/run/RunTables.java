package org.meanfield.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.core.audit.Finding;
import org.meanfield.core.measure.Constant;
import org.meanfield.core.measure.CouplingError;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.measure.Rate;
import org.meanfield.core.measure.Regime;
import org.meanfield.core.plan.StudyPlan;
import org.meanfield.core.store.RunDirectory;
import org.meanfield.tables.TableWriter;

/// Writes the tables of a run: rows by N, replicate and time, the limit (`inf`, replicate 0) last.
/// Nothing in them depends on threads, machine or clock.
final class RunTables {
  private final RunDirectory directory;
  private final StudyPlan plan;
  private final int dimension;

  RunTables(RunDirectory directory, StudyPlan plan) {
    this.directory = directory;
    this.plan = plan;
    this.dimension = plan.expert().service().parameters();
  }

  void losses(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    try (TableWriter table =
        directory.table(
            "loss.csv",
            "experts",
            "replicate",
            "time",
            "loss",
            "train_accuracy",
            "test_accuracy")) {
      for (CellResult result : cells) {
        result.losses().forEach(row -> write(begin(table, result.cell()), row));
      }
      limit.stream()
          .flatMap(found -> found.losses().stream())
          .forEach(row -> write(beginLimit(table), row));
      table.finish();
    }
  }

  private static void write(TableWriter table, Loss row) {
    table.number(row.time()).number(row.loss());
    optional(table, row.trainAccuracy());
    optional(table, row.testAccuracy());
    table.endRow();
  }

  void responses(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    try (TableWriter table =
        directory.table("responses.csv", "experts", "replicate", "time", "datum", "response")) {
      snapshots(table, cells, limit, RunTables::responses);
      table.finish();
    }
  }

  private static void responses(TableWriter table, Row begin, Snapshot snapshot) {
    for (int j = 0; j < snapshot.response().length; j++) {
      begin.of(table).number(snapshot.time()).integer(j).number(snapshot.response()[j]).endRow();
    }
  }

  void regimes(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    try (TableWriter table =
        directory.table(
            "regime.csv",
            "experts",
            "replicate",
            "d",
            "time",
            "lambda_min",
            "norm",
            "residual_integral",
            "mean_displacement_l1",
            "max_displacement_l1",
            "loss_defect")) {
      for (CellResult result : cells) {
        result.regimes().forEach(row -> write(begin(table, result.cell()), row));
      }
      limit.stream()
          .flatMap(found -> found.regimes().stream())
          .forEach(row -> write(beginLimit(table), row));
      table.finish();
    }
  }

  private void write(TableWriter table, Regime row) {
    table.integer(dimension).number(row.time());
    optional(table, row.smallest());
    optional(table, row.norm());
    table
        .number(row.residualIntegral())
        .number(row.meanDisplacement())
        .number(row.largestDisplacement());
    optional(table, row.lossDefect());
    table.endRow();
  }

  void particles(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    if (!plan.output().particles()) {
      return;
    }
    try (TableWriter table =
        directory.table(
            "particles.csv",
            withAngles(List.of("experts", "replicate", "time", "particle"), List.of()))) {
      snapshots(table, cells, limit, RunTables::particles);
      table.finish();
    }
  }

  private static void particles(TableWriter table, Row begin, Snapshot snapshot) {
    EmpiricalMeasure cloud = snapshot.particles();
    if (cloud == null) {
      return; // a limit without atoms
    }
    for (int i = 0; i < cloud.size(); i++) {
      begin.of(table).number(snapshot.time()).integer(i);
      for (int k = 0; k < cloud.dimension(); k++) {
        table.number(cloud.coordinate(i, k));
      }
      table.endRow();
    }
  }

  /// Begins a row with its experts and replicate.
  private interface Row {
    TableWriter of(TableWriter table);
  }

  private interface SnapshotRows {
    void write(TableWriter table, Row begin, Snapshot snapshot);
  }

  private static void snapshots(
      TableWriter table, List<CellResult> cells, Optional<LimitRun> limit, SnapshotRows rows) {
    for (CellResult result : cells) {
      result.snapshots().forEach(s -> rows.write(table, t -> begin(t, result.cell()), s));
    }
    limit
        .map(LimitRun::snapshots)
        .orElse(List.of())
        .forEach(s -> rows.write(table, RunTables::beginLimit, s));
  }

  void densities(LimitRun limit) throws IOException {
    if (limit.densities().stream().allMatch(Optional::isEmpty)) {
      return;
    }
    try (TableWriter table =
        directory.table("density.csv", withAngles(List.of("time"), List.of("density")))) {
      for (int at = 0; at < limit.densities().size(); at++) {
        double t = plan.flow().times().get(at);
        limit.densities().get(at).ifPresent(density -> write(table, t, density));
      }
      table.finish();
    }
  }

  private static void write(TableWriter table, double t, GridDensity density) {
    for (int index = 0; index < density.size(); index++) {
      table.number(t);
      for (int k = 0; k < density.dimension(); k++) {
        table.number(density.coordinate(index, k));
      }
      table.number(density.value(index)).endRow();
    }
  }

  void couplings(List<CellResult> cells) throws IOException {
    try (TableWriter table =
        directory.table(
            "coupling.csv", "experts", "replicate", "d", "time", "mean_sup_sq_l1", "mean_sq_l1")) {
      for (CellResult result : cells) {
        for (CouplingError row : result.couplings()) {
          begin(table, result.cell())
              .integer(dimension)
              .number(row.time())
              .number(row.meanSupSqL1())
              .number(row.meanSqL1())
              .endRow();
        }
      }
      table.finish();
    }
  }

  void distances(List<CellResult> cells) throws IOException {
    try (TableWriter table =
        directory.table(
            "distance.csv", "experts", "replicate", "d", "time", "kind", "w2_squared", "gap")) {
      for (CellResult result : cells) {
        for (Distance row : result.distances()) {
          begin(table, result.cell())
              .integer(dimension)
              .number(row.time())
              .text(row.kind().word())
              .number(row.w2Squared())
              .number(row.gap())
              .endRow();
        }
      }
      table.finish();
    }
  }

  void rates(List<Rate> rates) throws IOException {
    if (rates.isEmpty()) {
      return;
    }
    try (TableWriter table =
        directory.table(
            "rates.csv", "quantity", "d", "slope", "ci_low", "ci_high", "predicted", "verdict")) {
      for (Rate rate : rates) {
        table
            .text(rate.quantity())
            .integer(dimension)
            .number(rate.slope())
            .number(rate.ciLow())
            .number(rate.ciHigh())
            .number(rate.predicted())
            .text(rate.verdict().words())
            .endRow();
      }
      table.finish();
    }
  }

  void constants(List<Constant> constants) throws IOException {
    try (TableWriter table =
        directory.table(
            "constants.csv", "name", "variant", "value", "log10", "log10_log10", "note")) {
      for (Constant row : constants) {
        table.text(row.name()).text(row.variant().word());
        optional(table, row.value());
        optional(table, row.log10());
        optional(table, row.log10Log10());
        table.text(row.note()).endRow();
      }
      table.finish();
    }
  }

  void audit(List<Finding> findings) throws IOException {
    try (TableWriter table =
        directory.table(
            "audit.csv", "clause", "claim", "verdict", "largest", "bound", "evidence")) {
      for (Finding finding : findings) {
        table
            .text(finding.clause().word())
            .text(finding.clause().claim())
            .text(finding.verdict().word());
        optional(table, finding.largest());
        optional(table, finding.bound());
        table
            .text(
                finding.isBroken()
                    ? finding.evidence() + "; " + finding.clause().consequence()
                    : finding.evidence())
            .endRow();
      }
      table.finish();
    }
  }

  void problems(List<Problem> problems) throws IOException {
    try (TableWriter table = directory.table("problems.csv", "cell", "code", "sentence")) {
      for (Problem problem : problems) {
        table.text(problem.cell()).text(problem.code().code()).text(problem.sentence()).endRow();
      }
      table.finish();
    }
  }

  private static TableWriter begin(TableWriter table, Cell cell) {
    return table.integer(cell.experts()).integer(cell.replicate());
  }

  private static TableWriter beginLimit(TableWriter table) {
    return table.text("inf").integer(0);
  }

  private static void optional(TableWriter table, OptionalDouble value) {
    if (value.isPresent()) {
      table.number(value.getAsDouble());
    } else {
      table.empty();
    }
  }

  private String[] withAngles(List<String> before, List<String> after) {
    List<String> columns = new ArrayList<>(before);
    IntStream.range(0, dimension).forEach(k -> columns.add("theta" + k));
    columns.addAll(after);
    return columns.toArray(String[]::new);
  }
}
