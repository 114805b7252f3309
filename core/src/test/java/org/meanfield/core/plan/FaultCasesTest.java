package org.meanfield.core.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.plugin.ApiRange;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Every mistake as users see it. `faults/NAME.yaml` is a study, lines `# --set …` in it are
/// overrides; `faults/NAME.txt` holds what planning says: mistakes, or notices if there is none.
class FaultCasesTest {
  private static final Path CASES = Path.of("src/test/resources/org/meanfield/core/plan/faults");
  private static final Path ACTUAL = Path.of("target/faults");
  private static final Path ERRORS = Path.of("../docs/errors.md");

  /// 8 GiB and two threads, whatever runs the test.
  private static final Machine MACHINE = new Machine(8L << 30, 2);

  private static final Catalog CATALOG =
      Fakes.catalog(
          Fakes.ours(
              Fakes.expert(
                  "acme:throws",
                  ApiRange.current(),
                  () -> {
                    throw new IllegalStateException("out of order");
                  })),
          Fakes.ours(Fakes.expert("acme:wide", ApiRange.current(), Fakes.Wide::new)),
          Fakes.ours(Fakes.expert("acme:null", ApiRange.current(), () -> null)),
          Fakes.ours(Fakes.expert("acme:old", new ApiRange(7, 8), () -> null)),
          Fakes.ours(Fakes.expert("acme:twice", ApiRange.current(), () -> null)),
          Fakes.ours(Fakes.expert("acme:twice", ApiRange.current(), () -> null)));

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsSaidIsWrittenDown(String name) throws IOException {
    String actual = said(CASES.resolve(name));
    Path golden = CASES.resolve(textOf(name));
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve(textOf(name)), actual);

    assertThat(actual)
        .as("if meant: cd core && cp %s %s", ACTUAL.resolve(textOf(name)), golden)
        .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
  }

  @Test
  void everyCodeOfPlanningIsSaidInSomeCase() throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Pattern.compile("MF-[CPN]\\d\\d")
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .forEach(said::add);
      }
    }
    // Said elsewhere: of files that are not there (StudyFileTest), when the catalog is made
    // (CatalogTest).
    said.add(FaultCode.UNREADABLE.code());
    said.add(FaultCode.PLUGIN_NOT_LOADED.code());
    said.add(FaultCode.PLUGIN_DESCRIPTOR.code());
    // Of real circuits: AuditStudiesTest of the program.
    said.add(FaultCode.NO_FEATURES.code());

    assertThat(said)
        .containsExactlyElementsOf(
            Arrays.stream(FaultCode.values()).map(FaultCode::code).sorted().toList());
  }

  @Test
  void everyCodeHasAHeadingInTheManual() throws IOException {
    List<String> headings =
        Pattern.compile("^## (MF-[CPN]\\d\\d) ", Pattern.MULTILINE)
            .matcher(Files.readString(ERRORS))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(Arrays.stream(FaultCode.values()).map(FaultCode::code).toList());
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private static String textOf(String name) {
    return name.replace(".yaml", ".txt");
  }

  private static String said(Path study) throws IOException {
    List<String> overrides =
        Files.exists(study) && Files.size(study) < 10_000
            ? Pattern.compile("^# --set (.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(study, StandardCharsets.ISO_8859_1))
                .results()
                .map(match -> match.group(1))
                .toList()
            : List.of();
    Faults faults = new Faults();
    List<String> notices =
        StudyFile.read(study, overrides, faults)
            .flatMap(document -> new Planner(CATALOG, MACHINE).plan(document, faults))
            .map(planned -> planned.plan().notices())
            .orElse(List.of())
            .stream()
            .map(notice -> notice.code() + "  " + notice.sentence())
            .toList();
    String mistakes =
        faults.sorted().stream()
            .map(fault ->
                "%s  %s  %s%s"
                    .formatted(
                        fault.place(),
                        fault.code().code(),
                        fault.sentence(),
                        fault.remedy().isEmpty() ? "" : "; " + fault.remedy()))
            .collect(joining("\n"))
            .replace(CASES + "/", "");
    return mistakes + String.join("\n", notices) + "\n";
  }
}
