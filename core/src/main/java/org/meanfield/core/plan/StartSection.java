package org.meanfield.core.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Place;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.Setting;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// Reads where particles begin: `uniform`, `lattice`, `{file: …}`, `{law: …}` or `{density: …}`.
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
      if (keys.has("law")) {
        return law(keys, expert);
      }
      if (keys.has("density")) {
        return density(keys, expert);
      }
      return file(keys, "file", "theta0.csv").flatMap(node -> cloud(node, expert));
    }
    faults.add(
        FaultCode.BAD_VALUE,
        value.place(),
        "'start' must be uniform, lattice, {file: …}, {law: …} or {density: …}, got "
            + value.shown(),
        value instanceof Node.Scalar scalar
            ? Suggestion.closest(scalar.text(), List.of("uniform", "lattice"))
                .map("did you mean '%s'?"::formatted)
                .orElse("")
            : "");
    return Optional.empty();
  }

  private Optional<Result> law(Keys keys, Optional<Chosen<Expert>> expert) {
    Optional<String> word = keys.read(StudySettings.LAW);
    boolean cauchy = word.orElse("wrapped-cauchy").equals("wrapped-cauchy");
    Setting<List<Double>> strength = cauchy ? StudySettings.RHO : StudySettings.KAPPA;
    Optional<List<Double>> mean = keys.read(StudySettings.MEAN);
    Optional<List<Double>> concentration = keys.read(strength);
    for (Setting<?> needed : List.of(StudySettings.MEAN, strength)) {
      if (!keys.has(needed.name())) {
        keys.missing(
            needed.name(),
            "such as '%s: [0.5]', one number per coordinate".formatted(needed.name()));
      }
    }
    keys.refuseRest();
    if (word.isEmpty() || mean.isEmpty() || concentration.isEmpty()) {
      return Optional.empty();
    }
    int d = expert.map(chosen -> chosen.service().parameters()).orElse(mean.get().size());
    if (!fits(keys, StudySettings.MEAN, mean.get(), d)
        || !fits(keys, strength, concentration.get(), d)) {
      return Optional.empty();
    }
    List<Marginal> marginals = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      double mu = mean.get().get(mean.get().size() == 1 ? 0 : k);
      double c = concentration.get().get(concentration.get().size() == 1 ? 0 : k);
      try {
        marginals.add(cauchy ? new Marginal.WrappedCauchy(mu, c) : new Marginal.VonMises(mu, c));
      } catch (IllegalArgumentException e) {
        faults.add(
            FaultCode.BAD_VALUE, keys.place(strength.name()), String.valueOf(e.getMessage()), "");
        return Optional.empty();
      }
    }
    return Optional.of(
        new Result(
            new Start.Law(new StartLaw.Product(marginals)),
            new Settled(
                "start",
                List.of(
                    new Settled("law", word.get(), ""),
                    new Settled("mean", mean.get(), ""),
                    new Settled(strength.name(), concentration.get(), "")),
                "")));
  }

  private boolean fits(Keys keys, Setting<?> setting, List<Double> numbers, int d) {
    if (numbers.size() == d || numbers.size() == 1) {
      return true;
    }
    faults.add(
        FaultCode.START,
        keys.place(setting.name()),
        "'%s' has %d numbers, the expert %d parameters"
            .formatted(setting.name(), numbers.size(), d),
        "give one per parameter, or one for all");
    return false;
  }

  private Optional<Result> density(Keys keys, Optional<Chosen<Expert>> expert) {
    Optional<Node.Scalar> file = file(keys, "density", "density.csv");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileContent> content =
        ServiceReader.file(folder, "density", file.get().text(), file.get().place(), faults);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      StartLaw.Gridded law = StartDensity.read(content.get());
      int parameters = expert.map(chosen -> chosen.service().parameters()).orElse(law.dimension());
      if (law.dimension() != parameters) {
        faults.add(
            FaultCode.START,
            file.get().place(),
            "'%s' has %d columns theta…, the expert has %d parameters"
                .formatted(file.get().text(), law.dimension(), parameters),
            "");
        return Optional.empty();
      }
      return Optional.of(
          new Result(
              new Start.Law(law),
              new Settled("start", List.of(new Settled("density", content.get(), "")), "")));
    } catch (BadInput e) {
      faults.add(file.get().place(), e);
      return Optional.empty();
    }
  }

  /// {@return the name of a file; empty if it is none, with the reason among the faults}
  private Optional<Node.Scalar> file(Keys keys, String key, String example) {
    Optional<Entry> file = keys.require(key, "such as '{%s: %s}'".formatted(key, example));
    keys.refuseRest();
    if (file.isPresent() && !(file.get().value() instanceof Node.Scalar)) {
      faults.add(
          FaultCode.BAD_VALUE,
          file.get().value().place(),
          "'%s' must be the name of a file, got %s".formatted(key, file.get().value().shown()),
          "");
    }
    return file.map(Entry::value)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast);
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
