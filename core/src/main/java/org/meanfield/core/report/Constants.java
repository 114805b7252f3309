package org.meanfield.core.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The constants and bounds of the theory in their three versions, from `constants.csv`.
final class Constants implements Section {
  private record Value(String text, double number, double log10, double log10Log10) {
    String shown() {
      if (text.equalsIgnoreCase("vacuous")) {
        return "vacuous" + (log().isEmpty() ? "" : " (" + log() + ")");
      }
      if (Double.isFinite(number) && (number == 0 || Math.abs(Math.log10(Math.abs(number))) < 6)) {
        return Numerals.of(number);
      }
      String far = log();
      if (!far.isEmpty()) {
        return far;
      }
      return Double.isFinite(number)
          ? Numerals.of(number)
          : text.isEmpty() ? Numerals.NOTHING : text;
    }

    private String log() {
      if (Double.isFinite(log10)) {
        return Math.abs(log10) < 1e4
            ? Numerals.powerOfTen(Math.abs(log10) < 300 ? log10 : Math.rint(log10))
            : Numerals.powerOfTen(Math.abs(log10) < 1e9 ? Math.rint(log10) : log10);
      }
      return Double.isFinite(log10Log10)
          ? "10^(" + Numerals.powerOfTen(log10Log10 > 4 ? Math.rint(log10Log10) : log10Log10) + ")"
          : "";
    }
  }

  private final RunTable table;
  private final Map<String, Map<String, Value>> rows = new LinkedHashMap<>();
  private final Set<String> variants = new LinkedHashSet<>();

  Constants(Run run) {
    table = run.table("constants.csv");
    table.read(row -> {
      String name = row.text("name");
      String variant = row.text("variant");
      variants.add(variant);
      rows.computeIfAbsent(name, n -> new LinkedHashMap<>())
          .put(
              variant,
              new Value(
                  row.text("value"),
                  row.number("value"),
                  row.number("log10"),
                  row.number("log10_log10")));
    });
    Set<String> found = new LinkedHashSet<>(variants);
    variants.clear();
    for (String variant : List.of("printed", "corrected", "sharp")) {
      if (found.contains(variant)) {
        variants.add(variant);
      }
    }
    variants.addAll(found);
  }

  /// {@return the factor of 1/N in the sharp bound of E D² at the final time, NaN if it isn't
  /// listed or too large to draw}
  double couplingFactor() {
    Value value = rows.getOrDefault("coupling-factor", Map.of()).get("sharp");
    return value != null && Double.isFinite(value.number()) && value.number() < 1e9
        ? value.number()
        : Double.NaN;
  }

  @Override
  public String id() {
    return "constants";
  }

  @Override
  public String title() {
    return "Constants and bounds";
  }

  @Override
  public boolean isPresent() {
    return table.exists();
  }

  @Override
  public void write(Html html) {
    if (rows.isEmpty()) {
      html.absent("<code>constants.csv</code> has no rows.");
      return;
    }
    String[] heads = new String[variants.size() + 1];
    heads[0] = "constant";
    int column = 1;
    for (String variant : variants) {
      heads[column++] = variant.isEmpty() ? "value" : Html.escape(variant);
    }
    html.table(
        "constants",
        "<i>Printed</i> is as in the paper, <i>corrected</i> has its slips mended, <i>sharp</i> uses that the dynamic"
            + " error is 1/<i>N</i>. A bound is called vacuous where it exceeds the squared diameter of the torus,"
            + " (π<i>d</i>)² in ℓ₁: it is true and says nothing.",
        heads);
    rows.forEach((name, values) -> {
      html.open("tr").open("th", "scope", "row").text(name).close("th");
      for (String variant : variants) {
        Value value = values.get(variant);
        if (value == null) {
          html.markup("<td class=\"n\">" + Numerals.NOTHING + "</td>");
        } else if (value.text().equalsIgnoreCase("vacuous")) {
          html.element("td", value.shown(), "class", "n vacuous");
        } else {
          html.number(Html.escape(value.shown()), value.number());
        }
      }
      html.close("tr");
    });
    html.endTable();
  }
}
