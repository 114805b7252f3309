package org.meanfield.core.plan;

import java.util.Optional;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.config.StudyDocument;
import org.meanfield.core.fault.Faults;

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

  /// {@return the study's expert, whatever else is wrong with the study; empty if the expert itself
  /// or the data it needs are wrong, with the reasons among the faults}
  ///
  /// @param document the study as it was written
  /// @param features number of features of the inputs
  /// @param inputs number of inputs
  /// @param faults receives what is wrong with the expert
  public Optional<Chosen<Expert>> expert(
      StudyDocument document, int features, int inputs, Faults faults) {
    return new Planning(catalog, machine, document, faults).expert(features, inputs);
  }
}
