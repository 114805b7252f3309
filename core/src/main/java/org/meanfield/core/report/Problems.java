package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.List;

/// What went wrong, from `problems.csv`; the section stands at the top of the page, and only if
/// there is something.
final class Problems implements Section {
  private record Problem(String cell, String code, String sentence) {}

  private static final int SHOWN = 100;
  private final List<Problem> problems = new ArrayList<>();

  Problems(Run run) {
    run.table("problems.csv")
        .read(row ->
            problems.add(new Problem(row.text("cell"), row.text("code"), row.text("sentence"))));
  }

  int count() {
    return problems.size();
  }

  @Override
  public String id() {
    return "problems";
  }

  @Override
  public String title() {
    return problems.size() == 1 ? "One problem" : problems.size() + " problems";
  }

  @Override
  public boolean isPresent() {
    return !problems.isEmpty();
  }

  @Override
  public void write(Html html) {
    html.open("ul", "class", "problems");
    for (Problem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      html.open("li");
      if (!problem.code().isEmpty()) {
        html.element("code", problem.code());
      }
      html.element("span", problem.sentence());
      if (!problem.cell().isEmpty()) {
        html.element("small", problem.cell());
      }
      html.close("li");
    }
    html.close("ul");
    if (problems.size() > SHOWN) {
      html.paragraph("and " + (problems.size() - SHOWN) + " more in <code>problems.csv</code>");
    }
  }
}
