package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class TwoCurvesTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new TwoCurvesProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.DRAWN;
  }

  private Inputs drawn(int points, double noise) throws BadInput {
    return provider()
        .create(
            settings().with(TwoCurvesProvider.POINTS, points).with(TwoCurvesProvider.NOISE, noise))
        .load(Seeds.root(7))
        .inputs();
  }

  @Test
  void withoutNoisePointsLieOnTheHalfCircles() throws BadInput {
    Inputs inputs = drawn(1000, 0);
    for (int j = 0; j < inputs.count(); j++) {
      boolean plus = TwoClasses.isPlus(j);
      double x = inputs.get(j, 0) - (plus ? 0 : 1);
      double y = inputs.get(j, 1) - (plus ? 0 : 0.5);
      assertThat(Math.hypot(x, y)).isCloseTo(1, within(4e-16));
      assertThat(plus ? y : -y).isNotNegative();
    }
  }

  @Test
  void classesAreBalancedAndPlusComesFirst() {
    assertThat(Classes.counts(table())).isEqualTo(Map.of("+1", 150L, "-1", 150L));
    assertThat(TwoClasses.labels(3).of()).containsExactly("+1", "-1", "+1");
  }

  @Test
  void firstPointsOfALargerSetAreTheSmallerSet() throws BadInput {
    double[] small = drawn(10, 0.1).toArray();
    double[] large = drawn(25, 0.1).toArray();
    assertThat(Arrays.copyOf(large, small.length)).containsExactly(small);
  }

  /// The shifts of 10⁴ points from seed 7: 2·10⁴ normal numbers, mean within 4 and variance within
  /// 4 standard errors of 0 and 0.01.
  @Test
  void noiseIsNormalWithTheGivenDeviation() throws BadInput {
    double[] clean = drawn(10_000, 0).toArray();
    double[] noisy = drawn(10_000, 0.1).toArray();
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    for (int i = 0; i < clean.length; i++) {
      double shift = noisy[i] - clean[i];
      sum += shift;
      squares += shift * shift;
      fourth += Math.pow(shift, 4);
    }
    int count = clean.length;
    assertThat(sum / count).isCloseTo(0, within(4 * 0.1 / Math.sqrt(count)));
    assertThat(squares / count).isCloseTo(0.01, within(4 * 0.01 * Math.sqrt(2.0 / count)));
    // E z⁴ = 3 with variance 96/n.
    assertThat(fourth / count / 1e-4).isCloseTo(3, within(4 * Math.sqrt(96.0 / count)));
  }
}
