package org.meanfield.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meanfield.api.Place;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Picks two classes of a labelled table: the first becomes +1, the second −1.
final class ClassChoice {
  private ClassChoice() {}

  /// {@return the two classes, +1 first; empty if there are no two, with the reason among the
  /// faults}
  static List<String> of(
      List<String> labels, List<String> asked, Function<String, Place> places, Faults faults) {
    Map<String, Long> counts =
        labels.stream()
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    String listed =
        counts.entrySet().stream()
            .map(e -> "%s (%d rows)".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    if (asked.isEmpty()) {
      if (counts.size() == 2) {
        return List.copyOf(counts.keySet());
      }
      faults.add(
          FaultCode.CLASSES,
          places.apply("source"),
          "the data have %d %s, a study needs two: %s"
              .formatted(counts.size(), counts.size() == 1 ? "class" : "classes", listed),
          counts.size() < 2 ? "take other data" : "choose two with 'classes: [first, second]'");
      return List.of();
    }
    int before = faults.count();
    if (asked.size() != 2 || asked.getFirst().equals(asked.getLast())) {
      faults.add(
          FaultCode.CLASSES,
          places.apply("classes"),
          "'classes' must be two different classes, got [%s]".formatted(String.join(", ", asked)),
          "there are " + listed);
    }
    for (String name : asked) {
      if (!counts.containsKey(name)) {
        faults.add(
            FaultCode.CLASSES,
            places.apply("classes"),
            "the data have no class '%s'".formatted(name),
            "there are " + listed);
      }
    }
    return faults.count() == before ? asked : List.of();
  }

  /// {@return the rows of the two classes}
  static List<Integer> rows(List<String> labels, List<String> classes) {
    return IntStream.range(0, labels.size())
        .filter(j -> classes.contains(labels.get(j)))
        .boxed()
        .toList();
  }
}
