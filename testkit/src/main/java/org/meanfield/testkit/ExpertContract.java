package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// What every expert must do, and what it claims of itself, measured.
///
/// ```java
/// class CosineTest extends ExpertContract {
///   @Override
///   protected ExpertProvider provider() {
///     return new CosineProvider();
///   }
/// }
/// ```
///
/// Points are drawn from fixed seeds: parameters uniform in (−2π, 2π)^d, inputs uniform in
/// [−[#largestInput], [#largestInput]].
public abstract class ExpertContract extends ServiceContract<Expert> {
  /// Points for what is sampled.
  private static final int POINTS = 200;

  /// What a fast binding may differ from the loops, for numbers of size 1.
  private static final double AGREEMENT = 1e-12;

  @Override
  protected abstract ExpertProvider provider();

  /// {@return the number of features of the inputs; 3}
  protected int features() {
    return 3;
  }

  /// {@return the largest |x_k| of the inputs; π/2, to which studies scale features}
  protected double largestInput() {
    return Math.PI / 2;
  }

  /// {@return the settings under test; the defaults and the number of features}
  @Override
  protected Settings settings() {
    List<Setting<?>> known = provider().descriptor().settings();
    Settings settings = Settings.defaults(known);
    for (Setting<?> setting : known) {
      if (setting.origin() == Setting.Origin.FEATURES) {
        settings = settings.withToken(setting, features());
      }
    }
    return settings;
  }

  /// {@return the expert under test; that of the provider with [#settings]}
  protected Expert expert() {
    return service();
  }

  /// Every partial derivative agrees with a difference quotient of sixth order to what is claimed.
  @Test
  public void gradientAgreesWithDifferences() {
    List<Trait.ExactGradient> claims = claims(Trait.ExactGradient.class);
    assumeTrue(!claims.isEmpty(), "claims no exact gradient");
    Expert expert = expert();
    Points points = new Points("gradient");
    double[] gradient = new double[expert.parameters()];
    for (int point = 0; point < POINTS; point++) {
      double[] theta = points.theta(expert);
      double[] x = points.input();
      int k = points.random.nextInt(theta.length);
      expert.gradient(theta, x, gradient);
      assertThat(gradient[k])
          .as("∂_%d f at θ = %s, x = %s", k, Arrays.toString(theta), Arrays.toString(x))
          .isCloseTo(
              slope(a -> expert.value(moved(theta, k, a), x)),
              within(claims.getFirst().absolute()));
    }
  }

  /// f has the period it declares, in every parameter, unless it declares that it has none.
  @Test
  public void declaredPeriodIsMeasured() {
    Expert expert = expert();
    double period = expert.regularity().period();
    assumeTrue(Double.isFinite(period), "declares no period");
    Points points = new Points("period");
    for (int point = 0; point < POINTS; point++) {
      double[] theta = points.theta(expert);
      double[] x = points.input();
      int k = points.random.nextInt(theta.length);
      // Angles up to 6π are rounded to 2e-15; a few such errors in f.
      assertThat(expert.value(moved(theta, k, period), x))
          .as("f moved by %s along θ_%d from %s", period, k, Arrays.toString(theta))
          .isCloseTo(expert.value(theta, x), within(AGREEMENT * Math.max(1, bound(expert))));
    }
  }

  private static double bound(Expert expert) {
    double alpha = expert.regularity().alpha();
    return Double.isNaN(alpha) ? 1 : alpha;
  }

  /// |f| and |∂_k f| keep to the supremum and to α.
  @Test
  public void declaredBoundsOfValueAndGradientHold() {
    Expert expert = expert();
    Regularity regularity = expert.regularity();
    assumeTrue(regularity.origin() != Regularity.Origin.UNKNOWN, "declares no bounds");
    Points points = new Points("bounds");
    double[] gradient = new double[expert.parameters()];
    for (int point = 0; point < 5 * POINTS; point++) {
      double[] theta = points.theta(expert);
      double[] x = points.input();
      assertThat(Math.abs(expert.value(theta, x)))
          .as("|f| at θ = %s, x = %s", Arrays.toString(theta), Arrays.toString(x))
          .isLessThanOrEqualTo(regularity.supremum() + AGREEMENT);
      expert.gradient(theta, x, gradient);
      for (double partial : gradient) {
        assertThat(Math.abs(partial))
            .as(
                "a partial derivative at θ = %s, x = %s",
                Arrays.toString(theta), Arrays.toString(x))
            .isLessThanOrEqualTo(regularity.alpha() + AGREEMENT);
      }
    }
  }

