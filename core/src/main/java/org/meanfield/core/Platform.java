package org.meanfield.core;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.List;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Discovery;

/// The platform: from study files to plans, runs and reports. Immutable and shareable.
///
/// What a user got wrong comes back as an [Answer]; nothing here writes to the console.
public final class Platform {
  private final Catalog catalog;

  private Platform(Injector parts) {
    this.catalog = parts.getInstance(Catalog.class);
  }

  /// {@return a platform with every service that the module graph provides}
  public static Platform start() {
    return of(Discovery.ofModuleGraph());
  }

  static Platform of(Catalog catalog) {
    return new Platform(Guice.createInjector(Stage.PRODUCTION, new PlatformModule(catalog)));
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
