package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.measure.Estimate;
import org.meanfield.core.measure.Rate;
import org.meanfield.core.measure.RateFit;
import org.meanfield.core.plan.Start;

class StudyRunnerTest {
  @TempDir Path folder;

  private RunSummary run(Studies study, String name) throws BadInput, IOException {
    return StudyRunner.run(study.plan(), folder.resolve(name), 1, Progress.silent());
  }

  private List<Map<String, String>> table(String run, String name) throws IOException {
    return Csv.read(folder.resolve(run).resolve(name));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void everyNumberOfThreadsWritesTheSameBytes() throws Exception {
    // 600 particles are three shards, so cells and shards both run side by side.
    Studies study = Studies.onePoint().cells(List.of(8, 600), 3).measuredBy(new FirstShare());
    Map<String, String> one = tables(study, 1);
    assertThat(one.keySet())
        .containsExactly(
            "audit.csv",
            "constants.csv",
            "coupling.csv",
            "density.csv",
            "distance.csv",
            "loss.csv",
            "particles.csv",
            "problems.csv",
            "regime.csv",
            "responses.csv",
            "study.yaml");
    assertThat(tables(study, 2)).isEqualTo(one);
    assertThat(tables(study, 5)).isEqualTo(one);
  }

  private Map<String, String> tables(Studies study, int threads) throws Exception {
    Path out = folder.resolve("threads-" + threads);
    StudyRunner.run(study.plan(), out, threads, Progress.silent());
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("provenance.json")) {
          contents.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }

  @Test
  void aDirectoryThatExistsIsRefusedAndLeftAsItIs() throws Exception {
    Path out = Files.createDirectory(folder.resolve("there"));
    assertThatThrownBy(() -> run(Studies.onePoint(), "there"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("exists");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void theCouplingErrorAgreesWithAPlainSimulation() throws Exception {
    run(Studies.onePoint().cells(List.of(8), 2), "run");
    List<Map<String, String>> rows =
        table("run", "coupling.csv").stream().filter(row -> row.get("time").equals("1.0")).toList();
    assertThat(rows).hasSize(2);
    for (int replicate = 0; replicate < 2; replicate++) {
      double[] expected = plainCoupling(replicate);
      // The same method in other words: only the order of sums differs.
      assertThat(number(rows.get(replicate), "mean_sup_sq_l1"))
          .isCloseTo(expected[0], within(1e-13));
      assertThat(number(rows.get(replicate), "mean_sq_l1")).isCloseTo(expected[1], within(1e-13));
    }
  }

  // Eight particles on the circle, their companions by the exact push-forward.
  private static double[] plainCoupling(int replicate) {
    int n = 8;
    double h = 0.05;
    var random = Seeds.root(7).at("replica-" + replicate, "start").generator();
    double[] start = random.doubles(n).map(u -> 2 * Math.PI * u).toArray();
    double[] theta = start.clone();
    double[] companion = start.clone();
    double[] sup = new double[n];
    PoissonPath path = new PoissonPath(Studies.Y, 1);
    for (int s = 0; s < 20; s++) {
      theta = step(theta, h, cloud -> Studies.Y - Arrays.stream(cloud).map(Math::cos).sum() / n);
      companion = companionStep(companion, path, s * h, h);
      for (int i = 0; i < n; i++) {
        sup[i] = Math.max(sup[i], Math.pow(theta[i] - companion[i], 2));
      }
    }
    double last = 0;
    for (int i = 0; i < n; i++) {
      last += Math.pow(theta[i] - companion[i], 2) / n;
    }
    return new double[] {Arrays.stream(sup).sum() / n, last};
  }

  private interface CloudResidual {
    double of(double[] cloud);
  }

  private static double[] step(double[] y, double h, CloudResidual residual) {
    double[] k1 = slope(y, residual.of(y));
    double[] y2 = plus(y, h / 2, k1);
    double[] k2 = slope(y2, residual.of(y2));
    double[] y3 = plus(y, h / 2, k2);
    double[] k3 = slope(y3, residual.of(y3));
    double[] y4 = plus(y, h, k3);
    double[] k4 = slope(y4, residual.of(y4));
    return combine(y, h, k1, k2, k3, k4);
  }

  private static double[] companionStep(double[] y, PoissonPath path, double t, double h) {
    double middle = Studies.Y - path.rho(t + h / 2);
    double[] k1 = slope(y, Studies.Y - path.rho(t));
    double[] k2 = slope(plus(y, h / 2, k1), middle);
    double[] k3 = slope(plus(y, h / 2, k2), middle);
    double[] k4 = slope(plus(y, h, k3), Studies.Y - path.rho(t + h));
    return combine(y, h, k1, k2, k3, k4);
  }

  private static double[] slope(double[] y, double residual) {
    return Arrays.stream(y).map(angle -> -Math.sin(angle) * residual).toArray();
  }

  private static double[] plus(double[] y, double h, double[] k) {
    double[] sum = y.clone();
    Arrays.setAll(sum, i -> y[i] + h * k[i]);
    return sum;
  }

  private static double[] combine(double[] y, double h, double[]... k) {
    double[] sum = y.clone();
    Arrays.setAll(sum, i -> y[i] + h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]));
    return sum;
  }

  @Test
  void theLossFallsInEveryRow() throws Exception {
    RunSummary summary = run(Studies.onePoint(), "run");
    assertThat(summary.problems()).isEmpty();
    String cell = "";
    double before = 0;
    for (Map<String, String> row : table("run", "loss.csv")) {
      String own = row.get("experts") + "/" + row.get("replicate");
      if (own.equals(cell)) {
        assertThat(number(row, "loss")).isLessThanOrEqualTo(before);
      }
      cell = own;
      before = number(row, "loss");
    }
    assertThat(cell).isEqualTo("inf/0");
  }

  @Test
  void aStepTooLongForTheFlowIsReportedAsARisingLoss() throws Exception {
    // Twelve equal data: the stiffness is 12 times that of one.
    double[] x = new double[12];
    double[] y = new double[12];
    Arrays.fill(y, 0.5);
    RunSummary summary =
        run(
            Studies.onePoint()
                .with(Studies.data(x, y, List.of()))
                .with(new FixedStepRk4(1))
                .withoutLimit(),
            "run");
    assertThat(summary.problems()).isNotEmpty();
    assertThat(summary.problems())
        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.LOSS_ROSE));
    assertThat(summary.problems().getFirst().sentence()).contains("rose by", "at t = ");
    assertThat(summary.failedCells()).isEqualTo(summary.problems().size());
  }