  /// |∂_k ∂_l f| keeps to β.
  @Test
  public void declaredBoundOfSecondDerivativesHolds() {
    Expert expert = expert();
    Regularity regularity = expert.regularity();
    assumeTrue(regularity.origin() != Regularity.Origin.UNKNOWN, "declares no bounds");
    Points points = new Points("second derivatives");
    for (int point = 0; point < 5 * POINTS; point++) {
      double[] theta = points.theta(expert);
      double[] x = points.input();
      int k = points.random.nextInt(theta.length);
      int l = point % 2 == 0 ? k : points.random.nextInt(theta.length);
      double second =
          slope(a -> {
            double[] gradient = new double[theta.length];
            expert.gradient(moved(theta, l, a), x, gradient);
            return gradient[k];
          });
      // Difference quotients of numbers of size α are good to 1e-12 α.
      assertThat(Math.abs(second))
          .as("|∂_%d ∂_%d f| at θ = %s, x = %s", k, l, Arrays.toString(theta), Arrays.toString(x))
          .isLessThanOrEqualTo(regularity.beta() + 1e-11 * Math.max(1, regularity.alpha()));
    }
  }

  /// The two contractions are what loops over value and gradient give, for one or many particles
  /// and inputs; sums are added to, velocities overwritten.
  @Test
  public void contractionsAgreeWithLoops() {
    Expert expert = expert();
    Points points = new Points("contractions");
    for (int[] size : new int[][] {{1, 1}, {1, 7}, {5, 1}, {37, 11}}) {
      Particles theta = points.particles(expert, size[0]);
      Inputs inputs = points.inputs(size[1]);
      double[] residual = points.uniform(size[1], 1);
      double[] given = theta.toArray();
      BoundExpert.Evaluation evaluation = expert.bind(inputs).at(theta);

      double[] before = points.uniform(size[1], 1);
      double[] sums = before.clone();
      evaluation.addMean(sums);
      double[] expected = means(expert, theta, inputs);
      for (int j = 0; j < sums.length; j++) {
        assertThat(sums[j] - before[j])
            .as("Σ f of %d particles at input %d", size[0], j)
            .isCloseTo(expected[j], within(AGREEMENT * size[0]));
      }

      Particles velocity = new Particles(size[0], expert.parameters());
      velocity.fill(Double.NaN);
      evaluation.pull(residual, velocity);
      assertCloseTo(
          velocity, pulls(expert, theta, inputs, residual), AGREEMENT * size[1] * bound(expert));
      assertThat(theta.toArray())
          .as("θ, which is not the expert's to change")
          .containsExactly(given);
    }
  }

  private static double[] means(Expert expert, Particles particles, Inputs inputs) {
    double[] theta = new double[particles.dimension()];
    double[] x = new double[inputs.features()];
    double[] sums = new double[inputs.count()];
    for (int j = 0; j < sums.length; j++) {
      inputs.copyRow(j, x);
      for (int i = 0; i < particles.count(); i++) {
        particles.copyRow(i, theta);
        sums[j] += expert.value(theta, x);
      }
    }
    return sums;
  }

  private static Particles pulls(
      Expert expert, Particles particles, Inputs inputs, double[] residual) {
    double[] theta = new double[particles.dimension()];
    double[] x = new double[inputs.features()];
    double[] gradient = new double[particles.dimension()];
    Particles velocity = new Particles(particles.count(), particles.dimension());
    for (int i = 0; i < particles.count(); i++) {
      particles.copyRow(i, theta);
      for (int j = 0; j < inputs.count(); j++) {
        inputs.copyRow(j, x);
        expert.gradient(theta, x, gradient);
        for (int k = 0; k < gradient.length; k++) {
          velocity.set(i, k, velocity.get(i, k) + residual[j] * gradient[k]);
        }
      }
    }
    return velocity;
  }

  private static void assertCloseTo(Particles actual, Particles expected, double tolerance) {
    for (int i = 0; i < expected.count(); i++) {
      for (int k = 0; k < expected.dimension(); k++) {
        assertThat(actual.get(i, k))
            .as("coordinate %d of the velocity of particle %d", k, i)
            .isCloseTo(expected.get(i, k), within(tolerance));
      }
    }
  }

  /// An evaluation may be used again, in any order.
  @Test
  public void evaluationMayBeUsedAgain() {
    Expert expert = expert();
    Points points = new Points("again");
    Particles theta = points.particles(expert, 9);
    double[] residual = points.uniform(5, 1);
    BoundExpert.Evaluation evaluation = expert.bind(points.inputs(5)).at(theta);
    double[] once = new double[5];
    evaluation.addMean(once);
    Particles velocity = new Particles(9, expert.parameters());
    evaluation.pull(residual, velocity);
    double[] again = new double[5];
    evaluation.addMean(again);
    Particles velocityAgain = new Particles(9, expert.parameters());
    evaluation.pull(residual, velocityAgain);
    assertThat(again).containsExactly(once);
    assertThat(velocityAgain.toArray()).containsExactly(velocity.toArray());
  }

  /// With no inputs there are no responses, and nothing pulls.
  @Test
  public void withoutInputsNothingPulls() {
    Expert expert = expert();
    Particles theta = new Points("none").particles(expert, 3);
    Particles velocity = new Particles(3, expert.parameters());
    velocity.fill(Double.NaN);
    BoundExpert.Evaluation evaluation =
        expert.bind(Inputs.of(0, features(), new double[0])).at(theta);
    evaluation.addMean(new double[0]);
    evaluation.pull(new double[0], velocity);
    for (double v : velocity.toArray()) {
      assertThat(Math.abs(v)).isZero();
    }
  }

