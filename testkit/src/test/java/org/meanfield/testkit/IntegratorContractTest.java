package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// The contract passes an honest integrator and catches each kind of lie.
class IntegratorContractTest {
  private static final List<Consumer<IntegratorContract>> CLAUSES =
      List.of(
          IntegratorContract::descriptorIsTheSameEachTime,
          IntegratorContract::declaredOrderIsMeasured,
          IntegratorContract::declaredToleranceIsKept,
          IntegratorContract::smoothProblemIsSolved,
          IntegratorContract::askedTimesAreReachedExactly,
          IntegratorContract::fieldIsAskedWithinTheTimesOnly,
          IntegratorContract::observerSeesTheStartAndEveryStep,
          IntegratorContract::workIsWhatTheFieldSaw,
          IntegratorContract::observerMayStop,
          IntegratorContract::observerMayStopAtTheStart,
          IntegratorContract::fieldThatIsNotANumberIsAnOutcome,
          IntegratorContract::blowUpIsAnOutcome,
          IntegratorContract::bitsAreTheSameOnSeveralThreads,
          IntegratorContract::startStateIsNotModified,
          IntegratorContract::singleTimeGivesTheStart,
          IntegratorContract::argumentsThatDoNotFitAreRefused);

  @Test
  void honestIntegratorPasses() {
    for (Consumer<IntegratorContract> clause : CLAUSES) {
      assertThatCode(() -> clause.accept(contract(1, PlainEuler::new))).doesNotThrowAnyException();
    }
  }

  @Test
  void lieAboutTheOrderIsCaught() {
    assertCaught(2, PlainEuler::new, IntegratorContract::declaredOrderIsMeasured);
  }

