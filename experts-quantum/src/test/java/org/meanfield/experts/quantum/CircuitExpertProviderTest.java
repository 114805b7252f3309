package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.experts.quantum.density.DensityBackend;
import org.meanfield.experts.quantum.pauli.PauliBackend;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;

class CircuitExpertProviderTest {
  private static final CircuitExpertProvider PROVIDER = new CircuitExpertProvider();

  private static Settings settings() {
    return Settings.defaults(PROVIDER.descriptor().settings())
        .with(CircuitExpertProvider.BACKEND, new StatevectorBackend());
  }

  @Test
  void defaultIsTheRingOfFourQubitsAndTwoLayers() throws BadInput {
    Expert expert = PROVIDER.create(settings());
    assertThat(expert.parameters()).isEqualTo(16);
    assertThat(expert.description())
        .startsWith("ring of 2 layers on 4 qubits, observable mean-z; backend ");
  }

  @Test
  void eachTemplateHasItsOwnObservable() throws BadInput {
    assertThat(described("line", "template")).contains("observable 1.0*Z0;");
    assertThat(described("heis", "template")).contains("observable 1.0*Z0;");
    assertThat(described("line", "mean-z")).contains("observable mean-z;");
    assertThat(described("ring", "z0")).contains("observable 1.0*Z0;");
    assertThat(described("ring", " 0.5*Z0 - 0.5*X1*X2")).contains("0.5*Z0 - 0.5*X1*X2;");
  }

  @Test
  void oneQubitIsSingular() throws BadInput {
    Settings one =
        settings()
            .with(CircuitExpertProvider.QUBITS, 1)
            .with(CircuitExpertProvider.TEMPLATE, "line");
    assertThat(PROVIDER.create(one).description()).contains(" on 1 qubit, observable");
  }

  private static String described(String template, String observable) throws BadInput {
    return PROVIDER
        .create(
            settings()
                .with(CircuitExpertProvider.TEMPLATE, template)
                .with(CircuitExpertProvider.OBSERVABLE, observable))
        .description();
  }

