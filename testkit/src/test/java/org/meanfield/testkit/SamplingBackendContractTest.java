package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;

/// The contract passes an honest backend that samples and catches each kind of lie.
class SamplingBackendContractTest {
  private static final int SHOTS = 10;

  private static final List<Consumer<SamplingBackendContract>> CLAUSES =
      List.of(
          SamplingBackendContract::noExactGradientIsClaimed,
          SamplingBackendContract::descriptionSaysThatItSamples,
          SamplingBackendContract::exactIsThatOfDenseMatrices,
          SamplingBackendContract::valuesAreUnbiasedWithTheVarianceOfMeasurements,
          SamplingBackendContract::gradientsAreUnbiased,
          SamplingBackendContract::errorsAreIndependent,
          SamplingBackendContract::drawsFollowFromTheSeeds,
          SamplingBackendContract::drawsWithoutSeedsAreFixed,
          SamplingBackendContract::drawsDependOnTheParticleAlone,
          SamplingBackendContract::argumentsThatDoNotFitAreRefused);

  @Test
  void honestBackendPasses() {
    for (Consumer<SamplingBackendContract> clause : CLAUSES) {
      assertThatCode(() -> clause.accept(contract(new Honest()))).doesNotThrowAnyException();
    }
  }

  @Test
  void claimingExactnessIsCaught() {
    Consumer<SamplingBackendContract> clause = SamplingBackendContract::noExactGradientIsClaimed;
    assertThatThrownBy(() -> clause.accept(new Contract(new Honest(), true)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void biasIsCaught() {
    assertCaught(
        new Honest() {
          @Override
          double chance(double p) {
            return Math.min(1, p + 0.1);
          }
        },
        SamplingBackendContract::valuesAreUnbiasedWithTheVarianceOfMeasurements);
  }

  @Test
  void moreShotsThanToldAreCaught() {
    assertCaught(
        new Honest() {
          @Override
          int shots() {
            return SHOTS + 3;
          }
        },
        SamplingBackendContract::valuesAreUnbiasedWithTheVarianceOfMeasurements);
  }

  @Test
  void biasedGradientsAreCaught() {
    assertCaught(
        new Honest() {
          @Override
          double slope(double exact) {
            return 1.1 * exact + 0.1;
          }
        },
        SamplingBackendContract::gradientsAreUnbiased);
  }

  @Test
  void drawsSharedByInputsAreCaught() {
    assertCaught(
        new Honest() {
          @Override
          long name(double[] theta, int input) {
            return Arrays.hashCode(theta);
          }
        },
        SamplingBackendContract::errorsAreIndependent);
  }

  @Test
  void drawsSharedByParticlesAreCaught() {
    assertCaught(
        new Honest() {
          @Override
          long name(double[] theta, int input) {
            return input;
          }
        },
        SamplingBackendContract::errorsAreIndependent);
  }

  @Test
  void drawsThatGoOnAreCaught() {
    AtomicInteger calls = new AtomicInteger();
    assertCaught(
        new Honest() {
          @Override
          long name(double[] theta, int input) {
            return calls.incrementAndGet();
          }
        },
        SamplingBackendContract::drawsFollowFromTheSeeds,
        SamplingBackendContract::drawsWithoutSeedsAreFixed,
        SamplingBackendContract::drawsDependOnTheParticleAlone);
  }

  @Test
  void ignoringTheSeedsIsCaught() {
    assertCaught(
        new Honest() {
          @Override
          public QuantumBackend seeded(Seeds seeds) {
            return this;
          }
        },
        SamplingBackendContract::drawsFollowFromTheSeeds);
  }

  @Test
  void takingItselfForExactIsCaught() {
    assertCaught(
        new Honest() {
          @Override
          public QuantumBackend exact() {
            return this;
          }
        },
        SamplingBackendContract::exactIsThatOfDenseMatrices);
  }

  @SafeVarargs
  private static void assertCaught(Honest backend, Consumer<SamplingBackendContract>... clauses) {
    for (Consumer<SamplingBackendContract> clause : clauses) {
      assertThatThrownBy(() -> clause.accept(contract(backend))).isInstanceOf(AssertionError.class);
    }
  }

  private static SamplingBackendContract contract(Honest backend) {
    return new Contract(backend, false);
  }

  private static final class Contract extends SamplingBackendContract
      implements QuantumBackendProvider {
    private final Honest backend;
    private final boolean claims;

    Contract(Honest backend, boolean claims) {
      this.backend = backend;
      this.claims = claims;
    }

    @Override
    protected QuantumBackendProvider provider() {
      return this;
    }

    @Override
    protected Settings settings() {
      return Settings.defaults(List.of());
    }

    @Override
    protected int shots() {
      return SHOTS;
    }

    @Override
    public Descriptor descriptor() {
      Descriptor plain = Descriptor.of("test:sampling", "A backend to be tested.");
      return claims ? plain.claims(new Trait.ExactGradient(1e-10)) : plain;
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  /// Coins thrown with the dense reference's probabilities, gradients with a uniform error; each
  /// part can be spoilt.
  private static class Honest implements QuantumBackend {
    private long seed;

    double chance(double p) {
      return p;
    }

    int shots() {
      return SHOTS;
    }

    double slope(double exact) {
      return exact;
    }

    long name(double[] theta, int input) {
      return 31L * Arrays.hashCode(theta) + input;
    }

    private SplittableRandom random(double[] theta, int input) {
      return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + name(theta, input));
    }

    @Override
    public QuantumBackend seeded(Seeds seeds) {
      Honest spoilt = this;
      Honest other =
          new Honest() {
            @Override
            double chance(double p) {
              return spoilt.chance(p);
            }

            @Override
            int shots() {
              return spoilt.shots();
            }

            @Override
            double slope(double exact) {
              return spoilt.slope(exact);
            }

            @Override
            long name(double[] theta, int input) {
              return spoilt.name(theta, input);
            }
          };
      other.seed = seeds.seed();
      return other;
    }

    @Override
    public QuantumBackend exact() {
      return new QuantumBackend() {
        @Override
        public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
          return Honest.this.workload(circuit, observable, inputs);
        }

        @Override
        public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
          return bound(circuit, observable, inputs, true);
        }

        @Override
        public String description(Circuit circuit, PauliSum observable) {
          return "dense matrices";
        }
      };
    }

    @Override
    public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
      return new Workload(1, 1);
    }

    @Override
    public String description(Circuit circuit, PauliSum observable) {
      return "sampled, %d shots".formatted(SHOTS);
    }

    @Override
    public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
      return bound(circuit, observable, inputs, false);
    }

    private BoundExpert bound(
        Circuit circuit, PauliSum observable, Inputs inputs, boolean exactly) {
      return theta -> {
        check(theta.dimension() == circuit.parameters());
        return new Coins(circuit, observable, inputs, theta, exactly);
      };
    }

    private static void check(boolean fits) {
      if (!fits) {
        throw new IllegalArgumentException("arguments do not fit");
      }
    }

    private final class Coins implements BoundExpert.Evaluation {
      private final Circuit circuit;
      private final PauliSum observable;
      private final Inputs inputs;
      private final Particles theta;
      private final boolean exactly;

      Coins(Circuit circuit, PauliSum observable, Inputs inputs, Particles theta, boolean exactly) {
        this.circuit = circuit;
        this.observable = observable;
        this.inputs = inputs;
        this.theta = theta;
        this.exactly = exactly;
      }

      private double[] particle(int i) {
        double[] row = new double[theta.dimension()];
        theta.copyRow(i, row);
        return row;
      }

      private double[] input(int j) {
        double[] row = new double[inputs.features()];
        inputs.copyRow(j, row);
        return row;
      }

      @Override
      public void addMean(double[] sums) {
        check(sums.length == inputs.count());
        for (int i = 0; i < theta.count(); i++) {
          for (int j = 0; j < sums.length; j++) {
            SplittableRandom random = random(particle(i), j);
            for (PauliSum.Term term : observable.terms()) {
              PauliSum alone = PauliSum.of(List.of(new PauliSum.Term(1, term.string())));
              double mean = new DenseCircuit(circuit, alone).value(particle(i), input(j));
              sums[j] += term.coefficient() * (exactly ? mean : thrown(mean, random));
            }
          }
        }
      }

      private double thrown(double mean, SplittableRandom random) {
        int ups = 0;
        for (int s = 0; s < shots(); s++) {
          ups += random.nextDouble() < chance((1 + mean) / 2) ? 1 : 0;
        }
        return 2.0 * ups / shots() - 1;
      }

      @Override
      public void pull(double[] residual, Particles velocity) {
        check(residual.length == inputs.count());
        check(velocity.count() == theta.count() && velocity.dimension() == theta.dimension());
        for (int i = 0; i < theta.count(); i++) {
          double[] sum = new double[velocity.dimension()];
          for (int j = 0; j < residual.length; j++) {
            SplittableRandom random = random(particle(i), j + 1000);
            double[] gradient =
                new DenseCircuit(circuit, observable).gradient(particle(i), input(j));
            for (int k = 0; k < sum.length; k++) {
              double error = exactly ? 0 : random.nextDouble(-0.3, 0.3);
              sum[k] += residual[j] * (exactly ? gradient[k] : slope(gradient[k]) + error);
            }
          }
          velocity.setRow(i, sum);
        }
      }
    }
  }
}
