package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.opentest4j.TestAbortedException;

/// The contract passes an honest expert and catches each kind of lie.
class ExpertContractTest {
  private static final List<Consumer<ExpertContract>> CLAUSES =
      List.of(
          ExpertContract::descriptorIsTheSameEachTime,
          ExpertContract::gradientAgreesWithDifferences,
          ExpertContract::declaredPeriodIsMeasured,
          ExpertContract::declaredBoundsOfValueAndGradientHold,
          ExpertContract::declaredBoundOfSecondDerivativesHolds,
          ExpertContract::contractionsAgreeWithLoops,
          ExpertContract::evaluationMayBeUsedAgain,
          ExpertContract::withoutInputsNothingPulls,
          ExpertContract::argumentsAreNotModified,
          ExpertContract::bitsAreTheSameOnSeveralThreads,
          ExpertContract::particlesOfAnotherDimensionAreRefused,
          ExpertContract::workloadIsFinite,
          ExpertContract::firstHarmonicsAreTheExpert);

  @Test
  void honestExpertPasses() {
    for (Consumer<ExpertContract> clause : CLAUSES) {
      assertThatCode(() -> clause.accept(contract(new Pair()))).doesNotThrowAnyException();
    }
  }

  @Test
  void gradientThatIsSlightlyWrongIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            super.gradient(theta, x, out);
            out[1] *= 1 + 1e-8;
          }
        },
        ExpertContract::gradientAgreesWithDifferences);
  }

  @Test
  void gradientOfTheWrongSignIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            super.gradient(theta, x, out);
            out[0] = -out[0];
          }
        },
        ExpertContract::gradientAgreesWithDifferences);
  }

  /// A frequency of 0.7 in one parameter, as of a generator that is no Pauli string.
  @Test
  void anotherPeriodIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          public double value(double[] theta, double[] x) {
            return super.value(new double[] {theta[0], 0.7 * theta[1]}, x);
          }
        },
        ExpertContract::declaredPeriodIsMeasured);
  }

  @Test
  void boundsThatAreTooSmallAreCaught() {
    assertCaught(
        declaring(new Regularity(0.9, 0.5, 0.5, 2 * Math.PI, Regularity.Origin.DECLARED)),
        ExpertContract::declaredBoundsOfValueAndGradientHold);
    assertCaught(
        declaring(new Regularity(1, 0.45, 0.5, 2 * Math.PI, Regularity.Origin.DECLARED)),
        ExpertContract::declaredBoundsOfValueAndGradientHold);
    assertCaught(
        declaring(new Regularity(1, 0.5, 0.45, 2 * Math.PI, Regularity.Origin.DECLARED)),
        ExpertContract::declaredBoundOfSecondDerivativesHolds);
  }

  @Test
  void boundsThatAreNotDeclaredAreNotMeasured() {
    Expert unknown = declaring(Regularity.unknown());
    for (Consumer<ExpertContract> clause :
        List.<Consumer<ExpertContract>>of(
            ExpertContract::declaredPeriodIsMeasured,
            ExpertContract::declaredBoundsOfValueAndGradientHold,
            ExpertContract::declaredBoundOfSecondDerivativesHolds)) {
      assertThatThrownBy(() -> clause.accept(contract(unknown)))
          .isInstanceOf(TestAbortedException.class);
    }
  }

  @Test
  void meanThatOverwritesIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          void add(double[] sums, double[] more) {
            System.arraycopy(more, 0, sums, 0, sums.length);
          }
        },
        ExpertContract::contractionsAgreeWithLoops);
  }

  @Test
  void averageInsteadOfSumIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          double weight(int particles) {
            return 1.0 / particles;
          }
        },
        ExpertContract::contractionsAgreeWithLoops);
  }

  @Test
  void pullThatAddsIsCaught() {
    Expert adding =
        new Pair() {
          @Override
          double kept(double velocity) {
            return velocity;
          }
        };
    assertCaught(adding, ExpertContract::contractionsAgreeWithLoops);
    assertCaught(adding, ExpertContract::withoutInputsNothingPulls);
  }

  @Test
  void evaluationThatIsSpentIsCaught() {
    assertCaught(
        new Pair() {
          private boolean spent;

          @Override
          double weight(int particles) {
            boolean before = spent;
            spent = true;
            return before ? 0 : 1;
          }
        },
        ExpertContract::evaluationMayBeUsedAgain);
  }

  @Test
  void writingIntoTheParametersIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          public double value(double[] theta, double[] x) {
            theta[0] %= 2 * Math.PI;
            x[0] += 1;
            return super.value(theta, x);
          }
        },
        ExpertContract::argumentsAreNotModified);
  }

  @Test
  void workingStorageThatIsSharedIsCaught() {
    assertCaught(
        new Pair() {
          private double calls;

          @Override
          double weight(int particles) {
            calls++;
            return 1 + 1e-9 * calls;
          }
        },
        ExpertContract::bitsAreTheSameOnSeveralThreads);
  }

  @Test
  void anyDimensionIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          void check(Particles theta) {}
        },
        ExpertContract::particlesOfAnotherDimensionAreRefused);
  }

  @Test
  void workWithoutEndIsCaught() {
    assertCaught(
        new Pair() {
          @Override
          public Workload workload(int inputs) {
            return new Workload(Double.POSITIVE_INFINITY, 0);
          }
        },
        ExpertContract::workloadIsFinite);
  }

  @Test
  void harmonicsOfAnotherExpertAreCaught() {
    assertCaught(
        new Pair() {
          @Override
          public void coefficients(double[] x, double[] re, double[] im) {
            super.coefficients(x, re, im);
            im[0] = -im[0];
          }
        },
        ExpertContract::firstHarmonicsAreTheExpert);
  }

  private static void assertCaught(Expert expert, Consumer<ExpertContract> clause) {
    assertThatThrownBy(() -> clause.accept(contract(expert))).isInstanceOf(AssertionError.class);
  }

  private static ExpertContract contract(Expert expert) {
    return new ExpertContract() {
      @Override
      protected ExpertProvider provider() {
        return new Provider(expert);
      }

      @Override
      protected int features() {
        return 2;
      }
    };
  }

  private static Pair declaring(Regularity regularity) {
    return new Pair() {
      @Override
      public Regularity regularity() {
        return regularity;
      }
    };
  }

  private record Provider(Expert expert) implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test:pair", "An expert to be tested.")
          .claims(new Trait.ExactGradient(1e-11));
    }

    @Override
    public Expert create(Settings settings) {
      return expert;
    }
  }

  /// f = ½ cos(θ₀ − x₀) + ½ cos(θ₁ − x₁), with a place to spoil each part of it.
  private static class Pair implements FirstHarmonic {
    @Override
    public int parameters() {
      return 2;
    }

    @Override
    public Regularity regularity() {
      return Regularity.declared(1, 0.5, 0.5);
    }

    @Override
    public double value(double[] theta, double[] x) {
      return Math.cos(theta[0] - x[0]) / 2 + Math.cos(theta[1] - x[1]) / 2;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = -Math.sin(theta[0] - x[0]) / 2;
      out[1] = -Math.sin(theta[1] - x[1]) / 2;
    }

    @Override
    public void coefficients(double[] x, double[] re, double[] im) {
      for (int k = 0; k < 2; k++) {
        re[k] = Math.cos(x[k]) / 2;
        im[k] = Math.sin(x[k]) / 2;
      }
    }

    double weight(int particles) {
      return particles / (double) particles;
    }

    void add(double[] sums, double[] more) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += more[j];
      }
    }

    double kept(double velocity) {
      return 0 * (Double.isNaN(velocity) ? 0 : velocity);
    }

    void check(Particles theta) {
      if (theta.dimension() != 2) {
        throw new IllegalArgumentException("2 parameters, got " + theta.dimension());
      }
    }

    @Override
    public BoundExpert bind(Inputs inputs) {
      BoundExpert loops = FirstHarmonic.super.bind(inputs);
      return theta -> {
        check(theta);
        return new BoundExpert.Evaluation() {
          @Override
          public void addMean(double[] sums) {
            double[] more = new double[sums.length];
            loops.at(theta).addMean(more);
            double weight = weight(theta.count());
            for (int j = 0; j < more.length; j++) {
              more[j] *= weight;
            }
            add(sums, more);
          }

          @Override
          public void pull(double[] residual, Particles velocity) {
            double[] before = velocity.toArray();
            loops.at(theta).pull(residual, velocity);
            for (int i = 0; i < theta.count(); i++) {
              for (int k = 0; k < 2; k++) {
                velocity.set(i, k, velocity.get(i, k) + kept(before[k * theta.count() + i]));
              }
            }
          }
        };
      };
    }
  }
}
