package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.app.console.Status;

class CommandLineTest {

  static Stream<String> commands() {
    return Stream.of(
        "run", "check", "circuit", "insight", "eval", "w2", "init", "plugins", "report", "bench");
  }

  @Test
  void aloneItSaysWhatItIs() {
    Program.Result result = Program.run().done();
    assertThat(result.out()).contains("meanfield run studies/digits.yaml");
    assertThat(commands())
        .allSatisfy(command -> assertThat(result.out()).contains("\n  " + command));
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsExamples(String command) {
    String help = Program.run(command, "--help").done().out();
    assertThat(help).contains("Usage: meanfield " + command).contains("Examples\n  meanfield ");
    assertThat(Program.run("help", command).done().out()).isEqualTo(help);
  }

  @Test
  void helpFitsALine() {
    assertThat(commands())
        .allSatisfy(command ->
            assertThat(Program.run(command, "--help").outLines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100)));
  }

  /// Lists of commands show the first line of each description.
  @ParameterizedTest
  @ValueSource(strings = {"--help", "bench --help"})
  void summariesAreSentences(String words) {
    List<String> summaries =
        Program.run(List.of(words.split(" ")).toArray()).done().outLines().stream()
            .filter(line -> line.matches("  [a-z]\\S* {2,}[A-Z].*"))
            .toList();
    assertThat(summaries).isNotEmpty().noneMatch(line -> line.endsWith(","));
  }

  @Test
  void versionIsOneLine() {
    assertThat(Program.run("--version").done().outLines())
        .singleElement()
        .asString()
        .startsWith("meanfield ");
  }

  @Test
  void unknownCommandsAndOptionsAreGuessed() {
    assertThat(Program.run("rnu").refused().err())
        .startsWith("meanfield: there is no command 'rnu'; did you mean 'run'?");
    assertThat(Program.run("run", "a.yaml", "--sede", "3").refused().err())
        .startsWith("meanfield run: there is no option '--sede'; did you mean '--seed'?");
    assertThat(Program.run("run", "a.yaml", "--thread=3").refused().err())
        .contains("did you mean '--threads'?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run a.yaml b.yaml",
        "run a.yaml --seed x",
        "run a.yaml --threads many",
        "run a.yaml --engine threads --engine threads",
        "w2 a.csv",
        "eval a.yaml",
        "init",
        "report",
        "plugins describe"
      })
  void argumentsThatMakeNoSenseAreRefused(String line) {
    Program.Result result = Program.run(List.of(line.split(" ")).toArray()).refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("meanfield " + line.split(" ")[0])
        .contains("--help'")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "launch"})
  void commandsThatAreNotThereHaveNoHelp(String command) {
    Program.Result result = Program.run(command, "--help").refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("meanfield: there is no command '%s'".formatted(command));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed foo", "--threads two"})
  void integersAreAskedForInWords(String option) {
    assertThat(Program.run(List.of(("run a.yaml " + option).split(" ")).toArray()).refused().err())
        .contains(option.split(" ")[0] + " must be an integer ")
        .contains("got '" + option.split(" ")[1] + "'");
  }

  @Test
  void slipsComeAsJsonTooWhereAskedFor() {
    Object document =
        JsonTree.parse(Program.run("run", "a.yaml", "--bogus", "--json").refused().out());
    Object mistake = JsonTree.at(document, "mistakes", 0);
    assertThat(JsonTree.at(mistake, "code")).isEqualTo("MF-C04");
    assertThat(JsonTree.at(mistake, "file")).isEqualTo("meanfield run");
    assertThat(JsonTree.at(mistake, "line")).isNull();
    assertThat(JsonTree.at(mistake, "sentence")).isEqualTo("there is no option '--bogus'");

    Program.Result both = Program.run("run", "a.yaml", "--quiet", "--json").refused();
    assertThat(both.err()).startsWith("meanfield run: --quiet, --json are mutually exclusive");
    mistake = JsonTree.at(JsonTree.parse(both.out()), "mistakes", 0);
    assertThat(JsonTree.at(mistake, "code")).isEqualTo("MF-C17");
  }

  @Test
  void temporaryNamesAreNotShown() {
    assertThat(Meanfield.visible("runs/a/.loss.csv.part")).isEqualTo("runs/a/loss.csv");
    assertThat(Meanfield.visible(".loss.csv.part")).isEqualTo("loss.csv");
    assertThat(Meanfield.visible("a/.hidden/x.part")).isEqualTo("a/.hidden/x.part");
  }

  @Test
  void aFaultOfOursIsToldAsOne() {
    PrintWriter broken =
        new PrintWriter(new StringWriter()) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("out of paper");
          }
        };
    StringWriter err = new StringWriter();
    int status = Meanfield.run(new String[] {"plugins"}, broken, new PrintWriter(err));
    assertThat(status).isEqualTo(Status.FAULT);
    assertThat(err.toString())
        .contains("a fault of ours")
        .contains("please report")
        .contains("out of paper")
        .contains("\tat ");
  }

  @Test
  void negativeSeedsAreSeeds() {
    assertThat(
            Program.run("check", Program.STUDIES.resolve("one-point.yaml"), "--seed", "-3")
                .done()
                .out())
        .contains("seed -3");
  }
}