  @Test
  void observableAboveOneIsRefusedWithOneThatFits() throws BadInput {
    assertThatThrownBy(() -> described("ring", "2*Z0 - X1"))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "observable '2*Z0 - X1' may reach 3.0, but an expert needs |f| ≤ 1 (3.10), without which Theorem 4.1 does not hold; use '0.6666666666666666*Z0 - 0.3333333333333333*X1'");
    assertThat(described("ring", "0.6666666666666666*Z0 - 0.3333333333333333*X1")).isNotEmpty();
  }

  /// ‖0.6 X + 0.8 Z‖ = 1, though Σ|c| = 1.4.
  @Test
  void normOfTheObservableIsExact() throws BadInput {
    Settings settings = settings().with(CircuitExpertProvider.OBSERVABLE, "0.6*X0 + 0.8*Z0");
    assertThat(PROVIDER.create(settings).regularity().supremum()).isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> described("ring", "3*X0 + 4*Z0"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("may reach 5.0")
        .hasMessageContaining("use '0.6000000000000001*X0 + 0.8*Z0'");
    Settings half = settings().with(CircuitExpertProvider.OBSERVABLE, "0.3*X0 + 0.4*Z0");
    assertThat(PROVIDER.create(half).regularity().alpha()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void noiseIsPartOfTheExpert() throws BadInput {
    Settings noisy =
        settings()
            .with(CircuitExpertProvider.BACKEND, new DensityBackend())
            .with(CircuitExpertProvider.NOISE, "depolarising 0.1 after cz; readout 0.02");
    Expert expert = PROVIDER.create(noisy);
    assertThat(expert.description())
        .startsWith("ring of 2 layers, noise depolarising 0.1 after cz; readout 0.02 on 4 qubits");
    assertThat(((QuantumExpert) expert).circuit().isNoisy()).isTrue();
    assertThat(expert.regularity().supremum()).isCloseTo(0.96, within(1e-15));
    assertThat(PROVIDER.create(noisy.with(CircuitExpertProvider.LAYERS, 1)))
        .isNotInstanceOf(FirstHarmonic.class);
  }

  @Test
  void noiseThatIsNoneIsAMistakeAndSoIsABackendWithoutIt() {
    assertThatThrownBy(() ->
            PROVIDER.create(settings().with(CircuitExpertProvider.NOISE, "dephasing 2 after all")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("column 11");
    assertThatThrownBy(() ->
            PROVIDER.create(settings().with(CircuitExpertProvider.NOISE, "dephasing 0.1 after cx")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("the circuit has cz, ry, rz");
    assertThatThrownBy(() ->
            PROVIDER.create(settings().with(CircuitExpertProvider.NOISE, "dephasing 0.1 after cz")))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "statevector takes no noise; 'auto' picks a backend that serves, if there is one");
  }

  @Test
  void meanOfManyQubitsIsNotTakenForMoreThanOne() throws BadInput {
    Settings settings =
        settings()
            .with(CircuitExpertProvider.QUBITS, 49)
            .with(CircuitExpertProvider.BACKEND, new PauliBackend());
    assertThat(PROVIDER.create(settings).parameters()).isEqualTo(4 * 49);
  }

  @Test
  void observableThatIsNoneIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> described("ring", "Z0 + Q1"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("column 6")
        .hasMessageContaining("mean-z, z0 or a Pauli sum");
    assertThatThrownBy(() -> described("ring", "Z4"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("a qubit below 4");
  }

  @Test
  void qubitsAreOneToSixtyTwo() {
    assertThatThrownBy(() -> settings().with(CircuitExpertProvider.QUBITS, 0))
        .hasMessage("must be an integer 1 … 62, got 0");
    assertThatThrownBy(() -> settings().with(CircuitExpertProvider.QUBITS, 63))
        .hasMessage("must be an integer 1 … 62, got 63");
  }

  @Test
  void heisOnOneQubitHasNoParameter() {
    Settings settings =
        settings()
            .with(CircuitExpertProvider.TEMPLATE, "heis")
            .with(CircuitExpertProvider.QUBITS, 1);
    assertThatThrownBy(() -> PROVIDER.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no parameter on 1 qubit")
        .hasMessageContaining("at least 2");
  }

  @Test
  void fortyQubitsAreTooManyForStateVectors() {
    assertThatThrownBy(() -> PROVIDER.create(settings().with(CircuitExpertProvider.QUBITS, 40)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("statevector takes at most 26 qubits, the circuit has 40");
  }

  @Test
  void refusalOfTheBackendIsAMistakeOfTheUser() {
    Settings settings = settings().with(CircuitExpertProvider.BACKEND, new Refusing());
    assertThatThrownBy(() -> PROVIDER.create(settings))
        .isInstanceOf(BadInput.class)
        .hasMessage("not on a Friday");
  }

  /// The limit of these is known in closed form; that of other circuits is not.
  @Test
  void ringOfOneLayerIsAFirstHarmonicAndOthersAreNot() throws BadInput {
    Settings one = settings().with(CircuitExpertProvider.LAYERS, 1);
    assertThat(PROVIDER.create(one)).isInstanceOf(FirstHarmonic.class);
    assertThat(PROVIDER.create(one.with(CircuitExpertProvider.OBSERVABLE, "mean-z")))
        .isInstanceOf(FirstHarmonic.class);
    assertThat(PROVIDER.create(one.with(CircuitExpertProvider.OBSERVABLE, "X0")))
        .isNotInstanceOf(FirstHarmonic.class);
    assertThat(PROVIDER.create(one.with(CircuitExpertProvider.TEMPLATE, "line")))
        .isNotInstanceOf(FirstHarmonic.class);
    assertThat(PROVIDER.create(settings())).isNotInstanceOf(FirstHarmonic.class);
  }

  private static final class Refusing implements QuantumBackend {
    @Override
    public Optional<String> refusal(Circuit circuit, PauliSum observable) {
      return Optional.of("not on a Friday");
    }

    @Override
    public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
      throw new AssertionError("asked after refusing");
    }

    @Override
    public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
      throw new AssertionError("asked after refusing");
    }

    @Override
    public String description(Circuit circuit, PauliSum observable) {
      throw new AssertionError("asked after refusing");
    }
  }
}
