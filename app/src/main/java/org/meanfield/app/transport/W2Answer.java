package org.meanfield.app.transport;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;

/// What came of a transport problem, told to people and to programs.
///
/// @param solver its name
/// @param sides what was compared
/// @param result what came of it
/// @param seconds how long it took; NaN if it was one of many
record W2Answer(String solver, Sides sides, TransportResult result, double seconds) {
  /// A larger gap, as a part of the value, is told as bounds.
  private static final double ROUND_OFF = 1e-9;

  /// {@return why there is no value; empty if there is one}
  Optional<String> reason() {
    return switch (result) {
      case TransportResult.Solved _ -> Optional.empty();
      case TransportResult.NotConverged stopped ->
          Optional.of(
              "%s; W2² lies between %s"
                  .formatted(stopped.reason(), Figures.ends(stopped.lower(), stopped.upper())));
      case TransportResult.Cancelled(double upper, double lower) ->
          Optional.of(
              Double.isInfinite(upper)
                  ? "stopped before W2² was found"
                  : "stopped; W2² lies between " + Figures.ends(lower, upper));
      case TransportResult.Refused(String reason) -> Optional.of(reason);
    };
  }

  /// {@return W2²; NaN without a value}
  double squared() {
    return result instanceof TransportResult.Solved solved ? solved.cost() : Double.NaN;
  }

  /// {@return what bounds leave open}
  double gap() {
    return switch (result) {
      case TransportResult.Solved solved -> solved.gap();
      case TransportResult.NotConverged stopped -> stopped.upper() - stopped.lower();
      case TransportResult.Cancelled stopped -> stopped.upper() - stopped.lower();
      case TransportResult.Refused _ -> Double.NaN;
    };
  }

  private long iterations() {
    return switch (result) {
      case TransportResult.Solved solved -> solved.iterations();
      case TransportResult.NotConverged stopped -> stopped.iterations();
      case TransportResult.Cancelled _, TransportResult.Refused _ -> 0;
    };
  }

  /// Prints the value with every digit, and how it was found; nothing without a value.
  void page(PrintWriter out) {
    if (!(result instanceof TransportResult.Solved solved)) {
      return;
    }
    Columns table = new Columns().left("").left("");
    table.row("W2²", Double.toString(solved.cost()));
    table.row("W2", Double.toString(Math.sqrt(solved.cost())));
    table.row("gap", String.format(Locale.ROOT, "%.1e", solved.gap()));
    if (solved.gap() > ROUND_OFF * solved.cost()) {
      table.row(
          "", "W2² lies between " + Figures.ends(solved.lowerBound(), solved.cost()) + ", proven");
    }
    table.row("points", sides.sentence());
    table.row(
        "solver",
        "%s, %s, %s"
            .formatted(
                solver, Figures.count(solved.iterations(), "iteration"), Figures.seconds(seconds)));
    if (!solved.note().isEmpty()) {
      table.row("", solved.note());
    }
    table.print(out, "");
  }

  /// Writes the fields of the JSON document.
  void document(Json json) {
    double squared = squared();
    json.field("solver", solver);
    sides.document(json);
    json.field("w2_squared", squared)
        .field("w2", Math.sqrt(squared))
        .field("gap", gap())
        .field("converged", result instanceof TransportResult.Solved)
        .field("iterations", iterations())
        .field("seconds", seconds)
        .field("note", result instanceof TransportResult.Solved solved ? solved.note() : null)
        .field("reason", reason().orElse(null));
  }
}
