package org.meanfield.data;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;

/// Facts of a labelled table.
final class Classes {
  private Classes() {}

  /// {@return how many rows there are of each class}
  static Map<String, Long> counts(DataTable table) {
    return ((Targets.Labels) table.targets())
        .of().stream().collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
  }

  /// {@return the sum of all features of all rows}
  static double sum(DataTable table) {
    double sum = 0;
    for (double value : table.inputs().toArray()) {
      sum += value;
    }
    return sum;
  }
}
