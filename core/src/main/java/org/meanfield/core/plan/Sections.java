package org.meanfield.core.plan;

import java.util.List;
import java.util.Optional;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// The sections of a study: keys with sections below them.
final class Sections {
  private final Keys root;
  private final Faults faults;

  /// @param root the keys of the whole study
  /// @param faults receives what is wrong
  Sections(Keys root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  /// {@return the keys of a section that must be there}
  Optional<Keys> require(String name, String example) {
    return root.require(name, example).flatMap(entry -> keys(name, entry, ""));
  }

  /// {@return the keys of a section that may be there; a single word in its place stands for the
  /// key `shorthand`, unless that is empty}
  Optional<Keys> find(String name, String shorthand) {
    return root.take(name).flatMap(entry -> keys(name, entry, shorthand));
  }

  private Optional<Keys> keys(String name, Entry entry, String shorthand) {
    if (entry.value() instanceof Section section) {
      return Optional.of(new Keys(name, new Section(section.entries(), entry.place()), faults));
    }
    if (entry.value() instanceof Node.Scalar scalar && !shorthand.isEmpty()) {
      Entry named = new Entry(shorthand, scalar.place(), scalar);
      return Optional.of(new Keys(name, new Section(List.of(named), entry.place()), faults));
    }
    faults.add(
        FaultCode.BAD_VALUE,
        entry.value().place(),
        "'%s' must be a section, got %s".formatted(name, entry.value().shown()),
        "write '%s: {…}' or indented lines below it".formatted(name));
    return Optional.empty();
  }
}
