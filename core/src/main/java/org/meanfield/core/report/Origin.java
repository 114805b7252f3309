package org.meanfield.core.report;

import java.util.List;

/// Where the numbers come from: hash, seed, versions, machine, plugins, and the files they stand
/// in.
final class Origin implements Section {
  private final Run run;
  private final Provenance provenance;

  Origin(Run run) {
    this.run = run;
    this.provenance = run.provenance();
  }

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "Provenance";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public void write(Html html) {
    if (provenance.isEmpty()) {
      html.absent(
          run.has("provenance.json")
              ? "<code>provenance.json</code> could not be read: "
                  + Html.escape(provenance.fault())
                  + "."
              : "There is no <code>provenance.json</code>: nothing is known of how these tables were made.");
    } else {
      html.open("dl", "class", "origin");
      row(html, "study", join(provenance.part("study"), List.of("kind", "name")));
      code(html, "study hash", provenance.part("study").text("hash"));
      row(html, "seed", provenance.text("seed"));
      row(html, "started", provenance.text("started"));
      row(html, "took", seconds());
      row(html, "threads", provenance.text("threads"));
      Provenance machine = provenance.part("machine");
      for (String name : machine.names()) {
        row(html, name.equals("vector") ? "kernels" : name, machine.text(name));
      }
      Provenance versions = provenance.part("versions");
      for (String name : versions.names()) {
        row(html, name, versions.text(name));
      }
      html.close("dl");
      plugins(html);
    }
    files(html);
  }

  private String seconds() {
    double seconds = provenance.number("seconds");
    return Double.isFinite(seconds) ? Numerals.seconds(seconds) : "";
  }

  private static String join(Provenance part, List<String> names) {
    return String.join(
        " · ", names.stream().map(part::text).filter(text -> !text.isEmpty()).toList());
  }

  private static void row(Html html, String name, String text) {
    if (!text.isEmpty()) {
      html.open("div").element("dt", name).element("dd", text).close("div");
    }
  }

  private static void code(Html html, String name, String text) {
    if (!text.isEmpty()) {
      html.open("div")
          .element("dt", name)
          .open("dd")
          .element("code", text)
          .close("dd")
          .close("div");
    }
  }

  private void plugins(Html html) {
    List<Provenance> plugins = provenance.parts("plugins");
    if (plugins.isEmpty()) {
      return;
    }
    html.table("plugins", "Parts the run was made of.", "plugin", "version", "SHA-256");
    for (Provenance plugin : plugins) {
      html.open("tr").cell(plugin.text("id")).cell(plugin.text("version"));
      html.open("td", "class", "hash")
          .element("code", plugin.text("sha256"))
          .close("td")
          .close("tr");
    }
    html.endTable();
  }

  private void files(Html html) {
    html.table(
        "files",
        "Files of this run directory; they are the truth, this page is a view. Links work while the page stays beside"
            + " them.",
        "file",
        "rows",
        "size");
    for (RunTable table : run.tables()) {
      if (!table.exists()) {
        continue;
      }
      html.open("tr").open("td");
      html.element("a", table.name(), "href", table.name(), "download", "");
      if (table.unreadable() > 0) {
        html.text(" – ")
            .element(
                "b",
                table.unreadable() == 1
                    ? "1 row could not be read and is left out here"
                    : table.unreadable() + " rows could not be read and are left out here");
      }
      html.close("td");
      html.number(Numerals.count(table.rows()), (double) table.rows());
      html.number(Numerals.bytes(table.bytes()), (double) table.bytes());
      html.close("tr");
    }
    for (String name : List.of("study.yaml", "provenance.json")) {
      if (run.has(name)) {
        html.open("tr").open("td").element("a", name, "href", name).close("td");
        html.markup("<td class=\"n\">–</td><td class=\"n\">–</td>").close("tr");
      }
    }
    html.endTable();
  }
}
