package org.meanfield.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.core.measure.Constant;
import org.meanfield.core.measure.CouplingError;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.measure.Rate;
import org.meanfield.core.plan.StudyPlan;
import org.meanfield.core.store.RunDirectory;
import org.meanfield.core.store.Table;

/// Writes the tables of a run: rows by N, replicate and time, the limit (`inf`, replicate 0) last.
/// Nothing in them depends on threads, machine or clock.
final class RunTables {
  private static final String LIMIT = "inf";

  private final RunDirectory directory;
  private final StudyPlan plan;
  private final int dimension;

  RunTables(RunDirectory directory, StudyPlan plan) {
    this.directory = directory;
    this.plan = plan;
    this.dimension = plan.expert().service().parameters();
  }

  void losses(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    try (Table table =
        table(
            "loss.csv",
            "experts",
            "replicate",
            "time",
            "loss",
            "train_accuracy",
            "test_accuracy")) {
      for (CellResult result : cells) {
        for (Loss row : result.losses()) {
          write(table, result.cell().experts(), result.cell().replicate(), row);
        }
      }
      if (limit.isPresent()) {
        for (Loss row : limit.orElseThrow().losses()) {
          write(table, LIMIT, 0, row);
        }
      }
    }
  }

  private static void write(Table table, Object experts, int replicate, Loss row) {
    table.row(experts, replicate, row.time(), row.loss(), row.trainAccuracy(), row.testAccuracy());
  }

  void responses(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    try (Table table =
        table("responses.csv", "experts", "replicate", "time", "datum", "response")) {
      snapshots(
          cells,
          limit,
          (experts, replicate, snapshot) -> {
            for (int j = 0; j < snapshot.response().length; j++) {
              table.row(experts, replicate, snapshot.time(), j, snapshot.response()[j]);
            }
          });
    }
  }

  void particles(List<CellResult> cells, Optional<LimitRun> limit) throws IOException {
    if (!plan.output().particles()) {
      return;
    }
    List<String> columns = new ArrayList<>(List.of("experts", "replicate", "time", "particle"));
    IntStream.range(0, dimension).forEach(k -> columns.add("theta" + k));
    try (Table table = directory.table("particles.csv", columns)) {
      snapshots(
          cells,
          limit,
          (experts, replicate, snapshot) -> {
            EmpiricalMeasure cloud = snapshot.particles();
            if (cloud != null) {
              for (int i = 0; i < cloud.size(); i++) {
                table.row(particle(experts, replicate, snapshot.time(), i, cloud));
              }
            }
          });
    }
  }

  private Object[] particle(
      Object experts, int replicate, double t, int i, EmpiricalMeasure cloud) {
    Object[] row = new Object[4 + dimension];
    row[0] = experts;
    row[1] = replicate;
    row[2] = t;
    row[3] = i;
    for (int k = 0; k < dimension; k++) {
      row[4 + k] = cloud.coordinate(i, k);
    }
    return row;
  }

  private interface SnapshotRows {
    void write(Object experts, int replicate, Snapshot snapshot);
  }

  private static void snapshots(
      List<CellResult> cells, Optional<LimitRun> limit, SnapshotRows rows) {
    for (CellResult result : cells) {
      for (Snapshot snapshot : result.snapshots()) {
        rows.write(result.cell().experts(), result.cell().replicate(), snapshot);
      }
    }
    limit.map(LimitRun::snapshots).orElse(List.of()).forEach(s -> rows.write(LIMIT, 0, s));
  }

  void densities(LimitRun limit) throws IOException {
    if (limit.densities().stream().allMatch(Optional::isEmpty)) {
      return;
    }
    List<String> columns = new ArrayList<>(List.of("time"));
    IntStream.range(0, dimension).forEach(k -> columns.add("theta" + k));
    columns.add("density");
    try (Table table = directory.table("density.csv", columns)) {
      for (int at = 0; at < limit.densities().size(); at++) {
        double t = plan.flow().times().get(at);
        limit.densities().get(at).ifPresent(density -> write(table, t, density));
      }
    }
  }

  private static void write(Table table, double t, GridDensity density) {
    for (int index = 0; index < density.size(); index++) {
      Object[] row = new Object[2 + density.dimension()];
      row[0] = t;
      for (int k = 0; k < density.dimension(); k++) {
        row[1 + k] = density.coordinate(index, k);
      }
      row[1 + density.dimension()] = density.value(index);
      table.row(row);
    }
  }

  void couplings(List<CellResult> cells) throws IOException {
    try (Table table =
        table(
            "coupling.csv", "experts", "replicate", "d", "time", "mean_sup_sq_l1", "mean_sq_l1")) {
      for (CellResult result : cells) {
        for (CouplingError row : result.couplings()) {
          table.row(
              result.cell().experts(),
              result.cell().replicate(),
              dimension,
              row.time(),
              row.meanSupSqL1(),
              row.meanSqL1());
        }
      }
    }
  }

  void distances(List<CellResult> cells) throws IOException {
    try (Table table =
        table("distance.csv", "experts", "replicate", "d", "time", "kind", "w2_squared", "gap")) {
      for (CellResult result : cells) {
        for (Distance row : result.distances()) {
          table.row(
              result.cell().experts(),
              result.cell().replicate(),
              dimension,
              row.time(),
              row.kind().word(),
              row.w2Squared(),
              row.gap());
        }
      }
    }
  }

  void rates(List<Rate> rates) throws IOException {
    if (rates.isEmpty()) {
      return;
    }
    try (Table table =
        table("rates.csv", "quantity", "d", "slope", "ci_low", "ci_high", "predicted", "verdict")) {
      for (Rate rate : rates) {
        table.row(
            rate.quantity(),
            dimension,
            rate.slope(),
            rate.ciLow(),
            rate.ciHigh(),
            rate.predicted(),
            rate.verdict().words());
      }
    }
  }

  void constants(List<Constant> constants) throws IOException {
    try (Table table =
        table("constants.csv", "name", "variant", "value", "log10", "log10_log10", "note")) {
      for (Constant row : constants) {
        table.row(
            row.name(),
            row.variant().word(),
            row.value(),
            row.log10(),
            row.log10Log10(),
            row.note());
      }
    }
  }

  void problems(List<Problem> problems) throws IOException {
    try (Table table = table("problems.csv", "cell", "code", "sentence")) {
      for (Problem problem : problems) {
        table.row(problem.cell(), problem.code().code(), problem.sentence());
      }
    }
  }

  private Table table(String name, String... columns) throws IOException {
    return directory.table(name, List.of(columns));
  }
}