  /// E sin² θ = ½ (1 − ρ²) under the Poisson kernel, and |r| = y − ρ.
  @Test
  void theRegimeOfTheLimitIsKnown() throws Exception {
    run(Studies.onePoint(), "run");
    PoissonPath path = new PoissonPath(Studies.Y, 32);
    List<Map<String, String>> rows =
        table("run", "regime.csv").stream()
            .filter(row -> row.get("experts").equals("inf"))
            .toList();
    assertThat(rows).extracting(row -> row.get("time")).containsExactly("0.0", "0.5", "1.0");
    for (Map<String, String> row : rows) {
      double rho = path.rho(number(row, "time"));
      // 32 points of a lattice: ρ^32 < 1e−13.
      assertThat(number(row, "lambda_min")).isCloseTo((1 - rho * rho) / 2, within(1e-12));
      assertThat(row.get("norm")).isEqualTo(row.get("lambda_min"));
      assertThat(row.get("loss_defect")).isEmpty();
    }
    // ∫ (y − ρ) dt = ∫ 2 dρ/(1 − ρ²) = 2 artanh ρ; RK4 with step 0.05.
    double rho = path.rho(1);
    assertThat(number(rows.getLast(), "residual_integral"))
        .isCloseTo(Math.log((1 + rho) / (1 - rho)), within(1e-8));
    // E |X_t(θ) − θ| = 4/π ∫₀^{π/2} (u − arctan(c tan u)) du with c = (1 − ρ)/(1 + ρ).
    double moved = 0;
    for (int i = 0; i < 4000; i++) {
      double u = (i + 0.5) / 4000 * Math.PI / 2;
      moved += 2 * (u - Math.atan((1 - rho) / (1 + rho) * Math.tan(u))) / 4000;
    }
    // 256 independent processes: five standard errors, the displacements being below ½.
    assertThat(number(rows.getLast(), "mean_displacement_l1")).isCloseTo(moved, within(0.05));
  }

