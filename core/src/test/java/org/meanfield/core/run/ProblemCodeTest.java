package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
  @Test
  void everyCodeHasItsHeadingAndEveryHeadingItsCode() throws Exception {
    List<String> headings =
        Files.readAllLines(Path.of("../docs/errors.md")).stream()
            .filter(line -> line.startsWith("## MF-R"))
            .map(line -> line.substring(3, 9))
            .toList();
    assertThat(headings)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
  }
}
