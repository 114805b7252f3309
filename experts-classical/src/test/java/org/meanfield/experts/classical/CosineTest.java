package org.meanfield.experts.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Torus;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.NumbersOrWord;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.ExpertContract;

class CosineTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new CosineProvider();
  }

  private Settings weights(Double... weights) {
    return settings().withToken(CosineProvider.WEIGHTS, List.of(weights));
  }

  @Test
  void meanIsTheMeanOfTheCosines() {
    double[] theta = {0.3, -1, 4};
    double[] x = {0.1, 0.2, -0.3};
    assertThat(expert().value(theta, x))
        .isCloseTo((Math.cos(0.2) + Math.cos(-1.2) + Math.cos(4.3)) / 3, within(1e-16));
  }

  @Test
  void regularityFollowsFromTheWeights() throws BadInput {
    Expert expert = provider().create(weights(0.5, -0.25, 0.125));
    assertThat(expert.regularity())
        .isEqualTo(new Regularity(0.875, 0.5, 0.5, Torus.TURN, Regularity.Origin.DERIVED));
  }

  @Test
  void weightsThatSumToMoreThanOneAreRefused() {
    assertThatThrownBy(() -> provider().create(weights(0.5, 0.5, -0.25)))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "the absolute values of 'weights' sum to 1.25, but |f| ≤ 1 needs a sum of at most 1;"
                + " divide them by 1.25");
  }

  @Test
  void weightsThatSumToOneButForRoundingAreTaken() throws BadInput {
    // 0.1 + 0.2 + 0.7 and 0.7 + 0.2 + 0.1 differ in the last bit.
    assertThat(provider().create(weights(0.7, 0.2, 0.1)).parameters()).isEqualTo(3);
    assertThat(provider().create(weights(0.1, 0.2, 0.7)).parameters()).isEqualTo(3);
  }

  @Test
  void anotherNumberOfWeightsIsRefused() {
    assertThatThrownBy(() -> provider().create(weights(0.5, 0.5)))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "'weights' has 2 numbers, the inputs have 3 features; give one number per feature");
  }

  @Test
  void anyOtherWordIsRefused() {
    assertThatThrownBy(() -> settings().withToken(CosineProvider.WEIGHTS, "median"))
        .hasMessage("must be 'mean' or a list of numbers, got 'median'");
    assertThat(settings().withToken(CosineProvider.WEIGHTS, "mean").get(CosineProvider.WEIGHTS))
        .isEqualTo(new NumbersOrWord("mean", List.of()));
  }

  @Test
  void inputsOfAnotherNumberOfFeaturesAreTheCallersMistake() {
    assertThatThrownBy(() -> expert().bind(Inputs.of(1, 2, new double[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the expert takes 3 features, the inputs have 2");
  }
}
