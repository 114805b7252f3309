package org.meanfield.integrators;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;

/// One of Apache Commons Math's integrators with step control. Each interval between two asked
/// times is an integration of its own, so steps end there; the next begins with the last step's
/// length. Rejected steps are not told apart from the evaluations they cost.
final class CommonsMath implements Integrator {
  private final DoubleFunction<AdaptiveStepsizeIntegrator> method;

  /// @param method makes a new integrator for an interval of given length: they have a state
  CommonsMath(DoubleFunction<AdaptiveStepsizeIntegrator> method) {
    this.method = method;
  }

  /// {@return the shortest step in an interval of given length: near what the clock can resolve}
  ///
  /// @param length of the interval
  static double shortest(double length) {
    return 1e-13 * length;
  }

  @Override
  public Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer) {
    Asked.check(field, start, times);
    return new Run(field, start.clone(), observer).through(times);
  }

  /// One integration under way.
  private final class Run implements StepHandler {
    private final VectorField field;
    private final StepObserver observer;
    private final List<Double> reached = new ArrayList<>();
    private final List<double[]> kept = new ArrayList<>();
    private double[] state;
    private double now;
    private double to;
    private double length = -1;
    private long steps;
    private long evaluations;

    Run(VectorField field, double[] state, StepObserver observer) {
      this.field = field;
      this.observer = observer;
      this.state = state;
    }

    Trajectory through(List<Double> times) {
      now = times.getFirst();
      keep();
      if (!observer.accepted(now, state)) {
        return ended(new Outcome.Stopped(now));
      }
      for (double next : times.subList(1, times.size())) {
        to = next;
        Outcome outcome = state.length == 0 ? still() : toNext();
        if (!(outcome instanceof Outcome.Reached)) {
          return ended(outcome);
        }
      }
      return ended(new Outcome.Reached());
    }

    /// Without unknowns there is nothing to integrate.
    private Outcome still() {
      now = to;
      steps++;
      keep();
      return observer.accepted(now, state) ? new Outcome.Reached() : new Outcome.Stopped(now);
    }

    private Outcome toNext() {
      AdaptiveStepsizeIntegrator integrator = method.apply(to - now);
      integrator.setInitialStepSize(length);
      integrator.addStepHandler(this);
      try {
        integrator.integrate(new Equations(now, to), now, state, to, new double[state.length]);
        return new Outcome.Reached();
      } catch (NotFinite e) {
        return new Outcome.NotFinite(now, e.coordinate);
      } catch (Stop e) {
        return new Outcome.Stopped(now);
      } catch (NumberIsTooSmallException | MaxCountExceededException e) {
        return new Outcome.StepTooSmall(now, integrator.getCurrentSignedStepsize());
      }
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
      state = then;
      // The last step of an interval is cut short and says little of the next.
      length = last && length > 0 ? length : inside.getCurrentTime() - inside.getPreviousTime();
      // The clock may end one rounding beside the last time.
      now = last ? to : inside.getCurrentTime();
      steps++;
      if (last) {
        keep();
      }
      if (!observer.accepted(now, state)) {
        throw new Stop();
      }
    }

    private void keep() {
      reached.add(now);
      kept.add(state.clone());
    }

    private Trajectory ended(Outcome outcome) {
      return new Trajectory(reached, kept, outcome, new Work(steps, 0, evaluations));
    }

    /// Commons Math's view of the field. It takes a NaN for a small error, so none gets there; and
    /// its guess of a first step may look beyond the interval, where no field need be known.
    private final class Equations implements FirstOrderDifferentialEquations {
      private final double least;
      private final double most;

      Equations(double least, double most) {
        this.least = least;
        this.most = most;
      }

      @Override
      public int getDimension() {
        return field.dimension();
      }

      @Override
      public void computeDerivatives(double t, double[] at, double[] velocity) {
        evaluations++;
        field.at(Math.clamp(t, least, most), at, velocity);
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

    Stop() {
      super("the observer asked to stop", null, false, false);
    }
  }
}