  @Test
  void theRegimeOfACloudIsThatOfItsParticles() throws Exception {
    run(Studies.onePoint().cells(List.of(8), 1), "run");
    double[] start = cloud("0.0");
    double[] end = cloud("1.0");
    Map<String, String> row = table("run", "regime.csv").get(2);
    double kernel = 0;
    double mean = 0;
    double most = 0;
    for (int i = 0; i < 8; i++) {
      kernel += Math.pow(Math.sin(end[i]), 2) / 8;
      mean += Math.abs(end[i] - start[i]) / 8;
      most = Math.max(most, Math.abs(end[i] - start[i]));
    }
    assertThat(number(row, "lambda_min")).isCloseTo(kernel, within(1e-15));
    assertThat(number(row, "mean_displacement_l1")).isCloseTo(mean, within(1e-15));
    assertThat(number(row, "max_displacement_l1")).isEqualTo(most);
    // RK4 with step 0.05: 1.4e−8 measured.
    assertThat(number(row, "loss_defect")).isCloseTo(0, within(1e-7));
  }

  private double[] cloud(String time) throws IOException {
    return table("run", "particles.csv").stream()
        .filter(row -> row.get("time").equals(time) && row.get("experts").equals("8"))
        .mapToDouble(row -> number(row, "theta0"))
        .toArray();
  }

  @Test
  void kernelsAreLeftOutOnRequest() throws Exception {
    run(Studies.onePoint().withoutKernel(), "run");
    assertThat(table("run", "regime.csv"))
        .hasSize(30)
        .allSatisfy(row -> {
          assertThat(row.get("lambda_min")).isEmpty();
          assertThat(row.get("norm")).isEmpty();
          assertThat(row.get("residual_integral")).isNotEmpty();
        });
  }

  /// 5 % too steep: the flow is fast by as much, the loss falls all the same.
  @Test
  void aGradientThatIsNotThatOfTheResponseBreaksBothIdentities() throws Exception {
    Studies steep =
        Studies.onePoint()
            .withoutLimit()
            .with(
                new CosineExpert(1) {
                  @Override
                  public void gradient(double[] theta, double[] x, double[] out) {
                    super.gradient(theta, x, out);
                    out[0] *= 1.05;
                  }
                });
    RunSummary summary = run(steep, "steep");
    assertThat(summary.failedCells()).isEqualTo(9);
    assertThat(summary.problems().stream().map(Problem::code).distinct())
        .containsExactly(ProblemCode.LOSS_IDENTITY, ProblemCode.RESIDUAL_IDENTITY);
    assertThat(summary.problems().getFirst().sentence()).contains("the loss fell by", "explain");
    assertThat(summary.problems().getLast().sentence()).contains("F′ at datum 0 is", "but K r is");
    assertThat(run(steep.withoutKernel(), "cheap").problems())
        .hasSize(9)
        .allSatisfy(p -> assertThat(p.code()).isEqualTo(ProblemCode.LOSS_IDENTITY));
  }

  @Test
  void oneParticleAndOneDatumAreAStudyToo() throws Exception {
    RunSummary summary = run(Studies.onePoint().cells(List.of(1), 1), "run");
    assertThat(summary.problems()).isEmpty();
    RunSummary.Row row = summary.rows().getFirst();
    assertThat(row.loss().orElseThrow().standardError()).isEmpty();
    // W2² from a point to 32 atoms is the mean squared distance, whatever the order.
    assertThat(row.trained().orElseThrow().mean())
        .isCloseTo(fromPoint(onlyParticle("1.0")), within(1e-12));
    // The companion is where the limit's flow takes the start, to RK4's error at this step.
    double pushed =
        new PoissonPath(Studies.Y, 1).push(Math.IEEEremainder(onlyParticle("0.0"), 2 * Math.PI), 1);
    assertThat(row.companions().orElseThrow().mean()).isCloseTo(fromPoint(pushed), within(1e-6));
  }

  private double onlyParticle(String time) throws IOException {
    return number(
        table("run", "particles.csv").stream()
            .filter(row -> row.get("time").equals(time) && row.get("experts").equals("1"))
            .findFirst()
            .orElseThrow(),
        "theta0");
  }

  private static double fromPoint(double theta) {
    return Arrays.stream(new PoissonPath(Studies.Y, 32).atoms(1).orElseThrow().points())
        .map(atom -> Math.pow(Math.IEEEremainder(theta - atom, 2 * Math.PI), 2))
        .average()
        .orElseThrow();
  }

