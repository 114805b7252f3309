package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E D²(N, T) = c/N + o(1/N) whatever the dimension, as the drift knows the law by n means alone:
/// N·D² is one number for N = 16 … 4096, up to its own scatter.
///
/// Every N has starts of its own (in one study a smaller cloud is the beginning of a larger one),
/// so ln(N·mean D²) are independent numbers, with variance (SE/mean)² to first order, and their
/// weighted squared deviations from one constant sum to χ² of 8 degrees of freedom. D² is skew, so
/// that 40 replicates scatter a little more: twelve such sets gave 2.1 to 14.4 on the circle and
/// 2.8 to 24.3 on the ring, and 37 or more for powers of N that are wrong by a quarter.
class CouplingRateTest {
  private static final int[] SIZES = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096};
  private static final int REPLICATES = 40;

  /// χ² of 8 degrees of freedom exceeds this once in 1000.
  private static final double ONE_IN_A_THOUSAND = 26.12;

  @TempDir Path folder;

  @Test
  void ofThreeDataOnTheCircle() throws IOException {
    isOneNumber();
  }

  @Test
  void ofTheRingOfTwoQubits() throws IOException {
    Workbench bench = new Workbench(folder);
    Path inputs = bench.write("x.csv", "x0,x1\n0.3,-0.7\n-1.1,0.4\n0.9,1.2\n");
    Path targets = bench.write("y.csv", "y\n0.6\n-0.2\n0.1\n");
    isOneNumber(
        "data={source: csv, inputs: %s, targets: %s}".formatted(inputs, targets),
        "expert={type: circuit, template: ring, qubits: 2, layers: 1}");
  }

  /// With less than a third of its replicates, which leave the interval well within the margin.
  @Test
  void theReadyStudyIsJudgedAsPredicted() throws IOException {
    Path out = folder.resolve("out");
    Program.run(
            "run",
            Program.STUDIES.resolve("coupling.yaml"),
            "--out",
            out,
            "--quiet",
            "--set",
            "replicates=60",
            "--set",
            "output={particles: false, kernel: false}")
        .done();
    Map<String, String> rate =
        Table.read(out.resolve("rates.csv")).where("quantity", "coupling").rows().getFirst();
    assertThat(Double.parseDouble(rate.get("predicted"))).isEqualTo(-1);
    assertThat(rate.get("verdict")).isEqualTo("pass");
  }

  /// Were it another power of N by a quarter, the same measure would tell.
  private void isOneNumber(String... changes) throws IOException {
    double[][] errors = new double[SIZES.length][];
    for (int s = 0; s < SIZES.length; s++) {
      errors[s] = couplingErrors(SIZES[s], changes);
    }
    assertThat(scatter(errors, 1)).isLessThan(ONE_IN_A_THOUSAND);
    assertThat(scatter(errors, 0.75)).isGreaterThan(ONE_IN_A_THOUSAND);
    assertThat(scatter(errors, 1.25)).isGreaterThan(ONE_IN_A_THOUSAND);
  }

  /// {@return D² at the horizon, one number for each replicate}
  private double[] couplingErrors(int experts, String... changes) throws IOException {
    Path out = folder.resolve("of-" + experts);
    List<Object> arguments =
        new ArrayList<>(
            List.of("run", Program.STUDIES.resolve("coupling.yaml"), "--out", out, "--quiet"));
    Stream.concat(
            Stream.of(
                "seed=" + experts,
                "experts=" + experts,
                "replicates=" + REPLICATES,
                "output={particles: false, kernel: false}"),
            Stream.of(changes))
        .forEach(change -> arguments.addAll(List.of("--set", change)));
    Program.run(arguments.toArray()).done();
    double[] errors =
        Table.read(out.resolve("coupling.csv")).where("time", 2).numbers("mean_sup_sq_l1");
    assertThat(errors).hasSize(REPLICATES);
    return errors;
  }

  /// {@return Σ_s (x_s − x̄)²/v_s with x_s = ln(N_s^power · mean_s), v_s = (SE_s/mean_s)² and x̄
  /// their mean with weights 1/v_s}
  private static double scatter(double[][] errors, double power) {
    double[] logs = new double[SIZES.length];
    double[] weights = new double[SIZES.length];
    for (int s = 0; s < SIZES.length; s++) {
      double mean = Arrays.stream(errors[s]).average().orElseThrow();
      double squares = Arrays.stream(errors[s]).map(e -> (e - mean) * (e - mean)).sum();
      logs[s] = power * Math.log(SIZES[s]) + Math.log(mean);
      weights[s] = mean * mean * errors[s].length * (errors[s].length - 1) / squares;
    }
    double sum = Arrays.stream(weights).sum();
    double centre = 0;
    for (int s = 0; s < SIZES.length; s++) {
      centre += weights[s] * logs[s] / sum;
    }
    double scatter = 0;
    for (int s = 0; s < SIZES.length; s++) {
      scatter += weights[s] * (logs[s] - centre) * (logs[s] - centre);
    }
    return scatter;
  }
}