  @Test
  void halfAnOrderLessIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              @Override
              double length() {
                return Math.pow(step, 0.8);
              }
            },
        IntegratorContract::declaredOrderIsMeasured);
  }

  /// Steps of one length heed no tolerance, and a setting that is not there is no tolerance.
  @Test
  void toleranceThatIsNotKeptIsCaught() {
    Consumer<IntegratorContract> clause = IntegratorContract::declaredToleranceIsKept;
    for (String name : List.of("step", "atol")) {
      assertThatThrownBy(() ->
              clause.accept(
                  contract(new Trait.Tolerance(1e-2, name, name), _ -> new PlainEuler(0.01))))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void wrongFieldIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              @Override
              double[] moved(double[] state, double[] velocity, double h) {
                double[] next = super.moved(state, velocity, h);
                next[0] = state[0];
                return next;
              }
            },
        IntegratorContract::smoothProblemIsSolved);
  }

  @Test
  void steppingOverAnAskedTimeIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              @Override
              double arrival(double t, double h, double to) {
                return t + h;
              }
            },
        IntegratorContract::askedTimesAreReachedExactly);
  }

  @Test
  void askingTheFieldBeyondTheEndIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              @Override
              double node() {
                return 2;
              }
            },
        IntegratorContract::fieldIsAskedWithinTheTimesOnly);
  }

  @Test
  void silenceToTheObserverIsCaught() {
    DoubleFunction<Integrator> silent =
        step ->
            (field, start, times, _) ->
                new PlainEuler(step).integrate(field, start, times, StepObserver.none());
    assertCaught(1, silent, IntegratorContract::observerSeesTheStartAndEveryStep);
    assertCaught(1, silent, IntegratorContract::observerMayStop);
    assertCaught(1, silent, IntegratorContract::observerMayStopAtTheStart);
  }

  @Test
  void wrongWorkIsCaught() {
    assertCaught(
        1,
        step ->
            (field, start, times, observer) -> {
              Trajectory t = new PlainEuler(step).integrate(field, start, times, observer);
              List<double[]> states = new ArrayList<>();
              for (int i = 0; i < t.times().size(); i++) {
                states.add(t.state(i));
              }
              return new Trajectory(t.times(), states, t.outcome(), new Work(1, 0, 1));
            },
        IntegratorContract::workIsWhatTheFieldSaw);
  }

  @Test
  void passingOnNumbersThatAreNoneIsCaught() {
    DoubleFunction<Integrator> careless =
        step ->
            new PlainEuler(step) {
              @Override
              int notFinite(double[] numbers) {
                return -1;
              }
            };
    assertCaught(1, careless, IntegratorContract::fieldThatIsNotANumberIsAnOutcome);
    assertCaught(1, careless, IntegratorContract::blowUpIsAnOutcome);
  }

  @Test
  void memoryIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              private double runs;

              @Override
              public synchronized Trajectory integrate(
                  VectorField field, double[] start, List<Double> times, StepObserver observer) {
                runs++;
                return super.integrate(field, start, times, observer);
              }

              @Override
              double length() {
                return step / runs;
              }
            },
        IntegratorContract::bitsAreTheSameOnSeveralThreads);
  }

  @Test
  void writingIntoTheStartIsCaught() {
    assertCaught(
        1,
        step ->
            (field, start, times, observer) -> {
              Trajectory t = new PlainEuler(step).integrate(field, start, times, observer);
              start[0] += 1;
              return t;
            },
        IntegratorContract::startStateIsNotModified);
  }

  @Test
  void startingWithAStepIsCaught() {
    assertCaught(
        1,
        step ->
            (field, start, times, observer) -> {
              double[] velocity = new double[start.length];
              field.at(0, start, velocity);
              for (int i = 0; i < velocity.length; i++) {
                velocity[i] = start[i] + step * (1 + velocity[i]);
              }
              return new PlainEuler(step).integrate(field, velocity, times, observer);
            },
        IntegratorContract::singleTimeGivesTheStart);
  }

  @Test
  void takingAnyArgumentsIsCaught() {
    assertCaught(
        1,
        step ->
            new PlainEuler(step) {
              @Override
              void check(VectorField field, double[] start, List<Double> times) {}
            },
        IntegratorContract::argumentsThatDoNotFitAreRefused);
  }

  private static void assertCaught(
      int order, DoubleFunction<Integrator> integrator, Consumer<IntegratorContract> clause) {
    assertThatThrownBy(() -> clause.accept(contract(order, integrator)))
        .isInstanceOf(AssertionError.class);
  }

  private static IntegratorContract contract(int order, DoubleFunction<Integrator> integrator) {
    return contract(new Trait.Order(order), integrator);
  }

  private static IntegratorContract contract(Trait claim, DoubleFunction<Integrator> integrator) {
    return new IntegratorContract() {
      @Override
      protected IntegratorProvider provider() {
        return new Provider(claim, integrator);
      }
    };
  }

  private record Provider(Trait claim, DoubleFunction<Integrator> integrator)
      implements IntegratorProvider {
    private static final Setting<Double> STEP = Setting.positive("step", 0.01, "time", "a step");

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test:plain", "An integrator to be tested.")
          .settings(STEP)
          .claims(claim);
    }

    @Override
    public Integrator create(Settings settings) {
      return integrator.apply(settings.get(STEP));
    }
  }

  /// Euler's method, with a place to spoil each part of it.
  private static class PlainEuler implements Integrator {
    private final double step;

    PlainEuler(double step) {
      this.step = step;
    }

    double length() {
      return step;
    }

    double[] moved(double[] state, double[] velocity, double h) {
      double[] next = state.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += h * velocity[i];
      }
      return next;
    }

    double arrival(double t, double h, double to) {
      return t + h > to - h / 2 ? to : t + h;
    }

    double node() {
      return 0;
    }

    int notFinite(double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        if (!Double.isFinite(numbers[i])) {
          return i;
        }
      }
      return -1;
    }

    void check(VectorField field, double[] start, List<Double> times) {
      boolean increase = !times.isEmpty();
      for (int i = 1; i < times.size(); i++) {
        increase &= times.get(i) > times.get(i - 1);
      }
      if (!increase
          || !times.stream().allMatch(Double::isFinite)
          || start.length != field.dimension()) {
        throw new IllegalArgumentException("arguments do not fit");
      }
    }

    @Override
    public Trajectory integrate(
        VectorField field, double[] start, List<Double> times, StepObserver observer) {
      check(field, start, times);
      List<Double> reached = new ArrayList<>(times.subList(0, 1));
      List<double[]> kept = new ArrayList<>(List.of(start));
      double[] state = start;
      double[] velocity = new double[start.length];
      double t = times.getFirst();
      long steps = 0;
      if (!observer.accepted(t, state)) {
        return new Trajectory(reached, kept, new Outcome.Stopped(t), new Work(0, 0, 0));
      }
      for (int i = 1; i < times.size(); i++) {
        double h = (times.get(i) - t) / Math.ceil((times.get(i) - t) / length());
        while (t < times.get(i)) {
          field.at(t + node() * h, state, velocity);
          double[] next = moved(state, velocity, h);
          if (notFinite(next) >= 0) {
            return new Trajectory(
                reached,
                kept,
                new Outcome.NotFinite(t, notFinite(next)),
                new Work(steps, 0, steps + 1));
          }
          state = next;
          t = arrival(t, h, times.get(i));
          steps++;
          if (t == times.get(i)) {
            reached.add(t);
            kept.add(state);
          }
          if (!observer.accepted(t, state)) {
            return new Trajectory(reached, kept, new Outcome.Stopped(t), new Work(steps, 0, steps));
          }
        }
      }
      return new Trajectory(reached, kept, new Outcome.Reached(), new Work(steps, 0, steps));
    }
  }
}
