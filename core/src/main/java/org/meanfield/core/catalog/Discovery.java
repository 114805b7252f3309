package org.meanfield.core.catalog;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.core.fault.FaultCode;

/// Finds the providers of the modules the platform runs with, and those of plugins.
public final class Discovery {
  /// A loader that fails again and again without an end is given up after this many failures.
  private static final int MOST_FAILURES = 1000;

  private final List<Offer> offers = new ArrayList<>();
  private final List<PluginFault> faults = new ArrayList<>();

  private Discovery() {}

  /// {@return the catalog of everything that the program's modules and a folder of plugins provide}
  ///
  /// @param plugins the folder; empty for none
  public static Catalog of(Optional<Path> plugins) {
    Discovery discovery = new Discovery();
    discovery.collectOurs();
    plugins
        .map(PluginFolder::new)
        .map(folder -> folder.layers(discovery.faults::add))
        .orElse(List.of())
        .forEach(discovery::collect);
    return Catalog.of(discovery.offers, discovery.faults);
  }

  private void collectOurs() {
    // Spelled out: only a constant class is checked against `uses` by tools.
    collect(ServiceLoader.load(DataSourceProvider.class));
    collect(ServiceLoader.load(ExpertProvider.class));
    collect(ServiceLoader.load(QuantumBackendProvider.class));
    collect(ServiceLoader.load(IntegratorProvider.class));
    collect(ServiceLoader.load(LimitSolverProvider.class));
    collect(ServiceLoader.load(TransportSolverProvider.class));
    collect(ServiceLoader.load(DiscrepancyProvider.class));
  }

  /// What the modules of a plugin provide; a loader of a layer also finds what lies below it.
  private void collect(ModuleLayer plugin) {
    for (ServiceKind kind : ServiceKind.values()) {
      collect(
          ServiceLoader.load(plugin, kind.provider()),
          "module " + names(plugin),
          type -> plugin.equals(type.getModule().getLayer()));
    }
  }

  private static String names(ModuleLayer plugin) {
    return plugin.modules().stream().map(Module::getName).sorted().collect(joining(", "));
  }

  private <P extends ServiceProvider<?>> void collect(ServiceLoader<P> loader) {
    collect(loader, "a module of the program", _ -> true);
  }

  private <P extends ServiceProvider<?>> void collect(
      ServiceLoader<P> loader, String origin, Predicate<Class<?>> asked) {
    Iterator<ServiceLoader.Provider<P>> found = loader.stream().iterator();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      try {
        if (!found.hasNext()) {
          return;
        }
        ServiceLoader.Provider<P> next = found.next();
        if (asked.test(next.type())) {
          load(next);
        }
      } catch (ServiceConfigurationError e) {
        failures++;
        faults.add(notLoaded(origin, e));
      }
    }
  }

  private void load(ServiceLoader.Provider<? extends ServiceProvider<?>> found) {
    Class<?> type = found.type();
    String module = Optional.ofNullable(type.getModule().getName()).orElse(type.getPackageName());
    String version = version(type);
    try {
      offers.add(new Offer(module, version, found.get()));
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      faults.add(notLoaded(module + "@" + version, e));
    }
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getModule().getDescriptor())
        .flatMap(java.lang.module.ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
        .orElse("unversioned");
  }

  private static PluginFault notLoaded(String origin, Throwable e) {
    Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
    return new PluginFault(
        FaultCode.PLUGIN_NOT_LOADED,
        origin,
        "a provider could not be loaded: " + cause,
        "correct or remove the plugin");
  }
}
