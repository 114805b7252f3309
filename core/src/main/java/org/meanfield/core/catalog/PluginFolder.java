package org.meanfield.core.catalog;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meanfield.core.fault.FaultCode;

/// A folder of plugins. Each jar in it, and each folder with a plugin's jar and the libraries it
/// needs, becomes a layer of modules of its own above the program's, so that two plugins may carry
/// different versions of a library. One that is broken is left out, with a reason. Libraries may be
/// jars without a module-info, the plugin itself may not.
///
/// @param folder may be missing: then there are no plugins
record PluginFolder(Path folder) {
  /// The platform's own modules that a plugin may ask for.
  private static final Set<String> OPEN = Set.of("org.meanfield.api");

  private static final String OURS = "org.meanfield.";

  /// {@return a layer for each plugin, in the order of their names}
  ///
  /// @param faults receives what cannot be used
  List<ModuleLayer> layers(Consumer<PluginFault> faults) {
    List<ModuleLayer> layers = new ArrayList<>();
    for (Path plugin : plugins(faults)) {
      try {
        layers.add(layer(plugin));
      } catch (FindException
          | ResolutionException
          | LayerInstantiationException
          | SecurityException e) {
        faults.accept(fault(plugin.getFileName(), sentence(e)));
      }
    }
    return layers;
  }

  private List<Path> plugins(Consumer<PluginFault> faults) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.accept(fault(folder, "the folder of plugins cannot be read"));
      return List.of();
    }
  }

  private static ModuleLayer layer(Path plugin) {
    ModuleFinder finder = ModuleFinder.of(plugin);
    Set<ModuleDescriptor> found =
        finder.findAll().stream().map(ModuleReference::descriptor).collect(Collectors.toSet());
    if (found.isEmpty()) {
      throw new FindException("there is no module in it");
    }
    for (ModuleDescriptor module : found) {
      if (module.name().startsWith(OURS)) {
        throw new FindException(
            "it holds %s, a module of the program; leave that out".formatted(module.name()));
      }
      for (ModuleDescriptor.Requires needed : module.requires()) {
        if (needed.name().startsWith(OURS) && !OPEN.contains(needed.name())) {
          throw new FindException(
              "module %s requires %s; a plugin knows %s alone"
                  .formatted(module.name(), needed.name(), String.join(", ", OPEN)));
        }
      }
    }
    if (found.stream().allMatch(ModuleDescriptor::isAutomatic)) {
      throw new FindException(
          "its jar has no module-info, so what it asks of the program is not known");
    }
    Set<String> names = found.stream().map(ModuleDescriptor::name).collect(Collectors.toSet());
    ModuleLayer ours = PluginFolder.class.getModule().getLayer();
    Configuration resolved = ours.configuration().resolve(finder, ModuleFinder.of(), names);
    return ours.defineModulesWithOneLoader(resolved, PluginFolder.class.getClassLoader());
  }

  /// What went wrong stands in the cause where modules are read.
  private static String sentence(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return String.valueOf(cause == null ? thrown.getMessage() : cause.getMessage());
  }

  private static PluginFault fault(Path plugin, String sentence) {
    return new PluginFault(
        FaultCode.PLUGIN_NOT_LOADED,
        plugin.toString(),
        "the plugin could not be loaded: " + sentence,
        "correct it or take it out of the folder of plugins; a module of the JDK that is not found"
            + " comes with MEANFIELD_JAVA_OPTS='--add-modules NAME'");
  }
}
