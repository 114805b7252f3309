package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Integrators with step control against steps of one length, on the experts that laws are known
/// for and on a ring of two qubits and two layers: particles through study files. Recorded times
/// are many, unevenly spread and no multiples of the fixed steps.
class StepControlTest {
  private static final String TIMES = "[0.031, 0.05, 0.4, 0.77, 0.78, 1.5, 2.0]";

  /// What an integrator says of its error: so many tolerances.
  private record Claim(String integrator, double multiple) {}

  private static final List<Claim> CLAIMS =
      List.of(
          new Claim("dormand-prince", 5),
          new Claim("dormand-prince-853", 10),
          new Claim("gragg-bulirsch-stoer", 10),
          new Claim("adams-bashforth", 1000),
          new Claim("adams-moulton", 100));

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    Workbench bench = new Workbench(folder);
    bench.write("x1.csv", "x0\n0\n");
    bench.write("y1.csv", "y\n0.9\n");
    bench.write("x3.csv", "x0\n0.3\n-1.1\n2.0\n");
    bench.write("xs.csv", "x0,x1,x2\n0.3,1.0,-0.4\n-1.1,0.2,0.9\n2.0,-0.7,0.1\n");
    bench.write("y3.csv", "y\n0.6\n-0.2\n0.1\n");
  }

  /// E1: one datum on the circle; E2: three; E3: three parameters.
  @ParameterizedTest
  @CsvSource({
    "x1, y1, '{type: cosine}'",
    "x3, y3, '{type: cosine}'",
    "xs, y3, '{type: cosine, weights: mean}'",
    "xs, y3, '{type: circuit, template: ring, qubits: 2, layers: 2}'"
  })
  void adaptiveAndFixedStepsAgreeToTheirTolerances(String inputs, String targets, String expert)
      throws IOException {
    Workbench bench = new Workbench(folder);
    bench.write(
        "study.yaml",
        """
        study: train
        data: {source: csv, inputs: %s.csv, targets: %s.csv}
        expert: %s
        flow: {time: 2.0, integrator: rk4, step: 0.005, record: %s}
        experts: [24]
        output: {particles: true}
        """
            .formatted(inputs, targets, expert, TIMES));
    double[][] fixed = particles(bench, "fixed", "flow.step=0.005");
    // Measured: 2e-12 at most.
    assertAgree(fixed, particles(bench, "finer", "flow.step=0.0025"), 1e-11);
    for (Claim claim : CLAIMS) {
      for (double tolerance : new double[] {1e-5, 1e-8}) {
        double[][] adaptive =
            particles(
                bench,
                claim.integrator + tolerance,
                "flow={time: 2.0, integrator: %s, absolute: %s, relative: %s, record: %s}"
                    .formatted(claim.integrator, tolerance, tolerance, TIMES));
        assertAgree(adaptive, fixed, claim.multiple * tolerance);
      }
    }
  }

  private static void assertAgree(double[][] one, double[][] other, double tolerance) {
    assertThat(one).hasDimensions(other.length, other[0].length);
    for (int k = 0; k < one.length; k++) {
      assertThat(one[k]).as("theta%d", k).containsExactly(other[k], within(tolerance));
    }
  }

  /// {@return one row per parameter: all particles at all recorded times}
  private static double[][] particles(Workbench bench, String name, String set) throws IOException {
    Path out = bench.folder().resolve(name);
    bench.runInto(out, "--set", set).done();
    Table table = Table.read(out.resolve("particles.csv"));
    return table.columns().stream()
        .filter(column -> column.startsWith("theta"))
        .map(table::numbers)
        .toArray(double[][]::new);
  }
}
