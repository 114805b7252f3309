package org.meanfield.app.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.RunFolder;
import org.meanfield.core.PlanView;
import org.meanfield.core.RunView;
import org.meanfield.core.RunView.Limit;
import org.meanfield.core.RunView.Mean;
import org.meanfield.core.RunView.Row;

/// What a run came to, told to people and to programs.
final class RunSummary {
  private static final String NOTHING = "–";

  /// Problems told one by one; a service that fails mostly fails everywhere.
  private static final int SHOWN = 8;

  /// The columns of the summary; one without a number in any row is left out.
  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("loss", "loss", Row::loss, limit -> OptionalDouble.of(limit.loss())),
          new Quantity(
              "train accuracy", "train_accuracy", Row::trainAccuracy, Limit::trainAccuracy),
          new Quantity("test accuracy", "test_accuracy", Row::testAccuracy, Limit::testAccuracy),
          new Quantity("W2² trained", "w2_squared_trained", Row::trained, RunSummary::none),
          new Quantity("W2² static", "w2_squared_static", Row::companions, RunSummary::none),
          new Quantity("D²", "coupling", Row::coupling, RunSummary::none));

  /// A column of the summary, a field of the document.
  private record Quantity(
      String heading,
      String field,
      Function<Row, Optional<Mean>> ofRow,
      Function<Limit, OptionalDouble> ofLimit) {
    private boolean isIn(RunView run) {
      return run.rows().stream().anyMatch(row -> ofRow.apply(row).isPresent())
          || run.limit().stream().anyMatch(limit -> ofLimit.apply(limit).isPresent());
    }
  }

  private RunSummary() {}

  /// Prints the summary: a row for each N and for the limit, then problems, then where the report
  /// is.
  static void page(PrintWriter out, PlanView plan, RunView run, int room) {
    out.println(
        "%s at t = %s, %s"
            .formatted(plan.name(), Figures.plain(plan.times().getLast()), meaning(plan, run)));
    out.println();
    table(run).print(out, "");
    out.println();
    run.limit()
        .ifPresent(limit -> Columns.paragraph(out, "", "limit: " + limit.description(), room));
    plan.remarks().forEach(remark -> Columns.paragraph(out, "", remark.toString(), room));
    if (!run.problems().isEmpty()) {
      out.println(
          "%s, %d of %d trainings failed:"
              .formatted(
                  Figures.count(run.problems().size(), "problem"), run.failedCells(), run.cells()));
      run.problems().stream()
          .limit(SHOWN)
          .forEach(problem -> Columns.paragraph(out, "  ", problem.toString(), room));
      if (run.problems().size() > SHOWN) {
        out.println("  … %d more in problems.csv".formatted(run.problems().size() - SHOWN));
      }
    }
    out.println(
        "%s in %s"
            .formatted(RunFolder.shown(run.report(), Path.of("")), Figures.seconds(run.seconds())));
  }

  private static String meaning(PlanView plan, RunView run) {
    if (run.rows().isEmpty()) {
      return "the limit alone";
    }
    return plan.replicates() == 1
        ? "one replicate"
        : "mean ± standard error of %d replicates%s"
            .formatted(
                plan.replicates(),
                run.rows().stream().anyMatch(row -> row.failed() > 0)
                    ? ", without those that failed"
                    : "");
  }

  private static Columns table(RunView run) {
    List<Quantity> shown = new ArrayList<>();
    Columns table = new Columns().right("N");
    for (Quantity quantity : QUANTITIES) {
      if (quantity.isIn(run)) {
        shown.add(quantity);
        table.right(quantity.heading);
      }
    }
    for (Row row : run.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(row.experts()));
      for (Quantity quantity : shown) {
        cells.add(quantity.ofRow.apply(row).map(RunSummary::text).orElse(NOTHING));
      }
      table.row(cells);
    }
    run.limit()
        .ifPresent(limit -> {
          List<String> cells = new ArrayList<>();
          cells.add("∞");
          for (Quantity quantity : shown) {
            OptionalDouble value = quantity.ofLimit.apply(limit);
            cells.add(value.isPresent() ? Figures.number(value.getAsDouble()) : NOTHING);
          }
          table.row(cells);
        });
    return table;
  }

  /// {@return nothing: the limit is where the distance is measured to}
  private static OptionalDouble none(Limit limit) {
    return OptionalDouble.empty();
  }

  private static String text(Mean mean) {
    return Figures.plusMinus(mean.mean(), mean.standardError().orElse(Double.NaN));
  }

  /// Writes the fields of the JSON document.
  static void document(Json json, RunView run) {
    json.field("directory", run.directory().toString())
        .field("report", run.report().toString())
        .field("seconds", run.seconds())
        .field("cells", run.cells())
        .field("failed_cells", run.failedCells())
        .objects(
            "rows",
            run.rows(),
            row -> {
              json.field("experts", row.experts());
              for (Quantity quantity : QUANTITIES) {
                quantity
                    .ofRow
                    .apply(row)
                    .ifPresent(mean -> json.object(quantity.field, mean(mean)));
              }
              json.field("failed", row.failed());
            });
    run.limit()
        .ifPresent(limit ->
            json.object(
                "limit",
                doc -> {
                  for (Quantity quantity : QUANTITIES) {
                    quantity
                        .ofLimit
                        .apply(limit)
                        .ifPresent(value -> doc.field(quantity.field, value));
                  }
                  doc.field("description", limit.description());
                }));
    json.objects(
        "problems",
        run.problems(),
        problem ->
            json.field("cell", problem.cell())
                .field("code", problem.code())
                .field("sentence", problem.sentence()));
  }

  private static Consumer<Json> mean(Mean mean) {
    return json -> {
      json.field("mean", mean.mean());
      mean.standardError().ifPresent(error -> json.field("standard_error", error));
      json.field("count", mean.count());
    };
  }
}
