package org.meanfield.experts.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.testkit.ExpertContract;

class TanhNeuronTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new NeuronProvider();
  }

  @Test
  void weightsAreTheSinesOfTheParameters() {
    double[] theta = {Math.PI / 2, -Math.PI / 2, 0, Math.PI / 6};
    assertThat(expert().value(theta, new double[] {0.5, 0.25, 9})).isEqualTo(Math.tanh(0.75));
  }

  @Test
  void inputsOfAnotherNumberOfFeaturesAreTheCallersMistake() {
    assertThatThrownBy(() -> expert().bind(Inputs.of(1, 4, new double[4])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the expert takes 3 features, the inputs have 4");
  }
}
