package org.meanfield.core.plan;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.config.StudyDocument;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// The planning of one document: reads section by section and goes on after a mistake, then puts
/// together what was read.
final class Planning {
  private final Machine machine;
  private final StudyDocument document;
  private final Faults faults;
  private final Catalog catalog;
  private final ServiceReader services;
  private final Keys root;
  private final Sections sections;
  private final Notices notices = new Notices();

  Planning(Catalog catalog, Machine machine, StudyDocument document, Faults faults) {
    this.catalog = catalog;
    this.machine = machine;
    this.document = document;
    this.faults = faults;
    this.services = new ServiceReader(catalog, document.folder(), faults);
    this.root = new Keys("", document.root(), faults);
    this.sections = new Sections(root, faults);
  }

  /// {@return the plan; empty if something is wrong, with all reasons among the faults}
  Optional<Planned> plan() {
    Header header = new Header(root, faults);
    Optional<StudyKind> kind = header.kind();
    Seeds seeds = Seeds.root(header.seed());
    Optional<DataSection.Result> data =
        sections
            .require("data", "such as 'data: {source: digits}'")
            .flatMap(keys -> new DataSection(keys, catalog, services, faults).read(seeds));
    Optional<Draft<Expert>> expert = expert();
    Optional<Chosen<Expert>> madeExpert =
        make(expert, data).flatMap(made -> seeded(made, expert, seeds));
    Optional<StartSection.Result> start =
        new StartSection(root, document.folder(), faults).read(madeExpert);
    Optional<FlowSection.Result> flow =
        sections
            .require("flow", "such as 'flow: {time: 1.0}'")
            .flatMap(keys -> new FlowSection(keys, services, faults).read());
    Optional<Chosen<Integrator>> integrator = make(flow.map(FlowSection.Result::integrator), data);
    List<Integer> experts =
        new ExpertCounts(root, faults).read(kind, start.map(StartSection.Result::start));
    int replicates = root.read(StudySettings.REPLICATES).orElse(1);
    Optional<Draft<LimitSolver>> limit =
        sections
            .find("limit", "solver")
            .flatMap(keys ->
                new Named<>(keys, services, faults, LimitSolverProvider.class, "solver")
                    .read("lattice"));
    Optional<Chosen<LimitSolver>> madeLimit = make(limit, data);
    Optional<DistanceSection.Result> distance =
        new DistanceSection(sections, root, services, faults).read();
    Optional<Chosen<TransportSolver>> madeDistance =
        make(distance.map(DistanceSection.Result::solver), data);
    Reading.Output output =
        sections.find("output", "").map(Planning::output).orElse(Reading.Output.UNSAID);
    combinations(kind);
    root.refuseRest();
    if (!faults.none()) {
      return Optional.empty();
    }
    boolean trains = kind.orElseThrow() == StudyKind.TRAIN;
    Reading reading =
        new Reading(
            kind.orElseThrow(),
            seeds,
            data.orElseThrow(),
            new Reading.Service<>(expert.orElseThrow(), madeExpert.orElseThrow()),
            start.orElseThrow(),
            flow.orElseThrow(),
            integrator.orElseThrow(),
            trains ? experts : List.of(),
            trains ? replicates : 1,
            limit.map(draft -> new Reading.Service<>(draft, madeLimit.orElseThrow())),
            distance.filter(_ -> trains),
            madeDistance.filter(_ -> trains),
            output);
    return new Assembly(reading, root, machine, notices, faults).planned(document.name());
  }

  private Optional<Draft<Expert>> expert() {
    Optional<Keys> keys = sections.require("expert", "such as 'expert: {type: cosine}'");
    if (keys.isEmpty() || keys.get().require("type", "such as 'type: cosine'").isEmpty()) {
      return Optional.empty();
    }
    return new Named<>(keys.get(), services, faults, ExpertProvider.class, "type").read("");
  }

  private <S> Optional<Chosen<S>> make(
      Optional<Draft<S>> draft, Optional<DataSection.Result> data) {
    return draft.isEmpty() || data.isEmpty()
        ? Optional.empty()
        : draft.get().make(data.get().circumstances(), faults);
  }

  private Optional<Chosen<Expert>> seeded(
      Chosen<Expert> made, Optional<Draft<Expert>> draft, Seeds seeds) {
    return Guarded.call(
        made.descriptor().id(),
        draft.orElseThrow().place(),
        faults,
        () ->
            new Chosen<>(
                made.descriptor(), made.service().seeded(seeds.at("expert")), made.parts()));
  }

  private static Reading.Output output(Keys keys) {
    Reading.Output output =
        new Reading.Output(keys.read(StudySettings.PARTICLES), keys.read(StudySettings.KERNEL));
    keys.refuseRest();
    return output;
  }

  private void combinations(Optional<StudyKind> kind) {
    if (!kind.equals(Optional.of(StudyKind.LIMIT))) {
      return;
    }
    if (!root.has("limit")) {
      root.missing("limit", "such as 'limit: {solver: lattice}'");
    }
    for (String unused : List.of("experts", "replicates", "distance")) {
      if (root.has(unused)) {
        notices.add(
            FaultCode.UNUSED, "'%s' is not used by a study of the limit alone".formatted(unused));
      }
    }
  }
}
