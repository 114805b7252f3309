package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.testkit.QuantumBackendContract;

class PauliBackendTest {
  /// As it is offered.
  @Nested
  class Usual extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new PauliBackendProvider();
    }
  }

  /// Without the Vector API.
  @Nested
  class Plain extends QuantumBackendContract {
    @Override
    protected QuantumBackendProvider provider() {
      return new Fixed(new PauliBackend(PauliLanes.plain()));
    }
  }

  private record Fixed(QuantumBackend backend) implements QuantumBackendProvider {
    @Override
    public Descriptor descriptor() {
      return new PauliBackendProvider().descriptor();
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return backend;
    }
  }

  @Test
  void featuresBetweenParametersAreRefused() {
    QuantumBackend backend = new PauliBackend();
    assertThat(backend.refusal(Template.LINE.circuit(3, 2), PauliSum.z(3, 0)))
        .contains(
            "the pauli backend shares the parameters' part among all inputs, but here features"
                + " enter after a parameter; use statevector");
    assertThatThrownBy(() ->
            backend.bind(
                Template.HEIS.circuit(3, 1), PauliSum.z(3, 0), Inputs.of(1, 1, new double[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use statevector");
  }

  @Test
  void featuresOutsideTheLightConeDoNotMatter() {
    // RX(x) of the heis template acts last; Z0*Z1 with X0*X1 ... only the cone counts.
    assertThat(new PauliBackend().refusal(Template.LINE.circuit(3, 1), PauliSum.z(3, 0))).isEmpty();
  }

  @Test
  void tooManyStringsAreRefusedBeforeAnythingElse() {
    assertThat(new PauliBackend().refusal(Template.RING.circuit(30, 30), PauliSum.z(30, 0)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("the observable spreads over too many Pauli strings (> 1048576)")
                .endsWith("use statevector"));
  }

  @Test
  void featuresThatAreNotThereAreRefused() {
    Inputs none = Inputs.of(3, 0, new double[0]);
    assertThatThrownBy(
            () -> new PauliBackend().bind(Template.RING.circuit(2, 1), PauliSum.meanZ(2), none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the inputs have none");
  }
}
