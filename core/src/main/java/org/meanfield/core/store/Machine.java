package org.meanfield.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a run ran on.
///
/// @param cpu the processor's name, or its architecture where the system does not tell
/// @param cores processors available to the program
/// @param os operating system and version
/// @param vector `vector` where the Vector API is at hand, else `scalar`
record Machine(String cpu, int cores, String os, String vector) {
  static Machine here() {
    return new Machine(
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector" : "scalar");
  }

  private static String processor() {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) { // Linux
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException | UncheckedIOException _) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
