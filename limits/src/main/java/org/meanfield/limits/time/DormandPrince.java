package org.meanfield.limits.time;

import java.util.function.Consumer;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;
import org.meanfield.api.plugin.Citation;

/// Integration of y′ = v(t, y) by the adaptive method of Dormand and Prince of order 8(5,3), with
/// its continuous extension of order 7, either way in time.
///
/// The step keeps the root mean square over the unknowns of the local error below the tolerance. A
/// step costs 12 evaluations of v, and 3 more if it is looked into.
///
/// **Reference.** E. Hairer, S. P. Nørsett, G. Wanner, *Solving Ordinary Differential Equations I*,
/// 2nd ed., Springer (1993), sections II.5 and II.6. The implementation is Apache Commons Math's.
public final class DormandPrince {
  /// For the descriptors of solvers that rest on it.
  public static final Citation SOURCE =
      new Citation(
          "hairer-norsett-wanner-1993",
          "E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed.,"
              + " Springer (1993)",
          "https://doi.org/10.1007/978-3-540-78862-1");

  /// More evaluations than any problem worth its answer needs; stiffer ones are told so.
  private static final int MOST_EVALUATIONS = 1_000_000;

  /// The shortest step, as a part of the whole time: near what the clock can resolve.
  private static final double SHORTEST = 1e-13;

  private DormandPrince() {}

  /// How an integration ended, and what it cost.
  public record Run(Outcome outcome, Work work) {}

  /// One accepted step; valid while it is being handed over.
  public interface Step {
    /// {@return the time at its beginning}
    double begin();

    /// {@return the time at its end; that of the last step is the last time to the bit}
    double end();

    /// Computes the state inside the step.
    ///
    /// @param t in [begin, end]
    /// @param out receives the state
    void state(double t, double[] out);
  }

  /// Carries a state from one time to another.
  ///
  /// @param field v
  /// @param state y at `from`, overwritten by y at `to`
  /// @param from the first time
  /// @param to the last time, before or after `from`
  /// @param tolerance > 0, absolute, in the units of the unknowns
  public static Run advance(
      VectorField field, double[] state, double from, double to, double tolerance) {
    return run(field, state, from, to, tolerance, null);
  }

  /// Carries a state from one time to another and shows every step.
  ///
  /// @param field v
  /// @param state y at `from`, overwritten by y at `to`
  /// @param from the first time
  /// @param to the last time, before or after `from`
  /// @param tolerance > 0, absolute, in the units of the unknowns
  /// @param steps told of each accepted step
  public static Run advance(
      VectorField field,
      double[] state,
      double from,
      double to,
      double tolerance,
      Consumer<Step> steps) {
    return run(field, state, from, to, tolerance, new Watch(steps, to));
  }

  private static Run run(
      VectorField field,
      double[] state,
      double from,
      double to,
      double tolerance,
      @Nullable StepHandler handler) {
    if (from == to || state.length == 0) {
      return new Run(new Outcome.Reached(), new Work(0, 0, 0));
    }
    double span = Math.abs(to - from);
    DormandPrince853Integrator method =
        new DormandPrince853Integrator(SHORTEST * span, span, tolerance, 0);
    method.setMaxEvaluations(MOST_EVALUATIONS);
    Counter counter = new Counter();
    method.addStepHandler(counter);
    if (handler != null) {
      method.addStepHandler(handler);
    }
    Outcome outcome;
    try {
      method.integrate(
          new Equations(field, Math.min(from, to), Math.max(from, to)), from, state, to, state);
      outcome = new Outcome.Reached();
    } catch (NotFinite e) {
      outcome = new Outcome.NotFinite(counter.reached, e.coordinate);
    } catch (NumberIsTooSmallException | MaxCountExceededException e) {
      outcome = new Outcome.StepTooSmall(counter.reached, method.getCurrentSignedStepsize());
    }
    return new Run(outcome, new Work(counter.steps, 0, method.getEvaluations()));
  }

  // The integrators of studies are handed to Commons Math much like this. They have no home in
  // common: plugins never see each other, and api and kernels know no Commons Math.

  /// Commons Math's view of a vector field. It takes a NaN for a small error, so none gets there;
  /// and its guess of the first step may look far beyond the last time, where no field need be
  /// known.
  private record Equations(VectorField field, double least, double most)
      implements FirstOrderDifferentialEquations {
    @Override
    public int getDimension() {
      return field.dimension();
    }

    @Override
    public void computeDerivatives(double t, double[] state, double[] velocity) {
      field.at(Math.clamp(t, least, most), state, velocity);
      for (int k = 0; k < velocity.length; k++) {
        if (!Double.isFinite(velocity[k])) {
          throw new NotFinite(k);
        }
      }
    }
  }

  private static final class NotFinite extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int coordinate;

    NotFinite(int coordinate) {
      super(
          "unknown %d has a velocity that is not finite".formatted(coordinate), null, false, false);
      this.coordinate = coordinate;
    }
  }

  private static final class Counter implements StepHandler {
    private long steps;
    private double reached;

    @Override
    public void init(double t0, double[] start, double end) {
      reached = t0;
    }

    @Override
    public void handleStep(StepInterpolator inside, boolean last) {
      steps++;
      reached = inside.getCurrentTime();
    }
  }

  private record Watch(Consumer<Step> steps, double to) implements StepHandler {
    @Override
    public void init(double t0, double[] start, double end) {}

    @Override
    public void handleStep(StepInterpolator inside, boolean last) {
      // The clock may end one rounding beside the last time.
      steps.accept(new Inside(inside, last ? to : inside.getCurrentTime()));
    }
  }

  private record Inside(StepInterpolator interpolator, double end) implements Step {
    @Override
    public double begin() {
      return interpolator.getPreviousTime();
    }

    @Override
    public void state(double t, double[] out) {
      interpolator.setInterpolatedTime(t);
      double[] state = interpolator.getInterpolatedState();
      System.arraycopy(state, 0, out, 0, state.length);
    }
  }
}
