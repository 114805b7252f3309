package org.meanfield.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder with a study and its files.
///
/// @param folder where everything is
record Workbench(Path folder) {
  /// Two data, d = 1, a few particles: runs in milliseconds.
  static final String SMALL =
      """
      study: train
      seed: 1
      data: {source: csv, inputs: x.csv, targets: y.csv}
      expert: {type: cosine}
      flow: {time: 0.5, integrator: rk4, step: 0.05, record: [0.25, 0.5]}
      experts: [4, 8]
      replicates: 2
      limit: {solver: lattice, points: 64}
      distance: {solver: exact, metric: l1}
      output: {particles: true}
      """;

  /// {@return a bench with the small study, `study.yaml`, and its data}
  static Workbench small(Path folder) throws IOException {
    Workbench bench = new Workbench(folder);
    bench.write("x.csv", "x0\n0.1\n1.2\n");
    bench.write("y.csv", "y\n0.5\n-0.25\n");
    bench.write("study.yaml", SMALL);
    return bench;
  }

  Path study() {
    return folder.resolve("study.yaml");
  }

  Path out() {
    return folder.resolve("out");
  }

  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /// Runs the study into `out`.
  ///
  /// @param options more options
  Program.Result run(Object... options) {
    return runInto(out(), options);
  }

  Program.Result runInto(Path out, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("run", study(), "--out", out));
    arguments.addAll(List.of(options));
    return Program.run(arguments.toArray());
  }

  Table table(String name) throws IOException {
    return Table.read(out().resolve(name));
  }

  /// {@return the names of everything in the folder, sorted}
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }
}
