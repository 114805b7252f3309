package org.meanfield.core.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The constants and bounds of the theory in their three versions, from `constants.csv`.
final class Constants implements Section {
  private record Value(double number, double log10, double log10Log10, String note) {
    boolean vacuous() {
      return note.toLowerCase(Locale.ROOT).startsWith("vacuous");
    }

    /// {@return what to know besides the number; that a bound is vacuous is said once, in the
    /// caption}
    String remark() {
      return vacuous() ? "" : note;
    }

    String shown() {
      if (vacuous()) {
        return "vacuous" + (log().isEmpty() ? "" : " (" + log() + ")");
      }
      if (Double.isFinite(number) && (number == 0 || Math.abs(Math.log10(Math.abs(number))) < 6)) {
        return Numerals.of(number);
      }
      String far = log();
      return far.isEmpty() ? Numerals.of(number) : far;
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
                  row.number("value"),
                  row.number("log10"),
                  row.number("log10_log10"),
                  row.text("note")));
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
  public boolean isEmpty() {
    return rows.isEmpty();
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
    rows.forEach((written, values) -> {
      ConstantName name = ConstantName.of(written);
      html.open("tr").open("th", "scope", "row").markup(name.markup());
      if (!name.meaning().isEmpty()) {
        html.markup("<small>" + name.meaning() + "</small>");
      }
      html.close("th");
      for (String variant : variants) {
        cell(html, values.get(variant));
      }
      html.close("tr");
    });
    html.endTable();
  }

  private static void cell(Html html, @Nullable Value value) {
    if (value == null) {
      html.markup("<td class=\"n\">" + Numerals.NOTHING + "</td>");
      return;
    }
    String shown = Html.escape(value.shown());
    if (!value.remark().isEmpty()) {
      shown +=
          "<small>"
              + Html.escape(value.remark()).replace("α_d(N)", "<i>α<sub>d</sub></i>(<i>N</i>)")
              + "</small>";
    }
    if (value.vacuous()) {
      html.open("td", "class", "n vacuous", "title", value.note()).markup(shown).close("td");
    } else {
      html.number(shown, value.number());
    }
  }
}
