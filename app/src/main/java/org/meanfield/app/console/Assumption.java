package org.meanfield.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meanfield.api.expert.Regularity;

/// Assumption A1 in a line.
public final class Assumption {
  private Assumption() {}

  /// {@return what is known of assumption A1: |f| ≤ 1, |∂f| ≤ α, |∂²f| ≤ β, period 2π}
  public static String of(Regularity known) {
    List<String> broken = new ArrayList<>();
    if (known.supremum() > 1) {
      broken.add("|f| may reach " + Figures.plain(known.supremum()) + " > 1");
    }
    if (Double.isInfinite(known.period())) {
      broken.add("f has no period");
    } else if (known.period() != 2 * Math.PI && !Double.isNaN(known.period())) {
      broken.add("the period is " + Figures.plain(known.period()) + ", not 2π");
    }
    if (!broken.isEmpty()) {
      return "broken: " + String.join("; ", broken);
    }
    if (!Double.isFinite(known.supremum() + known.alpha() + known.beta() + known.period())) {
      return "not known: the expert does not say that |f| ≤ 1, α, β and the period 2π";
    }
    return "holds: |f| ≤ %s, α = %s, β = %s, period 2π (%s)"
        .formatted(
            Figures.plain(known.supremum()),
            Figures.plain(known.alpha()),
            Figures.plain(known.beta()),
            known.origin().name().toLowerCase(Locale.ROOT));
  }
}
