package org.meanfield.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run directory as the page sees it: its tables, unread as yet, what it says of its making, and
/// the study's text.
final class Run {
  /// The tables of a run, each with the columns it cannot do without.
  static final Map<String, List<String>> COLUMNS = columns();

  static final List<String> TABLES = List.copyOf(COLUMNS.keySet());

  private final Path directory;
  private final Map<String, RunTable> tables = new LinkedHashMap<>();
  private final Provenance provenance;
  private final String study;

  Run(Path directory) throws IOException {
    this.directory = directory;
    COLUMNS.forEach((name, needed) -> tables.put(name, new RunTable(directory, name, needed)));
    this.provenance = Provenance.of(directory);
    Path file = directory.resolve("study.yaml");
    this.study =
        Files.isRegularFile(file) ? Files.readString(file) : provenance.part("study").text("text");
  }

  private static Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("loss.csv", List.of("experts", "replicate", "time", "loss"));
    columns.put("responses.csv", List.of("experts", "replicate", "time", "datum", "response"));
    columns.put("particles.csv", List.of("experts", "replicate", "time", "theta0"));
    columns.put("density.csv", List.of("time", "theta0", "density"));
    columns.put(
        "coupling.csv", List.of("experts", "replicate", "time", "mean_sup_sq_l1", "mean_sq_l1"));
    columns.put("regime.csv", List.of("experts", "replicate", "time", "residual_integral"));
    columns.put("distance.csv", List.of("experts", "replicate", "time", "kind", "w2_squared"));
    columns.put(
        "rates.csv", List.of("quantity", "slope", "ci_low", "ci_high", "predicted", "verdict"));
    columns.put("constants.csv", List.of("name", "variant", "value"));
    columns.put("audit.csv", List.of("clause", "claim", "verdict"));
    columns.put("problems.csv", List.of("cell", "code", "sentence"));
    return Collections.unmodifiableMap(columns);
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

  /// {@return a file of the run in base 64, empty if it isn't there}
  String base64(String file) throws IOException {
    return has(file)
        ? Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve(file)))
        : "";
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

  /// {@return how far the limit's responses are estimated to be from the true ones, NaN if that is
  /// not known}
  double limitError() {
    return provenance.part("limit").number("error_estimate");
  }

  /// {@return a bound for the error of the limit's loss L that follows from the estimated error δ
  /// of its responses: |δL| ≤ Σⱼ |rⱼ| δ + n δ²/2 ≤ √(2 L n) δ + n δ²/2 over the n training data;
  /// NaN if δ or n is not known}
  double limitLossError(double loss) {
    double n = provenance.part("data").number("train");
    double delta = limitError();
    return Math.sqrt(2 * Math.max(0, loss) * n) * delta + n * delta * delta / 2;
  }

  /// {@return the number d of parameters of one expert as far as the provenance says, else zero}
  int parameters() {
    double d = provenance.part("expert").number("parameters");
    return d >= 1 ? (int) d : 0;
  }
}
