package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;

class AutoBackendTest {
  private static final Circuit CIRCUIT = Circuit.on(2).controlledZ(0, 1).build();
  private static final PauliSum OBSERVABLE = PauliSum.meanZ(2);
  private static final double GIB = 1 << 30;

  @Test
  void theLeastWorkWins() {
    AutoBackend auto = auto(100, backend("slow", 10, 0, 0), backend("fast", 1, 5, 0));

    assertThat(auto.workload(CIRCUIT, OBSERVABLE, 100).operations()).isEqualTo(105);
    assertThat(auto.description(CIRCUIT, OBSERVABLE))
        .isEqualTo(
            "fast (auto: least work for 100 inputs, in operations per particle: fast 1.1e+02, slow"
                + " 1.0e+03)");
  }

  @Test
  void theChoiceDependsOnTheTrainingInputsAndIsTheSameWhateverItIsBoundTo() {
    Chosen<QuantumBackend> shared = backend("shared", 1, 50, 0);
    Chosen<QuantumBackend> each = backend("each", 10, 0, 0);
    for (int n : List.of(1, 10)) {
      assertThatThrownBy(() -> auto(1, shared, each).bind(CIRCUIT, OBSERVABLE, inputs(n)))
          .hasMessage("bound by each");
      assertThatThrownBy(() -> auto(10, shared, each).bind(CIRCUIT, OBSERVABLE, inputs(n)))
          .hasMessage("bound by shared");
    }
  }

  @Test
  void whatNeedsTooMuchStorageIsPassedOver() {
    AutoBackend auto = auto(1, backend("large", 1, 0, 2 * GIB), backend("small", 9, 0, GIB));

    assertThat(auto.description(CIRCUIT, OBSERVABLE)).startsWith("small ");
  }

  @Test
  void whereAllAreTooLargeTheSmallestIsTaken() {
    AutoBackend auto = auto(1, backend("huge", 1, 0, 9 * GIB), backend("large", 9, 0, 2 * GIB));

    assertThat(auto.workload(CIRCUIT, OBSERVABLE, 1).bytes()).isEqualTo(2 * GIB);
  }

  @Test
  void whoRefusesIsNotTaken() {
    AutoBackend auto = auto(1, refusing("picky"), backend("slow", 10, 0, 0));

    assertThat(auto.refusal(CIRCUIT, OBSERVABLE)).isEmpty();
    assertThat(auto.description(CIRCUIT, OBSERVABLE)).isEqualTo("slow");
  }

  @Test
  void whereAllRefuseTheirLimitsAreToldWithoutTheirRemedies() {
    String sentence =
        "no backend serves this circuit: picky: not this; proud: not this; use fewer qubits or gates";
    AutoBackend auto = auto(1, refusing("picky"), refusing("proud"));

    assertThat(auto.refusal(CIRCUIT, OBSERVABLE)).contains(sentence);
    assertThatThrownBy(() -> auto.bind(CIRCUIT, OBSERVABLE, inputs(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void onlyBackendsWithExactGradientsAreChosenFrom() {
    // The fake 'shots' would be the cheapest by far.
    assertThat(AutoBackend.of(Fakes.catalog(), 10, Map.of()).description(CIRCUIT, OBSERVABLE))
        .isEqualTo(
            "pauli (auto: least work for 10 inputs, in operations per particle: pauli 1.0e+02,"
                + " statevector 1.0e+04)");
  }

  private static AutoBackend auto(
      int inputs, Chosen<QuantumBackend> one, Chosen<QuantumBackend> other) {
    return new AutoBackend(List.of(one, other), inputs, Map.of());
  }

  private static Inputs inputs(int count) {
    return Inputs.of(count, 1, new double[count]);
  }

  private static Chosen<QuantumBackend> backend(
      String name, double perInput, double fixed, double bytes) {
    return chosen(name, Optional.empty(), perInput, fixed, bytes);
  }

  private static Chosen<QuantumBackend> refusing(String name) {
    return chosen(name, Optional.of("not this; use another"), 0, 0, 0);
  }

  private static Chosen<QuantumBackend> chosen(
      String name, Optional<String> refusal, double perInput, double fixed, double bytes) {
    QuantumBackend backend =
        new QuantumBackend() {
          @Override
          public Optional<String> refusal(Circuit circuit, PauliSum observable) {
            return refusal;
          }

          @Override
          public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
            return new Workload(perInput * inputs + fixed, bytes);
          }

          @Override
          public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
            throw new IllegalStateException("bound by " + name);
          }

          @Override
          public String description(Circuit circuit, PauliSum observable) {
            return name;
          }
        };
    return new Chosen<>(Descriptor.of("meanfield:" + name, "fake"), backend);
  }
}
