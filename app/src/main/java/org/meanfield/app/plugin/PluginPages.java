package org.meanfield.app.plugin;

import java.io.PrintWriter;
import java.util.List;
import org.meanfield.api.plugin.Citation;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.Mistakes;
import org.meanfield.core.Mistake;
import org.meanfield.core.PluginRow;
import org.meanfield.core.ServiceDescription;
import org.meanfield.core.ServiceDescription.SettingDescription;

/// Services, told to people and to programs.
final class PluginPages {
  private PluginPages() {}

  /// Our own services may be named without their namespace.
  static String shortened(String id) {
    return id.startsWith("meanfield:") ? id.substring("meanfield:".length()) : id;
  }

  /// Prints one line per service, then what is broken.
  ///
  /// @param room the longest a line should be
  static void list(PrintWriter out, List<PluginRow> rows, int room) {
    Columns table = new Columns().left("kind").left("id").left("module").left("what it is");
    rows.stream()
        .filter(row -> row.problem().isEmpty())
        .forEach(row -> table.row(row.kind(), shortened(row.id()), row.module(), row.summary()));
    table.print(out, room);
    List<Mistake> problems = rows.stream().flatMap(row -> row.problem().stream()).toList();
    if (!problems.isEmpty()) {
      out.println();
      out.println("not used:");
      problems.forEach(problem -> Columns.paragraph(out, "  ", problem.toString(), room));
    }
  }

  /// Writes the fields of the JSON document.
  static void list(Json json, List<PluginRow> rows) {
    json.objects("plugins", rows, row -> row(json, row));
  }

  /// Prints everything about services of one name.
  static void descriptions(PrintWriter out, List<ServiceDescription> services) {
    for (int s = 0; s < services.size(); s++) {
      if (s > 0) {
        out.println();
      }
      description(out, services.get(s));
    }
  }

  /// Writes the fields of the JSON document.
  static void descriptions(Json json, List<ServiceDescription> services) {
    json.objects("services", services, service -> description(json, service));
  }

  private static void description(PrintWriter out, ServiceDescription service) {
    PluginRow row = service.row();
    out.println(shortened(row.id()) + " – " + row.summary());
    out.println("  " + row.kind() + " of " + row.module() + " " + row.version());
    if (!service.settings().isEmpty()) {
      out.println();
      Columns table =
          new Columns()
              .left("setting")
              .left("type")
              .left("default")
              .left("range")
              .left("unit")
              .left("meaning");
      for (SettingDescription setting : service.settings()) {
        table.row(
            setting.name(),
            setting.type(),
            setting.fallback(),
            setting.range(),
            setting.unit(),
            setting.meaning());
      }
      table.print(out, "  ");
    }
    section(out, "claims", service.claims());
    section(out, "sources", service.citations().stream().map(PluginPages::source).toList());
    row.problem().ifPresent(problem -> section(out, "not used", List.of(problem.toString())));
  }

  private static void section(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println("  " + heading);
      lines.forEach(line -> out.println("    " + line));
    }
  }

  private static String source(Citation citation) {
    return citation.url().isEmpty()
        ? citation.text()
        : citation.text() + " <" + citation.url() + ">";
  }

  private static void row(Json json, PluginRow row) {
    json.field("kind", row.kind())
        .field("id", row.id())
        .field("summary", row.summary())
        .field("module", row.module())
        .field("version", row.version());
    row.problem().ifPresent(problem -> json.object("problem", doc -> Mistakes.write(doc, problem)));
  }

  private static void description(Json json, ServiceDescription service) {
    row(json, service.row());
    json.objects(
        "settings",
        service.settings(),
        setting ->
            json.field("name", setting.name())
                .field("type", setting.type())
                .field("range", setting.range())
                .field("unit", setting.unit())
                .field("default", setting.fallback())
                .field("meaning", setting.meaning()));
    json.texts("claims", service.claims());
    json.objects(
        "citations",
        service.citations(),
        citation ->
            json.field("key", citation.key())
                .field("text", citation.text())
                .field("url", citation.url()));
  }
}
