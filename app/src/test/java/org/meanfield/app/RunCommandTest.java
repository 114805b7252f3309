package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.RunFolder;
import org.meanfield.app.console.Status;

class RunCommandTest {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "loss.csv", "experts,replicate,time,loss,train_accuracy,test_accuracy",
          "responses.csv", "experts,replicate,time,datum,response",
          "particles.csv", "experts,replicate,time,particle,theta0",
          "density.csv", "time,theta0,density",
          "coupling.csv", "experts,replicate,d,time,mean_sup_sq_l1,mean_sq_l1",
          "distance.csv", "experts,replicate,d,time,kind,w2_squared,gap",
          "rates.csv", "quantity,d,slope,ci_low,ci_high,predicted,verdict",
          "constants.csv", "name,variant,value,log10,log10_log10",
          "problems.csv", "cell,code,sentence");

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void study() throws IOException {
    bench = Workbench.small(folder);
  }

  @Test
  void everyFileOfTheContractIsWritten() throws IOException {
    bench.run("--set", "experts=[4, 8, 16]").done();
    for (Map.Entry<String, String> file : COLUMNS.entrySet()) {
      List<String> wanted = List.of(file.getValue().split(","));
      assertThat(bench.table(file.getKey()).columns())
          .as(file.getKey())
          .startsWith(wanted.toArray(String[]::new));
    }
    assertThat(bench.out().resolve("study.yaml")).isNotEmptyFile();
    assertThat(bench.out().resolve("report.html")).isNotEmptyFile();
    assertThat(bench.table("problems.csv").rows()).isEmpty();

    Table loss = bench.table("loss.csv");
    assertThat(loss.rows().stream().map(row -> row.get("experts")).distinct())
        .containsExactly("4", "8", "16", "inf");
    assertThat(loss.where("experts", "4").where("replicate", "1").numbers("time"))
        .contains(0, 0.25, 0.5)
        .isSorted();
    assertThat(bench.table("particles.csv").where("experts", "16").rows()).hasSize(2 * 3 * 16);
    // The law begins uniform: density 1/2π everywhere.
    for (double density : bench.table("density.csv").where("time", 0).numbers("density")) {
      assertThat(density).isCloseTo(1 / (2 * Math.PI), within(1e-12));
    }
  }

  @Test
  void numbersReadBackToTheSameDouble() throws IOException {
    bench.run().done();
    for (Map<String, String> row : bench.table("responses.csv").rows()) {
      String response = row.get("response");
      assertThat(Double.toString(Double.parseDouble(response))).isEqualTo(response);
    }
  }

  @Test
  void theLossIsThatOfTheResponses() throws IOException {
    bench.run().done();
    double[] y = {0.5, -0.25};
    for (Map<String, String> row : bench.table("loss.csv").rows()) {
      double[] f =
          bench
              .table("responses.csv")
              .where("experts", row.get("experts"))
              .where("replicate", row.get("replicate"))
              .where("time", row.get("time"))
              .numbers("response");
      if (f.length > 0) {
        double half = ((f[0] - y[0]) * (f[0] - y[0]) + (f[1] - y[1]) * (f[1] - y[1])) / 2;
        assertThat(Double.parseDouble(row.get("loss"))).isCloseTo(half, within(1e-15));
      }
    }
  }

  @Test
  void theSummaryTellsWhatTheTablesHold() throws IOException {
    Program.Result result = bench.run().done();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("loss")
        .contains("D²")
        .contains("W2² trained")
        .contains("W2² static")
        .contains("±")
        .containsPattern("(?m)^ *4 ")
        .containsPattern("(?m)^ *8 ")
        .containsPattern("(?m)^ *∞ ")
        .contains("report.html");
    double[] losses =
        bench.table("loss.csv").where("experts", "8").where("time", 0.5).numbers("loss");
    assertThat(losses).hasSize(2);
    double mean = (losses[0] + losses[1]) / 2;
    double error = Math.abs(losses[0] - losses[1]) / 2;
    assertThat(result.out()).contains(Figures.plusMinus(mean, error));
    assertThat(result.out()).doesNotContain("\u001b");
  }

  @Test
  void jsonIsOneDocumentAndNothingElse() throws IOException {
    Program.Result result = bench.run("--json").done();
    assertThat(result.err()).isEmpty();
    Object document = JsonTree.parse(result.out());
    assertThat(JsonTree.at(document, "rows", 0, "experts")).isEqualTo(4.0);
    assertThat(JsonTree.at(document, "cells")).isEqualTo(4.0);
    assertThat(JsonTree.at(document, "failed_cells")).isEqualTo(0.0);
    double[] losses =
        bench.table("loss.csv").where("experts", "4").where("time", 0.5).numbers("loss");
    assertThat((Double) JsonTree.at(document, "rows", 0, "loss", "mean"))
        .isCloseTo(Arrays.stream(losses).average().orElseThrow(), within(1e-15));
    assertThat(Path.of((String) JsonTree.at(document, "report"))).isNotEmptyFile();
  }

  @Test
  void quietSaysNothing() {
    Program.Result result = bench.run("--quiet").done();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void threadsDoNotChangeABit() throws IOException {
    // 600 particles are three shards, so that sums are split too.
    String more = "experts=[8, 600]";
    bench.runInto(folder.resolve("one"), "--threads", 1, "--set", more).done();
    bench.runInto(folder.resolve("two"), "--threads", 2, "--set", more).done();
    for (String table : COLUMNS.keySet()) {
      if (Files.exists(folder.resolve("one").resolve(table))) {
        assertThat(folder.resolve("two").resolve(table))
            .hasSameBinaryContentAs(folder.resolve("one").resolve(table));
      }
    }
    assertThat(folder.resolve("two/study.yaml"))
        .hasSameBinaryContentAs(folder.resolve("one/study.yaml"));
  }

  @Test
  void theSeedChangesTheParticlesAndNothingElseDoes() throws IOException {
    bench.runInto(folder.resolve("a"), "--seed", 1).done();
    bench.runInto(folder.resolve("b"), "--set", "seed=1").done();
    bench.runInto(folder.resolve("c"), "--seed", 2).done();
    assertThat(folder.resolve("b/particles.csv"))
        .hasSameBinaryContentAs(folder.resolve("a/particles.csv"));
    assertThat(Files.readString(folder.resolve("c/particles.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("a/particles.csv")));
  }

  @ParameterizedTest
  @CsvSource({
    "flow.integrator=heun, flow, integrator, heun",
    "distance.solver=circle, distance, solver, circle",
    "limit.solver=closed-form, limit, solver, closed-form"
  })
  void onePartIsSwappedByOneOption(String change, String section, String setting, String id)
      throws IOException {
    bench.run("--set", change).done();
    Object provenance = JsonTree.parse(Files.readString(bench.out().resolve("provenance.json")));
    List<?> resolved = (List<?>) JsonTree.at(provenance, "resolved");
    assertThat(resolved)
        .anySatisfy(row -> {
          assertThat(JsonTree.at(row, "section")).isEqualTo(section);
          assertThat(JsonTree.at(row, "setting")).isEqualTo(setting);
          assertThat((String) JsonTree.at(row, "value")).endsWith(id);
        });
    assertThat((List<?>) JsonTree.at(provenance, "plugins"))
        .anySatisfy(plugin -> assertThat(JsonTree.at(plugin, "id")).isEqualTo("meanfield:" + id));
  }

  @Test
  void oneParticleAndOneDatumAreEnough() throws IOException {
    bench.write("x.csv", "x0\n0.3\n");
    bench.write("y.csv", "y\n0.5\n");
    bench.run("--set", "experts=[1]", "--set", "replicates=1").done();
    assertThat(bench.table("particles.csv").where("experts", "1").rows()).hasSize(3);
    assertThat(bench.table("loss.csv").where("experts", "1").numbers("loss"))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void aTargetOutOfReachIsRemarkedAndRun() throws IOException {
    bench.write("y.csv", "y\n1.5\n0\n");
    assertThat(Program.run("check", bench.study()).done().out()).contains("MF-N01").contains("1.5");
    assertThat(bench.run().done().out()).contains("MF-N01");
  }

  @Test
  void whatHasNoResultIsAProblemAndTheRestIsThere() throws IOException {
    Program.Result result =
        bench.run("--set", "distance.solver=sinkhorn", "--set", "distance.iterations=1");
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.err()).isEmpty();
    assertThat(bench.out().resolve("problems.csv")).content().contains("MF-R07");
    assertThat(result.out())
        .contains("4 of 4 trainings failed:")
        .contains("MF-R07")
        .containsPattern("… \\d+ more in problems.csv")
        .contains("report.html");
    assertThat(bench.table("loss.csv").where("experts", "8").rows()).isNotEmpty();
    assertThat(bench.table("distance.csv").rows()).isEmpty();
  }

  @Test
  void aLimitAloneHasOneRow() throws IOException {
    bench.write("study.yaml", Workbench.SMALL.replaceFirst("train", "limit"));
    Program.Result result =
        bench
            .run("--set", "experts=null", "--set", "replicates=null", "--set", "distance=null")
            .done();
    assertThat(result.out()).contains("the limit alone").containsPattern("(?m)^ *∞ ");
  }

  @Test
  void aRunThatIsNotToldWhereGoesToTheNextFolder() throws IOException {
    Path runs = folder.resolve("runs");
    assertThat(RunFolder.next(runs, "study")).isEqualTo(runs.resolve("study-001"));
    bench.runInto(RunFolder.next(runs, "study")).done();
    assertThat(RunFolder.next(runs, "study")).isEqualTo(runs.resolve("study-002"));
  }

  @Test
  void reportIsWrittenAgain() throws IOException {
    bench.run().done();
    Path report = bench.out().resolve("report.html");
    Files.delete(report);
    assertThat(Program.run("report", bench.out()).done().out()).contains("report.html");
    assertThat(report).isNotEmptyFile();
    assertThat(Program.run("report", folder.resolve("nowhere")).refused().err())
        .contains("nowhere");
  }

  @Test
  void reportOfABrokenRunSaysWhereAndLeavesTheOlderPage() throws IOException {
    bench.run().done();
    Path loss = bench.out().resolve("loss.csv");
    String rows = Files.readString(loss);
    Files.writeString(loss, rows + "many,0,1\n");
    Program.Result partly = Program.run("report", bench.out());
    assertThat(partly.status()).isEqualTo(Status.FAILED);
    assertThat(partly.err()).containsPattern("loss.csv:\\d+  MF-C01  .* fields under");
    assertThat(Files.readString(bench.out().resolve("report.html")))
        .contains("What could not be read");
    Path report = bench.out().resolve("report.html");
    Files.writeString(report, "older");
    Files.writeString(loss, rows.replaceFirst(",loss", ",lost"));
    assertThat(Program.run("report", bench.out()).refused().err())
        .contains("loss.csv:1", "there is no column loss");
    assertThat(report).hasContent("older");
  }
}
