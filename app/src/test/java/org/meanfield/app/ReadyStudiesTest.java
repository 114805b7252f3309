package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyStudiesTest {

  static Stream<String> studies() throws IOException {
    try (Stream<Path> files = Files.list(Program.STUDIES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void isPlannedWithoutFault(String name) {
    Program.Result result = Program.run("check", Program.STUDIES.resolve(name)).done();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("A1").contains("holds").contains("flow.time");

    Object json =
        JsonTree.parse(Program.run("check", Program.STUDIES.resolve(name), "--json").out());
    assertThat((String) JsonTree.at(json, "hash")).hasSize(64);
    assertThat((Double) JsonTree.at(json, "estimate", "seconds")).isPositive();
    assertThat((Double) JsonTree.at(json, "estimate", "bytes")).isPositive();
  }
}
