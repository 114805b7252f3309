package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.testkit.RandomCircuit.Form;

/// What every quantum backend must do that measures each Pauli term of the observable a number of
/// times: estimates without bias, of the variance of so many measurements, whose draws follow from
/// the seeds alone.
///
/// Statistical claims use the seeds 1 … [#SEEDS] and allow four standard errors: a right backend
/// fails one of some twenty comparisons with probability 1e−3, and as seeds are fixed it fails
/// always or never.
public abstract class SamplingBackendContract extends ServiceContract<QuantumBackend> {
  /// Independent repetitions.
  private static final int SEEDS = 2000;

  /// Standard errors that an estimate may be off.
  private static final double ERRORS = 4;

  @Override
  protected abstract QuantumBackendProvider provider();

  /// {@return the settings for all tests; few shots show errors of the variance best}
  @Override
  protected abstract Settings settings();

  /// {@return the measurements of each term under these settings}
  protected abstract int shots();

  /// Two qubits, three parameters, four terms; one particle in general position, two inputs.
  private RandomCircuit circuit() {
    RandomCircuit c =
        Arrays.stream(Form.values())
            .filter(Form::isSmall)
            .map(form -> RandomCircuit.of(form, 2, 5, 2))
            .filter(small -> service().refusal(small.circuit(), small.observable()).isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no circuit is served"));
    return c;
  }

  private static Particles general(RandomCircuit c, int i) {
    double[] row = c.particle(3 + i);
    return Particles.of(1, row.length, row);
  }

  private BoundExpert seeded(RandomCircuit c, long seed) {
    return service().seeded(Seeds.root(seed)).bind(c.circuit(), c.observable(), c.inputs());
  }

  private static double[] values(BoundExpert bound, Particles theta, int inputs) {
    double[] sums = new double[inputs];
    bound.at(theta).addMean(sums);
    return sums;
  }

  private static double[] pulled(BoundExpert bound, Particles theta, double... residual) {
    Particles velocity = new Particles(theta.count(), theta.dimension());
    bound.at(theta).pull(residual, velocity);
    return velocity.toArray();
  }

  private double variance(RandomCircuit c, int i, int j) {
    double variance = 0;
    for (PauliSum.Term term : c.observable().terms()) {
      PauliSum alone = PauliSum.of(List.of(new PauliSum.Term(1, term.string())));
      double mean = new DenseCircuit(c.circuit(), alone).value(c.particle(3 + i), c.input(j));
      variance += term.coefficient() * term.coefficient() * (1 - mean * mean) / shots();
    }
    return variance;
  }

  /// A backend that samples must not be taken for an exact one.
  @Test
  public void noExactGradientIsClaimed() {
    assertThat(provider().descriptor().traits()).noneMatch(Trait.ExactGradient.class::isInstance);
  }

  /// What is sampled is told.
  @Test
  public void descriptionSaysThatItSamples() {
    RandomCircuit c = circuit();
    assertThat(service().description(c.circuit(), c.observable()))
        .contains("sampled")
        .contains(String.valueOf(shots()));
  }

  /// `exact` gives what is sampled, as dense matrices have it.
  @Test
  public void exactIsThatOfDenseMatrices() {
    RandomCircuit c = circuit();
    BoundExpert exact = service().exact().bind(c.circuit(), c.observable(), c.inputs());
    assertThat(values(exact, general(c, 0), 2))
        .containsExactly(
            new double[] {
              c.dense().value(c.particle(3), c.input(0)), c.dense().value(c.particle(3), c.input(1))
            },
            within(1e-12));
    assertThat(pulled(exact, general(c, 0), 1, 0))
        .containsExactly(c.dense().gradient(c.particle(3), c.input(0)), within(1e-10));
  }

  /// The mean over seeds is f, the variance that of independent measurements.
  @Test
  public void valuesAreUnbiasedWithTheVarianceOfMeasurements() {
    RandomCircuit c = circuit();
    double exact = c.dense().value(c.particle(3), c.input(0));
    double sum = 0;
    double squares = 0;
    for (int s = 1; s <= SEEDS; s++) {
      double error = values(seeded(c, s), general(c, 0), 2)[0] - exact;
      sum += error;
      squares += error * error;
    }
    double variance = variance(c, 0, 0);
    assertThat(sum / SEEDS).as("bias").isCloseTo(0, within(ERRORS * Math.sqrt(variance / SEEDS)));
    // The squared error of a nearly normal estimate has the variance 2σ⁴.
    assertThat(squares / SEEDS)
        .as("variance")
        .isCloseTo(variance, within(ERRORS * variance * Math.sqrt(2.0 / SEEDS)));
  }

  /// The mean over seeds is ∇f, each standard error taken from the sample.
  @Test
  public void gradientsAreUnbiased() {
    RandomCircuit c = circuit();
    double[] exact = c.dense().gradient(c.particle(3), c.input(1));
    double[] sum = new double[exact.length];
    double[] squares = new double[exact.length];
    int seeds = SEEDS / 4;
    for (int s = 1; s <= seeds; s++) {
      double[] gradient = pulled(seeded(c, s), general(c, 0), 0, 1);
      for (int k = 0; k < exact.length; k++) {
        sum[k] += gradient[k] - exact[k];
        squares[k] += Math.pow(gradient[k] - exact[k], 2);
      }
    }
    for (int k = 0; k < exact.length; k++) {
      assertThat(squares[k]).as("spread of ∂_%d f", k).isPositive();
      assertThat(sum[k] / seeds)
          .as("bias of ∂_%d f", k)
          .isCloseTo(0, within(ERRORS * Math.sqrt(squares[k]) / seeds));
    }
  }

  /// Errors at two inputs, or of two particles, have nothing to do with each other.
  @Test
  public void errorsAreIndependent() {
    RandomCircuit c = circuit();
    double inputs = 0;
    double particles = 0;
    for (int s = 1; s <= SEEDS; s++) {
      BoundExpert bound = seeded(c, s);
      double[] one = values(bound, general(c, 0), 2);
      double[] other = values(bound, general(c, 1), 2);
      double error = one[0] - c.dense().value(c.particle(3), c.input(0));
      inputs += error * (one[1] - c.dense().value(c.particle(3), c.input(1)));
      particles += error * (other[0] - c.dense().value(c.particle(4), c.input(0)));
    }
    double own = variance(c, 0, 0);
    assertThat(inputs / SEEDS)
        .as("covariance of two inputs")
        .isCloseTo(0, within(ERRORS * Math.sqrt(own * variance(c, 0, 1) / SEEDS)));
    assertThat(particles / SEEDS)
        .as("covariance of two particles")
        .isCloseTo(0, within(ERRORS * Math.sqrt(own * variance(c, 1, 0) / SEEDS)));
  }

  /// The same seeds give the same bits, whoever asks, on whatever thread and how often.
  @Test
  public void drawsFollowFromTheSeeds() {
    RandomCircuit c = circuit();
    BoundExpert shared = seeded(c, 1);
    double[] values = values(shared, c.theta(), 2);
    double[] gradients = pulled(shared, c.theta(), 0.5, -0.2);
    List<double[]> runs =
        Concurrently.call(
            4,
            () -> {
              double[] again = pulled(shared, c.theta(), 0.5, -0.2);
              assertThat(values(shared, c.theta(), 2)).containsExactly(values);
              return again;
            });
    assertThat(runs).allSatisfy(run -> assertThat(run).containsExactly(gradients));
    assertThat(values(seeded(c, 1), c.theta(), 2)).containsExactly(values);
    assertThat(values(seeded(c, 2), c.theta(), 2)).isNotEqualTo(values);
    assertThat(pulled(seeded(c, 2), c.theta(), 0.5, -0.2)).isNotEqualTo(gradients);
  }

  /// A backend that was given no seeds draws the same numbers each time too.
  @Test
  public void drawsWithoutSeedsAreFixed() {
    RandomCircuit c = circuit();
    assertThat(values(service().bind(c.circuit(), c.observable(), c.inputs()), c.theta(), 2))
        .containsExactly(
            values(service().bind(c.circuit(), c.observable(), c.inputs()), c.theta(), 2));
  }

  /// A particle shows the same numbers in any company.
  @Test
  public void drawsDependOnTheParticleAlone() {
    RandomCircuit c = circuit();
    BoundExpert bound = seeded(c, 3);
    double[] sums = values(bound, c.theta(), 2);
    double[] all = pulled(bound, c.theta(), 1, 0.3);
    int count = c.theta().count();
    for (int i = count - 1; i >= 0; i--) {
      double[] row = c.particle(i);
      Particles alone = Particles.of(1, row.length, row);
      double[] own = values(bound, alone, 2);
      sums[0] -= own[0];
      sums[1] -= own[1];
      double[] slopes = pulled(bound, alone, 1, 0.3);
      for (int k = 0; k < slopes.length; k++) {
        assertThat(all[k * count + i]).isEqualTo(slopes[k]);
      }
    }
    assertThat(sums).containsExactly(new double[2], within(1e-12));
  }

  /// Particles, sums, residuals and velocities of another size are the caller's mistakes.
  @Test
  public void argumentsThatDoNotFitAreRefused() {
    RandomCircuit c = circuit();
    BoundExpert bound = seeded(c, 1);
    int d = c.theta().dimension();
    assertThatThrownBy(() -> bound.at(new Particles(2, d + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bound.at(c.theta()).addMean(new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bound.at(c.theta()).pull(new double[1], new Particles(5, d)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bound.at(c.theta()).pull(new double[2], new Particles(4, d)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
