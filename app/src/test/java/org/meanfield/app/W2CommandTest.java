package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class W2CommandTest {
  @TempDir Path folder;

  @Test
  void twoPointsAreTheirDistanceApart() throws IOException {
    // The short way around is 0.3 + 0.4 in ℓ1, (0.3² + 0.4²)^½ in ℓ2.
    Path a = file("a.csv", "theta0,theta1\n0.1,3\n");
    Path b = file("b.csv", "theta0,theta1\n" + (2 * Math.PI - 0.2) + ",3.4\n");
    assertThat(squared(a, b)).isCloseTo(0.49, within(1e-14));
    assertThat(squared(a, b, "--metric", "l2")).isCloseTo(0.25, within(1e-14));
    double straight = 2 * Math.PI - 0.3 + 0.4;
    assertThat(squared(a, b, "--space", "euclidean")).isCloseTo(straight * straight, within(1e-12));
  }

  @Test
  void weightsAreNormalised() throws IOException {
    Path a = file("a.csv", "theta0,weight\n0,3\n1,1\n");
    Path b = file("b.csv", "theta0\n0\n");
    assertThat(squared(a, b)).isCloseTo(0.25, within(1e-14));
    assertThat(Program.run("w2", a, b).done().err())
        .contains("a.csv: the weights sum to 4")
        .doesNotContain("b.csv");
    Path normal = file("normal.csv", "theta0,weight\n0,0.75\n1,0.25\n");
    assertThat(Program.run("w2", normal, b).done().err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, l1", "1, l2", "2, l1", "3, l2"})
  void allSolversAgree(int dimension, String metric) throws IOException {
    RandomGenerator random = new SplittableRandom(7 + dimension);
    Path a = file("a.csv", EvalCommandTest.csv("theta", cloud(random, 12, dimension)));
    Path b = file("b.csv", EvalCommandTest.csv("theta", cloud(random, 12, dimension)));
    double exact = squared(a, b, "--metric", metric);
    assertThat(squared(a, b, "--metric", metric, "--solver", "lp"))
        .isCloseTo(exact, within(1e-9 * Math.max(1, exact)));
    Object sinkhorn = json(a, b, "--metric", metric, "--solver", "sinkhorn");
    double upper = (Double) JsonTree.at(sinkhorn, "w2_squared");
    double gap = (Double) JsonTree.at(sinkhorn, "gap");
    assertThat(exact).isBetween(upper - gap - 1e-9, upper + 1e-9);
    if (dimension == 1) {
      assertThat(squared(a, b, "--metric", metric, "--solver", "circle"))
          .isCloseTo(exact, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sliced", "mmd", "sinkhorn-divergence"})
  void aDiscrepancyIsToldUnderItsOwnName(String discrepancy) throws IOException {
    Path a = file("a.csv", "theta0,theta1\n0,1\n1,2\n");
    Path b = file("b.csv", "theta0,theta1\n0.5,1.5\n");
    Object document = json(a, b, "--solver", discrepancy);
    assertThat(JsonTree.at(document, "w2_squared")).isNull();
    assertThat((Double) JsonTree.at(document, "value")).isPositive();
    assertThat((Double) JsonTree.at(document, "error")).isNotNegative();
    assertThat((String) JsonTree.at(document, "quantity")).isNotBlank();
    assertThat(Program.run("w2", a, b, "--solver", discrepancy).done().out())
        .contains((String) JsonTree.at(document, "quantity"))
        .contains("not W2²");
    assertThat(
            Program.run("w2", a, b, "--solver", discrepancy, "--plan", folder.resolve("p.csv"))
                .refused()
                .err())
        .contains("has no coupling");
  }

  @Test
  void jsonHasTheFieldsOfTheContract() throws IOException {
    Path a = file("a.csv", "theta0\n0\n1\n");
    Path b = file("b.csv", "theta0\n0.5\n");
    Object document = json(a, b);
    assertThat(((Map<?, ?>) document).keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder(
            "solver",
            "metric",
            "n",
            "m",
            "d",
            "w2_squared",
            "w2",
            "gap",
            "converged",
            "iterations",
            "seconds",
            "note",
            "reason");
    assertThat(JsonTree.at(document, "solver")).isEqualTo("exact");
    assertThat(JsonTree.at(document, "metric")).isEqualTo("l1");
    assertThat(JsonTree.at(document, "n")).isEqualTo(2.0);
    assertThat(JsonTree.at(document, "m")).isEqualTo(1.0);
    assertThat(JsonTree.at(document, "d")).isEqualTo(1.0);
    assertThat(JsonTree.at(document, "converged")).isEqualTo(true);
    assertThat((Double) JsonTree.at(document, "w2_squared")).isCloseTo(0.25, within(1e-15));
    assertThat((Double) JsonTree.at(document, "w2")).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void thePlanHasTheRightMarginals() throws IOException {
    Path a = file("a.csv", "theta0\n0\n1\n2\n");
    Path b = file("b.csv", "theta0,weight\n0.2,1\n1.5,2\n");
    Path plan = folder.resolve("plan.csv");
    Program.run("w2", a, b, "--plan", plan).done();
    Table coupling = Table.read(plan);
    assertThat(coupling.columns()).containsExactly("source", "target", "mass");
    for (int i = 0; i < 3; i++) {
      assertThat(sum(coupling.where("source", i).numbers("mass")))
          .isCloseTo(1.0 / 3, within(1e-14));
    }
    assertThat(sum(coupling.where("target", 0).numbers("mass"))).isCloseTo(1.0 / 3, within(1e-14));

    Program.Result again = Program.run("w2", a, b, "--plan", plan).refused();
    assertThat(again.err()).contains("b.csv: the weights sum to 3").contains("--plan ");
    assertThat(again.err()).contains("exists");
  }

  @Test
  void manyPairsAreATableInTheirOrder() throws IOException {
    file("x.csv", "theta0\n0\n1\n");
    file("y.csv", "theta0,weight\n0.5,2\n");
    file("z.csv", "theta0,theta1\n0,0\n");
    Path pairs = file("pairs.csv", "a,b\nx.csv,y.csv\ny.csv,y.csv\nz.csv,z.csv\ny.csv,x.csv\n");
    for (int threads : new int[] {1, 2}) {
      Program.Result result =
          Program.run("w2", "--pairs", pairs, "--json", "--threads", threads).done();
      // Each file is read once.
      assertThat(result.err().lines()).hasSize(1);
      Object rows = JsonTree.parse(result.out());
      double[] values = {0.25, 0, 0, 0.25};
      for (int at = 0; at < values.length; at++) {
        assertThat((Double) JsonTree.at(rows, at, "w2_squared"))
            .isCloseTo(values[at], within(1e-14));
        assertThat(JsonTree.at(rows, at, "converged")).isEqualTo(true);
      }
      assertThat(JsonTree.at(rows, 2, "d")).isEqualTo(2.0);
      assertThat(JsonTree.at(rows, 3, "a")).isEqualTo("y.csv");
      assertThat(JsonTree.at(rows, 3, "b")).isEqualTo("x.csv");
    }
    assertThat(Program.run("w2", "--pairs", pairs).done().outLines())
        .hasSize(5)
        .element(1)
        .asString()
        .startsWith("x.csv  y.csv")
        .contains("0.25");
    assertThat(Program.run("w2", "--pairs", pairs, "--solver", "mmd").done().outLines()).hasSize(5);
    assertThat(Program.run("w2", "--pairs", pairs, "--solver", "circle").err())
        .contains("1 of 4 pairs not found");
  }

  @Test
  void everythingWrongWithPairsIsToldAtOnce() throws IOException {
    Path x = file("x.csv", "theta0\n0\n1\n");
    file("z.csv", "theta0,theta1\n0,0\n");
    Path pairs = file("pairs.csv", "a,b\nx.csv,z.csv\nx.csv,none.csv\n");
    Program.Result result = Program.run("w2", "--pairs", pairs).refused();
    assertThat(result.err()).contains("pairs.csv:2:7").contains("none.csv");
    assertThat(Program.run("w2", x, "--pairs", pairs).refused().err())
        .contains("x.csv does not go with --pairs");
    Path wrong = file("wrong.csv", "a,c\nx.csv,x.csv\n");
    assertThat(Program.run("w2", "--pairs", wrong).refused().err()).contains("wrong.csv");
    assertThat(Program.run("w2").refused().err()).contains("A.csv is missing");
    assertThat(Program.run("w2", x).refused().err()).contains("B.csv is missing");
  }

  /// One point on the circle: W2² to the uniform law is π²/3; in the middle of two full cells of
  /// four, π²/12.
  @Test
  void aDensityIsMetBetweenBounds() throws IOException {
    Path point = file("a.csv", "theta0\n0.7853981633974483\n");
    Object uniform =
        JsonTree.parse(Program.run("w2", point, "--density", "uniform", "--json").done().out());
    assertThat(JsonTree.at(uniform, "solver")).isEqualTo("semi-discrete");
    assertThat(JsonTree.at(uniform, "m")).isNull();
    assertThat((Double) JsonTree.at(uniform, "w2_squared"))
        .isCloseTo(Math.PI * Math.PI / 3, within(1e-9));
    Path density =
        file(
            "p.csv",
            "theta0,density\n0,1\n%s,1\n%s,0\n%s,0\n"
                .formatted(Math.PI / 2, Math.PI, 3 * Math.PI / 2));
    Object cells =
        JsonTree.parse(Program.run("w2", point, "--density", density, "--json").done().out());
    assertThat((Double) JsonTree.at(cells, "w2_squared"))
        .isCloseTo(Math.PI * Math.PI / 12, within(1e-9));
    Path plane = file("b.csv", "theta0,theta1\n0,0\n1,2\n4,2\n");
    assertThat(Program.run("w2", plane, "--density", "uniform").done().out())
        .contains("3 and a density in dimension 2")
        .contains("W2² lies between");
    assertThat(Program.run("w2", plane, "--density", density).refused().err())
        .contains("the points have dimension 1, those of");
    assertThat(
            Program.run("w2", plane, "--density", "uniform", "--solver", "exact").refused().err())
        .contains("take 'semi-discrete'");
    assertThat(Program.run("w2", plane, "--density", "uniform", "--solver", "mmd").refused().err())
        .contains("compares two clouds");
    assertThat(
            Program.run("w2", plane, "--density", "uniform", "--space", "euclidean")
                .refused()
                .err())
        .contains("does not go with --density");
    Path four = file("c.csv", "theta0,theta1,theta2,theta3\n0,0,0,0\n");
    assertThat(Program.run("w2", four, "--density", "uniform").refused().err())
        .contains("up to 3 dimensions");
    Path negative = file("n.csv", "theta0,density\n0,1\n%s,-1\n".formatted(Math.PI));
    assertThat(Program.run("w2", point, "--density", negative).refused().err())
        .contains("n.csv:3:")
        .contains("negative");
  }

  @Test
  void aSolverThatDoesNotServeSaysSo() throws IOException {
    Path a = file("a.csv", "theta0,theta1\n0,0\n");
    Program.Result result = Program.run("w2", a, a, "--solver", "circle").refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("--solver circle  MF-C20  ");
    Program.Result json = Program.run("w2", a, a, "--solver", "circle", "--json").refused();
    Object mistake = JsonTree.at(JsonTree.parse(json.out()), "mistakes", 0);
    assertThat(JsonTree.at(mistake, "code")).isEqualTo("MF-C20");
    assertThat(JsonTree.at(mistake, "line")).isNull();
  }

  @Test
  void aPlanInAFolderThatIsNotThereIsRefusedBeforeAnyWork() throws IOException {
    Path a = file("a.csv", "theta0\n0\n");
    Program.Result result =
        Program.run("w2", a, a, "--plan", a.resolveSibling("nn").resolve("p.csv")).refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("--plan  MF-C07  there is no folder ").contains("nn");
  }

  @Test
  void weightsMayBeAsLargeAsNumbersGo() throws IOException {
    Path a = file("a.csv", "theta0,weight\n0,1e308\n1,1e308\n");
    Path b = file("b.csv", "theta0,weight\n0,1\n1,1\n");
    Object answer = JsonTree.parse(Program.run("w2", a, b, "--json").done().out());
    assertThat((Double) JsonTree.at(answer, "w2_squared")).isZero();
  }

  @Test
  void settingsReachTheSolver() throws IOException {
    Path a = file("a.csv", "theta0\n0\n1\n2\n");
    Path b = file("b.csv", "theta0\n0.3\n1.1\n2.9\n");
    assertThat(
            Program.run("w2", a, b, "--solver", "sinkhorn", "--set", "epsilom=1").refused().err())
        .contains("epsilom")
        .contains("did you mean 'epsilon'");
    assertThat(Program.run("w2", a, b, "--solver", "exakt").refused().err())
        .contains("exakt")
        .contains("did you mean 'exact'");
    assertThat(Program.run("w2", a, b, "--solver", "foo").refused().err())
        .contains("there is no transport solver or discrepancy 'foo'")
        .contains("circle")
        .contains("mmd")
        .contains("sliced");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theta0\n0\nx\n|:3:1",
        "theta0\n0\nNaN\n|:3:1",
        "theta0,theta1\n0,0\n0\n|:3:2",
        "|a.csv",
        "theta0\n|a.csv",
        "0\n1\n|:1:1",
        "\uFEFFtheta0\n0\n|:1:1",
        "theta0,weight\n0,-1\n|:2:3",
        "theta0,weight\n0,NaN\n|:2:3",
        "theta0,weight\n0,0\n|:1:8",
        "theta1\n0\n|:1:1",
        "theta0,x\n0,1\n|:1:8"
      })
  void badPointFilesAreToldWithTheirPlace(String textAndPlace) throws IOException {
    int bar = textAndPlace.indexOf('|');
    Path a = file("a.csv", textAndPlace.substring(0, bar));
    Program.Result result = Program.run("w2", a, a, "--plan", folder.resolve("p.csv")).refused();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(textAndPlace.substring(bar + 1) + " ");
    assertThat(folder.resolve("p.csv")).doesNotExist();
  }

  @Test
  void everythingWrongIsToldAtOnce() throws IOException {
    Path a = file("a.csv", "theta0\n0\n");
    Path b = file("b.csv", "theta0,theta1\n0,0\n");
    Program.Result result =
        Program.run(
                "w2", a, folder.resolve("none.csv"), "--metric", "l3", "--space", "plane", "--json")
            .refused();
    assertThat(result.err().lines()).hasSize(3);
    assertThat(result.err()).contains("--metric").contains("--space").contains("none.csv");
    assertThat(JsonTree.at(JsonTree.parse(result.out()), "mistakes", 2, "code")).isNotNull();
    assertThat(Program.run("w2", a, b).refused().err()).contains("b.csv:1:1");
  }

  private double squared(Path a, Path b, Object... options) {
    return (Double) JsonTree.at(json(a, b, options), "w2_squared");
  }

  private static Object json(Path a, Path b, Object... options) {
    Object[] arguments = new Object[4 + options.length];
    arguments[0] = "w2";
    arguments[1] = a;
    arguments[2] = b;
    arguments[3] = "--json";
    System.arraycopy(options, 0, arguments, 4, options.length);
    return JsonTree.parse(Program.run(arguments).done().out());
  }

  private static double[][] cloud(RandomGenerator random, int count, int dimension) {
    double[][] points = new double[count][dimension];
    for (double[] point : points) {
      for (int k = 0; k < dimension; k++) {
        point[k] = random.nextDouble(2 * Math.PI);
      }
    }
    return points;
  }

  private static double sum(double[] numbers) {
    return Arrays.stream(numbers).sum();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
