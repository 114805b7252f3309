package org.meanfield.core.report;

import java.io.IOException;
import java.util.List;
import org.meanfield.core.store.CircuitPicture;

/// The settings as they were resolved: every choice made, also those the study left open.
final class WhatWasRun implements Section {
  private final Provenance provenance;
  private final String study;
  private final String picture;

  WhatWasRun(Run run) throws IOException {
    picture = run.base64(CircuitPicture.NAME);
    provenance = run.provenance();
    study = run.study();
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "What was run";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public void write(Html html) {
    Provenance expert = provenance.part("expert");
    Provenance data = provenance.part("data");
    Provenance limit = provenance.part("limit");
    Provenance distance = provenance.part("distance");
    if (!expert.isEmpty() || !data.isEmpty() || !limit.isEmpty() || !distance.isEmpty()) {
      html.open("dl", "class", "facts");
      fact(html, "Expert", sentence(expert, "description", "id"), parameters(expert));
      fact(html, "Data", sentence(data, "description", "source"), sizes(data));
      fact(html, "Limit", limit.text("solver"), limitNote(limit));
      fact(
          html,
          "Distance",
          distance.text("solver"),
          distance.text("metric").isEmpty() ? "" : "ground metric " + distance.text("metric"));
      html.close("dl");
    }
    circuit(html, expert.text("circuit"));
    List<Provenance> resolved = provenance.parts("resolved");
    if (resolved.isEmpty()) {
      html.absent(
          "The provenance lists no resolved settings; the study’s text below is what there is.");
    } else {
      html.markup("<details class=\"study\"><summary>Every setting as it was used (")
          .text(Numerals.count(resolved.size()))
          .markup(")</summary>");
      html.table(
          "settings",
          "Every setting as it was used, also those the study left to the planner.",
          "section",
          "setting",
          "value",
          "note");
      String before = "";
      for (Provenance row : resolved) {
        String section = row.text("section");
        boolean same = section.equals(before);
        html.markup(same ? "<tr>" : "<tr class=\"first\">");
        html.element("td", section, "class", same ? "again" : "section");
        html.cell(row.text("setting"));
        html.open("td").element("code", row.text("value")).close("td");
        html.cell(row.text("note"));
        html.close("tr");
        before = section;
      }
      html.endTable().close("details");
    }
    if (study.isBlank()) {
      html.absent("The study’s text was not kept beside the tables.");
    } else {
      html.markup("<details class=\"study\"><summary>The study, resolved</summary>");
      html.open("pre", "tabindex", "0").text(study.stripTrailing()).close("pre");
      html.markup("</details>\n");
    }
  }

  private void circuit(Html html, String text) {
    if (picture.isEmpty() && text.isBlank()) {
      return;
    }
    html.open("figure", "class", "text");
    if (picture.isEmpty()) {
      html.open("pre", "class", "circuit", "tabindex", "0").text(text.stripTrailing()).close("pre");
    } else {
      // As an image: nothing in the file can run, and its colours still follow those of the page.
      html.open(
          "img",
          "class",
          "circuit",
          "alt",
          "The circuit of one expert",
          "src",
          "data:image/svg+xml;base64," + picture);
    }
    html.markup(
        "<figcaption>The circuit of one expert; time runs to the right. Features enter at the"
            + " yellow gates, parameters at the violet ones.</figcaption>");
    html.close("figure");
  }

  private static void fact(Html html, String name, String text, String more) {
    if (text.isEmpty() && more.isEmpty()) {
      return;
    }
    html.open("div").element("dt", name).open("dd").text(text);
    if (!more.isEmpty()) {
      html.element("small", more);
    }
    html.close("dd").close("div");
  }

  private static String sentence(Provenance part, String first, String otherwise) {
    return part.text(first).isEmpty() ? part.text(otherwise) : part.text(first);
  }

  private static String parameters(Provenance expert) {
    double d = expert.number("parameters");
    return Double.isFinite(d)
        ? "d = " + Numerals.count((long) d) + (d == 1 ? " parameter" : " parameters")
        : "";
  }

  private static String sizes(Provenance data) {
    StringBuilder out = new StringBuilder();
    append(out, data.number("train"), "training point");
    append(out, data.number("test"), "test point");
    append(out, data.number("features"), "feature");
    String citation = data.text("citation");
    if (!citation.isEmpty()) {
      out.append(out.isEmpty() ? "" : "; ").append(citation);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, double count, String what) {
    if (Double.isFinite(count)) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(Numerals.count((long) count))
          .append(' ')
          .append(what)
          .append(count == 1 ? "" : "s");
    }
  }

  private static String limitNote(Provenance limit) {
    StringBuilder out = new StringBuilder();
    append(out, limit.number("points"), "point");
    double error = limit.number("error_estimate");
    if (Double.isFinite(error)) {
      out.append(out.isEmpty() ? "" : ", ")
          .append("estimated error ")
          .append(Numerals.of(error, 2));
    }
    String note = limit.text("note");
    if (!note.isEmpty()) {
      out.append(out.isEmpty() ? "" : "; ").append(note);
    }
    return out.toString();
  }
}
