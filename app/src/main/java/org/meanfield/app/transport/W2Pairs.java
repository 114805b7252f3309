package org.meanfield.app.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.PointFile;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.Watched;
import org.meanfield.core.Comparison;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// Many pairs of clouds, from a table with columns `a` and `b` that name point files; each file is
/// read once.
final class W2Pairs {
  private static final String A = "a";
  private static final String B = "b";

  private final List<Pair> pairs;

  /// Two clouds by the names of their files.
  private record Pair(String a, String b, EmpiricalMeasure from, EmpiricalMeasure onto) {
    /// Writes the fields of a pair.
    void document(Json json) {
      json.field("a", a).field("b", b);
    }
  }

  private W2Pairs(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /// {@return the pairs; empty if something is wrong, which is among the mistakes}
  ///
  /// @param file names them
  /// @param mistakes receives what is wrong
  /// @param notes told what a reader of a point file should know
  static Optional<W2Pairs> read(Path file, Mistakes mistakes, Consumer<String> notes) {
    return mistakes.read(() -> table(file)).flatMap(table -> read(file, table, mistakes, notes));
  }

  private static NumberTable table(Path file) throws BadInput {
    NumberTable table = TableReader.read(file, file.toString(), Set.of(A, B));
    table.require(A, B);
    for (String column : table.columns()) {
      if (!column.equals(A) && !column.equals(B)) {
        throw new BadInput(
            table.place(column),
            "the column '%s' is neither 'a' nor 'b'; remove it".formatted(column));
      }
    }
    return table;
  }

  private static Optional<W2Pairs> read(
      Path file, NumberTable table, Mistakes mistakes, Consumer<String> notes) {
    Map<String, Optional<EmpiricalMeasure>> known = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      String a = table.text(A).get(row);
      String b = table.text(B).get(row);
      for (String name : List.of(a, b)) {
        known.computeIfAbsent(
            name,
            _ -> mistakes.read(() -> PointFile.measure(file.resolveSibling(Path.of(name)), notes)));
      }
      Optional<EmpiricalMeasure> from = known.getOrDefault(a, Optional.empty());
      Optional<EmpiricalMeasure> onto = known.getOrDefault(b, Optional.empty());
      if (from.isPresent() && onto.isPresent()) {
        mistakes
            .read(() -> pair(table, at, new Pair(a, b, from.get(), onto.get())))
            .ifPresent(pairs::add);
      }
    }
    return pairs.size() == table.rows() ? Optional.of(new W2Pairs(pairs)) : Optional.empty();
  }

  private static Pair pair(NumberTable table, int row, Pair pair) throws BadInput {
    if (pair.from().dimension() != pair.onto().dimension()) {
      throw new BadInput(
          table.place(row, B),
          "the points of %s have dimension %d, those of %s %d"
              .formatted(pair.b(), pair.onto().dimension(), pair.a(), pair.from().dimension()));
    }
    return pair;
  }

  /// {@return the problems of these pairs}
  ///
  /// @param space where points of a dimension lie
  /// @param metric the ground distance
  Asked between(IntFunction<Torus> space, Metric metric) {
    return new Asked(
        pairs.stream()
            .map(pair ->
                new TransportProblem(
                    pair.from(),
                    pair.onto(),
                    space.apply(pair.from().dimension()),
                    metric,
                    2,
                    /* keepPlan= */ false))
            .toList());
  }

  /// What is asked of a solver.
  final class Asked {
    private final List<TransportProblem> problems;

    private Asked(List<TransportProblem> problems) {
      this.problems = problems;
    }

