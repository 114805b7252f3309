package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// What every limit solver must do, and what it claims, measured on laws known exactly (sums of
/// cosines from the uniform law, whose laws are products of wrapped Cauchy laws; products of
/// cosines whose law stays uniform).
///
/// ```java
/// class LatticeTest extends LimitSolverContract {
///   @Override
///   protected LimitSolverProvider provider() {
///     return new LatticeProvider();
///   }
/// }
/// ```
///
/// A solver may refuse any problem with a reason, but not all of them. The exact cases are solved
/// once for all tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LimitSolverContract extends ServiceContract<LimitSolver> {
  /// What the reference of [ExactLimit] and sums of thousands of terms leave.
  private static final double ROUND_OFF = 1e-12;

  /// Below this, time integration shows in errors that are to show space.
  private static final double SMALLEST = 1e-10;

  /// A reason is a sentence, not a word.
  private static final int SENTENCE = 20;

  private @Nullable List<Solved> solved;

  @Override
  protected abstract LimitSolverProvider provider();

  private double claim() {
    List<Trait.Accurate> claims = claims(Trait.Accurate.class);
    assertThat(claims).as("a limit solver claims one accuracy").hasSize(1);
    return claims.getFirst().absolute();
  }

  private Optional<LimitPath> path(ExactLimit exact) {
    return path(exact.problem(Workers.sequential()));
  }

  private Optional<LimitPath> path(LimitProblem problem) {
    return switch (service().solve(problem)) {
      case LimitResult.Found(var path) -> Optional.of(path);
      case LimitResult.Refused(var reason) -> {
        assertThat(reason).as("the reason of a refusal").hasSizeGreaterThan(SENTENCE);
        yield Optional.empty();
      }
      case LimitResult.Failed(var reason) ->
          throw new AssertionError("an exact case failed: " + reason);
    };
  }

  /// A case and what the solver made of it.
  private record Solved(ExactLimit exact, LimitPath path) {}

  private List<Solved> solved() {
    if (solved == null) {
      List<Solved> found = new ArrayList<>();
      for (ExactLimit exact : ExactLimit.all()) {
        path(exact).ifPresent(path -> found.add(new Solved(exact, path)));
      }
      solved = List.copyOf(found);
    }
    return solved;
  }

  /// The claim says something: responses lie in [−1, 1].
  @Test
  public void claimedAccuracyIsOne() {
    assertThat(claim()).isPositive().isLessThan(0.1);
  }

  /// What refuses everything is no solver.
  @Test
  public void someExactCaseIsServed() {
    assertThat(solved()).isNotEmpty();
  }

  /// Where an order is claimed, the error of E f on one datum falls like resolution^−p.
  @Test
  public void declaredOrdersAreMeasured() {
    for (Trait.LimitOrder claimed : claims(Trait.LimitOrder.class)) {
      List<double[]> errors =
          errors(claimed.resolution(), claimed.scheme(), List.of(32, 64, 128, 256), SMALLEST);
      assertThat(-slope(errors, Math::log))
          .as("order of %s measured from %s", claimed, shown(errors))
          .isCloseTo(claimed.p(), within(0.3));
    }
  }

  /// Where an exponential rate is claimed, the error of E f on one datum falls like
  /// ρ^{c·resolution} with ρ = E cos θ at the last time.
  @Test
  public void declaredExponentialRatesAreMeasured() {
    double rho = ExactLimit.oneDatum(0.9).moments(ExactLimit.TIMES.getLast())[0];
    for (Trait.LimitExponential claimed : claims(Trait.LimitExponential.class)) {
      // Errors are aliases whose phases depend on the resolution: their mean decline is measured.
      List<double[]> errors =
          errors(claimed.resolution(), "", List.of(4, 6, 8, 10, 12, 14, 16, 20, 24), 1e-9);
      double rate = slope(errors, x -> x) / Math.log(rho);
      assertThat(rate / claimed.exponent())
          .as("exponent of %s measured from %s", claimed, shown(errors))
          .isGreaterThan(0.8);
    }
  }

  /// {@return resolutions and errors, from the coarsest to where errors fall below the least}
  private List<double[]> errors(
      String resolution, String scheme, List<Integer> values, double least) {
    ExactLimit exact = ExactLimit.oneDatum(0.9);
    Settings base = settings();
    if (!scheme.isEmpty()) {
      base = base.withToken(setting("scheme"), scheme);
    }
    List<double[]> errors = new ArrayList<>();
    for (int value : values) {
      LimitSolver solver = service(base.withToken(setting(resolution), value));
      if (!(solver.solve(exact.problem(Workers.sequential()))
          instanceof LimitResult.Found(var path))) {
        throw new AssertionError(
            "one datum is not served with '%s' = %d".formatted(resolution, value));
      }
      double error = error(new Solved(exact, path), ExactLimit.TIMES);
      if (error < least) {
        break;
      }
      errors.add(new double[] {value, error});
    }
    assertThat(errors).as("resolutions whose errors show").hasSizeGreaterThan(2);
    return errors;
  }

  /// {@return the slope of the logarithm of the errors by least squares}
  private static double slope(List<double[]> errors, DoubleUnaryOperator scale) {
    double meanX = 0;
    double meanY = 0;
    for (double[] point : errors) {
      meanX += scale.applyAsDouble(point[0]) / errors.size();
      meanY += Math.log(point[1]) / errors.size();
    }
    double xy = 0;
    double xx = 0;
    for (double[] point : errors) {
      double x = scale.applyAsDouble(point[0]) - meanX;
      xy += x * (Math.log(point[1]) - meanY);
      xx += x * x;
    }
    return xy / xx;
  }

  private static String shown(List<double[]> errors) {
    return errors.stream().map(Arrays::toString).toList().toString();
  }

  /// E_{μ_t} f = y − r is right to the claim at the recorded times, the start included.
  @Test
  public void responsesAreExact() {
    for (Solved solved : solved()) {
      assertThat(error(solved, ExactLimit.TIMES))
          .as("%s: error of E f at %s", solved.exact.name(), ExactLimit.TIMES)
          .isLessThanOrEqualTo(claim());
    }
  }

  /// r(t) is right between the recorded times too.
  @Test
  public void residualHoldsBetweenTheRecordedTimes() {
    List<Double> between = new ArrayList<>();
    for (int i = 0; i < 29; i++) {
      between.add((i + 0.37) * ExactLimit.TIMES.getLast() / 29);
    }
    for (Solved solved : solved()) {
      assertThat(error(solved, between))
          .as("%s: error of r between the recorded times", solved.exact.name())
          .isLessThanOrEqualTo(claim());
    }
  }

  /// {@return the largest |r_j − exact r_j|}
  private static double error(Solved solved, List<Double> times) {
    double largest = 0;
    for (double t : times) {
      double[] exact = solved.exact.residual(solved.exact.moments(t));
      double[] residual = new double[exact.length];
      solved.path.residual().at(t, residual);
      for (int j = 0; j < exact.length; j++) {
        // NaN must not pass for small.
        largest = Math.max(largest, Math.abs(residual[j] - exact[j]));
      }
    }
    return largest;
  }

  /// E_{μ_t} f at further inputs is right to the claim, also between the recorded times, and asking
  /// for it does not act on the law.
  @Test
  public void probesAreExactAndDoNotAct() {
    for (Solved solved : solved()) {
      ExactLimit exact = solved.exact;
      Inputs inputs = exact.data().inputs();
      double[] moved = Arrays.stream(inputs.toArray()).map(x -> 0.7 - 2 * x).toArray();
      Inputs probes = Inputs.of(inputs.count(), inputs.features(), moved);
      LimitProblem plain = exact.problem(Workers.sequential());
      LimitPath path =
          path(new LimitProblem(
                  plain.expert(),
                  plain.data(),
                  probes,
                  plain.start(),
                  plain.times(),
                  plain.workers()))
              .orElseThrow();
      // With targets 0 the residual of the probes is −E f.
      ExactLimit atProbes =
          new ExactLimit(
              "probes",
              exact.expert(),
              new DataSet(probes, new double[moved.length / inputs.features()]));
      for (double t : List.of(0.0, 0.31, ExactLimit.TIMES.getLast())) {
        double[] responses = new double[probes.count()];
        path.probe(t, responses);
        double[] expected =
            Arrays.stream(atProbes.residual(exact.moments(t))).map(r -> -r).toArray();
        assertThat(responses)
            .as("%s: responses at probes, t = %s", exact.name(), t)
            .containsExactly(expected, within(claim()));
        double[] with = new double[inputs.count()];
        double[] without = new double[inputs.count()];
        path.residual().at(t, with);
        solved.path.residual().at(t, without);
        assertThat(with).as("%s: r with and without probes", exact.name()).isEqualTo(without);
      }
    }
  }

  /// Where the targets are met at the start, the residual stays zero and the law stays put.
  @Test
  public void fixedPointStays() {
    path(ExactLimit.fixedPoint())
        .ifPresent(path -> {
          double[] residual = new double[3];
          for (double t = 0; t <= ExactLimit.TIMES.getLast(); t += 0.125) {
            path.residual().at(t, residual);
            assertThat(residual).containsExactly(new double[3], within(claim()));
          }
        });
  }

  /// The estimate is a number with a meaning, and not tenfold too small.
  @Test
  public void errorEstimateIsHonest() {
    for (Solved solved : solved()) {
      LimitPath.ErrorEstimate estimate = solved.path.error();
      assertThat(estimate.value()).isGreaterThanOrEqualTo(0);
      assertThat(estimate.meaning()).hasSizeGreaterThan(SENTENCE);
      assertThat(error(solved, ExactLimit.TIMES))
          .as("%s: the error, estimated as %s", solved.exact.name(), estimate.value())
          .isLessThanOrEqualTo(10 * estimate.value() + ROUND_OFF);
    }
  }

  /// E f of a product of six cosines in twelve dimensions is 0 under the uniform law, and targets 0
  /// keep the law there. A quadrature takes some of these products for constants; its estimate must
  /// not be blind to just those.
  @Test
  public void productsOfManyCosinesAreRightOrDoubted() {
    for (LimitProblem problem : CosineProduct.fixedPoints()) {
      path(problem)
          .ifPresent(path -> {
            double[] residual = new double[problem.data().size()];
            path.residual().at(0, residual);
            double estimate = path.error().value();
            for (int j = 0; j < residual.length; j++) {
              assertThat(Math.abs(residual[j]))
                  .as(
                      "the error of E f for the product of the cosines %s, estimated as %s",
                      chosen(problem.data().inputs(), j), estimate)
                  .isLessThanOrEqualTo(10 * estimate + ROUND_OFF);
            }
          });
    }
  }

  /// {@return the coordinates with x_k = 1}
  private static List<Integer> chosen(Inputs inputs, int j) {
    return IntStream.range(0, inputs.features())
        .filter(k -> inputs.get(j, k) == 1)
        .boxed()
        .toList();
  }

  /// The atoms, where offered, have the law's moments: E f, which is y − r, and E e^{2iθ_k} = z_k².
  @Test
  public void atomsStandForTheLaw() {
    for (Solved solved : solved()) {
      double allowed = 10 * Math.max(claim(), solved.path.error().value());
      for (double t : ExactLimit.TIMES) {
        solved.path.atoms(t).ifPresent(atoms -> checkMoments(solved, t, atoms, allowed));
      }
    }
  }

  private static void checkMoments(
      Solved solved, double t, EmpiricalMeasure atoms, double allowed) {
    ExactLimit exact = solved.exact;
    int d = exact.expert().parameters();
    assertThat(atoms.dimension()).isEqualTo(d);
    double[] z = exact.moments(t);
    double[] responses = new double[exact.data().size()];
    double[] second = new double[2 * d];
    double[] theta = new double[d];
    double[] x = new double[d];
    for (int i = 0; i < atoms.size(); i++) {
      for (int k = 0; k < d; k++) {
        theta[k] = atoms.coordinate(i, k);
        second[k] += atoms.weight(i) * Math.cos(2 * theta[k]);
        second[d + k] += atoms.weight(i) * Math.sin(2 * theta[k]);
      }
      for (int j = 0; j < responses.length; j++) {
        exact.data().inputs().copyRow(j, x);
        responses[j] += atoms.weight(i) * exact.expert().value(theta, x);
      }
    }
    double[] residual = new double[responses.length];
    solved.path.residual().at(t, residual);
    for (int j = 0; j < responses.length; j++) {
      assertThat(responses[j])
          .as("%s: mean of f over the atoms at t = %s", exact.name(), t)
          .isCloseTo(exact.data().target(j) - residual[j], within(allowed));
    }
    for (int k = 0; k < d; k++) {
      assertThat(second[k])
          .as("%s: mean of cos 2θ over the atoms at t = %s", exact.name(), t)
          .isCloseTo(z[k] * z[k] - z[d + k] * z[d + k], within(allowed));
      assertThat(second[d + k])
          .as("%s: mean of sin 2θ over the atoms at t = %s", exact.name(), t)
          .isCloseTo(2 * z[k] * z[d + k], within(allowed));
    }
  }

  /// The density, where offered, is the product of Poisson kernels, and has mass 1.
  @Test
  public void densityIsTheProductOfPoissonKernels() {
    double allowed = 100 * claim();
    for (Solved solved : solved()) {
      for (double t : ExactLimit.TIMES) {
        solved
            .path
            .density(t, 48)
            .ifPresent(density -> {
              // On 48 points the trapezoidal rule errs by 2|z|⁴⁸ < 1e-11 for |z| < 0.58.
              assertThat(density.mass()).isCloseTo(1, within(Math.max(1e-10, claim())));
              assertThat(densityError(solved.exact, t, density))
                  .as("%s: error of the density at t = %s", solved.exact.name(), t)
                  .isLessThanOrEqualTo(allowed);
            });
      }
    }
  }

  private static double densityError(ExactLimit exact, double t, GridDensity density) {
    double[] z = exact.moments(t);
    double[] theta = new double[density.dimension()];
    double largest = 0;
    for (int i = 0; i < density.size(); i++) {
      for (int k = 0; k < theta.length; k++) {
        theta[k] = density.coordinate(i, k);
      }
      largest = Math.max(largest, Math.abs(density.value(i) - ExactLimit.density(z, theta)));
    }
    return largest;
  }

  /// Threads and the order of pieces do not show in a single bit.
  @Test
  public void bitsDoNotDependOnTheWorkers() {
    try (UnorderedWorkers unordered = new UnorderedWorkers(3)) {
      for (ExactLimit exact : ExactLimit.all()) {
        Optional<LimitPath> alone =
            solved().stream()
                .filter(other -> other.exact.name().equals(exact.name()))
                .map(Solved::path)
                .findAny();
        Optional<LimitPath> together = path(exact.problem(unordered));
        assertThat(together.isPresent()).isEqualTo(alone.isPresent());
        if (alone.isPresent() && together.isPresent()) {
          assertThat(Arrays.equals(bits(exact, together.get()), bits(exact, alone.get())))
              .as("%s: the same bits on three threads and one", exact.name())
              .isTrue();
        }
      }
    }
  }

  /// {@return residuals, the error estimate and the atoms, one after the other}
  private static double[] bits(ExactLimit exact, LimitPath path) {
    List<Double> bits = new ArrayList<>(List.of(path.error().value()));
    double[] residual = new double[exact.data().size()];
    for (double t = 0; t <= ExactLimit.TIMES.getLast(); t += 0.0625) {
      path.residual().at(t, residual);
      for (double r : residual) {
        bits.add(r);
      }
    }
    for (double t : ExactLimit.TIMES) {
      path.atoms(t)
          .ifPresent(atoms -> {
            for (double angle : atoms.points()) {
              bits.add(angle);
            }
          });
    }
    return bits.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// A solver has no memory: several threads may share it.
  @Test
  public void solverMayBeShared() {
    LimitSolver shared = service();
    ExactLimit exact = ExactLimit.oneDatum(0.5);
    List<List<Double>> runs =
        Concurrently.call(
            3,
            () -> {
              List<Double> residuals = new ArrayList<>();
              if (shared.solve(exact.problem(Workers.sequential()))
                  instanceof LimitResult.Found(var path)) {
                double[] residual = new double[1];
                for (double t : ExactLimit.TIMES) {
                  path.residual().at(t, residual);
                  residuals.add(residual[0]);
                }
              }
              return residuals;
            });
    assertThat(runs).allMatch(run -> run.equals(runs.getFirst()));
  }

  /// An expert of which nothing is known is served, or refused in a sentence.
  @Test
  public void blackBoxIsServedOrRefusedWithAReason() {
    path(new LimitProblem(
            new BlackBox(1),
            new DataSet(Inputs.of(1, 1, new double[] {0.4}), new double[] {0.3}),
            new StartLaw.Uniform(1),
            List.of(0.0, 0.5),
            Workers.sequential()))
        .ifPresent(path -> {
          double[] residual = new double[1];
          path.residual().at(0, residual);
          // ∫ sin²θ/2 cos x dθ/2π = ¼ cos x
          assertThat(residual[0])
              .isCloseTo(0.3 - Math.cos(0.4) / 4, within(Math.max(claim(), path.error().value())));
        });
  }

  /// A start law of atoms is kept as it is, or refused in a sentence.
  @Test
  public void atomsAtTheStartAreServedOrRefusedWithAReason() {
    ExactLimit exact = ExactLimit.oneDatum(0.5);
    double[] start = {0.3, 1.9, 4.4};
    path(new LimitProblem(
            exact.expert(),
            exact.data(),
            new StartLaw.Atoms(EmpiricalMeasure.uniform(Particles.of(3, 1, start))),
            ExactLimit.TIMES,
            Workers.sequential()))
        .ifPresent(path -> {
          double mean = (Math.cos(0.3) + Math.cos(1.9) + Math.cos(4.4)) / 3;
          double[] residual = new double[1];
          path.residual().at(0, residual);
          assertThat(residual[0]).isCloseTo(0.5 - mean, within(claim()));
          path.atoms(0).ifPresent(atoms -> assertThat(atoms.points()).containsExactly(start));
          assertThat(path.density(0, 16)).as("a law of atoms has no density").isEmpty();
        });
  }

  /// An expert that gives no number makes a failure with a reason, not a path and no exception.
  @Test
  public void expertThatIsNotANumberIsAFailure() {
    DataSet data = new DataSet(Inputs.of(1, 1, new double[] {0.4}), new double[] {0.3});
    LimitResult result =
        service()
            .solve(
                new LimitProblem(
                    new BlackBox(Double.NaN),
                    data,
                    new StartLaw.Uniform(1),
                    List.of(0.0, 0.5),
                    Workers.sequential()));
    assertThat(result)
        .isInstanceOfAny(LimitResult.Failed.class, LimitResult.Refused.class)
        .asString()
        .hasSizeGreaterThan(SENTENCE);
  }

  /// With the start as the only time the law is the start.
  @Test
  public void singleTimeGivesTheStart() {
    ExactLimit exact = ExactLimit.oneDatum(0.5);
    Optional<LimitPath> found =
        path(
            new LimitProblem(
                exact.expert(),
                exact.data(),
                new StartLaw.Uniform(1),
                List.of(0.0),
                Workers.sequential()));
    assumeTrue(found.isPresent(), "not served");
    double[] residual = new double[1];
    found.orElseThrow().residual().at(0, residual);
    assertThat(residual[0]).isCloseTo(0.5, within(claim()));
  }

  /// Atoms and densities of times that were not asked for are the caller's mistake.
  @Test
  public void lawsOfOtherTimesAreRefused() {
    Optional<LimitPath> found = path(ExactLimit.oneDatum(0.5));
    assumeTrue(found.isPresent(), "not served");
    LimitPath path = found.orElseThrow();
    assertThatThrownBy(() -> path.atoms(0.123)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> path.density(0.123, 16)).isInstanceOf(IllegalArgumentException.class);
  }

  /// One line tells what was done.
  @Test
  public void descriptionIsOneLine() {
    for (Solved solved : solved()) {
      assertThat(solved.path.description()).isNotBlank().doesNotContain("\n");
    }
  }

  /// f = scale · sin²θ cos x / 2: nothing known, and not a sum of first harmonics.
  private record BlackBox(double scale) implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      double sine = Math.sin(theta[0]);
      return scale * sine * sine * Math.cos(x[0]) / 2;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = scale * Math.sin(theta[0]) * Math.cos(theta[0]) * Math.cos(x[0]);
    }
  }
}
