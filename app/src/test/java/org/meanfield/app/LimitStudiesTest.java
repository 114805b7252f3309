package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Seeds;

/// Limits through study files, against laws known exactly: f = Σ_k w_k cos(θ_k − x_k) from the
/// uniform law has moments z_k' = ½ (h_k − h̄_k z_k²), h_k = w_k Σ_j r_j e^{ix_jk} (Ott–Antonsen).
class LimitStudiesTest {
  // Both solvers reach their own accuracy claims, 1e−10 or better, on these.
  private static final double TOLERANCE = 1e-10;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"closed-form", "lattice"})
  void oneDatumIsThePoissonKernel(String solver) throws IOException {
    Workbench bench = bench(new double[][] {{0}}, new double[] {0.9}, 2, solver);
    double[] responses = limit(bench, 2);
    // ρ' = ½ (1 − ρ²)(y − ρ), ρ(0) = 0; six digits of ρ(2) for y = 0.9 stand in the literature.
    assertThat(responses[0]).isCloseTo(0.525928, within(5e-7));
    assertThat(responses[0])
        .isCloseTo(exact(new double[][] {{0}}, new double[] {0.9}, 2)[0], within(TOLERANCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed-form", "lattice"})
  void threeDataOnTheCircle(String solver) throws IOException {
    double[][] x = {{0.3}, {-1.1}, {2.0}};
    double[] y = {0.6, -0.2, 0.1};
    agrees(bench(x, y, 1.5, solver), x, y, 1.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed-form", "lattice"})
  void threeParametersAreThreeEquations(String solver) throws IOException {
    double[][] x = {{0.3, 1.0, -0.4}, {-1.1, 0.2, 0.9}};
    double[] y = {0.6, -0.5};
    agrees(bench(x, y, 2, solver), x, y, 2);
  }

  /// As few points as have a lattice in a thousand dimensions, as few steps as will do: still ten
  /// seconds of a core.
  @Test
  void thousandParametersAreAThousandEquations() throws IOException {
    RandomGenerator random = Seeds.root(1).generator();
    double[][] x = {random.doubles(1000, -1.5, 1.5).toArray()};
    double[] y = {0.8};
    Workbench bench = bench(x, y, 4, "lattice");
    double[] responses = limit(bench, 4, "limit={solver: lattice, points: 4096, tolerance: 1e-2}");
    double[] expected = exact(x, y, 4);
    assertThat(expected[0]).isGreaterThan(1e-3);
    assertThat(responses[0]).isCloseTo(expected[0], within(1e-12));
  }

  @Test
  void theReferenceOfThisTestKnowsAFixedPoint() {
    // y = 0 is what the uniform law answers, so nothing moves.
    assertThat(exact(new double[][] {{0.7}}, new double[] {0}, 3)[0]).isZero();
  }

  private void agrees(Workbench bench, double[][] x, double[] y, double time) throws IOException {
    double[] expected = exact(x, y, time);
    double[] responses = limit(bench, time);
    for (int j = 0; j < y.length; j++) {
      assertThat(responses[j]).as("datum %d", j).isCloseTo(expected[j], within(TOLERANCE));
    }
  }

  private double[] limit(Workbench bench, double time, String... changes) throws IOException {
    bench.run(Stream.of(changes).flatMap(change -> Stream.of("--set", change)).toArray()).done();
    return bench
        .table("responses.csv")
        .where("experts", "inf")
        .where("time", time)
        .numbers("response");
  }

  private Workbench bench(double[][] x, double[] y, double time, String solver) throws IOException {
    Workbench bench = new Workbench(folder);
    StringBuilder targets = new StringBuilder("y\n");
    for (double target : y) {
      targets.append(target).append('\n');
    }
    bench.write("x.csv", EvalCommandTest.csv("x", x));
    bench.write("y.csv", targets.toString());
    bench.write(
        "study.yaml",
        """
        study: limit
        data: {source: csv, inputs: x.csv, targets: y.csv}
        expert: {type: cosine, weights: mean}
        flow: {time: %s, record: [%s]}
        limit: {solver: %s, points: 512}
        """
            .formatted(time, time, solver));
    return bench;
  }

  /// {@return F_j(t) from the moment equations, by 2000 steps of RK4: error below 1e−13}
  private static double[] exact(double[][] x, double[] y, double time) {
    int d = x[0].length;
    double[] z = new double[2 * d];
    int steps = 2000;
    double h = time / steps;
    for (int step = 0; step < steps; step++) {
      double[] k1 = slope(z, x, y);
      double[] k2 = slope(moved(z, k1, h / 2), x, y);
      double[] k3 = slope(moved(z, k2, h / 2), x, y);
      double[] k4 = slope(moved(z, k3, h), x, y);
      for (int i = 0; i < z.length; i++) {
        z[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return responses(z, x);
  }

  private static double[] moved(double[] z, double[] slope, double h) {
    double[] moved = z.clone();
    for (int i = 0; i < z.length; i++) {
      moved[i] += h * slope[i];
    }
    return moved;
  }

  private static double[] responses(double[] z, double[][] x) {
    int d = x[0].length;
    double[] f = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      for (int k = 0; k < d; k++) {
        f[j] += (z[2 * k] * Math.cos(x[j][k]) + z[2 * k + 1] * Math.sin(x[j][k])) / d;
      }
    }
    return f;
  }

  private static double[] slope(double[] z, double[][] x, double[] y) {
    int d = x[0].length;
    double[] f = responses(z, x);
    double[] slope = new double[z.length];
    for (int k = 0; k < d; k++) {
      double hRe = 0;
      double hIm = 0;
      for (int j = 0; j < y.length; j++) {
        hRe += (y[j] - f[j]) * Math.cos(x[j][k]) / d;
        hIm += (y[j] - f[j]) * Math.sin(x[j][k]) / d;
      }
      double re = z[2 * k];
      double im = z[2 * k + 1];
      double squareRe = re * re - im * im;
      double squareIm = 2 * re * im;
      // ½ (h − h̄ z²)
      slope[2 * k] = (hRe - (hRe * squareRe + hIm * squareIm)) / 2;
      slope[2 * k + 1] = (hIm - (hRe * squareIm - hIm * squareRe)) / 2;
    }
    return slope;
  }
}
