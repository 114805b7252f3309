package org.meanfield.app.circuit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.meanfield.app.console.Status;
import org.meanfield.core.CircuitTiming;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The same program in a JVM without the Vector API, where every kernel runs its plain loops. A
/// process of its own: the kernels choose once, when they are loaded.
final class ScalarTwin {
  private static final String VECTOR = "jdk.incubator.vector";

  private ScalarTwin() {}

  /// What was timed on one thread.
  record Key(
      String template, int qubits, int layers, int inputs, String precision, String backend) {
    static Key of(CircuitTiming row) {
      // One thread stands for all.
      return row.threads() == 1
          ? new Key(
              row.of().template(),
              row.of().qubits(),
              row.of().layers(),
              row.of().inputs(),
              row.of().precision(),
              row.backend())
          : new Key("", 0, 0, 0, "", "");
    }
  }

  /// {@return whether this program runs with the Vector API}
  static boolean differs() {
    return ModuleLayer.boot().findModule(VECTOR).isPresent();
  }

  /// {@return the seconds of a step per expert}
  ///
  /// @param arguments of `bench circuits`, with --json
  /// @throws IOException if the program cannot be started or does not end well
  static Map<Key, Double> seconds(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=UTF-8");
    // Collector, memory and alignment are those of this JVM; its cache is of other modules.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") && !argument.contains("AOT"))
        .filter(argument -> !argument.startsWith("-Xlog"))
        .forEach(command::add);
    String modules = System.getProperty("jdk.module.path");
    if (modules != null) {
      command.addAll(List.of("--module-path", modules));
    }
    String upgrades = System.getProperty("jdk.module.upgrade.path");
    if (upgrades != null) {
      command.addAll(List.of("--upgrade-module-path", upgrades));
    }
    command.addAll(List.of("--module", "org.meanfield.app/org.meanfield.app.Meanfield"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int status = process.waitFor();
      if (status != Status.DONE) {
        throw new IOException(
            "the plain loops ended with status %d; leave them out with --no-scalar"
                .formatted(status));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the plain loops ran", e);
    }
    return read(text);
  }

  private static Map<Key, Double> read(String text) {
    Map<Key, Double> seconds = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      Map<String, String> row = new HashMap<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.END_OBJECT) {
          seconds.put(
              new Key(
                  field(row, "template"),
                  Integer.parseInt(field(row, "qubits")),
                  Integer.parseInt(field(row, "layers")),
                  Integer.parseInt(field(row, "inputs")),
                  field(row, "precision"),
                  field(row, "backend")),
              Double.parseDouble(field(row, "step_seconds"))
                  / Integer.parseInt(field(row, "experts")));
          row.clear();
        } else if (token.isScalarValue()) {
          row.put(parser.currentName(), parser.getString());
        }
      }
    }
    return seconds;
  }

  private static String field(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }
}