  @Test
  void atTheStartBothCloudsAreOne() throws Exception {
    run(Studies.onePoint(), "run");
    List<Map<String, String>> start =
        table("run", "distance.csv").stream().filter(row -> row.get("time").equals("0.0")).toList();
    assertThat(start).hasSize(18);
    for (int at = 0; at < start.size(); at += 2) {
      assertThat(start.get(at).get("kind")).isEqualTo("trained");
      assertThat(start.get(at + 1).get("kind")).isEqualTo("static");
      assertThat(start.get(at + 1).get("w2_squared")).isEqualTo(start.get(at).get("w2_squared"));
    }
  }

  @Test
  void theStartIsSharedByAllNumbersOfParticles() throws Exception {
    run(Studies.onePoint(), "run");
    List<Map<String, String>> start =
        table("run", "particles.csv").stream()
            .filter(row -> row.get("time").equals("0.0") && row.get("replicate").equals("2"))
            .toList();
    for (int particle = 0; particle < 4; particle++) {
      String name = Integer.toString(particle);
      assertThat(
              start.stream()
                  .filter(row -> row.get("particle").equals(name))
                  .filter(row -> !row.get("experts").equals("inf"))
                  .map(row -> row.get("theta0"))
                  .distinct())
          .hasSize(1);
    }
  }

