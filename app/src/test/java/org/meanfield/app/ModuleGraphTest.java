package org.meanfield.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may know whom. The graph as it is stands in `module-graph.txt`; the rules that it must obey
/// whatever is written there are the other tests.
class ModuleGraphTest {

  private static final Path GOLDEN = Path.of("src/test/resources/module-graph.txt");
  private static final Path ACTUAL = Path.of("target/module-graph.txt");

  /// Libraries that a plugin module may bring along; never one of ours but these.
  private static final Set<String> PLUGINS_MAY_REQUIRE =
      Set.of(
          "java.base",
          "org.jspecify",
          "org.meanfield.api",
          "org.meanfield.kernels",
          "org.meanfield.qasm",
          "org.meanfield.tables",
          "commons.math3",
          "de.siegmar.fastcsv");

  private static final Set<String> NOT_PLUGINS =
      Set.of(
          "org.meanfield.api",
          "org.meanfield.kernels",
          "org.meanfield.qasm",
          "org.meanfield.tables",
          "org.meanfield.testkit",
          "org.meanfield.core",
          "org.meanfield.app");

  @Test
  void graphIsTheOneWrittenDown() throws IOException {
    String golden = Files.readString(GOLDEN);
    String comments = golden.lines().takeWhile(l -> l.startsWith("#")).collect(joining("\n"));
    String actual = BuiltModules.descriptors().map(ModuleGraphTest::page).collect(joining("\n"));
    actual = comments + "\n\n" + actual;
    Files.writeString(ACTUAL, actual);
    assertThat(actual)
        .as("modules as built (say -am with -pl app); if meant: cd app && cp %s %s", ACTUAL, GOLDEN)
        .isEqualTo(golden);
  }

  @Test
  void apiRequiresTheJavaBaseOnly() {
    assertThat(requires("org.meanfield.api")).containsOnly("java.base", "org.jspecify");
  }

  @Test
  void kernelsKnowNothing() {
    assertThat(requires("org.meanfield.kernels"))
        .isSubsetOf("java.base", "org.jspecify", "jdk.incubator.vector");
  }

  @Test
  void testkitKnowsTheApiAndTestLibraries() {
    assertThat(requires("org.meanfield.testkit"))
        .isSubsetOf(
            "java.base",
            "org.jspecify",
            "org.meanfield.api",
            "org.junit.jupiter.api",
            "org.junit.jupiter.params",
            "org.assertj.core");
  }

  @Test
  void coreAloneKnowsGuice() {
    assertThat(BuiltModules.descriptors())
        .filteredOn(module -> requires(module.name()).contains("com.google.guice"))
        .extracting(ModuleDescriptor::name)
        .containsExactly("org.meanfield.core");
  }

  @Test
  void coreExportsItsFacadeAtMost() {
    assertThat(descriptor("org.meanfield.core").exports())
        .extracting(ModuleDescriptor.Exports::source)
        .isSubsetOf("org.meanfield.core");
  }

  @Test
  void pluginsProvideAndDoNothingElse() {
    for (ModuleDescriptor plugin : plugins()) {
      assertThat(plugin.exports()).as(plugin.name() + " exports").isEmpty();
      assertThat(plugin.opens()).as(plugin.name() + " opens").isEmpty();
      assertThat(plugin.uses()).as(plugin.name() + " uses").isEmpty();
      assertThat(requires(plugin.name()))
          .as(plugin.name() + " requires")
          .isSubsetOf(PLUGINS_MAY_REQUIRE);
    }
  }

  @Test
  void onlyPluginsProvideAndOnlyServicesOfTheApi() {
    BuiltModules.descriptors()
        .flatMap(m -> m.provides().stream().map(p -> m.name() + " " + p.service()))
        .forEach(provided -> {
          assertThat(NOT_PLUGINS).doesNotContain(provided.split(" ")[0]);
          assertThat(provided).contains(" org.meanfield.api.");
        });
  }

  @Test
  void rootPackagesAreNamedLikeTheirModules() {
    assertThat(BuiltModules.descriptors())
        .allSatisfy(module ->
            assertThat(module.packages())
                .allMatch(
                    name -> name.equals(module.name()) || name.startsWith(module.name() + ".")));
  }

  @Test
  void everyPluginIsInTheProgram() {
    assertThat(plugins()).hasSizeGreaterThanOrEqualTo(6);
    String program = System.getProperty("jdk.module.upgrade.path", "");
    for (ModuleDescriptor plugin : plugins()) {
      String folder = plugin.name().substring("org.meanfield.".length()).replace('.', '-');
      assertThat(program).contains(folder);
    }
  }

  private static List<ModuleDescriptor> plugins() {
    return BuiltModules.descriptors().filter(m -> !NOT_PLUGINS.contains(m.name())).toList();
  }

  private static Set<String> requires(String module) {
    return descriptor(module).requires().stream().map(Requires::name).collect(Collectors.toSet());
  }

  private static ModuleDescriptor descriptor(String module) {
    return BuiltModules.descriptors().filter(m -> m.name().equals(module)).findAny().orElseThrow();
  }

  /// One module as it stands in the golden file, sorted, `java.base` left out.
  private static String page(ModuleDescriptor module) {
    List<String> lines = new ArrayList<>();
    module.exports().stream()
        .map(e -> "exports " + e.source() + to(e.targets()))
        .forEach(lines::add);
    module.opens().stream().map(o -> "opens " + o.source() + to(o.targets())).forEach(lines::add);
    module.requires().stream()
        .filter(r -> !r.name().equals("java.base"))
        .map(r -> "requires " + modifiers(r) + r.name())
        .forEach(lines::add);
    module.uses().stream().map(u -> "uses " + u).forEach(lines::add);
    return Stream.concat(Stream.of(module.name()), lines.stream().sorted().map(l -> "  " + l))
        .collect(joining("\n", "", "\n"));
  }

  private static String modifiers(Requires requires) {
    return (requires.modifiers().contains(Requires.Modifier.STATIC) ? "static " : "")
        + (requires.modifiers().contains(Requires.Modifier.TRANSITIVE) ? "transitive " : "");
  }

  private static String to(Set<String> targets) {
    return targets.isEmpty() ? "" : targets.stream().sorted().collect(joining(", ", " to ", ""));
  }
}
