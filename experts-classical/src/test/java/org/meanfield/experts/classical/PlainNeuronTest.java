package org.meanfield.experts.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.ExpertContract;

class PlainNeuronTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new NeuronProvider();
  }

  @Override
  protected Settings settings() {
    return super.settings().with(NeuronProvider.WEIGHTS, "plain");
  }

  @Test
  void weightsAreTheParameters() {
    double[] theta = {0.5, -2, 2, 0.25};
    assertThat(expert().value(theta, new double[] {1, 0.5, 0.25})).isEqualTo(Math.tanh(0.25));
  }

  /// β lacks the term of w″ = 0: with X = π/2 and s = 1 it is 4/(3√3) (π/2)².
  @Test
  void thereIsNoPeriodAndNoCurvatureOfWeights() {
    assertThat(expert().regularity().period()).isInfinite();
    assertThat(expert().regularity().beta())
        .isEqualTo(Activation.TANH.curvature() * (Math.PI / 2) * (Math.PI / 2));
  }
}
