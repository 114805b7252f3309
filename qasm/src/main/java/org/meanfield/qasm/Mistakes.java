package org.meanfield.qasm;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Collects mistakes in one file, so that all can be told at once. Not shareable between threads.
final class Mistakes {
  /// More would follow from each other.
  private static final int MOST = 20;

  private record Mistake(int line, int column, String sentence) {}

  private final SequencedSet<Mistake> all = new LinkedHashSet<>();

  void add(Objection objection) {
    if (!objection.isSilent() && all.size() < MOST) {
      all.add(new Mistake(objection.line(), objection.column(), objection.sentence()));
    }
  }

  /// Throws the mistakes, if there are any, in the order of the text.
  ///
  /// @param file the name of the file in places
  void tell(String file) throws BadInput {
    if (all.isEmpty()) {
      return;
    }
    List<BadInput> sorted =
        all.stream()
            .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
            .map(m -> new BadInput(new Place(file, m.line(), m.column()), m.sentence()))
            .toList();
    throw BadInput.all(sorted);
  }
}
