package org.meanfield.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.core.fault.FaultCode;

class PluginFolderTest {
  private static final String PROVIDER =
      """
      package PACKAGE;
      import org.meanfield.api.flow.Integrator;
      import org.meanfield.api.plugin.*;
      public final class Provider implements IntegratorProvider {
        public Descriptor descriptor() { return Descriptor.of("PACKAGE:leap", "Leaps."); }
        public Integrator create(Settings settings) { throw new AssertionError("not asked for"); }
      }
      """;

  @TempDir private Path folder;

  /// Compiles the module `name` with one integrator, as a folder of classes.
  private void plugin(String name, String requires) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source").resolve(name));
    Path provider =
        Files.writeString(source.resolve("Provider.java"), PROVIDER.replace("PACKAGE", name));
    Path module =
        Files.writeString(
            source.resolve("module-info.java"),
            "module %s { requires %s; provides %s with %s.Provider; }"
                .formatted(name, requires, IntegratorProvider.class.getName(), name));
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "--module-path",
                location("org.meanfield.api") + File.pathSeparator + location("org.meanfield.core"),
                "-d",
                plugins().resolve(name).toString(),
                provider.toString(),
                module.toString());
    assertThat(status).as(said.toString()).isZero();
  }

  private Path plugins() {
    return folder.resolve("plugins");
  }

  private static String location(String module) {
    return ModuleLayer.boot()
        .configuration()
        .findModule(module)
        .map(ResolvedModule::reference)
        .flatMap(reference -> reference.location())
        .map(Path::of)
        .orElseThrow()
        .toString();
  }

  @Test
  void pluginsAreFoundBesideOurs() throws IOException {
    plugin("acme", "org.meanfield.api");
    plugin("zeta", "org.meanfield.api");
    Catalog catalog = Discovery.of(Optional.of(plugins()));
    assertThat(catalog.names(ServiceKind.INTEGRATOR)).contains("acme:leap", "zeta:leap");
    assertThat(catalog.find(IntegratorProvider.class, "acme:leap"))
        .isInstanceOf(Lookup.Found.class);
    assertThat(catalog.broken()).isEmpty();
  }

  @Test
  void whatIsBrokenIsTold() throws IOException {
    plugin("acme", "org.meanfield.api");
    plugin("nosy", "org.meanfield.core");
    Files.writeString(plugins().resolve("broken.jar"), "no jar");
    Files.createDirectory(plugins().resolve("empty"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(plugins().resolve("plain.jar")))) {
      jar.putNextEntry(new ZipEntry("acme/Plain.class"));
    }
    Catalog catalog = Discovery.of(Optional.of(plugins()));
    assertThat(catalog.names(ServiceKind.INTEGRATOR)).contains("acme:leap");
    assertThat(catalog.broken())
        .extracting(PluginFault::plugin)
        .containsExactly("broken.jar", "empty", "nosy", "plain.jar");
    assertThat(catalog.broken())
        .allMatch(fault -> fault.code() == FaultCode.PLUGIN_NOT_LOADED)
        .anyMatch(fault -> fault.sentence().contains("requires org.meanfield.core"))
        .anyMatch(fault -> fault.sentence().contains("has no module-info"));
  }

  @Test
  void withoutAFolderThereAreNone() {
    Catalog catalog = Discovery.of(Optional.of(folder.resolve("nowhere")));
    assertThat(catalog.broken()).isEmpty();
  }
}