  @Test
  void aCellThatFailsIsARowAndTheOthersAreStored() throws Exception {
    Particles start = StartCloud.of(new Start.Uniform(), 4, 1, Seeds.root(7).at("replica-1"));
    double poison = start.get(3, 0);
    RunSummary summary =
        run(
            Studies.onePoint()
                .with(
                    new CosineExpert(1) {
                      @Override
                      public double value(double[] theta, double[] x) {
                        return theta[0] == poison ? Double.NaN : super.value(theta, x);
                      }
                    }),
            "run");
    // Replicate 1 begins with that particle for every N.
    assertThat(summary.failedCells()).isEqualTo(3);
    assertThat(summary.problems())
        .extracting(Problem::cell, Problem::code)
        .containsExactly(
            tuple("experts 4, replicate 1", ProblemCode.RESPONSE_NOT_FINITE),
            tuple("experts 8, replicate 1", ProblemCode.RESPONSE_NOT_FINITE),
            tuple("experts 16, replicate 1", ProblemCode.RESPONSE_NOT_FINITE));
    assertThat(table("run", "loss.csv")).noneMatch(row -> row.get("replicate").equals("1"));
    assertThat(summary.rows().getFirst().loss().orElseThrow().count()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("run/problems.csv"))).hasSize(4);
  }

  @Test
  void anExpertThatThrowsIsARow() throws Exception {
    RunSummary summary =
        run(
            Studies.onePoint()
                .withoutLimit()
                .with(
                    new CosineExpert(1) {
                      @Override
                      public void gradient(double[] theta, double[] x, double[] out) {
                        throw new IllegalStateException("no gradient today");
                      }
                    }),
            "run");
    assertThat(summary.failedCells()).isEqualTo(9);
    assertThat(summary.problems().getFirst().code()).isEqualTo(ProblemCode.SERVICE_THREW);
    assertThat(summary.problems().getFirst().sentence())
        .contains("test:cosine", "no gradient today");
    // What was known before it threw is stored.
    assertThat(table("run", "loss.csv")).hasSize(9);
  }

  @Test
  void aDistanceThatDoesNotConvergeLeavesNoNumber() throws Exception {
    RunSummary summary =
        run(
            Studies.onePoint()
                .cells(List.of(4), 1)
                .measuredBy(_ -> new TransportResult.NotConverged(3, 1, 5, "too few sweeps")),
            "run");
    assertThat(table("run", "distance.csv")).isEmpty();
    assertThat(summary.rows().getFirst().trained()).isEmpty();
    // The start once, then two clouds at two times.
    assertThat(summary.problems())
        .hasSize(5)
        .allSatisfy(p -> assertThat(p.code()).isEqualTo(ProblemCode.DISTANCE_NOT_FOUND));
    assertThat(summary.problems().getLast().sentence())
        .contains("static", "between 1", "too few sweeps");
  }

  @Test
  void aRefusedDistanceIsSaidOncePerCell() throws Exception {
    RunSummary summary =
        run(
            Studies.onePoint().measuredBy(_ -> new TransportResult.Refused("only for d = 2")),
            "run");
    assertThat(summary.problems()).hasSize(9);
  }

  @Test
  void aRefusedLimitLeavesTheTraining() throws Exception {
    RunSummary summary =
        run(Studies.onePoint().comparedWith(_ -> new LimitResult.Refused("d = 1 only")), "run");
    assertThat(summary.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(ProblemCode.LIMIT_REFUSED));
    assertThat(summary.failedCells()).isZero();
    assertThat(summary.limit()).isEmpty();
    assertThat(folder.resolve("run/coupling.csv")).doesNotExist();
    assertThat(table("run", "loss.csv")).isNotEmpty();
  }

  @Test
  void aStudyOfTheLimitAloneHasNoCells() throws Exception {
    RunSummary summary = run(Studies.onePoint().cells(List.of(), 1), "run");
    assertThat(summary.cells()).isZero();
    // y − ρ(1) squared and halved, ρ from the same scalar equation.
    double residual = Studies.Y - new PoissonPath(Studies.Y, 1).rho(1);
    assertThat(summary.limit().orElseThrow().loss())
        .isCloseTo(residual * residual / 2, within(1e-15));
    List<Map<String, String>> density = table("run", "density.csv");
    assertThat(density).hasSize(3 * 256);
    assertThat(density.stream().mapToDouble(row -> number(row, "density")).sum() * Math.PI / 128)
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void manyAtomsAreWrittenEvenlyChosen() throws Exception {
    run(
        Studies.onePoint()
            .cells(List.of(), 1)
            .comparedWith(_ -> new LimitResult.Found(new PoissonPath(Studies.Y, 2048))),
        "run");
    List<Map<String, String>> rows = table("run", "particles.csv");
    assertThat(rows).hasSize(3 * 1024);
    EmpiricalMeasure atoms = new PoissonPath(Studies.Y, 2048).atoms(0.5).orElseThrow();
    for (int i = 0; i < 1024; i++) {
      assertThat(number(rows.get(1024 + i), "theta0")).isEqualTo(atoms.coordinate(2 * i, 0));
    }
    assertThat(Files.readString(folder.resolve("run/provenance.json")))
        .contains("particles.csv holds 1024 of the points");
  }

  @Test
  void theLimitsTestAccuracyIsThatOfItsResponsesAtTheProbesAtEveryRow() throws Exception {
    // The path answers ρ(t) > 0 after the start: right for one label of three; at the start ρ = 0.
    LimitPath path = new PoissonPath(Studies.Y, 16);
    run(
        Studies.onePoint()
            .cells(List.of(), 1)
            .with(
                Studies.data(new double[] {0, 3, 0.1}, new double[] {1, -1, -1}, List.of("a", "b")))
            .comparedWith(_ -> new LimitResult.Found(path)),
        "run");
    List<Map<String, String>> rows = table("run", "loss.csv");
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(number(rows.getFirst(), "test_accuracy")).isEqualTo(0.5);
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(row -> assertThat(number(row, "test_accuracy")).isEqualTo(1.0 / 3));
  }

  @Test
  void aLimitWithoutAtomsIsSaidOnce() throws Exception {
    RunSummary summary =
        run(
            Studies.onePoint().comparedWith(_ -> new LimitResult.Found(new PointsPath(null))),
            "run");
    assertThat(summary.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(ProblemCode.LIMIT_WITHOUT_ATOMS));
    assertThat(table("run", "distance.csv")).isEmpty();
    assertThat(table("run", "coupling.csv")).isNotEmpty();
  }

  @Test
  void ratesAreThoseOfTheCellsThatHaveEverySize() throws Exception {
    run(Studies.onePoint(), "run");
    List<Map<String, String>> rates = table("run", "rates.csv");
    assertThat(rates)
        .extracting(row -> row.get("quantity"))
        .containsExactly("coupling", "response", "w2-squared-trained", "w2-squared-static");
    double[][] values = new double[3][3];
    for (Map<String, String> row : table("run", "coupling.csv")) {
      if (row.get("time").equals("1.0")) {
        int size = List.of("4", "8", "16").indexOf(row.get("experts"));
        values[size][Integer.parseInt(row.get("replicate"))] = number(row, "mean_sup_sq_l1");
      }
    }
    Rate expected =
        RateFit.of(
                "coupling",
                new int[] {4, 8, 16},
                values,
                new double[3],
                -1,
                Seeds.root(7).at("rates"))
            .orElseThrow();
    assertThat(number(rates.getFirst(), "slope")).isEqualTo(expected.slope());
    // Wider than without an error of the limit, of which three replicates say little.
    assertThat(number(rates.getFirst(), "ci_high")).isFinite().isGreaterThan(expected.ciHigh());
    assertThat(number(rates.getFirst(), "ci_low")).isFinite().isLessThan(expected.ciLow());
    run(Studies.onePoint().cells(List.of(4, 8, 16), 1), "one");
    assertThat(folder.resolve("one/rates.csv")).doesNotExist();
  }

  @Test
  void anExpertThatCannotBeBoundFailsEveryCellAndIsSaidOnce() throws Exception {
    RunSummary summary =
        run(
            Studies.onePoint()
                .with(
                    new CosineExpert(1) {
                      @Override
                      public BoundExpert bind(Inputs inputs) {
                        throw new UnsupportedOperationException("too many inputs");
                      }
                    }),
            "run");
    assertThat(summary.failedCells()).isEqualTo(9);
    assertThat(summary.rows().getFirst().failed()).isEqualTo(3);
    assertThat(summary.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.sentence()).contains("test:cosine", "too many inputs"));
    assertThat(folder.resolve("run/provenance.json")).exists();
  }

  @Test
  void anInterruptEndsTheRunAndStoresWhatWasReached() throws Exception {
    Studies study = Studies.onePoint().cells(List.of(4), 2);
    Thread.currentThread().interrupt();
    RunSummary summary;
    try {
      summary = run(study, "run");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(summary.problems())
        .hasSize(2)
        .allSatisfy(p -> assertThat(p.code()).isEqualTo(ProblemCode.CANCELLED));
    assertThat(folder.resolve("run/problems.csv")).exists();
  }

  @Test
  void accuracyIsTheShareOfRightSignsAndEmptyWithoutLabels() throws Exception {
    Studies labelled =
        Studies.onePoint()
            .with(Studies.data(new double[] {0, 3}, new double[] {1, -1}, List.of("a", "b")))
            .withoutLimit();
    RunSummary summary = run(labelled, "labelled");
    assertThat(summary.rows().getLast().trainAccuracy().map(Estimate::mean)).hasValue(1.0);
    assertThat(summary.rows().getLast().testAccuracy().map(Estimate::mean)).hasValue(1.0);
    run(Studies.onePoint(), "plain");
    assertThat(table("plain", "loss.csv"))
        .allSatisfy(row -> assertThat(row.get("train_accuracy")).isEmpty());
  }

  @Test
  void progressGoesFromNothingToAllOfIt() throws Exception {
    List<String> told = new ArrayList<>();
    StudyRunner.run(
        Studies.onePoint().plan(),
        folder.resolve("run"),
        1,
        (phase, done, total, _) -> told.add("%s %.1f/%.1f".formatted(phase, done, total)));
    assertThat(told).startsWith("limit 0.0/1.0").contains("limit 1.0/1.0", "cells 0.0/84.0");
    assertThat(told).endsWith("cells 84.0/84.0");
  }

  /// A law that stands still, carried by points or by none, and no residual.
  private record PointsPath(@Nullable EmpiricalMeasure points) implements LimitPath {
    @Override
    public Residual residual() {
      return (_, out) -> Arrays.fill(out, 0);
    }

    @Override
    public void probe(double t, double[] out) {
      Arrays.fill(out, 0);
    }

    @Override
    public ErrorEstimate error() {
      return new ErrorEstimate(Double.POSITIVE_INFINITY, "nothing is known");
    }

    @Override
    public Optional<EmpiricalMeasure> atoms(double t) {
      return Optional.ofNullable(points);
    }

    @Override
    public Optional<GridDensity> density(double t, int pointsPerAxis) {
      return Optional.empty();
    }

    @Override
    public String description() {
      return "still points";
    }
  }

  /// The cost of one coordinate: any sizes, no optimisation; enough where only bits are compared.
  private static final class FirstShare implements TransportSolver {
    @Override
    public TransportResult solve(TransportProblem problem) {
      double cost = 0;
      for (int i = 0; i < problem.source().size(); i++) {
        cost += problem.cost(i, i % problem.target().size()) / problem.source().size();
      }
      return new TransportResult.Solved(cost, 0, 1, "", Optional.empty(), Optional.empty());
    }
  }
}
