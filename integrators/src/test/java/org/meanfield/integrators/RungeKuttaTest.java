package org.meanfield.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.plugin.Settings;

class RungeKuttaTest {
  /// y′ = y.
  private static final VectorField GROWTH =
      new VectorField() {
        @Override
        public int dimension() {
          return 1;
        }

        @Override
        public void at(double t, double[] state, double[] velocity) {
          velocity[0] = state[0];
        }
      };

  private static Integrator with(FixedStepProvider provider, double step) {
    return provider.create(
        Settings.defaults(provider.descriptor().settings()).with(FixedStepProvider.STEP, step));
  }

  private static Trajectory grow(FixedStepProvider provider, double step, Double... times) {
    return with(provider, step)
        .integrate(GROWTH, new double[] {1}, List.of(times), StepObserver.none());
  }

  @Test
  void oneStepIsTheTaylorPolynomial() {
    double h = 0.25;
    assertThat(grow(new EulerProvider(), h, 0.0, h).state(1)).containsExactly(1 + h);
    assertThat(grow(new HeunProvider(), h, 0.0, h).state(1)).containsExactly(1 + h + h * h / 2);
    // 1 ulp: the sum of the stages is rounded, the polynomial is not.
    assertThat(grow(new Rk4Provider(), h, 0.0, h).state(1)[0])
        .isCloseTo(1 + h + h * h / 2 + h * h * h / 6 + h * h * h * h / 24, within(Math.ulp(1.0)));
  }

  /// 3/0.1, 0.3/0.1, 0.7/0.1 and 1e4/0.1 are not integers in floating point.
  @ParameterizedTest
  @ValueSource(doubles = {3, 0.3, 0.7, 1e4})
  void wholeNumberOfStepsIsNotExceeded(double end) {
    Trajectory still =
        with(new EulerProvider(), 0.1)
            .integrate(GROWTH, new double[1], List.of(0.0, end), StepObserver.none());
    assertThat(still.work().steps()).isEqualTo(Math.round(end / 0.1));
  }

  @Test
  void stepsAreEqualAndNoLongerThanAsked() {
    List<Double> times = new ArrayList<>();
    with(new EulerProvider(), 0.3)
        .integrate(
            GROWTH,
            new double[] {1},
            List.of(0.0, 1.0),
            (t, _) -> {
              times.add(t);
              return true;
            });
    assertThat(times).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void intervalShorterThanAStepTakesOneStep() {
    assertThat(grow(new Rk4Provider(), 10, 0.0, 1.0, 1.5).work().steps()).isEqualTo(2);
  }

  @Test
  void stepBelowTheClockIsAnOutcome() {
    Trajectory trajectory = grow(new EulerProvider(), 1e-20, 1.0, 2.0);
    assertThat(trajectory.outcome())
        .isInstanceOfSatisfying(
            Outcome.StepTooSmall.class,
            small -> {
              assertThat(small.t()).isEqualTo(1);
              assertThat(small.step()).isCloseTo(1e-20, within(1e-25));
            });
    assertThat(trajectory.times()).containsExactly(1.0);
  }

  /// A velocity that is finite but takes the state beyond the largest double.
  @Test
  void stateThatOverflowsIsAnOutcome() {
    VectorField huge =
        new VectorField() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public void at(double t, double[] state, double[] velocity) {
            velocity[0] = 1;
            velocity[1] = 1e308;
          }
        };
    Trajectory trajectory =
        with(new EulerProvider(), 1)
            .integrate(huge, new double[2], List.of(0.0, 1.0, 2.0), StepObserver.none());
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.NotFinite(1, 1));
    assertThat(trajectory.times()).containsExactly(0.0, 1.0);
    assertThat(trajectory.state(1)).containsExactly(1, 1e308);
  }

  @Test
  void startThatIsNotFiniteIsTheCallersMistake() {
    assertThatThrownBy(() ->
            with(new EulerProvider(), 1)
                .integrate(GROWTH, new double[] {Double.NaN}, List.of(0.0), StepObserver.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown 0 starts at NaN; a start must be finite");
  }

  @Test
  void everyStageIsOneEvaluation() {
    assertThat(grow(new EulerProvider(), 0.5, 0.0, 1.0).work().evaluations()).isEqualTo(2);
    assertThat(grow(new HeunProvider(), 0.5, 0.0, 1.0).work().evaluations()).isEqualTo(4);
    assertThat(grow(new Rk4Provider(), 0.5, 0.0, 1.0).work().evaluations()).isEqualTo(8);
  }
}
