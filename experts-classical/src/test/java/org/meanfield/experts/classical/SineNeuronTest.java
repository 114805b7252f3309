package org.meanfield.experts.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.ExpertContract;

/// The contract with the other activation, a larger scale and inputs below 1.
class SineNeuronTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new NeuronProvider();
  }

  @Override
  protected int features() {
    return 2;
  }

  @Override
  protected double largestInput() {
    return 0.5;
  }

  @Override
  protected Settings settings() {
    return super.settings()
        .with(NeuronProvider.SCALE, 2.0)
        .with(NeuronProvider.ACTIVATION, "sine")
        .with(NeuronProvider.LARGEST_INPUT, 0.5);
  }

  /// The bias counts as an input of 1, which is larger than 0.5: α = 2, β = 4 + 2.
  @Test
  void boundsCountTheBias() {
    assertThat(expert().regularity().alpha()).isEqualTo(2);
    assertThat(expert().regularity().beta()).isEqualTo(6);
  }
}
