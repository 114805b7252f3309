package org.meanfield.core.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Collects mistakes, so that all can be told at once. Not shareable between threads.
public final class Faults {
  private final List<Fault> all = new ArrayList<>();

  /// Notes a mistake.
  ///
  /// @param code what kind
  /// @param place where
  /// @param sentence what is wrong, with the value
  /// @param remedy what to do about it; may be empty
  public void add(FaultCode code, Place place, String sentence, String remedy) {
    Fault fault = new Fault(code, place, sentence, remedy);
    if (!all.contains(fault)) {
      all.add(fault);
    }
  }

  /// Notes what a provider objects to.
  ///
  /// @param place where, unless the objection knows better
  /// @param objection the objection
  public void add(Place place, BadInput objection) {
    add(FaultCode.BAD_INPUT, objection.place().orElse(place), objection.sentence(), "");
  }

  /// {@return whether there is none}
  public boolean none() {
    return all.isEmpty();
  }

  /// {@return how many there are}
  public int count() {
    return all.size();
  }

  /// {@return all mistakes, those of one file by line and column}
  public List<Fault> sorted() {
    return all.stream()
        .sorted(
            Comparator.comparing((Fault f) -> f.place().file())
                .thenComparingInt(f -> f.place().line())
                .thenComparingInt(f -> f.place().column()))
        .toList();
  }
}
