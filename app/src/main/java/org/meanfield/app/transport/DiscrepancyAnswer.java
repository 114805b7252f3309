package org.meanfield.app.transport;

import java.io.PrintWriter;
import java.util.Locale;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;

/// A discrepancy, told to people and to programs as what it is: never under the name of W2.
///
/// @param name its name
/// @param sides what was compared
/// @param found what came of it
/// @param seconds how long it took
record DiscrepancyAnswer(String name, Sides sides, Measured found, double seconds) {

  /// Prints the number with every digit, and how it was found.
  void page(PrintWriter out) {
    Columns table = new Columns().left("").left("");
    table.row(found.quantity(), Double.toString(found.value()));
    table.row("error", String.format(Locale.ROOT, "%.1e, %s", found.error(), found.meaning()));
    table.row("points", sides.sentence());
    table.row("method", "%s, %s; not W2²".formatted(name, Figures.seconds(seconds)));
    if (!found.note().isEmpty()) {
      table.row("", found.note());
    }
    table.print(out, "");
  }

  /// Writes the fields of the JSON document: those of a distance, without one, and its own.
  void document(Json json) {
    json.field("solver", name);
    sides.document(json);
    json.field("w2_squared", Double.NaN)
        .field("w2", Double.NaN)
        .field("gap", Double.NaN)
        .field("converged", true)
        .field("iterations", 0)
        .field("seconds", seconds)
        .field("note", found.note())
        .field("reason", (String) null)
        .field("quantity", found.quantity())
        .field("value", found.value())
        .field("error", found.error())
        .field("error_meaning", found.meaning());
  }
}
