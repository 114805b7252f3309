package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The study of the README on real digits, with fewer atoms and replicates than it has. Every
/// number follows from its seed.
class DigitsStudyTest {
  private static final double HORIZON = 0.25;

  @TempDir static Path folder;
  private static Path out;
  private static Program.Result result;

  @BeforeAll
  static void run() {
    out = folder.resolve("out");
    result =
        Program.run(
                "run",
                Program.STUDIES.resolve("digits.yaml"),
                "--out",
                out,
                "--set",
                "experts=[16, 256]",
                "--set",
                "replicates=6",
                "--set",
                "flow.record=[0.25]",
                "--set",
                "limit.points=1024")
            .done();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] atEnd(String table, String experts, String column) throws IOException {
    return Table.read(out.resolve(table))
        .where("experts", experts)
        .where("time", HORIZON)
        .numbers(column);
  }

  @Test
  void digitsNeverTrainedOnAreToldApart() throws IOException {
    for (String experts : new String[] {"256", "inf"}) {
      assertThat(mean(atEnd("loss.csv", experts, "test_accuracy")))
          .as("test accuracy, N = %s", experts)
          .isGreaterThanOrEqualTo(0.93);
    }
  }

  @Test
  void couplingErrorAndDistanceFallWithTheNumberOfExperts() throws IOException {
    assertThat(mean(atEnd("coupling.csv", "256", "mean_sup_sq_l1")))
        .isLessThan(mean(atEnd("coupling.csv", "16", "mean_sup_sq_l1")));
    for (String kind : new String[] {"trained", "static"}) {
      Table distances = Table.read(out.resolve("distance.csv")).where("kind", kind);
      assertThat(
              mean(distances.where("experts", "256").where("time", HORIZON).numbers("w2_squared")))
          .isLessThan(
              mean(distances.where("experts", "16").where("time", HORIZON).numbers("w2_squared")));
    }
  }

  @Test
  void lossCurvesOfMoreExpertsLieCloserToTheLimits() throws IOException {
    assertThat(largestDifference("256")).isLessThan(largestDifference("16"));
  }

  /// The largest difference over time of a curve to the limit's, in the mean over replicates.
  private static double largestDifference(String experts) throws IOException {
    Table loss = Table.read(out.resolve("loss.csv"));
    Table limit = loss.where("experts", "inf");
    double[] largest = new double[6];
    for (int replicate = 0; replicate < largest.length; replicate++) {
      Table curve = loss.where("experts", experts).where("replicate", replicate);
      for (double t : curve.numbers("time")) {
        double[] there = limit.where("time", t).numbers("loss");
        if (there.length == 1) {
          double here = curve.where("time", t).numbers("loss")[0];
          largest[replicate] = Math.max(largest[replicate], Math.abs(here - there[0]));
        }
      }
      assertThat(largest[replicate]).isPositive();
    }
    return mean(largest);
  }

  @Test
  void theReportAndTheSummarySayWhatWasUsed() throws IOException {
    assertThat(result.out()).contains("256", "∞");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("meanfield:rk4", "meanfield:lattice", "meanfield:exact", "statevector");
  }
}
