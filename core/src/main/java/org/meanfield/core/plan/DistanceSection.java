package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.api.Metric;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Reads how clouds are compared.
///
/// @param sections the study's sections
/// @param root the keys of the whole study
/// @param services reads services
/// @param faults receives what is wrong
record DistanceSection(Sections sections, Keys root, ServiceReader services, Faults faults) {
  private static final String SOLVER = "solver";

  /// A solver and a metric with the settings they came by.
  ///
  /// @param solver the transport solver's draft
  /// @param metric the ground distance
  /// @param settled every setting of the section
  record Result(Draft<TransportSolver> solver, Metric metric, List<Settled> settled) {}

  /// {@return how clouds are compared; empty if they are not, or if something is wrong, with the
  /// reasons among the faults}
  Optional<Result> read() {
    if (root.has("distance") && !root.has("limit")) {
      faults.add(
          FaultCode.COMBINATION,
          root.keyPlace("distance"),
          "'distance' compares clouds with the limit, and there is no 'limit'",
          "add 'limit: {solver: lattice}' or remove 'distance'");
    }
    return sections.find("distance", SOLVER).flatMap(this::read);
  }

  private Optional<Result> read(Keys keys) {
    Optional<String> metric = keys.read(StudySettings.METRIC);
    Named<TransportSolver> named =
        new Named<>(keys, services, faults, TransportSolverProvider.class, SOLVER);
    return named
        .read("exact")
        .map(draft -> new Result(draft, metric(metric), both(named, draft, metric)));
  }

  private static Metric metric(Optional<String> name) {
    return name.equals(Optional.of("l2")) ? Metric.L2 : Metric.L1;
  }

  private static List<Settled> both(
      Named<TransportSolver> named, Draft<TransportSolver> draft, Optional<String> metric) {
    List<Settled> all = new ArrayList<>(named.settled(draft));
    all.add(
        new Settled(
            StudySettings.METRIC.name(),
            metric(metric).name().toLowerCase(Locale.ROOT),
            metric.isPresent() ? "" : Settled.DEFAULT));
    return List.copyOf(all);
  }
}
