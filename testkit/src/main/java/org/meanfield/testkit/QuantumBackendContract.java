package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.testkit.RandomCircuit.Form;

/// What every exact quantum backend must do, held against [DenseCircuit].
///
/// ```java
/// class StatevectorBackendTest extends QuantumBackendContract {
///   @Override
///   protected QuantumBackendProvider provider() {
///     return new StatevectorBackendProvider();
///   }
/// }
/// ```
///
/// Circuits that a backend refuses, such as those with noise, are left out. Those of three
/// parameters that encode their features before all parameters, or else those that do not, must be
/// served.
public abstract class QuantumBackendContract extends ServiceContract<QuantumBackend> {
  /// Values of size 1 after some 25 gates on up to 32 amplitudes, against the dense reference: the
  /// statevector backend errs by up to 4e−15.
  private static final double VALUE = 1e-12;

  @Override
  protected abstract QuantumBackendProvider provider();

  /// Some circuits are served at all.
  @Test
  public void someCircuitIsServed() {
    assertThat(Form.values()).anyMatch(form -> served(RandomCircuit.of(form, 2, 1, 1)));
  }

  /// f(θ, x) is that of dense matrices, at random angles and at π, 3π − 10⁻¹² and 0.
  ///
  /// @param qubits m
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  public void valuesAreThoseOfDenseMatrices(int qubits) {
    for (Form form : Form.values()) {
      RandomCircuit c = RandomCircuit.of(form, qubits, 9, 2);
      if (qubits > form.mostQubits() || !served(c)) {
        continue;
      }
      DenseCircuit dense = c.dense();
      BoundExpert expert = bind(c);
      for (int i = 0; i < c.theta().count(); i++) {
        double[] sums = new double[c.inputs().count()];
        expert.at(one(c.theta(), i)).addMean(sums);
        for (int j = 0; j < sums.length; j++) {
          assertThat(sums[j])
              .as("particle %d, input %d of %s", i, j, c)
              .isCloseTo(dense.value(c.particle(i), c.input(j)), within(valueError()));
        }
      }
    }
  }

  /// ∇f(θ, x) is that of dense matrices, with parameters that drive several gates.
  ///
  /// @param qubits m
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  public void gradientsAreThoseOfDenseMatrices(int qubits) {
    for (Form form : Form.values()) {
      RandomCircuit c = RandomCircuit.of(form, qubits, 9, 1);
      if (qubits > form.mostQubits() || !served(c)) {
        continue;
      }
      DenseCircuit dense = c.dense();
      Particles gradients = pull(c, 1);
      for (int i = 0; i < c.theta().count(); i++) {
        double[] expected = dense.gradient(c.particle(i), c.input(0));
        for (int k = 0; k < expected.length; k++) {
          assertThat(gradients.get(i, k))
              .as("particle %d, parameter %d of %s", i, k, c)
              .isCloseTo(expected[k], within(claimedError()));
        }
      }
    }
  }

  /// How far values may be off: round-off, or what is claimed where settings ask for more rounding.
  private double valueError() {
    return rounded().map(Trait.Rounded::values).orElse(VALUE);
  }

  private double claimedError() {
    return rounded()
        .map(Trait.Rounded::gradients)
        .orElseGet(() ->
            claims(Trait.ExactGradient.class).stream()
                .mapToDouble(Trait.ExactGradient::absolute)
                .findAny()
                .orElse(1e-10));
  }

  /// {@return the claim that the settings of the tests call for}
  private Optional<Trait.Rounded> rounded() {
    Descriptor descriptor = provider().descriptor();
    return descriptor.traits().stream()
        .filter(Trait.Rounded.class::isInstance)
        .map(Trait.Rounded.class::cast)
        .filter(claim ->
            descriptor.settings().stream()
                .filter(setting -> setting.name().equals(claim.setting()))
                .anyMatch(setting -> claim.word().equals(settings().get(setting))))
        .findAny();
  }

  /// Where a parameter drives one gate, ∂_k f = ½ (f(θ + π/2 e_k) − f(θ − π/2 e_k)).
  @Test
  public void gradientObeysTheParameterShiftRule() {
    RandomCircuit c = served(3);
    Particles gradients = pull(c, 1);
    for (int k = 0; k < c.circuit().parameters(); k++) {
      if (isOneTurn(c.circuit(), k)) {
        for (int i = 0; i < c.theta().count(); i++) {
          double shifted = (shifted(c, i, k, Math.PI / 2) - shifted(c, i, k, -Math.PI / 2)) / 2;
          assertThat(gradients.get(i, k))
              .as("particle %d, parameter %d", i, k)
              .isCloseTo(shifted, within(claimedError()));
        }
      }
    }
  }

  private static boolean isOneTurn(Circuit circuit, int k) {
    return circuit.scales(k).size() == 1 && Math.abs(circuit.scales(k).getFirst()) == 1;
  }

  private double shifted(RandomCircuit c, int i, int k, double by) {
    Particles theta = one(c.theta(), i);
    theta.set(0, k, theta.get(0, k) + by);
    double[] sums = new double[c.inputs().count()];
    bind(c).at(theta).addMean(sums);
    return sums[0];
  }

