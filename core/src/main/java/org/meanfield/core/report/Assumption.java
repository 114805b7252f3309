package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.List;

/// How assumption A1 stands for the study's expert, from `audit.csv`.
final class Assumption implements Section {
  private record Clause(
      String claim, String verdict, double largest, double bound, String evidence) {
    String standing() {
      return switch (verdict) {
        case "proven" -> "good";
        case "broken" -> "look";
        default -> "open";
      };
    }
  }

  private final List<Clause> clauses = new ArrayList<>();

  Assumption(Run run) {
    run.table("audit.csv")
        .read(row ->
            clauses.add(
                new Clause(
                    row.text("claim"),
                    row.text("verdict"),
                    row.number("largest"),
                    row.number("bound"),
                    row.text("evidence"))));
  }

  /// {@return the claims that are broken, each with its evidence}
  List<String> broken() {
    return clauses.stream()
        .filter(clause -> clause.verdict().equals("broken"))
        .map(clause ->
            clause.evidence().isEmpty()
                ? clause.claim()
                : clause.claim() + ": " + clause.evidence())
        .toList();
  }

  @Override
  public String id() {
    return "assumption";
  }

  @Override
  public String title() {
    return "Assumption A1";
  }

  @Override
  public boolean isPresent() {
    return !clauses.isEmpty();
  }

  @Override
  public void write(Html html) {
    html.table(
        "assumption",
        "What the theorem asks of the expert, (3.10) and (3.11). <i>Proven</i>: it follows from the structure."
            + " <i>Consistent</i>: nothing that was tried speaks against it. <i>Broken</i>: there is a point where it"
            + " fails. The largest value is the largest a search found, so the true one may be larger.",
        "clause",
        "verdict",
        "largest seen",
        "bound",
        "evidence");
    for (Clause clause : clauses) {
      html.open("tr");
      html.element("th", clause.claim(), "scope", "row");
      html.element("td", clause.verdict(), "class", clause.standing());
      html.number(shown(clause.largest()), clause.largest());
      html.number(shown(clause.bound()), clause.bound());
      html.element("td", clause.evidence(), "class", "said");
      html.close("tr");
    }
    html.endTable();
  }

  private static String shown(double number) {
    return Double.isFinite(number) ? Numerals.of(number) : Numerals.NOTHING;
  }
}