  /// What is given to an expert stays as it was.
  @Test
  public void argumentsAreNotModified() {
    Expert expert = expert();
    Points points = new Points("arguments");
    double[] theta = points.theta(expert);
    double[] x = points.input();
    double[] thetaBefore = theta.clone();
    double[] xBefore = x.clone();
    expert.value(theta, x);
    expert.gradient(theta, x, new double[theta.length]);
    assertThat(theta).containsExactly(thetaBefore);
    assertThat(x).containsExactly(xBefore);

    Particles particles = points.particles(expert, 4);
    double[] before = particles.toArray();
    double[] residual = points.uniform(2, 1);
    double[] residualBefore = residual.clone();
    BoundExpert.Evaluation evaluation = expert.bind(points.inputs(2)).at(particles);
    evaluation.addMean(new double[2]);
    evaluation.pull(residual, new Particles(4, expert.parameters()));
    assertThat(particles.toArray()).containsExactly(before);
    assertThat(residual).containsExactly(residualBefore);
  }

  /// One bound expert serves several threads; each gets the same bits.
  @Test
  public void bitsAreTheSameOnSeveralThreads() {
    Expert expert = expert();
    Points points = new Points("threads");
    double[] theta = points.particles(expert, 64).toArray();
    double[] residual = points.uniform(8, 1);
    BoundExpert bound = expert.bind(points.inputs(8));
    List<double[]> runs =
        Concurrently.call(
            4,
            () -> {
              double[] sums = new double[8];
              Particles velocity = new Particles(64, expert.parameters());
              // Often enough for threads to meet in working storage that is shared by mistake.
              for (int round = 0; round < 20; round++) {
                BoundExpert.Evaluation evaluation =
                    bound.at(Particles.of(64, expert.parameters(), theta));
                evaluation.addMean(sums);
                evaluation.pull(residual, velocity);
              }
              double[] pulled = velocity.toArray();
              double[] all = Arrays.copyOf(sums, sums.length + pulled.length);
              System.arraycopy(pulled, 0, all, sums.length, pulled.length);
              return all;
            });
    for (double[] run : runs) {
      assertThat(run).containsExactly(runs.getFirst());
    }
  }

  /// Particles of another dimension are the caller's mistake.
  @Test
  public void particlesOfAnotherDimensionAreRefused() {
    Expert expert = expert();
    BoundExpert bound = expert.bind(new Points("dimension").inputs(2));
    assertThatThrownBy(() -> bound.at(new Particles(1, expert.parameters() + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Work and storage are told as finite numbers before anything is allocated.
  @Test
  public void workloadIsFinite() {
    Workload workload = expert().workload(10);
    assertThat(workload.operations()).isPositive().isFinite();
    assertThat(workload.bytes()).isNotNegative();
  }

  /// An expert that says it is a sum of first harmonics is one.
  @Test
  public void firstHarmonicsAreTheExpert() {
    assumeTrue(expert() instanceof FirstHarmonic, "is no sum of first harmonics");
    FirstHarmonic expert = (FirstHarmonic) expert();
    int d = expert.parameters();
    Points points = new Points("harmonics");
    double[] re = new double[d];
    double[] im = new double[d];
    for (int point = 0; point < POINTS; point++) {
      double[] theta = points.theta(expert);
      double[] x = points.input();
      expert.coefficients(x, re, im);
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += re[k] * Math.cos(theta[k]) + im[k] * Math.sin(theta[k]);
      }
      assertThat(expert.value(theta, x)).isCloseTo(sum, within(AGREEMENT));
    }
  }

  /// g′(0) by central differences of sixth order. With h = 2⁻¹⁰ the truncation h⁶ g⁽⁷⁾/140 is 8e-21
  /// g⁽⁷⁾ and the rounding of values of size 1 some 3e-13.
  private static double slope(DoubleUnaryOperator g) {
    double h = 0x1p-10;
    double first = g.applyAsDouble(h) - g.applyAsDouble(-h);
    double second = g.applyAsDouble(2 * h) - g.applyAsDouble(-2 * h);
    double third = g.applyAsDouble(3 * h) - g.applyAsDouble(-3 * h);
    return (45 * first - 9 * second + third) / (60 * h);
  }

  private static double[] moved(double[] theta, int k, double by) {
    double[] moved = theta.clone();
    moved[k] += by;
    return moved;
  }

  /// Random points, the same in every run.
  private final class Points {
    private final RandomGenerator random;

    Points(String name) {
      this.random = Seeds.root(1).at("expert-contract", name).generator();
    }

    double[] uniform(int count, double largest) {
      double[] numbers = new double[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = largest * (2 * random.nextDouble() - 1);
      }
      return numbers;
    }

    double[] theta(Expert expert) {
      return uniform(expert.parameters(), 2 * Math.PI);
    }

    double[] input() {
      return uniform(features(), largestInput());
    }

    Inputs inputs(int count) {
      return Inputs.of(count, features(), uniform(count * features(), largestInput()));
    }

    Particles particles(Expert expert, int count) {
      int d = expert.parameters();
      return Particles.of(count, d, uniform(count * d, 2 * Math.PI));
    }
  }
}
