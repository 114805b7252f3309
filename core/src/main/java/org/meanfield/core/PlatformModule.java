package org.meanfield.core;

import com.google.inject.AbstractModule;
import org.meanfield.core.catalog.Catalog;

/// How the platform is put together: the catalog at the bottom, what reads it above.
///
/// Instances and lambdas only, so that no package needs opening.
final class PlatformModule extends AbstractModule {
  private final Catalog catalog;

  PlatformModule(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void configure() {
    bind(Catalog.class).toInstance(catalog);
  }
}
