package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fewer points for the picture than the tables hold; the first and the last always stay.
final class Thinning {
  private Thinning() {}

  /// {@return at most `most` items, evenly spread}
  static <T> List<T> of(List<T> items, int most) {
    if (items.size() <= most) {
      return List.copyOf(items);
    }
    List<T> kept = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      kept.add(items.get((int) Math.round(i * (items.size() - 1.0) / (most - 1.0))));
    }
    return kept;
  }

  /// {@return the statistics of replicates as the page's data carry them}
  static Map<String, Object> data(Replicates values) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("c", values.count());
    out.put("m", values.mean());
    out.put("s", values.standardError());
    out.put("lo", values.smallest());
    out.put("hi", values.largest());
    return out;
  }
}
