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

  /// What became of a page.
  ///
  /// @param page where it stands
  /// @param written whether it was written now; it is not where a table cannot be read at all, and
  ///   an older page then stays
  /// @param faults what could not be read, also told on the page
  public record Written(Path page, boolean written, List<TableFault> faults) {
    /// Copies the list.
    public Written {
      faults = List.copyOf(faults);
    }
  }

  private ReportPage() {}

  /// Writes the page of a run directory, in place of one that may be there; a reader never sees
  /// half a page.
  ///
  /// @param runDirectory the directory with the tables of a run, each of which may be absent
  /// @return the page, and what could not be read
  /// @throws NotDirectoryException if there is no such directory
  /// @throws IOException if a table cannot be read or the page cannot be written
  public static Written write(Path runDirectory) throws IOException {
    if (!Files.isDirectory(runDirectory)) {
      throw new NotDirectoryException(runDirectory.toString());
    }
    Run run = new Run(runDirectory);
    String page = page(run);
    List<TableFault> faults = new Unreadable(run).faults();
    Path target = runDirectory.resolve(NAME);
    if (run.tables().stream().anyMatch(RunTable::isLost)) {
      return new Written(target, false, faults);
    }
    Path unfinished = runDirectory.resolve("." + NAME + ".unfinished");
    try {
      Files.writeString(unfinished, page);
      try {
        Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return new Written(target, true, faults);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String page(Run run) throws IOException {
    Unreadable unreadable = new Unreadable(run);
    Problems problems = new Problems(run);
    LossOverTime loss = new LossOverTime(run);
    FunctionError error = new FunctionError(run);
    Constants constants = new Constants(run);
    Rates rates = new Rates(run, constants);
    TorusPicture torus = new TorusPicture(run);
    Assumption assumption = new Assumption(run);
    Headline headline = new Headline(run, loss, error, rates, problems, assumption, unreadable);
    List<Section> sections =
        List.of(
            unreadable,
            problems,
            new WhatWasRun(run),
            loss,
            error,
            torus,
            new RegimeOverTime(run),
            rates,
            constants,
            assumption,
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
      if (!section.isPresent() || (loss.isLimitOnly() && section.isEmpty())) {
        continue;
      }
      // Problems come before the numbers they may spoil.
      if (tableDue && section != unreadable && section != problems) {
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

    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("title", Html.escape(run.name()));
    parts.put("style", resource("report.css"));
    parts.put("contents", contents.toString());
    parts.put("body", body.toString());
    parts.put("data", Json.forScript(data));
    parts.put("d3", resource("d3.min.js"));
    parts.put("plot", resource("plot.umd.min.js"));
    parts.put("script", resource("report.js"));
    parts.put("licences", Html.escape(resource("d3.LICENSE") + "\n\n" + resource("plot.LICENSE")));
    return fill(resource("report.html"), parts);
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
