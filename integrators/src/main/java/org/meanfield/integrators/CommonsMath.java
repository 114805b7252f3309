package org.meanfield.integrators;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.MultistepIntegrator;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;

/// One of Apache Commons Math's integrators with step control. Asked times before the last cut no
/// step short, so they move nothing: the states there are those of the method's own continuous
/// extension. Where a velocity is not finite the way on is tried with steps a tenth as long.
/// Rejected steps are not told apart from the evaluations they cost.
final class CommonsMath implements Integrator {
  private final Method method;

  /// Makes integrators, which have a state.
  interface Method {
    /// {@return a new integrator}
    ///
    /// @param shortest step
    /// @param longest step, not beyond where it is going
    AdaptiveStepsizeIntegrator of(double shortest, double longest);
  }

  CommonsMath(Method method) {
    this.method = method;
  }

  @Override
  public Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer) {
    Asked.check(field, start, times);
    return new Run(field, start.clone(), times, observer).toTheEnd();
  }

  /// One integration under way.
  private final class Run implements StepHandler {
    /// The shortest step, as a part of the whole time: near what the clock can resolve.
    private static final double SHORTEST = 1e-13;

    private final VectorField field;
    private final List<Double> times;
    private final StepObserver observer;
    private final double to;
    private final List<Double> reached = new ArrayList<>();
    private final List<double[]> kept = new ArrayList<>();
    private double[] state;
    private double now;
    private long steps;
    private long evaluations;

    Run(VectorField field, double[] state, List<Double> times, StepObserver observer) {
      this.field = field;
      this.times = times;
      this.observer = observer;
      this.state = state;
      this.now = times.getFirst();
      this.to = times.getLast();
    }

    Trajectory toTheEnd() {
      keep(now, state);
      if (!observer.accepted(now, state)) {
        return ended(new Outcome.Stopped(now));
      }
      if (state.length == 0) {
        return ended(still());
      }
      double shortest = SHORTEST * (to - now);
      double longest = to - now;
      while (now < to) {
        AdaptiveStepsizeIntegrator integrator = method.of(shortest, longest);
        integrator.addStepHandler(this);
        if (longest < to - now) {
          beginWithLongest(integrator);
        }
        try {
          integrator.integrate(new Equations(now), now, state, to, new double[state.length]);
        } catch (NotFinite e) {
          double tried = Math.abs(integrator.getCurrentSignedStepsize());
          longest = (tried > 0 && tried < longest ? tried : longest) / 10;
          longest = Math.min(longest, to - now);
          if (!(longest > shortest)) {
            return ended(new Outcome.NotFinite(now, e.coordinate));
          }
        } catch (Stop e) {
          return ended(new Outcome.Stopped(e.time));
        } catch (NumberIsTooSmallException | MaxCountExceededException e) {
          return ended(new Outcome.StepTooSmall(now, integrator.getCurrentSignedStepsize()));
        }
      }
      return ended(new Outcome.Reached());
    }

    /// The guess of a first step looks ahead without heed of the longest one, and may meet again
    /// what is not finite.
    private static void beginWithLongest(AdaptiveStepsizeIntegrator integrator) {
      integrator.setInitialStepSize(integrator.getMaxStep());
      if (integrator instanceof MultistepIntegrator steps
          && steps.getStarterIntegrator() instanceof AdaptiveStepsizeIntegrator starter) {
        starter.setInitialStepSize(starter.getMaxStep());
      }
    }

    /// Without unknowns there is nothing to integrate.
    private Outcome still() {
      for (double next : times.subList(1, times.size())) {
        steps++;
        keep(next, state);
        if (!observer.accepted(next, state)) {
          return new Outcome.Stopped(next);
        }
      }
      return new Outcome.Reached();
    }

    @Override
    public void init(double from, double[] begin, double end) {}

    @Override
    public void handleStep(StepInterpolator inside, boolean last) {
      double[] then = inside.getInterpolatedState().clone();
      for (int k = 0; k < then.length; k++) {
        if (!Double.isFinite(then[k])) {
          throw new NotFinite(k);
        }
      }
      // The clock may end one rounding beside the last time.
      double end = last ? to : inside.getCurrentTime();
      steps++;
      while (times.get(reached.size()) < end) {
        double asked = times.get(reached.size());
        inside.setInterpolatedTime(asked);
        double[] there = inside.getInterpolatedState();
        keep(asked, there);
        show(asked, there);
      }
      state = then;
      now = end;
      if (times.get(reached.size()) == end) {
        keep(end, then);
      }
      show(end, then);
    }

    private void show(double t, double[] there) {
      if (!observer.accepted(t, there)) {
        throw new Stop(t);
      }
    }

    private void keep(double t, double[] there) {
      reached.add(t);
      kept.add(there.clone());
    }

    private Trajectory ended(Outcome outcome) {
      return new Trajectory(reached, kept, outcome, new Work(steps, 0, evaluations));
    }

    /// Commons Math's view of the field. It takes a NaN for a small error, so none gets there; and
    /// its guess of a first step may look beyond the interval, where no field need be known.
    private final class Equations implements FirstOrderDifferentialEquations {
      private final double from;

      Equations(double from) {
        this.from = from;
      }

      @Override
      public int getDimension() {
        return field.dimension();
      }

      @Override
      public void computeDerivatives(double t, double[] at, double[] velocity) {
        evaluations++;
        field.at(Math.clamp(t, from, to), at, velocity);
        for (int k = 0; k < velocity.length; k++) {
          if (!Double.isFinite(velocity[k])) {
            throw new NotFinite(k);
          }
        }
      }
    }
  }

  private static final class NotFinite extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int coordinate;

    NotFinite(int coordinate) {
      super("unknown %d is not finite".formatted(coordinate), null, false, false);
      this.coordinate = coordinate;
    }
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final double time;

    Stop(double time) {
      super("the observer asked to stop", null, false, false);
      this.time = time;
    }
  }
}
