package org.meanfield.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
  private static final int LARGEST = 3_000_000;

  @TempDir Path folder;

  private static String write(Path run) throws IOException {
    return Files.readString(ReportPage.write(run).page());
  }

  /// The page without its scripts and data: what a reader sees.
  private static String own(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "").replaceAll("[\u00A0\u202F]", " ");
  }

  private static Map<?, ?> data(String page) {
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    return (Map<?, ?>) Json.parse(data.group(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void aRunBecomesOnePage(int d) throws IOException {
    String page = write(SyntheticRun.write(folder.resolve("run"), d, 3));
    assertThat(page.length()).isLessThan(LARGEST);
    assertThat(own(page))
        .contains("Cosines in dimension " + d, "in 3 replicates", "data-figure=\"loss\"")
        .contains("data-figure=\"" + (d == 1 ? "circle" : d == 2 ? "map" : "pair") + "\"")
        .contains("data-figure=\"coupling\"", "data-figure=\"distance\"", "vacuous")
        .doesNotContain("NaN", "undefined", "Infinity", "null")
        .doesNotContain("{{");
    assertThat(data(page).keySet().stream().map(String::valueOf))
        .contains("loss", "responses", "torus", "coupling", "distance", "slopes");
  }

  @Test
  void noticesAndBrokenClausesStandBesideTheVerdict() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    Path audit = run.resolve("audit.csv");
    Path provenance = run.resolve("provenance.json");
    assertThat(write(run))
        .contains("class=\"verdict look\"", "one clause of assumption A1 is broken")
        .contains("<code>A1</code>", "<span>|y_j| ≤ sup|f|: the largest |y| is 1.2</span>");
    Files.writeString(audit, Files.readString(audit).replace("broken", "consistent"));
    assertThat(write(run)).contains("class=\"verdict good\"").doesNotContain("<code>A1</code>");
    Files.writeString(
        provenance,
        Files.readString(provenance)
            .replace(
                "\"seed\": 1",
                "\"notices\": [{\"code\": \"MF-N01\", \"sentence\": \"y reaches 1.2 & more\"}], \"seed\": 1"));
    assertThat(write(run))
        .contains("class=\"verdict look\"", "no problem was recorded; one notice was given")
        .contains("<code>MF-N01</code>", "<span>y reaches 1.2 &amp; more</span>");
  }

  @Test
  void nothingIsFetched() throws IOException {
    String page = write(SyntheticRun.write(folder.resolve("run"), 1, 2));
    assertThat(page).contains("default-src 'none'");
    assertThat(own(page))
        .doesNotContain("<link", "src=\"http", "@import", "url(http", "<iframe", "<img");
  }

  @Test
  void thePageCarriesTheStatisticsOfTheTable() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("loss.csv"),
        """
        experts,replicate,time,loss,train_accuracy,test_accuracy
        16,0,0,4,0.5,
        16,1,0,6,0.5,
        16,0,1,1,0.75,
        16,1,1,3,1,
        inf,0,0,5,0.5,
        inf,0,1,1.75,1,
        """);
    String page = write(run);
    assertThat(own(page))
        .contains("2.0 ± 1.0", "1.75", "88 ± 12 %")
        .doesNotContain("test accuracy");
    List<?> loss = (List<?>) data(page).get("loss");
    Map<?, ?> first = (Map<?, ?>) loss.getFirst();
    Map<?, ?> end = (Map<?, ?>) ((List<?>) first.get("loss")).getLast();
    assertThat(((Number) end.get("m")).doubleValue()).isEqualTo(2);
    assertThat(((Number) end.get("s")).doubleValue()).isCloseTo(1, within(1e-15));
    assertThat(((Number) end.get("c")).intValue()).isEqualTo(2);
  }

  @Test
  void theRegimeIsDrawnAndWhatIsMissingOfItSaid() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    assertThat(own(write(run))).contains("Kernel and regime", "The kernel was not computed");
    String head =
        "experts,replicate,d,time,lambda_min,norm,residual_integral,mean_displacement_l1,"
            + "max_displacement_l1,loss_defect\n";
    Files.writeString(
        run.resolve("regime.csv"),
        head + "16,0,1,0,0.5,2,0,0,0,0\n16,1,1,0,0.7,2,0,0,0,0\ninf,0,1,0,0.6,2,0,0,0,\n");
    String page = write(run);
    assertThat(own(page))
        .contains("Kernel and regime", "data-figure=\"regime\"", "means of 2 replicates")
        .doesNotContain("The kernel was not computed");
    Map<?, ?> first = (Map<?, ?>) ((List<?>) data(page).get("regime")).getFirst();
    Map<?, ?> smallest = (Map<?, ?>) ((List<?>) first.get("smallest")).getFirst();
    assertThat(((Number) smallest.get("m")).doubleValue()).isEqualTo(0.6);
    Files.writeString(run.resolve("regime.csv"), head + "16,0,1,0,0,2,0,0,0,0\n");
    page = write(run);
    assertThat(own(page)).contains("is 0 at every recorded time");
    assertThat(
            ((Map<?, ?>) ((List<?>) data(page).get("regime")).getFirst()).containsKey("smallest"))
        .isFalse();
    Files.writeString(run.resolve("regime.csv"), head + "16,0,1,0,,,0,0,0,0\n");
    page = write(run);
    assertThat(own(page)).contains("The kernel was not computed", "a single replicate");
    assertThat(
            ((Map<?, ?>) ((List<?>) data(page).get("regime")).getFirst())
                .keySet().stream().map(String::valueOf))
        .contains("residual")
        .doesNotContain("smallest", "norm");
  }

  @Test
  void aSingleReplicateHasNoErrorAndSaysSo() throws IOException {
    String page = own(write(SyntheticRun.write(folder.resolve("run"), 1, 1)));
    assertThat(page).contains("a single replicate, so no error can be given", "no error bar");
    assertThat(page).doesNotContain("NaN");
  }

  @Test
  void hostileTextStaysText() throws IOException {
    String hostile = "</script><b onmouseover='alert(1)'>&\"";
    String inJson = hostile.replace("\"", "\\\"");
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    Files.writeString(run.resolve("study.yaml"), hostile);
    Files.writeString(
        run.resolve("problems.csv"),
        "cell,code,sentence\n%1$s,%1$s,%1$s\n"
            .formatted("\"" + hostile.replace("\"", "\"\"") + "\""));
    Files.writeString(
        run.resolve("rates.csv"),
        "quantity,d,slope,ci_low,ci_high,predicted,verdict\n%1$s,1,-1,-1.1,-0.9,-1,%1$s\n"
            .formatted("\"" + hostile.replace("\"", "\"\"") + "\""));
    Files.writeString(
        run.resolve("constants.csv"),
        "name,variant,value,log10,log10_log10,note\n%1$s,%1$s,1,,,%1$s\n"
            .formatted("\"" + hostile.replace("\"", "\"\"") + "\""));
    Files.writeString(
        run.resolve("provenance.json"),
        """
        {"study": {"name": "%1$s", "kind": "%1$s", "hash": "%1$s"}, "seed": "%1$s", "started": "%1$s",
         "resolved": [{"section": "%1$s", "setting": "%1$s", "value": "%1$s", "note": "%1$s"}],
         "versions": {"%1$s": "%1$s"}, "machine": {"%1$s": "%1$s"},
         "plugins": [{"id": "%1$s", "version": "%1$s", "sha256": "%1$s"}],
         "expert": {"id": "%1$s", "description": "%1$s", "circuit": "%1$s"},
         "data": {"description": "%1$s", "citation": "%1$s"},
         "limit": {"solver": "%1$s", "note": "%1$s"}, "distance": {"solver": "%1$s", "metric": "%1$s"},
         "citations": [{"key": "%1$s", "text": "%1$s", "url": "javascript:alert(1)"}]}
        """
            .formatted(inJson));
    String page = write(run);
    assertThat(page).doesNotContain("</script><b", "<b onmouseover", "href=\"javascript");
    assertThat(own(page))
        .contains("&lt;/script&gt;&lt;b onmouseover=&#39;alert(1)&#39;&gt;&amp;&quot;");
    assertThat(data(page).get("name")).isEqualTo(hostile);
  }

  @Test
  void anEmptyDirectoryStillBecomesAPageWhichSaysWhatIsMissing() throws IOException {
    String page = own(write(Files.createDirectory(folder.resolve("run"))));
    assertThat(page)
        .contains("There is no <code>loss.csv</code>", "There is no <code>coupling.csv</code>")
        .contains("There is no <code>provenance.json</code>")
        .doesNotContain("<figure", "NaN");
  }

  @Test
  void tablesWithoutRowsAreNoFault() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 2, 2);
    for (String name : Run.TABLES) {
      Path table = run.resolve(name);
      Files.writeString(table, Files.readAllLines(table).getFirst() + "\n");
    }
    assertThat(own(write(run))).doesNotContain("<figure", "NaN").contains("has no row");
  }

  @Test
  void eachTableMayBeMissing() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    for (String name : Run.TABLES) {
      Path aside = folder.resolve(name);
      Files.move(run.resolve(name), aside);
      assertThat(own(write(run))).as(name).doesNotContain("NaN");
      Files.move(aside, run.resolve(name));
    }
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOutAndToldOf() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("coupling.csv"),
        """
        experts,replicate,d,time,mean_sup_sq_l1,mean_sq_l1
        16,0,3,1,0.5,0.4
        16,1,3,1,NaN,
        16,2,3,1,Infinity,0.2
        """);
    String page = write(run);
    assertThat(own(page))
        .contains("2 values were not finite", "<code>coupling.csv:3</code>", "&#39;NaN&#39;")
        .doesNotContain(">NaN", ">Infinity");
    assertThat(data(page).toString()).doesNotContain("NaN");
  }

  @Test
  void rowsCutShortAreCountedNotGuessed() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("loss.csv"),
        "experts,replicate,time,loss,train_accuracy,test_accuracy\n16,0,0,4,,\n16,0,1,3,,\nmany,0,1,2,,\n16,0,2,1");
    assertThat(own(write(run)))
        .contains("2 rows could not be read and are left out here")
        .contains("<code>loss.csv:4</code>", "neither a positive number nor inf: &#39;many&#39;")
        .contains("<code>loss.csv:5</code>", "4 fields under 6 columns")
        .doesNotContain("no problem was recorded");
  }

  @Test
  void aRisingLossIsTold() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("loss.csv"),
        "experts,replicate,time,loss,train_accuracy,test_accuracy\n16,3,0,4,,\n16,3,1,4.1,,\n");
    assertThat(own(write(run))).contains("N = 16, replicate 3", "cannot do: look at the step");
  }

  @Test
  void largeTablesAreThinnedAndTheCaptionSaysSo() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    StringBuilder particles =
        new StringBuilder("experts,replicate,time,particle,theta0,theta1,theta2\n");
    for (int time = 0; time < 12; time++) {
      for (int i = 0; i < 5000; i++) {
        particles.append("5000,0,").append(time).append(',').append(i);
        particles.append(",0.1,").append(i * 1e-3).append(",-1e3\n");
      }
    }
    Files.writeString(run.resolve("particles.csv"), particles);
    StringBuilder loss =
        new StringBuilder("experts,replicate,time,loss,train_accuracy,test_accuracy\n");
    for (int i = 0; i < 30_000; i++) {
      loss.append("5000,0,")
          .append(i * 0.01)
          .append(',')
          .append(Math.exp(-i * 1e-4))
          .append(",,\n");
    }
    Files.writeString(run.resolve("loss.csv"), loss);
    String page = write(run);
    assertThat(page.length()).isLessThan(LARGEST);
    assertThat(own(page)).contains("not every particle is drawn", "drawn through 400");
  }

  @Test
  void thePageReplacesAnOlderOneAndLeavesNothingElse() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    Files.writeString(run.resolve(ReportPage.NAME), "old");
    assertThat(write(run)).startsWith("<!doctype html>");
    try (Stream<Path> files = Files.list(run)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.startsWith("."));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'experts,replicate,time,lost\n16,0,0,1\n',there is no column loss",
    "'replicate,time\n0,1\n',there are no columns experts and loss",
    "'',it has no header",
    "'experts,replicate,time,loss\n16,0,0,nan\n16,0,1,\n',loss is no finite number: 'nan'"
  })
  void aTableThatCannotBeReadLeavesTheOlderPage(String table, String sentence) throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    Files.writeString(run.resolve(ReportPage.NAME), "old");
    Files.writeString(run.resolve("loss.csv"), table.replace("\\n", "\n"));
    ReportPage.Written report = ReportPage.write(run);
    assertThat(report.written()).isFalse();
    assertThat(report.faults())
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo("loss.csv");
          assertThat(fault.sentence()).contains(sentence);
        });
    assertThat(run.resolve(ReportPage.NAME)).hasContent("old");
  }

  @Test
  void aBrokenProvenanceIsTold() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    Files.writeString(run.resolve("provenance.json"), "{\n\"study\": {\n\"kind\": ");
    ReportPage.Written report = ReportPage.write(run);
    assertThat(report.faults()).extracting(TableFault::file).containsExactly("provenance.json");
    assertThat(own(Files.readString(report.page())))
        .contains("What could not be read", "it is no JSON from line 3 on")
        .doesNotContain("no problem was recorded");
  }

  @Test
  void aNumberThatIsNotFiniteIsToldWithItsLine() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve("coupling.csv")));
    lines.set(3, lines.get(3).replaceAll("[^,]+$", "nan"));
    Files.write(run.resolve("coupling.csv"), lines);
    assertThat(ReportPage.write(run).faults())
        .containsExactly(
            new TableFault("coupling.csv", 4, "mean_sq_l1 is no finite number: 'nan'"));
  }

  @Test
  void noProblemIsClaimedWithoutTheTableOfProblems() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 1, 2);
    assertThat(own(write(run))).contains("no problem was recorded");
    Files.delete(run.resolve("problems.csv"));
    assertThat(own(write(run)))
        .doesNotContain("no problem was recorded")
        .contains("problems.csv is missing");
  }

  /// Collections whose order differs between two starts of the JVM have no place in code that
  /// writes pages.
  @Test
  void nothingOnThePageIsInAnAccidentalOrder() throws IOException {
    Path sources = Path.of("src/main/java/org/meanfield/core/report");
    Pattern accidental =
        Pattern.compile(
            "new Hash(Map|Set)|Set\\.of\\(|(Map|Set)\\.copyOf|Map\\.ofEntries|Map\\.of\\([^,()]+,[^,()]+,"
                + "|to(Unmodifiable)?(Map|Set)\\(|groupingBy\\(");
    assertThat(accidental.matcher("Map.of(\"sup\", sup, \"point\", p)").find()).isTrue();
    try (Stream<Path> files = Files.list(sources)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(accidental));
    }
  }

  @Test
  void constantsAreSetAsMathematicsWithTheirNotes() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("constants.csv"),
        """
        name,variant,value,log10,log10_log10,note
        CT,printed,3.8,0.5797,-0.2367,
        C2(T)/C1,printed,,6.1E26,26.785,"vacuous: exceeds (πd)² = 9.87, the squared diameter"
        alpha_d(16),printed,0.957,-0.019,,
        coupling-factor,sharp,12893.9,4.11,0.61,
        exponent-w2-squared,sharp,-1,,,times log N
        """);
    assertThat(own(write(run)))
        .contains("<i>CT</i><small>", "<i>C</i>₂(<i>T</i>)/<i>C</i>₁", "<i>α<sub>d</sub></i>(16)")
        .contains("vacuous (10^(", "12890", "<small>times log N</small>", "]²<small>");
  }

  @Test
  void slopesThatDecideNothingAreNeitherGoodNorBad() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("rates.csv"),
        """
        quantity,d,slope,ci_low,ci_high,predicted,verdict
        coupling,1,-1,-1.1,-0.9,-1,pass
        trained,1,-1.4,-1.5,-1.3,-1,pass: faster than the bound
        static,1,-0.5,-0.6,-0.4,-1,slower than predicted
        paired,1,-1,-3,1,-1,inconclusive
        excess,1,-1,-3,1,,not judged
        """);
    String page = write(run);
    assertThat(
            ((List<?>) data(page).get("slopes"))
                .stream().map(slope -> ((Map<?, ?>) slope).get("standing")).map(String::valueOf))
        .containsExactly("good", "good", "look", "open", "open");
    assertThat(own(page)).contains("2 of 4 predicted rates hold; 1 is inconclusive; 1 is not met");
  }

  @Test
  void aLimitAloneHasNoSectionsOnMixtures() throws IOException {
    String page = own(write(SyntheticRun.writeLimit(folder.resolve("run"), 1)));
    assertThat(page)
        .contains("The limit of mixtures", "href=\"#loss\"", "data-figure=\"circle\"")
        .doesNotContain(
            "single replicate",
            "one replicate",
            "all replicates",
            "#responses",
            "#rates",
            "There is no <code>coupling.csv");
  }

  @Test
  void theSummaryNamesTheExpertBrieflyAndCountsInWords() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(
        run.resolve("loss.csv"),
        "experts,replicate,time,loss\n4,0,0,1\n4,1,0,1\ninf,0,0,0.98765\n");
    Files.writeString(
        run.resolve("responses.csv"),
        "experts,replicate,time,datum,response\n4,0,0,0,0.526\n4,1,0,0,0.5\ninf,0,0,0,0.51\n");
    Files.writeString(
        run.resolve("provenance.json"),
        """
        {"expert": {"description": "ring of 2 layers on 4 qubits, d = 16, observable Z1; backend statevector", "parameters": 16},
         "data": {"description": "a/b/inputs.csv with /c/targets.csv: rows", "train": 1, "test": 0},
         "limit": {"solver": "lattice", "error_estimate": 0.02}}
        """);
    assertThat(own(write(run)))
        .contains("(ring of 2 layers on 4 qubits; <i>d</i>&nbsp;=&nbsp;16 parameters each)")
        .contains("on inputs.csv with targets.csv (1 training point)", "at the training input")
        .contains(
            "<b>0.99</b> in the limit", "is at least a third of the smallest root mean square")
        .doesNotContain("1 training inputs");
  }

  @Test
  void theSameTablesGiveTheSamePage() throws IOException {
    Path run = SyntheticRun.write(folder.resolve("run"), 2, 2);
    assertThat(write(run)).isEqualTo(write(run));
  }

  @Test
  void aMissingDirectoryIsAMistake() {
    assertThatThrownBy(() -> ReportPage.write(folder.resolve("nowhere")))
        .isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void anglesAreWrappedIntoOneTurn() {
    assertThat(TorusPicture.wrap(Math.PI)).isEqualTo(-Math.PI);
    assertThat(TorusPicture.wrap(-Math.PI)).isEqualTo(-Math.PI);
    assertThat(TorusPicture.wrap(7 * Math.PI + 0.5)).isCloseTo(0.5 - Math.PI, within(1e-14));
    assertThat(TorusPicture.wrap(-1e-17)).isBetween(-1e-15, 0.0);
  }
}
