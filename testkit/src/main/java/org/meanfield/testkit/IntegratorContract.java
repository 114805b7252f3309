package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// What every integrator must do, and what it claims, measured.
///
/// ```java
/// class Rk4Test extends IntegratorContract {
///   @Override
///   protected IntegratorProvider provider() {
///     return new Rk4Provider();
///   }
/// }
/// ```
///
/// An integrator that claims an order ([Trait.Order]) has a setting `step`; one that claims step
/// control ([Trait.Tolerance]) names its settings for the tolerances.
public abstract class IntegratorContract extends ServiceContract<Integrator> {
  /// Times that are no multiples of each other or of any usual step.
  private static final List<Double> TIMES = List.of(0.0, 0.1, 1.0 / 3, 0.7000000001, Math.E / 2);

  /// Errors below this are round-off: some hundred steps, numbers of size 1.
  private static final double ROUND_OFF = 1e-12;

  @Override
  protected abstract IntegratorProvider provider();

  /// The error on a nonlinear, non-autonomous problem falls like step^p with the claimed p. Only
  /// the three finest of the steps 2⁻¹ … 2⁻⁹ whose errors stand above round-off are used.
  @Test
  public void declaredOrderIsMeasured() {
    List<Trait.Order> claims = claims(Trait.Order.class);
    assumeTrue(!claims.isEmpty(), "claims no order");
    List<Double> errors = new ArrayList<>();
    for (double step = 1.0 / 2; step >= 1.0 / 512; step /= 2) {
      double error = SmoothProblem.error(service(withStep(step)));
      if (error < ROUND_OFF) {
        break;
      }
      errors.add(error);
    }
    assertThat(errors).as("errors above round-off at steps 1/2, 1/4, …").hasSizeGreaterThan(3);
    double finest = errors.getLast();
    double coarser = errors.get(errors.size() - 3);
    double slope = Math.log(coarser / finest) / Math.log(2) / 2;
    // Euler, Heun and the classical method measure 1.001, 1.987 and 4.013 here.
    assertThat(slope)
        .as("order measured from the errors %s", errors)
        .isCloseTo(claims.getFirst().p(), within(0.15));
  }

