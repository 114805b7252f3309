package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.Start;

class CellFlowTest {
  private static final int N = 300;
  private static final double T = 2;
  private final PreparedData data = Studies.data(new double[] {0}, new double[] {0.9}, List.of());
  private final PoissonPath path = new PoissonPath(0.9, 1);
  private final Drift drift =
      new Drift(new CosineExpert(1).bind(data.train().inputs()), N, 1, 1, Workers.sequential());
  private final double[] start =
      StartCloud.of(new Start.Uniform(), N, 1, Seeds.root(2).at("replica-0")).toArray();

  private double[] integrate() {
    CellFlow flow =
        new CellFlow(drift, data.train(), new CellFlow.Companions(drift, path.residual(), T));
    return new FixedStepRk4(0.01)
        .integrate(flow, flow.start(start), List.of(0.0, T), StepObserver.none())
        .state(1);
  }

  @Test
  void companionsAreThePushForwardOfTheLimit() {
    double[] end = integrate();
    for (int i = 0; i < N; i++) {
      double exact = path.push(Math.IEEEremainder(start[i], 2 * Math.PI), T);
      // RK4 with step 0.01: 4e−12 measured, its fifth-order error over 200 steps.
      assertThat(Math.IEEEremainder(end[N + i] - exact, 2 * Math.PI)).isCloseTo(0, within(1e-10));
    }
  }

  @Test
  void particlesMoveAsIfTheCompanionsWereNotThere() {
    double[] alone =
        new FixedStepRk4(0.01)
            .integrate(
                new GradientFlow(drift, data.train()), start, List.of(0.0, T), StepObserver.none())
            .state(1);
    assertThat(Arrays.copyOf(integrate(), N)).isEqualTo(alone);
  }

  /// One datum: r shrinks towards 0 and keeps its sign, and L = ½ r².
  @Test
  void theIntegralsAreThoseOfResidualAndDissipation() {
    double[] end = integrate();
    double[] response = new double[1];
    drift.response(start, 0, response);
    double before = 0.9 - response[0];
    drift.response(end, 0, response);
    double after = 0.9 - response[0];
    // RK4 with step 0.01: 6e−12 measured.
    assertThat(CellFlow.dissipated(end))
        .isCloseTo((before * before - after * after) / 2, within(1e-10));
    // ∫ r dt by Simpson's rule over the states of the same flow without companions.
    List<Double> times = new ArrayList<>();
    for (int s = 0; s <= 200; s++) {
      times.add(T * s / 200);
    }
    Trajectory path =
        new FixedStepRk4(0.01)
            .integrate(new GradientFlow(drift, data.train()), start, times, StepObserver.none());
    double sum = 0;
    for (int s = 0; s <= 200; s++) {
      drift.response(path.state(s), 0, response);
      sum += (s % 200 == 0 ? 1 : s % 2 == 0 ? 2 : 4) * (0.9 - response[0]);
    }
    assertThat(CellFlow.residualIntegral(end)).isCloseTo(sum * T / 600, within(1e-9));
  }

  @Test
  void theOracleItselfIsTheKnownNumber() {
    assertThat(path.rho(T)).isCloseTo(0.525928, within(5e-7)); // six digits known
  }
}
