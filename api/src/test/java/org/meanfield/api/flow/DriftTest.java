package org.meanfield.api.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expansion;

class DriftTest {
  private static final Inputs INPUTS = Inputs.of(3, 1, new double[] {-0.5, 0.1, 1.2});
  private static final BoundExpert EXPERT = new TwoCosines().bind(INPUTS);

  private static double[] cloud(int count) {
    return new SplittableRandom(1).doubles(2L * count, -3, 3).toArray();
  }

  private static Drift drift(int count, Workers workers) {
    return new Drift(EXPERT, count, 2, 3, workers);
  }

  /// One particle, one shard, one more and less, several, none of them full but the first.
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1000, 1281})
  void shardsGiveWhatTheWholeCloudGives(int count) {
    double[] state = cloud(count);
    double[] residual = {0.3, -0.2, 0.7};
    BoundExpert.Evaluation whole = EXPERT.at(Particles.of(count, 2, state));
    double[] sums = new double[3];
    whole.addMean(sums);
    Particles velocity = new Particles(count, 2);
    whole.pull(residual, velocity);

    Drift drift = drift(count, Workers.sequential());
    double[] response = new double[3];
    drift.response(state, 0, response);
    double[] pulled = new double[2 * count];
    drift.pull(state, residual, pulled, 0);

    for (int j = 0; j < 3; j++) {
      // Sums of up to 1281 numbers of size 1, taken in two orders.
      assertThat(response[j]).isCloseTo(sums[j] / count, within(1e-14));
    }
    assertThat(pulled).containsExactly(velocity.toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 257, 1281, 5000})
  void bitsDoNotDependOnThreadsOrTheirOrder(int count) {
    double[] state = cloud(count);
    double[] residual = {0.3, -0.2, 0.7};
    double[] response = new double[3];
    double[] velocity = new double[2 * count];
    drift(count, Workers.sequential()).response(state, 0, response);
    drift(count, Workers.sequential()).pull(state, residual, velocity, 0);
    Drift shared = drift(count, new ShuffledWorkers(4, new Random(count)));
    for (int round = 0; round < 10; round++) {
      double[] other = new double[3];
      double[] otherVelocity = new double[2 * count];
      shared.response(state, 0, other);
      shared.pull(state, residual, otherVelocity, 0);
      assertThat(other).isEqualTo(response);
      assertThat(otherVelocity).isEqualTo(velocity);
    }
  }

  /// Five shards whose sums are 1, u, u, u, u with u = 2⁻⁵³: one by one every u is lost, in the
  /// tree ((1 + u) + (u + u)) + u the pair is kept.
  @Test
  void sumsOverShardsAreTakenInAFixedTree() {
    BoundExpert first =
        theta ->
            new BoundExpert.Evaluation() {
              @Override
              public void addMean(double[] sums) {
                sums[0] += theta.get(0, 0);
              }

              @Override
              public void pull(double[] residual, Particles velocity) {}
            };
    int count = 5 * Drift.SHARD;
    double[] state = new double[count];
    double u = 0x1p-53;
    state[0] = 1;
    for (int shard = 1; shard < 5; shard++) {
      state[shard * Drift.SHARD] = u;
    }
    double[] response = new double[1];
    new Drift(first, count, 1, 1, Workers.sequential()).response(state, 0, response);
    double tree = ((1 + u) + (u + u)) + u;
    assertThat(tree).isNotEqualTo(1 + u + u + u + u);
    assertThat(response[0] * count).isEqualTo(tree);
  }

  @Test
  void cloudMayLieWithinALargerState() {
    double[] state = cloud(300);
    double[] larger = new double[7 + state.length + 5];
    Arrays.fill(larger, Double.NaN);
    System.arraycopy(state, 0, larger, 7, state.length);
    double[] velocity = new double[larger.length];
    Arrays.fill(velocity, 42);
    double[] residual = {0.3, -0.2, 0.7};
    Drift drift = drift(300, Workers.sequential());
    drift.pull(larger, residual, velocity, 7);
    double[] expected = new double[state.length];
    drift.pull(state, residual, expected, 0);
    assertThat(Arrays.copyOfRange(velocity, 7, 7 + state.length)).containsExactly(expected);
    assertThat(Arrays.copyOf(velocity, 7)).containsOnly(42);
    assertThat(Arrays.copyOfRange(velocity, 7 + state.length, velocity.length)).containsOnly(42);
    double[] response = new double[3];
    double[] expectedResponse = new double[3];
    drift.response(larger, 7, response);
    drift.response(state, 0, expectedResponse);
    assertThat(response).containsExactly(expectedResponse);
  }

  @Test
  void emptyCloudIsRefused() {
    assertThatThrownBy(() -> drift(0, Workers.sequential()))
        .hasMessage("a cloud needs at least one particle, got 0");
  }

  /// More shards than sums kept apart: several are added to one.
  @Test
  void largeCloudsGiveWhatTheWholeCloudGives() {
    int count = 300 * Drift.SHARD + 7;
    double[] state = cloud(count);
    double[] sums = new double[3];
    EXPERT.at(Particles.of(count, 2, state)).addMean(sums);
    double[] response = new double[3];
    drift(count, Workers.sequential()).response(state, 0, response);
    for (int j = 0; j < 3; j++) {
      assertThat(response[j]).isCloseTo(sums[j] / count, within(1e-13));
    }
  }

  /// f(θ, x_j) = Σ_p B_pj φ_p(θ) with the three responses as φ: two inputs, met once per call.
  @Test
  void expansionsMeetInputsOncePerCall() {
    double[][] matrix = {{1, -2}, {0.5, 3}, {-1, 0.25}};
    AtomicInteger met = new AtomicInteger();
    Expansion expansion =
        new Expansion() {
          @Override
          public int size() {
            return 3;
          }

          @Override
          public BoundExpert functions() {
            return EXPERT;
          }

          @Override
          public void responses(double[] sums, double[] responses) {
            met.incrementAndGet();
            for (int j = 0; j < 2; j++) {
              responses[j] = 0;
              for (int p = 0; p < 3; p++) {
                responses[j] += matrix[p][j] * sums[p];
              }
            }
          }

          @Override
          public void weights(double[] residual, double[] weights) {
            met.incrementAndGet();
            for (int p = 0; p < 3; p++) {
              weights[p] = matrix[p][0] * residual[0] + matrix[p][1] * residual[1];
            }
          }
        };
    BoundExpert expanded =
        new BoundExpert() {
          @Override
          public Evaluation at(Particles theta) {
            throw new AssertionError("its functions are evaluated instead");
          }

          @Override
          public Optional<Expansion> expansion() {
            return Optional.of(expansion);
          }
        };
    int count = 700;
    double[] state = cloud(count);
    Drift drift = new Drift(expanded, count, 2, 2, Workers.sequential());
    double[] response = new double[2];
    drift.response(state, 0, response);
    double[] velocity = new double[2 * count];
    drift.pull(state, new double[] {0.7, -0.4}, velocity, 0);
    assertThat(met).hasValue(2);

    double[] functions = new double[3];
    drift(count, Workers.sequential()).response(state, 0, functions);
    for (int j = 0; j < 2; j++) {
      double expected = 0;
      for (int p = 0; p < 3; p++) {
        expected += matrix[p][j] * functions[p];
      }
      assertThat(response[j]).isCloseTo(expected, within(1e-14));
    }
    double[] expected = new double[2 * count];
    double[] weights = new double[3];
    for (int p = 0; p < 3; p++) {
      weights[p] = 0.7 * matrix[p][0] - 0.4 * matrix[p][1];
    }
    drift(count, Workers.sequential()).pull(state, weights, expected, 0);
    assertThat(velocity).containsExactly(expected, within(1e-14));
  }

  /// The second evaluation of a shard is asked for with the first one.
  @Test
  void evaluationsPassOnTheirStorage() {
    AtomicInteger fresh = new AtomicInteger();
    AtomicInteger passedOn = new AtomicInteger();
    BoundExpert counted =
        new BoundExpert() {
          @Override
          public Evaluation at(Particles theta) {
            fresh.incrementAndGet();
            return EXPERT.at(theta);
          }

          @Override
          public Evaluation at(Particles theta, Evaluation spent) {
            passedOn.incrementAndGet();
            return EXPERT.at(theta);
          }
        };
    int count = 3 * Drift.SHARD + 1;
    Drift drift = new Drift(counted, count, 2, 3, Workers.sequential());
    double[] state = cloud(count);
    drift.response(state, 0, new double[3]);
    drift.pull(state, new double[3], new double[2 * count], 0);
    // One for full shards and one for the last.
    assertThat(fresh).hasValue(2);
    assertThat(passedOn).hasValue(6);
  }
}
