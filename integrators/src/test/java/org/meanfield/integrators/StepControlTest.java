package org.meanfield.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Settings;

class StepControlTest {
  private static Stream<IntegratorProvider> adaptive() {
    return Stream.of(
        new DormandPrinceProvider(),
        new DormandPrince853Provider(),
        new GraggBulirschStoerProvider(),
        new AdamsBashforthProvider(),
        new AdamsMoultonProvider());
  }

  private static Integrator with(IntegratorProvider provider, double tolerance) throws Exception {
    return provider.create(
        Settings.defaults(provider.descriptor().settings())
            .with(Adaptive.ABSOLUTE, tolerance)
            .with(Adaptive.RELATIVE, tolerance));
  }

  /// Two coupled angles: θ₀′ = −sin θ₀ · r, θ₁′ = −sin(θ₁ − 1) · r, r = 1.2 − (cos θ₀ + cos(θ₁ −
  /// 1))/2.
  private static final VectorField ANGLES =
      new VectorField() {
        @Override
        public int dimension() {
          return 2;
        }

        @Override
        public void at(double t, double[] y, double[] velocity) {
          double r = 1.2 - (Math.cos(y[0]) + Math.cos(y[1] - 1)) / 2;
          velocity[0] = -Math.sin(y[0]) * r;
          velocity[1] = -Math.sin(y[1] - 1) * r;
        }
      };

  @ParameterizedTest
  @MethodSource("adaptive")
  void adaptiveAndFixedStepsAgreeToTheirTolerances(IntegratorProvider provider) throws Exception {
    List<Double> times = List.of(0.0, 0.37, 2.0, 5.0);
    double[] start = {2.5, -1.2};
    Trajectory fixed =
        new Rk4Provider()
            .create(
                Settings.defaults(new Rk4Provider().descriptor().settings())
                    .with(FixedStepProvider.STEP, 1e-3))
            .integrate(ANGLES, start, times, StepObserver.none());
    for (double tolerance : new double[] {1e-5, 1e-9}) {
      Trajectory adaptive =
          with(provider, tolerance).integrate(ANGLES, start, times, StepObserver.none());
      assertThat(adaptive.outcome()).isEqualTo(new Outcome.Reached());
      for (int i = 0; i < times.size(); i++) {
        assertThat(adaptive.state(i))
            .as("%s at %s", provider.descriptor().id(), times.get(i))
            .containsExactly(fixed.state(i), within(100 * tolerance));
      }
      assertThat(adaptive.work().evaluations()).isLessThan(fixed.work().evaluations() / 10);
    }
  }

  private static final double[] START = {2.5, -1.2};

  /// Asked times inside a step move nothing: more rows, the same bits at the end.
  @ParameterizedTest
  @MethodSource("adaptive")
  void askedTimesCutNoSteps(IntegratorProvider provider) throws Exception {
    List<Double> many = IntStream.rangeClosed(0, 250).mapToObj(i -> i / 50.0).toList();
    for (double tolerance : new double[] {1e-5, 1e-9}) {
      Integrator integrator = with(provider, tolerance);
      List<Double> seen = new ArrayList<>();
      Trajectory dense =
          integrator.integrate(
              ANGLES,
              START,
              many,
              (t, _) -> {
                seen.add(t);
                return true;
              });
      Trajectory sparse =
          integrator.integrate(ANGLES, START, List.of(0.0, 5.0), StepObserver.none());
      assertThat(dense.work().steps()).isEqualTo(sparse.work().steps());
      assertThat(dense.state(250)).containsExactly(sparse.state(1));
      assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(many);
      Trajectory exact =
          with(new DormandPrinceProvider(), 1e-13)
              .integrate(ANGLES, START, many, StepObserver.none());
      for (int i = 0; i < many.size(); i++) {
        // As close as where steps end. Measured: 23 tolerances for Adams and Bashforth, 8 at most
        // for the others.
        assertThat(dense.state(i))
            .as("%s at %s", provider.descriptor().id(), many.get(i))
            .containsExactly(exact.state(i), within(100 * tolerance));
      }
    }
  }

