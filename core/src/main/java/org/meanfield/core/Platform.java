package org.meanfield.core;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.List;
import java.util.Optional;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Discovery;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.plan.Machine;
import org.meanfield.core.plan.Planned;
import org.meanfield.core.plan.Planner;

/// The platform: from study files to plans, runs and reports. Immutable and shareable.
///
/// What a user got wrong comes back as an [Answer]; nothing here writes to the console.
public final class Platform {
  private final Catalog catalog;
  private final Planner planner;

  private Platform(Injector parts) {
    this.catalog = parts.getInstance(Catalog.class);
    this.planner = parts.getInstance(Planner.class);
  }

  /// {@return a platform with every service that the module graph provides}
  public static Platform start() {
    return of(Discovery.ofModuleGraph(), Machine.here());
  }

  static Platform of(Catalog catalog, Machine machine) {
    return new Platform(
        Guice.createInjector(Stage.PRODUCTION, new PlatformModule(catalog, machine)));
  }

  /// {@return the plan of a study, or every mistake in it; nothing is run}
  ///
  /// @param source the study
  public Answer<PlanView> check(StudySource source) {
    Faults faults = new Faults();
    return plan(source, faults)
        .<Answer<PlanView>>map(planned -> new Answer.Given<>(PlanViews.of(planned)))
        .orElseGet(() -> PlanViews.refused(faults));
  }

  private Optional<Planned> plan(StudySource source, Faults faults) {
    return StudyFile.read(source.file(), source.overrides(), faults)
        .flatMap(document -> planner.plan(document, faults));
  }

  /// {@return every service, and everything that is broken}
  public List<PluginRow> plugins() {
    return CatalogView.rows(catalog);
  }

  /// {@return the services of an id: one, or several of different kinds, or none}
  ///
  /// @param id `namespace:name`, or a name of ours
  public List<ServiceDescription> describe(String id) {
    return CatalogView.describe(catalog, id);
  }
}
