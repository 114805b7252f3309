package org.meanfield.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The page `report.html` of a run directory: one file which needs nothing else and opens offline.
///
/// It is made from the tables that are there, so it can be written again at any time. Large tables
/// are thinned for the page, and the page says so; the tables stay the truth.
public final class ReportPage {
  /// The name of the page in its run directory.
  public static final String NAME = "report.html";

  private ReportPage() {}

  /// Writes the page of a run directory, in place of one that may be there; a reader never sees
  /// half a page.
  ///
  /// @param runDirectory the directory with the tables of a run, each of which may be absent
  /// @return the page
  /// @throws NotDirectoryException if there is no such directory
  /// @throws IOException if a table cannot be read or the page cannot be written
  public static Path write(Path runDirectory) throws IOException {
    if (!Files.isDirectory(runDirectory)) {
      throw new NotDirectoryException(runDirectory.toString());
    }
    String page = page(new Run(runDirectory));
    Path unfinished = runDirectory.resolve("." + NAME + ".unfinished");
    try {
      Files.writeString(unfinished, page);
      Path target = runDirectory.resolve(NAME);
      try {
        Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String page(Run run) throws IOException {
    Problems problems = new Problems(run);
    LossOverTime loss = new LossOverTime(run);
    FunctionError error = new FunctionError(run);
    Constants constants = new Constants(run);
    Rates rates = new Rates(run, constants);
    Headline headline = new Headline(run, loss, error, rates, problems);
    List<Section> sections =
        List.of(
            problems,
            new WhatWasRun(run),
            loss,
            error,
            new TorusPicture(run),
            rates,
            constants,
            new Origin(run),
            new Citations(run));

    Html contents = new Html();
    Html body = new Html();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", run.name());
    data.put(
        "experts", loss.experts().stream().filter(e -> !e.isLimit()).map(Experts::inData).toList());
    body.markup("<header id=\"top\">");
    headline.write(body);
    body.markup("</header>\n");
    boolean tableDue = true;
    for (Section section : sections) {
      if (!section.isPresent()) {
        continue;
      }
      // Problems come before the numbers they may spoil.
      if (tableDue && section != problems) {
        headline.table(body);
        tableDue = false;
      }
      contents.markup("<li><a href=\"#" + section.id() + "\">" + section.title() + "</a></li>\n");
      body.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      body.markup("<h2 id=\"" + section.id() + "-title\">" + section.title() + "</h2>\n");
      section.write(body);
      body.close("section");
      data.putAll(section.data());
    }

    return fill(
        resource("report.html"),
        Map.of(
            "title",
            Html.escape(run.name()),
            "style",
            resource("report.css"),
            "contents",
            contents.toString(),
            "body",
            body.toString(),
            "data",
            Json.forScript(data),
            "d3",
            resource("d3.min.js"),
            "plot",
            resource("plot.umd.min.js"),
            "script",
            resource("report.js"),
            "licences",
            Html.escape(resource("d3.LICENSE") + "\n\n" + resource("plot.LICENSE"))));
  }

  /// Puts the parts in the places `{{name}}` of the template; what a part contains is not looked at
  /// again.
  private static String fill(String template, Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    int at = 0;
    while (true) {
      int open = template.indexOf("{{", at);
      if (open < 0) {
        return page.append(template, at, template.length()).toString();
      }
      int close = template.indexOf("}}", open);
      page.append(template, at, open);
      String part = parts.get(template.substring(open + 2, close));
      if (part == null) {
        throw new IllegalStateException("no part " + template.substring(open, close + 2));
      }
      page.append(part);
      at = close + 2;
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the report's resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
