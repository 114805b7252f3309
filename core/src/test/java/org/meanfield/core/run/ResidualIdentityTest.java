package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Drift;
import org.meanfield.core.measure.Gradients;
import org.meanfield.core.measure.TangentKernel;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.Start;

class ResidualIdentityTest {
  private static final int N = 40;
  private final PreparedData data =
      Studies.data(new double[] {0, 1, 2}, new double[] {0.9, -0.5, 0.7}, List.of());
  private final Particles cloud =
      StartCloud.of(new Start.Uniform(), N, 1, Seeds.root(5).at("replica-0"));

  private boolean holds(Expert expert) {
    Drift drift = new Drift(expert.bind(data.train().inputs()), N, 1, 3, Workers.sequential());
    TangentKernel kernel =
        TangentKernel.of(
            new Gradients(expert, data.train().inputs()),
            EmpiricalMeasure.uniform(cloud),
            Workers.sequential());
    return new ResidualIdentity(drift, data.train()).violation(cloud.toArray(), kernel).isEmpty();
  }

  /// f = cos(m θ − x), with its derivative times a factor.
  private static Expert turning(int m, double factor) {
    return new CosineExpert(1) {
      @Override
      public double value(double[] theta, double[] x) {
        return Math.cos(m * theta[0] - x[0]);
      }

      @Override
      public void gradient(double[] theta, double[] x, double[] out) {
        out[0] = -factor * m * Math.sin(m * theta[0] - x[0]);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 30, 100, 300})
  void itHoldsHoweverFastTheExpertTurns(int m) {
    assertThat(holds(turning(m, 1))).isTrue();
  }

  @Test
  void itHoldsForResponsesOf24Bits() {
    assertThat(
            holds(
                new CosineExpert(1) {
                  @Override
                  public double value(double[] theta, double[] x) {
                    return (float) super.value(theta, x);
                  }
                }))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.01, 0.99, -1, 2})
  void itFailsForAnotherGradient(double factor) {
    assertThat(holds(turning(1, factor))).isFalse();
    assertThat(holds(turning(10, factor))).isFalse();
  }
}
