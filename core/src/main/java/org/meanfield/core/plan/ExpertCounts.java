package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Place;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Reads the numbers of particles N.
///
/// @param root the keys of the whole study
/// @param faults receives what is wrong
record ExpertCounts(Keys root, Faults faults) {
  /// {@return the numbers, increasing; those that are wrong left out, with the reasons among the
  /// faults}
  ///
  /// @param kind what is studied, as far as it is known
  /// @param start where particles begin, as far as it is known
  List<Integer> read(Optional<StudyKind> kind, Optional<Start> start) {
    Optional<Entry> entry = root.take("experts");
    if (entry.isEmpty()) {
      if (kind.equals(Optional.of(StudyKind.TRAIN)) && !root.has("experts")) {
        root.missing("experts", "such as 'experts: [16, 64]'");
      }
      return List.of();
    }
    Node value = entry.get().value();
    List<Node> items = value instanceof Node.Items(List<Node> list, var _) ? list : List.of(value);
    if (items.isEmpty()) {
      faults.add(
          FaultCode.BAD_VALUE, value.place(), "'experts' is an empty list", "name at least one N");
    }
    List<Integer> experts = new ArrayList<>();
    for (Node item : items) {
      if (!(item instanceof Node.Scalar(Long n, var _, var _)) || n < 1 || n > Integer.MAX_VALUE) {
        faults.add(
            FaultCode.BAD_VALUE,
            item.place(),
            "'experts' must be integers from 1 to %d, got %s"
                .formatted(Integer.MAX_VALUE, item.shown()),
            "");
      } else if (experts.contains(n.intValue())) {
        faults.add(
            FaultCode.BAD_VALUE,
            item.place(),
            "'experts' names %d twice".formatted(n),
            "'replicates' runs the same N several times");
      } else {
        experts.add(n.intValue());
        checkCloud(n, item.place(), start);
      }
    }
    return experts.stream().sorted().toList();
  }

  private void checkCloud(long n, Place place, Optional<Start> start) {
    if (start.isPresent()
        && start.get() instanceof Start.Cloud(EmpiricalMeasure points)
        && n > points.size()) {
      faults.add(
          FaultCode.START,
          place,
          "%d particles, but the start file has %d points".formatted(n, points.size()),
          "ask for at most %d, or give more points".formatted(points.size()));
    }
  }
}
