package org.meanfield.api.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;

class GradientFlowTest {
  private static final int COUNT = 300;
  private static final Inputs INPUTS = Inputs.of(3, 1, new double[] {-0.5, 0.1, 1.2});
  private static final DataSet DATA = new DataSet(INPUTS, new double[] {0.4, -0.3, 0.1});

  private final Drift drift =
      new Drift(new TwoCosines().bind(INPUTS), COUNT, 2, 3, Workers.sequential());
  private final GradientFlow flow = new GradientFlow(drift, DATA);
  private final double[] state = new SplittableRandom(1).doubles(2 * COUNT, -3, 3).toArray();

  private double loss(double[] at) {
    double[] response = new double[3];
    drift.response(at, 0, response);
    return DATA.loss(response);
  }

  private double[] moved(double[] direction, double by) {
    double[] moved = state.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by * direction[i];
    }
    return moved;
  }

  /// Θ′ = −N ∇L, tested along a random direction by a central difference; h² = 1e-10 and 1e-16/h
  /// leave 1e-10.
  @Test
  void velocityIsMinusTheGradientOfTheLossTimesTheCount() {
    double[] velocity = new double[2 * COUNT];
    flow.at(0, state, velocity);
    double[] direction = new SplittableRandom(2).doubles(2 * COUNT, -1, 1).toArray();
    double h = 1e-5;
    double slope = (loss(moved(direction, h)) - loss(moved(direction, -h))) / (2 * h);
    double expected = 0;
    for (int i = 0; i < velocity.length; i++) {
      expected -= velocity[i] * direction[i] / COUNT;
    }
    assertThat(slope).isCloseTo(expected, within(1e-9));
    assertThat(Math.abs(expected)).isGreaterThan(1e-4);
  }

  /// L′ = −(1/N) Σᵢ ‖bᵢ‖².
  @Test
  void lossFallsByTheMeanSquareOfTheVelocity() {
    double[] velocity = new double[2 * COUNT];
    flow.at(0, state, velocity);
    double h = 1e-5;
    double slope = (loss(moved(velocity, h)) - loss(moved(velocity, -h))) / (2 * h);
    double square = 0;
    for (double v : velocity) {
      square += v * v;
    }
    assertThat(slope).isCloseTo(-square / COUNT, within(1e-9));
    assertThat(slope).isNegative();
  }

  @Test
  void residualIsTargetMinusResponse() {
    double[] response = new double[3];
    double[] residual = new double[3];
    drift.response(state, 0, response);
    flow.residual(state, residual);
    for (int j = 0; j < 3; j++) {
      assertThat(residual[j]).isEqualTo(DATA.target(j) - response[j]);
    }
  }

  /// Driven by the residual of the moment, independent particles move like the coupled ones.
  @Test
  void drivenFlowFollowsTheGivenResidual() {
    double[] residual = new double[3];
    flow.residual(state, residual);
    double[] coupled = new double[2 * COUNT];
    double[] driven = new double[2 * COUNT];
    flow.at(0, state, coupled);
    Residual fading =
        (t, out) -> {
          for (int j = 0; j < 3; j++) {
            out[j] = residual[j] * (2 - t);
          }
        };
    DrivenFlow independent = new DrivenFlow(drift, fading);
    independent.at(1, state, driven);
    assertThat(driven).containsExactly(coupled);
    independent.at(2, state, driven);
    assertThat(Arrays.stream(driven)).allMatch(v -> v == 0);
    assertThat(independent.dimension()).isEqualTo(2 * COUNT);
  }

  @Test
  void dataOfAnotherSizeAreRefused() {
    DataSet two = new DataSet(Inputs.of(2, 1, new double[2]), new double[2]);
    assertThatThrownBy(() -> new GradientFlow(drift, two))
        .hasMessage("the drift is bound to 3 inputs, the data are 2");
  }
}
