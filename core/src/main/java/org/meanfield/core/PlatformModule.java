package org.meanfield.core;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.plan.Machine;
import org.meanfield.core.plan.Planner;

/// How the platform is put together: what is given at the top, what is made of it below.
///
/// Instances and lambdas only, so that no package needs opening.
final class PlatformModule extends AbstractModule {
  private final Catalog catalog;
  private final Machine machine;

  PlatformModule(Catalog catalog, Machine machine) {
    this.catalog = catalog;
    this.machine = machine;
  }

  @Override
  protected void configure() {
    bind(Catalog.class).toInstance(catalog);
    bind(Machine.class).toInstance(machine);

    Provider<Catalog> services = getProvider(Catalog.class);
    Provider<Machine> limits = getProvider(Machine.class);
    bind(Planner.class).toProvider(() -> new Planner(services.get(), limits.get()));
  }
}
