package org.meanfield.core.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meanfield.api.Place;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Lookup;
import org.meanfield.core.catalog.ServiceKind;
import org.meanfield.core.config.Section;
import org.meanfield.core.config.SetOption;
import org.meanfield.core.config.StudyDocument;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// Makes plans of study documents: every choice made, or every mistake told. Immutable and
/// shareable.
public final class Planner {
  private final Catalog catalog;
  private final Machine machine;

  /// @param catalog the services there are
  /// @param machine what a study may use
  public Planner(Catalog catalog, Machine machine) {
    this.catalog = catalog;
    this.machine = machine;
  }

  /// {@return this planner for a study that runs on so many threads: memory is weighed for those}
  ///
  /// @param threads ≥ 1
  public Planner on(int threads) {
    return new Planner(catalog, new Machine(machine.bytes(), threads));
  }

  /// {@return the plan; empty if something is wrong, with all reasons among the faults}
  ///
  /// @param document the study as it was written
  /// @param faults receives everything that is wrong
  public Optional<Planned> plan(StudyDocument document, Faults faults) {
    Optional<Planned> planned = new Planning(catalog, machine, document, faults).plan();
    if (planned.isEmpty() && faults.none()) {
      throw new IllegalStateException("no plan and no reason for it: a fault of the planner");
    }
    return planned;
  }

  /// {@return whether an id is that of a discrepancy, usable or not}
  ///
  /// @param id a name
  public boolean isDiscrepancy(String id) {
    return !(catalog.find(DiscrepancyProvider.class, id) instanceof Lookup.Unknown);
  }

  /// {@return a discrepancy; empty if it cannot be made, with all reasons among the faults}
  ///
  /// @param id its name
  /// @param settings `setting=value` each, the value in YAML
  /// @param faults receives everything that is wrong
  public Optional<Chosen<Discrepancy>> discrepancy(
      String id, List<String> settings, Faults faults) {
    return service(
        DiscrepancyProvider.class, id, "--solver", settings, new Circumstances(1, 1), faults);
  }

  /// {@return a transport solver for use outside a study; empty if it cannot be made, with all
  /// reasons among the faults}
  ///
  /// @param id its name
  /// @param settings `setting=value` each, the value in YAML
  /// @param faults receives everything that is wrong
  public Optional<Chosen<TransportSolver>> transportSolver(
      String id, List<String> settings, Faults faults) {
    if (catalog.find(TransportSolverProvider.class, id)
        instanceof Lookup.Unknown<TransportSolver>(List<String> solvers)) {
      faults.add(
          FaultCode.UNKNOWN_SERVICE,
          Place.of("--solver"),
          "there is no transport solver or discrepancy '%s'".formatted(id),
          Suggestion.among(
              id,
              Stream.concat(solvers.stream(), catalog.names(ServiceKind.DISCREPANCY).stream())
                  .sorted()
                  .toList()));
      return Optional.empty();
    }
    return service(
        TransportSolverProvider.class, id, "--solver", settings, new Circumstances(1, 1), faults);
  }

  /// {@return an expert for use outside a study; empty if it cannot be made, with all reasons among
  /// the faults}
  ///
  /// @param id its name
  /// @param settings `setting=value` each, the value in YAML
  /// @param features of an input
  /// @param inputs their number n
  /// @param faults receives everything that is wrong
  public Optional<Chosen<Expert>> expert(
      String id, List<String> settings, int features, int inputs, Faults faults) {
    return service(
        ExpertProvider.class,
        id,
        "--expert",
        settings,
        new Circumstances(features, inputs),
        faults);
  }

  private <S> Optional<Chosen<S>> service(
      Class<? extends ServiceProvider<S>> kind,
      String id,
      String option,
      List<String> settings,
      Circumstances circumstances,
      Faults faults) {
    int before = faults.count();
    Section values =
        SetOption.applyAll(new Section(List.of(), Place.of("--set")), settings, faults);
    Optional<Draft<S>> draft =
        new ServiceReader(catalog, Path.of(""), faults)
            .draft(kind, id, Place.of(option), values.entries(), List.of());
    return faults.count() > before
        ? Optional.empty()
        : draft.flatMap(d -> d.make(circumstances, faults));
  }
}