  /// What is inside a step costs Dormand and Prince of order 5 nothing.
  @Test
  void askedTimesCostDormandAndPrinceNothing() throws Exception {
    Integrator integrator = with(new DormandPrinceProvider(), 1e-5);
    Trajectory dense =
        integrator.integrate(ANGLES, START, List.of(0.0, 1.0, 1.1, 1.2, 5.0), StepObserver.none());
    Trajectory sparse = integrator.integrate(ANGLES, START, List.of(0.0, 5.0), StepObserver.none());
    assertThat(dense.work()).isEqualTo(sparse.work());
  }

  @Test
  void observerMayStopInsideAStep() throws Exception {
    List<Double> times = List.of(0.0, 1e-3, 2e-3, 3e-3, 5.0);
    Trajectory trajectory =
        with(new DormandPrinceProvider(), 1e-5)
            .integrate(ANGLES, new double[] {2.5, -1.2}, times, (t, _) -> t < 2e-3);
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.Stopped(2e-3));
    assertThat(trajectory.times()).containsExactly(0.0, 1e-3, 2e-3);
  }

  /// A layer of width 1e-3 at t = 1: y = arctan((t − 1)/1e-3). Steps are short there and nowhere
  /// else.
  @Test
  void stepsAreShortWhereTheyMustBe() throws Exception {
    VectorField layer =
        new VectorField() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void at(double t, double[] y, double[] velocity) {
            double x = (t - 1) / 1e-3;
            velocity[0] = 1e3 / (1 + x * x);
          }
        };
    Trajectory trajectory =
        with(new DormandPrinceProvider(), 1e-7)
            .integrate(
                layer, new double[] {Math.atan(-1e3)}, List.of(0.0, 2.0), StepObserver.none());
    assertThat(trajectory.state(1)[0]).isCloseTo(Math.atan(1e3), within(1e-5));
    // Even steps of the least length would be tens of thousands.
    assertThat(trajectory.work().steps()).isLessThan(200);
    assertThat(trajectory.work().rejected()).isPositive();
  }

  /// y′ = √y from 1 downwards in time would leave its domain; here y′ = −1/(2y) ends at t = 1 with
  /// y = 0.
  @ParameterizedTest
  @MethodSource("adaptive")
  void endOfASolutionIsAnOutcome(IntegratorProvider provider) throws Exception {
    VectorField ending =
        new VectorField() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void at(double t, double[] y, double[] velocity) {
            velocity[0] = y[0] > 0 ? -1 / (2 * y[0]) : Double.NaN;
          }
        };
    Trajectory trajectory =
        with(provider, 1e-8)
            .integrate(ending, new double[] {1}, List.of(0.0, 0.5, 2.0), StepObserver.none());
    assertThat(trajectory.outcome())
        .isInstanceOfAny(Outcome.NotFinite.class, Outcome.StepTooSmall.class);
    assertThat(trajectory.times()).containsExactly(0.0, 0.5);
    assertThat(trajectory.state(1)[0]).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  /// y′ = (1.004 − y)/1000 from y = 1 stays below 1.004, and is not defined beyond 1.005: the guess
  /// of a first step goes there.
  @ParameterizedTest
  @MethodSource("adaptive")
  void whatIsNotFiniteAheadIsSteppedAround(IntegratorProvider provider) throws Exception {
    VectorField walled =
        new VectorField() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void at(double t, double[] y, double[] velocity) {
            velocity[0] = y[0] < 1.005 ? 1e-3 * (1.004 - y[0]) : Double.NaN;
          }
        };
    Trajectory trajectory =
        with(provider, 1e-8)
            .integrate(walled, new double[] {1}, List.of(0.0, 100.0), StepObserver.none());
    assertThat(trajectory.outcome()).isInstanceOf(Outcome.Reached.class);
    assertThat(trajectory.state(1)[0]).isCloseTo(1.004 - 0.004 * Math.exp(-0.1), within(1e-7));
  }

  @Test
  void velocityThatIsNotFiniteAtTheStartIsAnOutcome() throws Exception {
    VectorField nothing =
        new VectorField() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public void at(double t, double[] y, double[] velocity) {
            velocity[0] = 1;
            velocity[1] = Double.POSITIVE_INFINITY;
          }
        };
    Trajectory trajectory =
        with(new DormandPrinceProvider(), 1e-8)
            .integrate(nothing, new double[2], List.of(0.0, 1.0), StepObserver.none());
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.NotFinite(0, 1));
    assertThat(trajectory.times()).containsExactly(0.0);
  }
}
