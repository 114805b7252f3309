package org.meanfield.core.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Place;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// Reads where particles begin: `uniform`, `lattice` or `{file: …}`.
///
/// @param root the keys of the whole study
/// @param folder where relative paths are taken from
/// @param faults receives what is wrong
record StartSection(Keys root, Path folder, Faults faults) {
  /// A start with the setting it came by.
  ///
  /// @param start where particles begin
  /// @param settled the setting
  record Result(Start start, Settled settled) {}

  /// {@return the start; empty if it is wrong, with the reasons among the faults}
  ///
  /// @param expert the expert, as far as it is known
  Optional<Result> read(Optional<Chosen<Expert>> expert) {
    Optional<Entry> entry = root.take("start");
    if (entry.isEmpty()) {
      return root.has("start")
          ? Optional.empty()
          : Optional.of(
              new Result(new Start.Uniform(), new Settled("start", "uniform", Settled.DEFAULT)));
    }
    Node value = entry.get().value();
    if (value instanceof Node.Scalar(var _, String word, Place place)) {
      switch (word) {
        case "uniform" -> {
          return Optional.of(new Result(new Start.Uniform(), new Settled("start", word, "")));
        }
        case "lattice" -> {
          return Optional.of(new Result(new Start.Lattice(), new Settled("start", word, "")));
        }
        default -> {}
      }
    }
    if (value instanceof Section section) {
      Keys keys = new Keys("start", section, faults);
      Optional<Entry> file = keys.require("file", "such as '{file: theta0.csv}'");
      keys.refuseRest();
      if (file.isPresent() && !(file.get().value() instanceof Node.Scalar)) {
        faults.add(
            FaultCode.BAD_VALUE,
            file.get().value().place(),
            "'file' must be the name of a file, got " + file.get().value().shown(),
            "");
      }
      return file.map(Entry::value)
          .filter(Node.Scalar.class::isInstance)
          .flatMap(node -> cloud((Node.Scalar) node, expert));
    }
    faults.add(
        FaultCode.BAD_VALUE,
        value.place(),
        "'start' must be uniform, lattice or {file: …}, got " + value.shown(),
        value instanceof Node.Scalar scalar
            ? Suggestion.closest(scalar.text(), List.of("uniform", "lattice"))
                .map("did you mean '%s'?"::formatted)
                .orElse("")
            : "");
    return Optional.empty();
  }

  private Optional<Result> cloud(Node.Scalar file, Optional<Chosen<Expert>> expert) {
    Optional<FileContent> content =
        ServiceReader.file(folder, "file", file.text(), file.place(), faults);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      EmpiricalMeasure points = StartPoints.read(content.get());
      int parameters =
          expert.map(chosen -> chosen.service().parameters()).orElse(points.dimension());
      if (points.dimension() != parameters) {
        faults.add(
            FaultCode.START,
            file.place(),
            "'%s' has %d columns theta…, the expert has %d parameters"
                .formatted(file.text(), points.dimension(), parameters),
            "");
        return Optional.empty();
      }
      return Optional.of(
          new Result(
              new Start.Cloud(points),
              new Settled("start", List.of(new Settled("file", content.get(), "")), "")));
    } catch (BadInput e) {
      faults.add(file.place(), e);
      return Optional.empty();
    }
  }
}