    /// Compares all pairs and tells what came of it.
    ///
    /// @param id the solver's name
    /// @param comparison the solver
    /// @param threads how many work
    /// @param shell where to tell
    /// @param json whether as a document
    /// @return the exit status
    int compare(String id, Comparison comparison, int threads, Shell shell, boolean json)
        throws Refusal {
      try (Watched watched = Watched.begin("w2", shell)) {
        int missing =
            switch (comparison) {
              case Comparison.ByTransport(TransportSolver solver) -> {
                List<TransportResult> results =
                    shell.platform().get().solve(solver, problems, threads, watched);
                watched.wipe();
                yield distances(id, results, shell, json);
              }
              case Comparison.ByDiscrepancy(Discrepancy discrepancy) -> {
                List<DiscrepancyResult> results = measure(discrepancy, watched);
                watched.wipe();
                yield discrepancies(id, results, shell, json);
              }
            };
        shell.out().flush();
        if (missing > 0) {
          shell
              .err()
              .println(
                  "meanfield w2: %d of %s not found"
                      .formatted(missing, Figures.count(problems.size(), "pair")));
        }
        return missing == 0 ? Status.DONE : Status.FAILED;
      }
    }

    private int distances(String id, List<TransportResult> results, Shell shell, boolean json) {
      List<W2Answer> answers = new ArrayList<>();
      for (int at = 0; at < results.size(); at++) {
        answers.add(
            new W2Answer(
                id, Sides.of(problems.get(at)), results.get(at), /* seconds= */ Double.NaN));
      }
      if (json) {
        Json.printList(
            shell.out(),
            list -> {
              for (int at = 0; at < answers.size(); at++) {
                Pair pair = pairs.get(at);
                W2Answer answer = answers.get(at);
                list.item(doc -> {
                  pair.document(doc);
                  answer.document(doc);
                });
              }
            });
      } else {
        Columns table =
            new Columns().left("a").left("b").right("points").right("W2²").right("gap").left("");
        for (int at = 0; at < answers.size(); at++) {
          W2Answer answer = answers.get(at);
          boolean solved = answer.result() instanceof TransportResult.Solved;
          table.row(
              pairs.get(at).a(),
              pairs.get(at).b(),
              "%d, %d".formatted(answer.sides().source(), answer.sides().target()),
              solved ? Double.toString(answer.squared()) : "–",
              solved ? String.format(Locale.ROOT, "%.1e", answer.gap()) : "–",
              answer.reason().orElse(""));
        }
        table.print(shell.out(), "");
      }
      return (int) answers.stream().filter(answer -> answer.reason().isPresent()).count();
    }

    private List<DiscrepancyResult> measure(Discrepancy discrepancy, Watched watched) {
      List<DiscrepancyResult> results = new ArrayList<>();
      for (TransportProblem problem : problems) {
        results.add(
            watched.reached((double) results.size() / problems.size())
                ? discrepancy.between(
                    problem.source(), problem.target(), problem.space(), problem.metric())
                : new DiscrepancyResult.NotMeasured("stopped before it was measured"));
      }
      return results;
    }

    private int discrepancies(
        String id, List<DiscrepancyResult> results, Shell shell, boolean json) {
      if (json) {
        Json.printList(
            shell.out(),
            list -> {
              for (int at = 0; at < results.size(); at++) {
                Pair pair = pairs.get(at);
                Sides sides = Sides.of(problems.get(at));
                DiscrepancyResult result = results.get(at);
                list.item(doc -> {
                  pair.document(doc);
                  switch (result) {
                    case DiscrepancyResult.Measured found ->
                        new DiscrepancyAnswer(id, sides, found, /* seconds= */ Double.NaN)
                            .document(doc);
                    case DiscrepancyResult.NotMeasured(String reason) ->
                        doc.field("solver", id).field("converged", false).field("reason", reason);
                  }
                });
              }
            });
      } else {
        Columns table = new Columns().left("a").left("b").right(id).right("error").left("");
        for (int at = 0; at < results.size(); at++) {
          switch (results.get(at)) {
            case DiscrepancyResult.Measured found ->
                table.row(
                    pairs.get(at).a(),
                    pairs.get(at).b(),
                    Double.toString(found.value()),
                    String.format(Locale.ROOT, "%.1e", found.error()),
                    "");
            case DiscrepancyResult.NotMeasured(String reason) ->
                table.row(pairs.get(at).a(), pairs.get(at).b(), "–", "–", reason);
          }
        }
        table.print(shell.out(), "");
      }
      return (int) results.stream().filter(DiscrepancyResult.NotMeasured.class::isInstance).count();
    }
  }
}