  /// f has period 2π in every parameter that drives one gate: what A1 asks for.
  @Test
  public void responseHasPeriodTwoPi() {
    RandomCircuit c = served(3);
    for (int k = 0; k < c.circuit().parameters(); k++) {
      if (!isOneTurn(c.circuit(), k)) {
        continue;
      }
      assertThat(shifted(c, 4, k, 2 * Math.PI))
          .as("parameter %d", k)
          .isCloseTo(shifted(c, 4, k, 0), within(valueError()));
    }
  }

  /// Sums are over all particles, whatever their number.
  ///
  /// @param particles N
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 31, 70})
  public void sumsAreOverAllParticles(int particles) {
    RandomCircuit c = resized(served(2), particles);
    double[] sums = new double[c.inputs().count()];
    BoundExpert expert = bind(c);
    expert.at(c.theta()).addMean(sums);
    double[] expected = new double[sums.length];
    for (int i = 0; i < particles; i++) {
      expert.at(one(c.theta(), i)).addMean(expected);
    }
    for (int j = 0; j < sums.length; j++) {
      assertThat(sums[j]).isCloseTo(expected[j], within(particles * valueError()));
    }
  }

  /// Each particle's velocity is its own, whatever the number of particles.
  ///
  /// @param particles N
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 31, 70})
  public void velocitiesAreEachParticlesOwn(int particles) {
    RandomCircuit c = resized(served(2), particles);
    double[] residual = residual(c.inputs().count());
    Particles velocity = new Particles(particles, c.theta().dimension());
    BoundExpert expert = bind(c);
    expert.at(c.theta()).pull(residual, velocity);
    for (int i = 0; i < particles; i++) {
      Particles alone = new Particles(1, c.theta().dimension());
      expert.at(one(c.theta(), i)).pull(residual, alone);
      for (int k = 0; k < alone.dimension(); k++) {
        assertThat(velocity.get(i, k)).isCloseTo(alone.get(0, k), within(valueError()));
      }
    }
  }

  /// The pull-back is Σ_j r_j ∇f(θ, x_j): linear in r, and the gradient for r = e_j.
  @Test
  public void pullIsTheResidualWeightedGradient() {
    RandomCircuit c = served(3);
    int n = c.inputs().count();
    double[] residual = residual(n);
    Particles velocity = new Particles(c.theta().count(), c.theta().dimension());
    bind(c).at(c.theta()).pull(residual, velocity);
    double[] expected = new double[velocity.count() * velocity.dimension()];
    for (int j = 0; j < n; j++) {
      RandomCircuit alone =
          new RandomCircuit(
              c.circuit(), c.observable(), c.theta(), Inputs.of(1, c.input(j).length, c.input(j)));
      double[] gradients = pull(alone, 1).toArray();
      for (int at = 0; at < expected.length; at++) {
        expected[at] += residual[j] * gradients[at];
      }
    }
    assertThat(velocity.toArray()).containsExactly(expected, within(valueError()));
  }

  /// `addMean` adds to what is there; `pull` overwrites what was there.
  @Test
  public void sumsAreAddedToAndVelocitiesOverwritten() {
    RandomCircuit c = served(2);
    int n = c.inputs().count();
    double[] fromZero = new double[n];
    double[] fromThree = new double[n];
    Arrays.fill(fromThree, 3);
    BoundExpert.Evaluation evaluation = bind(c).at(c.theta());
    evaluation.addMean(fromZero);
    evaluation.addMean(fromThree);
    for (int j = 0; j < n; j++) {
      assertThat(fromThree[j] - 3).isCloseTo(fromZero[j], within(valueError()));
    }
    Particles clean = new Particles(c.theta().count(), c.theta().dimension());
    Particles used = new Particles(c.theta().count(), c.theta().dimension());
    used.fill(5);
    evaluation.pull(residual(n), clean);
    evaluation.pull(residual(n), used);
    assertThat(used.toArray()).containsExactly(clean.toArray());
  }

  /// Without inputs there is nothing to sum and nowhere to go.
  @Test
  public void noInputsGiveNoVelocity() {
    RandomCircuit c = served(2);
    RandomCircuit empty =
        new RandomCircuit(c.circuit(), c.observable(), c.theta(), Inputs.of(0, 2, new double[0]));
    Particles velocity = new Particles(c.theta().count(), c.theta().dimension());
    velocity.fill(5);
    BoundExpert.Evaluation evaluation = bind(empty).at(c.theta());
    evaluation.addMean(new double[0]);
    evaluation.pull(new double[0], velocity);
    assertThat(velocity.toArray()).containsOnly(0);
  }

  /// Feature indices are taken modulo the number of features.
  @Test
  public void featuresAreTakenModuloTheirNumber() {
    Inputs inputs = Inputs.of(1, 2, new double[] {0.3, 1.1});
    PauliSum z = PauliSum.z(1, 0);
    Particles theta = new Particles(1, 1);
    theta.set(0, 0, 0.4);
    double[] sums = new double[1];
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(5))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    service().bind(circuit, z, inputs).at(theta).addMean(sums);
    assertThat(sums[0]).isCloseTo(Math.cos(0.4 + 1.1), within(valueError()));
  }

  /// One bound expert serves several threads at once, with the same bits on each.
  @Test
  public void bitsAreTheSameOnSeveralThreads() {
    RandomCircuit c = resized(served(3), 17);
    BoundExpert shared = bind(c);
    List<double[]> runs =
        Concurrently.call(
            4,
            () -> {
              Particles velocity = new Particles(c.theta().count(), c.theta().dimension());
              double[] sums = new double[c.inputs().count()];
              for (int round = 0; round < 2; round++) {
                sums = new double[c.inputs().count()];
                shared.at(c.theta()).addMean(sums);
                shared.at(c.theta()).pull(residual(sums.length), velocity);
              }
              double[] all =
                  Arrays.copyOf(velocity.toArray(), velocity.toArray().length + sums.length);
              System.arraycopy(sums, 0, all, all.length - sums.length, sums.length);
              return all;
            });
    for (double[] run : runs) {
      assertThat(run).containsExactly(runs.getFirst());
    }
  }

  /// The workload of a circuit that fits into no machine is told, or the circuit refused: nothing
  /// of size 2^m is allocated before `bind`.
  @Test
  public void workloadOfFortyQubitsIsToldBeforeAnythingIsAllocated() {
    Circuit circuit = chain(40);
    PauliSum z = PauliSum.z(40, 0);
    assumeTrue(service().refusal(circuit, z).isEmpty(), "refuses 40 qubits");
    Workload workload = service().workload(circuit, z, 10);
    assertThat(workload.operations()).isPositive().isFinite();
    assertThat(workload.bytes()).isNotNegative().isFinite();
  }

  /// More qubits and more inputs are more work.
  @Test
  public void workloadGrows() {
    double small = service().workload(chain(4), PauliSum.z(4, 0), 10).operations();
    assertThat(service().workload(chain(6), PauliSum.z(6, 0), 10).operations())
        .isGreaterThan(small);
    assertThat(service().workload(chain(4), PauliSum.z(4, 0), 1000).operations())
        .isGreaterThan(small);
  }

  private static Circuit chain(int qubits) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.feature(q));
    }
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.X, q, Angle.theta(q));
    }
    for (int q = qubits - 1; q > 0; q--) {
      circuit.controlledNot(q, q - 1);
    }
    return circuit.build();
  }

  /// A report names the backend.
  @Test
  public void descriptionSaysSomething() {
    RandomCircuit c = served(2);
    assertThat(service().description(c.circuit(), c.observable())).isNotBlank();
  }

  /// Particles, sums, residuals and velocities of another size are the caller's mistakes.
  @Test
  public void argumentsThatDoNotFitAreRefused() {
    RandomCircuit c = served(2);
    int d = c.theta().dimension();
    int n = c.inputs().count();
    BoundExpert bound = bind(c);
    BoundExpert.Evaluation evaluation = bound.at(c.theta());
    Particles velocity = new Particles(c.theta().count(), d);
    assertRefused(() -> bound.at(new Particles(2, d + 1)));
    assertRefused(() -> evaluation.addMean(new double[n + 1]));
    assertRefused(() -> evaluation.pull(new double[n + 1], velocity));
    assertRefused(() -> evaluation.pull(new double[n], new Particles(c.theta().count() + 1, d)));
    assertRefused(() -> evaluation.pull(new double[n], new Particles(c.theta().count(), d + 1)));
    assertRefused(() -> service().bind(c.circuit(), PauliSum.z(3, 0), c.inputs()));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  private boolean served(RandomCircuit c) {
    return service().refusal(c.circuit(), c.observable()).isEmpty();
  }

  /// A circuit on m qubits with five particles and three inputs, of the first form that is served.
  private RandomCircuit served(int qubits) {
    return Arrays.stream(Form.values())
        .map(form -> RandomCircuit.of(form, qubits, 5, 3))
        .filter(this::served)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no circuit on %d qubits is served".formatted(qubits)));
  }

  private static RandomCircuit resized(RandomCircuit c, int particles) {
    RandomGenerator random = Seeds.root(7).at("particles").generator();
    Particles theta = RandomCircuit.particles(particles, c.theta().dimension(), random);
    return new RandomCircuit(c.circuit(), c.observable(), theta, c.inputs());
  }

  private BoundExpert bind(RandomCircuit c) {
    return service().bind(c.circuit(), c.observable(), c.inputs());
  }

  private Particles pull(RandomCircuit c, double residual) {
    Particles velocity = new Particles(c.theta().count(), c.theta().dimension());
    double[] residuals = new double[c.inputs().count()];
    residuals[0] = residual;
    bind(c).at(c.theta()).pull(residuals, velocity);
    return velocity;
  }

  private static double[] residual(int n) {
    double[] residual = new double[n];
    for (int j = 0; j < n; j++) {
      residual[j] = 0.5 - 0.7 * j;
    }
    return residual;
  }

  private static Particles one(Particles theta, int i) {
    double[] row = new double[theta.dimension()];
    theta.copyRow(i, row);
    return Particles.of(1, row.length, row);
  }
}
