package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expansion;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.run.PoolWorkers;

class TangentKernelTest {
  private static final int D = 3;
  private static final Inputs INPUTS =
      Inputs.of(4, D, new double[] {0, 0.3, 1, 2, 0.1, -1, 0.7, 0.7, 0.7, -2, 1, 0});

  /// f = Σ_k cos(θ_k − x_k).
  private static class Cosines implements Expert {
    @Override
    public int parameters() {
      return D;
    }

    @Override
    public double value(double[] theta, double[] x) {
      double sum = 0;
      for (int k = 0; k < D; k++) {
        sum += Math.cos(theta[k] - x[k]);
      }
      return sum;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      for (int k = 0; k < D; k++) {
        out[k] = -Math.sin(theta[k] - x[k]);
      }
    }
  }

  private static EmpiricalMeasure cloud(int count, boolean weighted) {
    RandomGenerator random = Seeds.root(3).at("cloud").generator();
    Particles particles = new Particles(count, D);
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = weighted ? random.nextDouble() : 1;
      for (int k = 0; k < D; k++) {
        particles.set(i, k, random.nextDouble(-4, 4));
      }
    }
    return EmpiricalMeasure.weighted(particles, weights);
  }

  private static TangentKernel kernel(Expert expert, EmpiricalMeasure cloud, Workers workers) {
    return TangentKernel.of(new Gradients(expert, INPUTS), cloud, workers);
  }

  @Test
  void entriesAreMeansOfProductsOfGradients() {
    EmpiricalMeasure cloud = cloud(700, true); // three shards
    TangentKernel kernel = kernel(new Cosines(), cloud, Workers.sequential());
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        double sum = 0;
        for (int i = 0; i < cloud.size(); i++) {
          for (int k = 0; k < D; k++) {
            double theta = cloud.coordinate(i, k);
            sum +=
                cloud.weight(i)
                    * Math.sin(theta - INPUTS.get(a, k))
                    * Math.sin(theta - INPUTS.get(b, k));
          }
        }
        assertThat(kernel.entry(a, b)).isCloseTo(sum, within(1e-14));
      }
    }
    double[] residual = {0.1, -2, 0.3, 1};
    double expected = 0;
    for (int k = 0; k < 4; k++) {
      expected += kernel.entry(2, k) * residual[k];
    }
    assertThat(kernel.times(residual)[2]).isCloseTo(expected, within(1e-15));
  }

  @Test
  void theEndsOfTheSpectrumAreThose() {
    // Trace and determinant of two inputs give both eigenvalues.
    Inputs two = Inputs.of(2, D, Arrays.copyOf(INPUTS.toArray(), 2 * D));
    TangentKernel kernel =
        TangentKernel.of(new Gradients(new Cosines(), two), cloud(50, false), Workers.sequential());
    double half = (kernel.entry(0, 0) + kernel.entry(1, 1)) / 2;
    double root = Math.hypot((kernel.entry(0, 0) - kernel.entry(1, 1)) / 2, kernel.entry(0, 1));
    assertThat(kernel.extremes().smallest()).isCloseTo(half - root, within(1e-14));
    assertThat(kernel.extremes().largest()).isCloseTo(half + root, within(1e-14));
  }

  @Test
  void moreInputsThanFunctionsOfThemHaveTheEigenvalueZero() {
    double[] x = new double[12 * D];
    Arrays.setAll(x, i -> i * 0.37);
    TangentKernel kernel =
        TangentKernel.of(
            new Gradients(new Cosines(), Inputs.of(12, D, x)),
            cloud(50, false),
            Workers.sequential());
    assertThat(kernel.extremes().smallest()).isZero(); // 6 functions of x
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBits() {
    EmpiricalMeasure cloud = cloud(20_000, true);
    TangentKernel one = kernel(new Cosines(), cloud, Workers.sequential());
    try (PoolWorkers pool = new PoolWorkers(3)) {
      TangentKernel three = kernel(new Cosines(), cloud, pool);
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          assertThat(three.entry(j, k)).isEqualTo(one.entry(j, k));
        }
      }
    }
  }

  @Test
  void anExpansionIsPulledByTheWeightsOfOneInput() {
    Expert plain = new Cosines();
    Expert expanded =
        new Cosines() {
          @Override
          public BoundExpert bind(Inputs inputs) {
            BoundExpert bound = plain.bind(inputs);
            return new BoundExpert() {
              @Override
              public Evaluation at(Particles theta) {
                throw new AssertionError("its functions are asked, not itself");
              }

              @Override
              public Optional<Expansion> expansion() {
                return Optional.of(themselves(bound, inputs.count()));
              }
            };
          }
        };
    EmpiricalMeasure cloud = cloud(300, false);
    TangentKernel expected = kernel(plain, cloud, Workers.sequential());
    TangentKernel kernel = kernel(expanded, cloud, Workers.sequential());
    for (int j = 0; j < 4; j++) {
      assertThat(kernel.entry(j, 1)).isCloseTo(expected.entry(j, 1), within(1e-14));
    }
  }

  /// f at the inputs as the functions.
  private static Expansion themselves(BoundExpert bound, int n) {
    return new Expansion() {
      @Override
      public int size() {
        return n;
      }

      @Override
      public BoundExpert functions() {
        return bound;
      }

      @Override
      public void responses(double[] sums, double[] responses) {
        System.arraycopy(sums, 0, responses, 0, n);
      }

      @Override
      public void weights(double[] residual, double[] weights) {
        System.arraycopy(residual, 0, weights, 0, n);
      }
    };
  }
}
