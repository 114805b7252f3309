package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// What of the run directory could not be read; the section stands at the top of the page, and only
/// if there is something. It is complete once every other section has read its tables.
final class Unreadable implements Section {
  private static final int LINES = 5;

  private final Run run;

  Unreadable(Run run) {
    this.run = run;
  }

  /// {@return every fault, at most a few of one file and then how many more there are}
  List<TableFault> faults() {
    List<TableFault> out = new ArrayList<>();
    for (RunTable table : run.tables()) {
      NavigableMap<Long, String> faults = table.faults();
      faults.entrySet().stream()
          .limit(LINES)
          .forEach(
              fault -> out.add(new TableFault(table.name(), fault.getKey(), fault.getValue())));
      if (faults.size() > LINES) {
        long more = faults.size() - (long) LINES;
        out.add(
            new TableFault(
                table.name(),
                0,
                Numerals.count(more) + (more == 1 ? " more line" : " more lines") + " like these"));
      }
    }
    String provenance = run.provenance().fault();
    if (!provenance.isEmpty()) {
      out.add(new TableFault("provenance.json", 0, provenance));
    }
    return out;
  }

  @Override
  public String id() {
    return "unreadable";
  }

  @Override
  public String title() {
    return "What could not be read";
  }

  @Override
  public boolean isPresent() {
    return !faults().isEmpty();
  }

  @Override
  public void write(Html html) {
    html.paragraph(
        "Some of this run directory is broken. The rows named here are left out of everything below, or lack a"
            + " number; the page shows the rest.");
    html.open("ul", "class", "problems");
    for (TableFault fault : faults()) {
      html.open("li").element("code", fault.place()).element("span", fault.sentence()).close("li");
    }
    html.close("ul");
  }
}
