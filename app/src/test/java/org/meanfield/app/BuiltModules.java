package org.meanfield.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The modules of this build, read from the folders they were compiled to; nothing is loaded.
final class BuiltModules {

  private BuiltModules() {}

  /// {@return the modules beside this one by name}
  static SortedMap<String, ModuleReference> references() {
    Path root =
        Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();
    try (Stream<Path> folders = Files.list(root)) {
      Path[] compiled =
          folders
              .map(folder -> folder.resolve("target/classes"))
              .filter(folder -> Files.exists(folder.resolve("module-info.class")))
              .toArray(Path[]::new);
      SortedMap<String, ModuleReference> found = new TreeMap<>();
      for (ModuleReference reference : ModuleFinder.of(compiled).findAll()) {
        found.put(reference.descriptor().name(), reference);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the descriptors of the modules beside this one}
  static Stream<ModuleDescriptor> descriptors() {
    return references().values().stream().map(ModuleReference::descriptor);
  }
}
