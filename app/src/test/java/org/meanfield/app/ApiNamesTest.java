package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A stranger's file that says `import module java.base;` and `import module org.meanfield.api;`
/// must be able to name every type of both.
class ApiNamesTest {

  @Test
  void noTypeOfTheApiIsNamedLikeOneOfTheJavaBase() throws Exception {
    Map<String, String> taken =
        publicTypes(ModuleFinder.ofSystem().find("java.base").orElseThrow());
    assertThat(taken).containsEntry("Provider", "java.security.Provider");

    Map<String, String> clashes = new TreeMap<>();
    publicTypes(BuiltModules.references().get("org.meanfield.api"))
        .forEach((simple, name) -> {
          if (taken.containsKey(simple)) {
            clashes.put(name, taken.get(simple));
          }
        });
    assertThat(clashes).as("types of the api that java.base has too").isEmpty();
  }

  /// {@return simple name → name, of the public top-level types in packages exported to everyone}
  private static Map<String, String> publicTypes(ModuleReference module)
      throws IOException, ClassNotFoundException {
    Set<String> exported =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .collect(Collectors.toSet());
    Map<String, String> types = new HashMap<>();
    try (ModuleReader reader = module.open();
        Stream<String> resources = reader.list()) {
      for (String resource : resources.toList()) {
        if (!resource.endsWith(".class") || resource.contains("$") || resource.contains("-info")) {
          continue;
        }
        String name = resource.substring(0, resource.length() - 6).replace('/', '.');
        int dot = name.lastIndexOf('.');
        if (exported.contains(name.substring(0, dot))
            && Modifier.isPublic(Class.forName(name, false, loader()).getModifiers())) {
          types.put(name.substring(dot + 1), name);
        }
      }
    }
    return types;
  }

  private static ClassLoader loader() {
    return ApiNamesTest.class.getClassLoader();
  }
}
