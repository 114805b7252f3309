package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;

/// The contract passes an honest backend and catches each kind of lie.
class QuantumBackendContractTest {
  private static final List<Consumer<QuantumBackendContract>> CLAUSES =
      Stream.of(
              Stream.<Consumer<QuantumBackendContract>>of(
                  QuantumBackendContract::descriptorIsTheSameEachTime,
                  QuantumBackendContract::someCircuitIsServed,
                  QuantumBackendContract::gradientObeysTheParameterShiftRule,
                  QuantumBackendContract::responseHasPeriodTwoPi,
                  QuantumBackendContract::pullIsTheResidualWeightedGradient,
                  QuantumBackendContract::sumsAreAddedToAndVelocitiesOverwritten,
                  QuantumBackendContract::noInputsGiveNoVelocity,
                  QuantumBackendContract::featuresAreTakenModuloTheirNumber,
                  QuantumBackendContract::bitsAreTheSameOnSeveralThreads,
                  QuantumBackendContract::workloadOfFortyQubitsIsToldBeforeAnythingIsAllocated,
                  QuantumBackendContract::workloadGrows,
                  QuantumBackendContract::descriptionSaysSomething,
                  QuantumBackendContract::argumentsThatDoNotFitAreRefused),
              IntStream.of(1, 2, 3)
                  .<Consumer<QuantumBackendContract>>mapToObj(
                      m -> contract -> contract.valuesAreThoseOfDenseMatrices(m)),
              IntStream.of(1, 2, 3)
                  .<Consumer<QuantumBackendContract>>mapToObj(
                      m -> contract -> contract.gradientsAreThoseOfDenseMatrices(m)),
              IntStream.of(1, 9)
                  .<Consumer<QuantumBackendContract>>mapToObj(
                      n -> contract -> contract.sumsAreOverAllParticles(n)),
              IntStream.of(1, 9)
                  .<Consumer<QuantumBackendContract>>mapToObj(
                      n -> contract -> contract.velocitiesAreEachParticlesOwn(n)))
          .flatMap(clauses -> clauses)
          .toList();

  @Test
  void honestBackendPasses() {
    for (Consumer<QuantumBackendContract> clause : CLAUSES) {
      assertThatCode(() -> clause.accept(contract(new Dense()))).doesNotThrowAnyException();
    }
  }

  @Test
  void exchangedControlAndTargetAreCaught() {
    assertCaught(
        new Dense() {
          @Override
          Circuit understood(Circuit circuit) {
            Circuit.Builder wrong = Circuit.on(circuit.qubits());
            for (Gate gate : circuit.gates()) {
              if (gate instanceof Gate.Named(StandardGate kind, List<Integer> on)
                  && kind == StandardGate.CX) {
                wrong.controlledNot(on.getLast(), on.getFirst());
              } else {
                wrong.add(gate);
              }
            }
            return wrong.build();
          }
        },
        c -> c.valuesAreThoseOfDenseMatrices(3),
        c -> c.gradientsAreThoseOfDenseMatrices(3));
  }

