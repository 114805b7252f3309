package org.meanfield.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run directory as the page sees it: its tables, unread as yet, what it says of its making, and
/// the study's text.
final class Run {
  static final List<String> TABLES =
      List.of(
          "loss.csv",
          "responses.csv",
          "particles.csv",
          "density.csv",
          "coupling.csv",
          "distance.csv",
          "rates.csv",
          "constants.csv",
          "problems.csv");

  private final Path directory;
  private final Map<String, RunTable> tables = new LinkedHashMap<>();
  private final Provenance provenance;
  private final String study;

  Run(Path directory) throws IOException {
    this.directory = directory;
    for (String name : TABLES) {
      tables.put(name, new RunTable(directory, name));
    }
    this.provenance = Provenance.of(directory);
    Path file = directory.resolve("study.yaml");
    this.study =
        Files.isRegularFile(file) ? Files.readString(file) : provenance.part("study").text("text");
  }

  RunTable table(String name) {
    RunTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table of a run: " + name);
    }
    return table;
  }

  List<RunTable> tables() {
    return new ArrayList<>(tables.values());
  }

  Provenance provenance() {
    return provenance;
  }

  /// {@return the text of the study, empty if it wasn't kept}
  String study() {
    return study;
  }

  boolean has(String file) {
    return Files.isRegularFile(directory.resolve(file));
  }

  /// {@return the study's name, else the folder's}
  String name() {
    String name = provenance.part("study").text("name");
    if (!name.isEmpty()) {
      return name;
    }
    Path folder = directory.toAbsolutePath().normalize().getFileName();
    return folder == null ? "A run" : folder.toString();
  }

  /// {@return the number d of parameters of one expert as far as the provenance says, else zero}
  int parameters() {
    double d = provenance.part("expert").number("parameters");
    return d >= 1 ? (int) d : 0;
  }
}
