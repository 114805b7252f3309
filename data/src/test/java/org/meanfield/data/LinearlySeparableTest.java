package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class LinearlySeparableTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new LinearlySeparableProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.DRAWN;
  }

  private Inputs drawn(int points, int features, double margin) throws BadInput {
    return provider()
        .create(
            settings()
                .with(LinearlySeparableProvider.POINTS, points)
                .with(LinearlySeparableProvider.FEATURES, features)
                .with(LinearlySeparableProvider.MARGIN, margin))
        .load(Seeds.root(7))
        .inputs();
  }

  /// Found by another way than it was drawn: the perceptron ends on separable data, after at most
  /// (R/γ)² mistakes (Novikoff 1962), here (√m/margin)².
  @ParameterizedTest
  @CsvSource({"2, 0.1", "1, 0.9", "7, 0.3", "40, 0.5"})
  void planeSeparatesTheClassesWithTheMargin(int features, double margin) throws BadInput {
    Inputs inputs = drawn(200, features, margin);
    double[] normal = new double[features];
    double[] x = new double[features];
    double bound = features / (margin * margin);
    int mistakes = 0;
    boolean clean = false;
    while (!clean) {
      clean = true;
      for (int j = 0; j < inputs.count(); j++) {
        inputs.copyRow(j, x);
        int side = TwoClasses.isPlus(j) ? 1 : -1;
        double height = 0;
        for (int k = 0; k < features; k++) {
          height += normal[k] * x[k];
        }
        if (side * height <= 0) {
          clean = false;
          mistakes++;
          assertThat(mistakes).as("mistakes of the perceptron").isLessThanOrEqualTo((int) bound);
          for (int k = 0; k < features; k++) {
            normal[k] += side * x[k];
          }
        }
      }
    }
    for (double value : inputs.toArray()) {
      assertThat(value).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void firstPointsOfALargerSetAreTheSmallerSet() throws BadInput {
    double[] small = drawn(10, 3, 0.1).toArray();
    double[] large = drawn(25, 3, 0.1).toArray();
    assertThat(Arrays.copyOf(large, small.length)).containsExactly(small);
  }

  @Test
  void moreNumbersThanATableHoldsAreRefused() {
    assertThatThrownBy(() -> drawn(10_000_000, 10_000, 0.1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("100000000000 numbers, too many");
  }
}