  /// Where step control is claimed, the error stays below the claimed multiple of the tolerance,
  /// and falls with it.
  @Test
  public void declaredToleranceIsKept() {
    for (Trait.Tolerance claimed : claims(Trait.Tolerance.class)) {
      List<Double> errors = new ArrayList<>();
      for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
        Settings settings =
            settings()
                .withToken(setting(claimed.absolute()), tolerance)
                .withToken(setting(claimed.relative()), tolerance);
        errors.add(SmoothProblem.error(service(settings)));
        assertThat(errors.getLast())
            .as("error at tolerance %s", tolerance)
            .isLessThanOrEqualTo(claimed.multiple() * tolerance);
        // Many asked times shorten the steps that end there, or lie inside longer ones.
        assertThat(SmoothProblem.error(service(settings), SmoothProblem.MANY_TIMES))
            .as("error at many times at tolerance %s", tolerance)
            .isLessThanOrEqualTo(claimed.multiple() * tolerance);
      }
      // Six powers of ten in the tolerance are at least three in the error.
      assertThat(errors.getLast()).as("errors %s", errors).isLessThan(1e-3 * errors.getFirst());
    }
  }

  private Settings withStep(double step) {
    return settings().withToken(setting("step"), step);
  }

  /// The flow is solved at all.
  @Test
  public void smoothProblemIsSolved() {
    // A tenth: Euler with its default step of 0.01 errs by 0.02.
    assertThat(SmoothProblem.error(service())).isLessThan(0.1);
  }

  /// Every asked time is a time of the trajectory, to the last bit, and no others are.
  @Test
  public void askedTimesAreReachedExactly() {
    Recording recording = new Recording();
    Trajectory trajectory =
        service().integrate(new SmoothProblem(), SmoothProblem.at(0), TIMES, recording);
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.Reached());
    assertThat(trajectory.times()).containsExactlyElementsOf(TIMES);
    assertThat(recording.times).containsAll(TIMES);
    for (int i = 0; i < TIMES.size(); i++) {
      assertThat(trajectory.state(i))
          .as("the state at %s and what the observer saw", TIMES.get(i))
          .containsExactly(recording.states.get(recording.times.indexOf(TIMES.get(i))));
    }
  }

  /// The field is asked between the first and the last time only: a residual is known there alone.
  @Test
  public void fieldIsAskedWithinTheTimesOnly() {
    List<Double> asked = new ArrayList<>();
    SmoothProblem problem = new SmoothProblem();
    service()
        .integrate(
            field(
                3,
                (t, state, velocity) -> {
                  asked.add(t);
                  problem.at(t, state, velocity);
                }),
            SmoothProblem.at(0),
            TIMES,
            StepObserver.none());
    assertThat(asked).isNotEmpty().allMatch(t -> t >= 0 && t <= TIMES.getLast());
  }

  /// The observer is told of the start, of every accepted step and of asked times inside steps, in
  /// order.
  @Test
  public void observerSeesTheStartAndEveryStep() {
    Recording recording = new Recording();
    Trajectory trajectory =
        service().integrate(new SmoothProblem(), SmoothProblem.at(0), TIMES, recording);
    assertThat(recording.times).startsWith(0.0);
    assertThat(recording.states.getFirst()).containsExactly(SmoothProblem.at(0));
    assertThat(recording.times.getLast()).isEqualTo(TIMES.getLast());
    assertThat(recording.times).isSorted().doesNotHaveDuplicates();
    long afterTheStart = recording.times.size() - 1L;
    long askedInside = afterTheStart - trajectory.work().steps();
    assertThat(askedInside)
        .as("times told beyond the %d steps", trajectory.work().steps())
        .isBetween(0L, TIMES.size() - 2L);
  }

  /// The evaluations told are those the field saw.
  @Test
  public void workIsWhatTheFieldSaw() {
    AtomicLong seen = new AtomicLong();
    SmoothProblem problem = new SmoothProblem();
    Trajectory trajectory =
        service()
            .integrate(
                field(
                    3,
                    (t, state, velocity) -> {
                      seen.incrementAndGet();
                      problem.at(t, state, velocity);
                    }),
                SmoothProblem.at(0),
                TIMES,
                StepObserver.none());
    assertThat(trajectory.work().evaluations()).isEqualTo(seen.get()).isPositive();
  }

  /// `false` from the observer ends the integration there, with what was reached so far.
  @Test
  public void observerMayStop() {
    Recording recording =
        new Recording() {
          @Override
          public boolean accepted(double t, double[] state) {
            super.accepted(t, state);
            return t < 0.2;
          }
        };
    Trajectory trajectory =
        service().integrate(new SmoothProblem(), SmoothProblem.at(0), TIMES, recording);
    assertThat(recording.times).isNotEmpty();
    double stopped = recording.times.getLast();
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.Stopped(stopped));
    assertThat(recording.times).filteredOn(t -> t >= 0.2).hasSize(1);
    assertThat(trajectory.times())
        .containsExactlyElementsOf(TIMES.stream().filter(t -> t <= stopped).toList());
  }

  /// The observer may stop at once; then the trajectory is the start.
  @Test
  public void observerMayStopAtTheStart() {
    Trajectory trajectory =
        service().integrate(new SmoothProblem(), SmoothProblem.at(0), TIMES, (_, _) -> false);
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.Stopped(0));
    assertThat(trajectory.times()).containsExactly(0.0);
    assertThat(trajectory.work().steps()).isZero();
  }

  /// A velocity that is no number is an outcome with the time and the unknown, never an exception
  /// and never a state.
  @Test
  public void fieldThatIsNotANumberIsAnOutcome() {
    Recording recording = new Recording();
    Trajectory trajectory =
        service()
            .integrate(
                field(
                    3,
                    (t, _, velocity) -> {
                      velocity[0] = 1;
                      velocity[1] = t > 0.5 ? Double.NaN : 1;
                      velocity[2] = 1;
                    }),
                new double[3],
                TIMES,
                recording);
    assertThat(trajectory.outcome())
        .isInstanceOfSatisfying(
            Outcome.NotFinite.class,
            failed -> {
              assertThat(failed.coordinate()).isEqualTo(1);
              assertThat(failed.t()).isEqualTo(recording.times.getLast()).isBetween(1.0 / 3, 0.7);
            });
    assertThat(trajectory.times()).containsExactly(0.0, 0.1, 1.0 / 3);
    assertThat(recording.states).allSatisfy(state -> assertThat(state).doesNotContain(Double.NaN));
  }

  /// A solution that ends in finite time (y′ = y², y = 1/(1 − t)) is not continued beyond its end.
  @Test
  public void blowUpIsAnOutcome() {
    Recording recording = new Recording();
    Trajectory trajectory =
        service()
            .integrate(
                field(1, (_, state, velocity) -> velocity[0] = state[0] * state[0]),
                new double[] {1},
                List.of(0.0, 0.5, 3.0),
                recording);
    assertThat(trajectory.outcome())
        .isInstanceOfAny(Outcome.NotFinite.class, Outcome.StepTooSmall.class);
    assertThat(trajectory.times()).containsExactly(0.0, 0.5);
    assertThat(recording.states).allMatch(state -> Double.isFinite(state[0]));
  }

  /// An integrator has no memory: twice the same, on one thread or several.
  @Test
  public void bitsAreTheSameOnSeveralThreads() {
    Integrator shared = service();
    List<List<double[]>> runs =
        Concurrently.call(
            4,
            () -> {
              Trajectory trajectory =
                  shared.integrate(
                      new SmoothProblem(), SmoothProblem.at(0), TIMES, StepObserver.none());
              List<double[]> states = new ArrayList<>();
              for (int i = 0; i < trajectory.times().size(); i++) {
                states.add(trajectory.state(i));
              }
              return states;
            });
    for (List<double[]> states : runs) {
      assertThat(states).hasSameSizeAs(runs.getFirst());
      for (int i = 0; i < states.size(); i++) {
        assertThat(states.get(i)).containsExactly(runs.getFirst().get(i));
      }
    }
  }

  /// The caller's array is the caller's.
  @Test
  public void startStateIsNotModified() {
    double[] start = SmoothProblem.at(0);
    service().integrate(new SmoothProblem(), start, TIMES, StepObserver.none());
    assertThat(start).containsExactly(SmoothProblem.at(0));
  }

  /// With one time there is nothing to do.
  @Test
  public void singleTimeGivesTheStart() {
    Trajectory trajectory =
        service()
            .integrate(new SmoothProblem(), SmoothProblem.at(0), List.of(7.0), StepObserver.none());
    assertThat(trajectory.outcome()).isEqualTo(new Outcome.Reached());
    assertThat(trajectory.times()).containsExactly(7.0);
    assertThat(trajectory.state(0)).containsExactly(SmoothProblem.at(0));
    assertThat(trajectory.work().steps()).isZero();
  }

  /// No times, times that do not increase and states of another size are the caller's mistakes.
  @Test
  public void argumentsThatDoNotFitAreRefused() {
    for (List<Double> times :
        List.of(
            List.<Double>of(),
            List.of(0.0, 0.0),
            List.of(1.0, 0.5),
            List.of(0.0, Double.NaN),
            List.of(0.0, Double.POSITIVE_INFINITY))) {
      assertThatThrownBy(() -> run(3, times))
          .as("times %s", times)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> run(2, TIMES)).isInstanceOf(IllegalArgumentException.class);
  }

  private void run(int unknowns, List<Double> times) {
    service().integrate(new SmoothProblem(), new double[unknowns], times, StepObserver.none());
  }

  @FunctionalInterface
  private interface Velocity {
    void at(double t, double[] state, double[] velocity);
  }

  private static VectorField field(int dimension, Velocity velocity) {
    return new VectorField() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void at(double t, double[] state, double[] out) {
        velocity.at(t, state, out);
      }
    };
  }

  /// Remembers what an observer was told.
  private static class Recording implements StepObserver {
    final List<Double> times = new ArrayList<>();
    final List<double[]> states = new ArrayList<>();

    @Override
    public boolean accepted(double t, double[] state) {
      times.add(t);
      states.add(state.clone());
      return true;
    }
  }
}
