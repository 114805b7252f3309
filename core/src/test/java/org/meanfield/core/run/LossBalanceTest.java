package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.Start;

class LossBalanceTest {
  private static final int N = 64;
  private static final double T = 2;

  // Three data that no mixture meets at once.
  private final PreparedData data =
      Studies.data(new double[] {0, 1, 2}, new double[] {0.9, -0.5, 0.7}, List.of());
  private final Drift drift =
      new Drift(new CosineExpert(1).bind(data.train().inputs()), N, 1, 3, Workers.sequential());

  /// Integrates by Euler, the midpoint method or RK4; velocities are `factor` times what they are.
  private LossBalance along(int order, int steps, double factor) {
    CellFlow flow = new CellFlow(drift, data.train(), null);
    double[] y =
        flow.start(
            StartCloud.of(new Start.Uniform(), N, 1, Seeds.root(4).at("replica-0")).toArray());
    LossBalance balance = new LossBalance(order, 3);
    double h = T / steps;
    Bend bend = new Bend(N);
    balance.at(0, loss(y), 0, bend.at(0, y));
    for (int s = 0; s < steps; s++) {
      double[] k1 = slope(flow, y, factor);
      double[] k;
      if (order == 1) {
        k = k1;
      } else {
        double[] k2 = slope(flow, plus(y, h / 2, k1), factor);
        k = k2;
        if (order == 4) {
          double[] k3 = slope(flow, plus(y, h / 2, k2), factor);
          double[] k4 = slope(flow, plus(y, h, k3), factor);
          k = new double[y.length];
          Arrays.setAll(k, i -> 0);
          for (int i = 0; i < k.length; i++) {
            k[i] = (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
          }
        }
      }
      y = plus(y, h, k);
      balance.at((s + 1) * h, loss(y), CellFlow.dissipated(y), bend.at((s + 1) * h, y));
    }
    return balance;
  }

  private static double[] slope(CellFlow flow, double[] y, double factor) {
    double[] slope = new double[y.length];
    flow.at(0, y, slope);
    for (int i = 0; i < N; i++) {
      slope[i] *= factor;
    }
    slope[slope.length - 1] *= factor * factor; // as a flow of such velocities would sum it
    return slope;
  }

  private static double[] plus(double[] y, double h, double[] k) {
    double[] sum = y.clone();
    Arrays.setAll(sum, i -> y[i] + h * k[i]);
    return sum;
  }

  private double loss(double[] y) {
    double[] response = new double[3];
    drift.response(y, 0, response);
    return data.train().loss(response);
  }

  /// Also where steps are so long that they hardly resolve the flow.
  @ParameterizedTest
  @CsvSource({"1,4", "1,40", "1,400", "2,4", "2,40", "2,400", "4,4", "4,40", "4,400"})
  void aMethodOfItsOrderIsNeverAccused(int order, int steps) {
    assertThat(along(order, steps, 1).violation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2,40,1.02", "2,40,0.98", "4,20,1.02", "4,40,1.001"})
  void velocitiesThatAreNotThoseOfTheLossAreFound(int order, int steps, double factor) {
    assertThat(along(order, steps, factor).violation()).isPresent();
  }

  @Test
  void anOrderThatIsClaimedAndNotKeptIsFound() {
    LossBalance liar = new LossBalance(4, 1);
    Bend bend = new Bend(1);
    // Euler on y′ = −y with L = y²/2, and L′ = −y² by the left end: the defect is h/2 of what
    // falls.
    double h = 0.02;
    double[] y = {1};
    double dissipated = 0;
    for (int s = 0; s <= 100; s++) {
      liar.at(s * h, y[0] * y[0] / 2, dissipated, bend.at(s * h, y));
      dissipated += h * y[0] * y[0];
      y[0] -= h * y[0];
    }
    assertThat(liar.violation()).isPresent();
  }

  @Test
  void theDefectOfAHigherOrderIsSmall() {
    // Measured: 2e−3 by Euler, 2e−10 by RK4.
    assertThat(along(1, 40, 1).defect()).isCloseTo(0, within(1e-1));
    assertThat(Math.abs(along(1, 40, 1).defect())).isGreaterThan(1e-4);
    assertThat(along(4, 40, 1).defect()).isCloseTo(0, within(1e-6));
  }

  @Test
  void aPathThatStandsStillKeepsItsLoss() {
    LossBalance still = new LossBalance(4, 3);
    for (int s = 0; s < 5; s++) {
      still.at(s, 0.7, 0, s < 2 ? Double.NaN : 0);
    }
    assertThat(still.violation()).isEmpty();
    still.at(5, 0.7 - 4e-6, 0, 0);
    assertThat(still.violation()).isPresent();
  }

  @Test
  void aBendIsTheChangeOfVelocityInUnitsOfTheSlower() {
    Bend bend = new Bend(2);
    assertThat(bend.at(0, new double[] {0, 0, 99})).isNaN();
    assertThat(bend.at(1, new double[] {3, 0, 99})).isNaN();
    assertThat(bend.at(3, new double[] {3, 8, 99})).isCloseTo(5.0 / 3, within(1e-15));
    assertThat(bend.at(4, new double[] {3, 12, 99})).isZero();
  }
}
