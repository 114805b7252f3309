package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Seeds;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.Start;

class CoupledFlowTest {
  private static final int N = 300;
  private static final double T = 2;
  private final PreparedData data = Studies.data(new double[] {0}, new double[] {0.9}, List.of());
  private final PoissonPath path = new PoissonPath(0.9, 1);
  private final Drift drift =
      new Drift(new CosineExpert(1).bind(data.train().inputs()), N, 1, 1, Workers.sequential());
  private final double[] start =
      StartCloud.of(new Start.Uniform(), N, 1, Seeds.root(2).at("replica-0")).toArray();

  private double[] integrate() {
    double[] both = Arrays.copyOf(start, 2 * N);
    System.arraycopy(start, 0, both, N, N);
    CoupledFlow flow = new CoupledFlow(drift, drift, data.train(), path.residual(), T);
    return new FixedStepRk4(0.01)
        .integrate(flow, both, List.of(0.0, T), StepObserver.none())
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

  @Test
  void theOracleItselfIsTheKnownNumber() {
    assertThat(path.rho(T)).isCloseTo(0.525928, within(5e-7)); // six digits known
  }
}
