package org.meanfield.core.plan;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// Reads what is studied and the seed.
///
/// @param root the keys of the whole study
/// @param faults receives what is wrong
record Header(Keys root, Faults faults) {
  /// The kinds of study that this version runs.
  private static final List<String> KNOWN = List.of("train", "limit");

  /// {@return what is studied; empty if that is wrong, with the reason among the faults}
  Optional<StudyKind> kind() {
    Optional<Entry> entry = root.require("study", "such as 'study: train'");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Node.Scalar(var _, String text, var _)
        && KNOWN.contains(text)) {
      return Optional.of(StudyKind.valueOf(text.toUpperCase(Locale.ROOT)));
    }
    String shown = entry.get().value().shown();
    faults.add(
        FaultCode.UNKNOWN_STUDY,
        entry.get().value().place(),
        entry.get().value() instanceof Node.Scalar
            ? "this version runs no study " + shown
            : "'study' must be a word, got " + shown,
        entry.get().value() instanceof Node.Scalar(var _, String text, var _)
            ? Suggestion.among(text, KNOWN)
            : "known: " + String.join(", ", KNOWN));
    return Optional.empty();
  }

  /// {@return the seed; 1 if there is none or it is wrong, with the reason among the faults}
  long seed() {
    Optional<Entry> entry = root.take("seed");
    if (entry.isEmpty()) {
      return 1;
    }
    if (entry.get().value() instanceof Node.Scalar(Long seed, var _, var _)) {
      return seed;
    }
    boolean large = entry.get().value() instanceof Node.Scalar(BigInteger _, var _, var _);
    faults.add(
        FaultCode.BAD_VALUE,
        entry.get().value().place(),
        "'seed' must be an integer%s, got %s"
            .formatted(large ? " of 64 bits" : "", entry.get().value().shown()),
        "");
    return 1;
  }
}