  @Test
  void leavingOutNoiseIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          Circuit understood(Circuit circuit) {
            Circuit.Builder silent = Circuit.on(circuit.qubits());
            circuit.gates().stream()
                .filter(gate -> !(gate instanceof Gate.Noise))
                .forEach(silent::add);
            return silent.build();
          }
        },
        c -> c.valuesAreThoseOfDenseMatrices(2),
        c -> c.gradientsAreThoseOfDenseMatrices(2));
  }

  @Test
  void takingYForXIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          Circuit understood(Circuit circuit) {
            Circuit.Builder wrong = Circuit.on(circuit.qubits());
            for (Gate gate : circuit.gates()) {
              if (gate
                  instanceof Gate.Noise(QuantumChannel.Flip(double x, double y, double z), int q)) {
                wrong.disturb(new QuantumChannel.Flip(y, x, z), q);
              } else {
                wrong.add(gate);
              }
            }
            return wrong.build();
          }
        },
        c -> c.valuesAreThoseOfDenseMatrices(2));
  }

  @Test
  void valueOffByOnePartInTenBillionIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double value(double exact) {
            return exact + 1e-10;
          }
        },
        c -> c.valuesAreThoseOfDenseMatrices(1));
  }

  @Test
  void gradientOffByOnePartInAHundredMillionIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double[] slopes(double[] exact) {
            return Arrays.stream(exact).map(slope -> slope * (1 + 1e-8)).toArray();
          }
        },
        c -> c.gradientsAreThoseOfDenseMatrices(3),
        QuantumBackendContract::gradientObeysTheParameterShiftRule);
  }

  @Test
  void forgettingASharedParametersSecondGateIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double[] slopes(double[] exact) {
            double[] slopes = exact.clone();
            slopes[0] /= 2;
            return slopes;
          }
        },
        c -> c.gradientsAreThoseOfDenseMatrices(2));
  }

  @Test
  void periodFourPiIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double angle(double theta) {
            return theta / 2;
          }
        },
        QuantumBackendContract::responseHasPeriodTwoPi);
  }

  @Test
  void leavingOutTheLastParticleIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          int particles(int count) {
            return count / 8 * 8;
          }
        },
        c -> c.sumsAreOverAllParticles(9),
        c -> c.velocitiesAreEachParticlesOwn(9));
  }

  @Test
  void ignoringTheResidualIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double weight(double residual) {
            return 1;
          }
        },
        QuantumBackendContract::pullIsTheResidualWeightedGradient);
  }

  @Test
  void overwritingSumsIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double before(double sum) {
            return 0;
          }
        },
        QuantumBackendContract::sumsAreAddedToAndVelocitiesOverwritten);
  }

  @Test
  void addingToVelocitiesIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          boolean overwrites() {
            return false;
          }
        },
        QuantumBackendContract::sumsAreAddedToAndVelocitiesOverwritten,
        QuantumBackendContract::noInputsGiveNoVelocity);
  }

  @Test
  void takingFeaturesInAnotherOrderIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          double[] features(double[] x) {
            return new double[] {x[1], x[0]};
          }
        },
        QuantumBackendContract::featuresAreTakenModuloTheirNumber);
  }

  @Test
  void bitsThatDependOnTheCallAreCaught() {
    AtomicInteger calls = new AtomicInteger();
    assertCaught(
        new Dense() {
          @Override
          double value(double exact) {
            return exact + 1e-16 * calls.incrementAndGet();
          }
        },
        QuantumBackendContract::bitsAreTheSameOnSeveralThreads);
  }

  @Test
  void workloadThatSaysNothingIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
            return new Workload(Double.POSITIVE_INFINITY, 0);
          }
        },
        QuantumBackendContract::workloadOfFortyQubitsIsToldBeforeAnythingIsAllocated,
        QuantumBackendContract::workloadGrows);
  }

  @Test
  void silentDescriptionIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          public String description(Circuit circuit, PauliSum observable) {
            return "";
          }
        },
        QuantumBackendContract::descriptionSaysSomething);
  }

  @Test
  void takingAnyArgumentsIsCaught() {
    assertCaught(
        new Dense() {
          @Override
          void check(boolean fits) {}
        },
        QuantumBackendContract::argumentsThatDoNotFitAreRefused);
  }

  /// More rounding than round-off is a mistake unless a setting asks for it, and then only within
  /// what is claimed.
  @Test
  void roundingIsMeasuredWhereItIsAskedFor() {
    assertThatCode(() -> rounded("coarse", 5e-7).valuesAreThoseOfDenseMatrices(2))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> rounded("fine", 5e-7).valuesAreThoseOfDenseMatrices(2))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> rounded("coarse", 2e-6).valuesAreThoseOfDenseMatrices(2))
        .isInstanceOf(AssertionError.class);
  }

  private static QuantumBackendContract rounded(String word, double error) {
    Setting<String> grain =
        Setting.choice("grain", "fine", "how much is rounded", List.of("fine", "coarse"));
    Dense backend =
        new Dense() {
          @Override
          double value(double exact) {
            return exact + error;
          }
        };
    return new QuantumBackendContract() {
      @Override
      protected QuantumBackendProvider provider() {
        return new Provider(backend) {
          @Override
          public Descriptor descriptor() {
            return super.descriptor()
                .settings(grain)
                .claims(new Trait.Rounded("grain", "coarse", 1e-6, 1e-6));
          }
        };
      }

      @Override
      protected Settings settings() {
        return super.settings().with(grain, word);
      }
    };
  }

  @SafeVarargs
  private static void assertCaught(
      QuantumBackend backend, Consumer<QuantumBackendContract>... clauses) {
    for (Consumer<QuantumBackendContract> clause : clauses) {
      assertThatThrownBy(() -> clause.accept(contract(backend))).isInstanceOf(AssertionError.class);
    }
  }

  private static QuantumBackendContract contract(QuantumBackend backend) {
    return new QuantumBackendContract() {
      @Override
      protected QuantumBackendProvider provider() {
        return new Provider(backend);
      }
    };
  }

  private static class Provider implements QuantumBackendProvider {
    private final QuantumBackend backend;

    Provider(QuantumBackend backend) {
      this.backend = backend;
    }

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test:dense", "A backend to be tested.");
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  /// The dense reference as a backend, with a place to spoil each part of it.
  private static class Dense implements QuantumBackend {
    Circuit understood(Circuit circuit) {
      return circuit;
    }

    double angle(double theta) {
      return theta;
    }

    double[] features(double[] x) {
      return x;
    }

    double value(double exact) {
      return exact;
    }

    double[] slopes(double[] exact) {
      return exact;
    }

    int particles(int count) {
      return count;
    }

    double weight(double residual) {
      return residual;
    }

    double before(double sum) {
      return sum;
    }

    boolean overwrites() {
      return true;
    }

    void check(boolean fits) {
      if (!fits) {
        throw new IllegalArgumentException("arguments do not fit");
      }
    }

    @Override
    public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
      double amplitudes = Math.scalb(1.0, circuit.qubits());
      return new Workload(inputs * amplitudes * amplitudes, 32 * amplitudes * amplitudes);
    }

    @Override
    public String description(Circuit circuit, PauliSum observable) {
      return "dense matrices";
    }

    @Override
    public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
      check(circuit.qubits() == observable.qubits());
      DenseCircuit dense = new DenseCircuit(understood(circuit), observable);
      return theta -> {
        check(theta.dimension() == circuit.parameters());
        return new Loops(dense, inputs, theta);
      };
    }

    private final class Loops implements BoundExpert.Evaluation {
      private final DenseCircuit dense;
      private final Inputs inputs;
      private final Particles theta;

      Loops(DenseCircuit dense, Inputs inputs, Particles theta) {
        this.dense = dense;
        this.inputs = inputs;
        this.theta = theta;
      }

      private double[] particle(int i) {
        double[] row = new double[theta.dimension()];
        theta.copyRow(i, row);
        for (int k = 0; k < row.length; k++) {
          row[k] = angle(row[k]);
        }
        return row;
      }

      private double[] input(int j) {
        double[] row = new double[inputs.features()];
        inputs.copyRow(j, row);
        return features(row);
      }

      @Override
      public void addMean(double[] sums) {
        check(sums.length == inputs.count());
        for (int j = 0; j < sums.length; j++) {
          double sum = 0;
          for (int i = 0; i < particles(theta.count()); i++) {
            sum += value(dense.value(particle(i), input(j)));
          }
          sums[j] = before(sums[j]) + sum;
        }
      }

      @Override
      public void pull(double[] residual, Particles velocity) {
        check(residual.length == inputs.count());
        check(velocity.count() == theta.count() && velocity.dimension() == theta.dimension());
        for (int i = 0; i < particles(theta.count()); i++) {
          double[] sum = new double[velocity.dimension()];
          for (int k = 0; k < sum.length; k++) {
            sum[k] = overwrites() ? 0 : velocity.get(i, k);
          }
          for (int j = 0; j < residual.length; j++) {
            double[] gradient = slopes(dense.gradient(particle(i), input(j)));
            for (int k = 0; k < sum.length; k++) {
              sum[k] += weight(residual[j]) * gradient[k];
            }
          }
          velocity.setRow(i, sum);
        }
      }
    }
  }
}
