package org.meanfield.integrators;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;

/// The embedded pair of orders 5 and 4 of Dormand and Prince with step control.
///
/// A step of length h errs by about err in the norm of [Adaptive]; it is accepted if err ≤ 1, and
/// the next one is h · 0.9 err^{−α} err_before^β long with β = 0.04, α = 1/5 − ¾β: proportional and
/// integral control, within a factor of [1/5, 10]. The last velocity of a step is the first of the
/// next: six evaluations a step. Asked times before the last cut no step short: the states there
/// are those of [ContinuousExtension], and cost no evaluation. Where a velocity is not finite the
/// step is tried a tenth as long.
///
/// **Reference.** E. Hairer, S. P. Nørsett, G. Wanner, *Solving Ordinary Differential Equations I*,
/// 2nd ed., Springer (1993), table II.5.2, section II.4 for the first step and eqs. IV.2.43–44 of
/// volume II for the control.
final class DormandPrince implements Integrator {
  static final Tableau TABLEAU =
      Tableau.of(
          new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0},
          new double[] {1.0 / 5},
          new double[] {3.0 / 40, 9.0 / 40},
          new double[] {44.0 / 45, -56.0 / 15, 32.0 / 9},
          new double[] {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
          new double[] {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
          new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84});

  /// Weights of order 5 less those of order 4.
  private static final double[] DIFFERENCE = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
  };

  private static final int STAGES = 7;
  private static final double BETA = 0.04;
  private static final double ALPHA = 0.2 - 0.75 * BETA;

  private final double absolute;
  private final double relative;

  /// @param absolute tolerance > 0
  /// @param relative tolerance > 0
  DormandPrince(double absolute, double relative) {
    this.absolute = absolute;
    this.relative = relative;
  }

  /// {@return a copy of the weights of order 5 less those of order 4: of the error of a step}
  static double[] difference() {
    return DIFFERENCE.clone();
  }

  @Override
  public Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer) {
    Asked.check(field, start, times);
    return new Run(field, start.clone(), times, observer).toTheEnd();
  }

  /// One integration under way.
  private final class Run {
    private final VectorField field;
    private final List<Double> times;
    private final StepObserver observer;
    private double[] state;
    private double[] next;
    private final double[] stage;
    private final double[][] slopes;
    private final List<Double> reached = new ArrayList<>();
    private final List<double[]> kept = new ArrayList<>();
    private double proposed;
    private double errorBefore = 1e-4;
    private long steps;
    private long rejected;
    private long evaluations;

    Run(VectorField field, double[] state, List<Double> times, StepObserver observer) {
      this.field = field;
      this.times = times;
      this.observer = observer;
      this.state = state;
      this.next = new double[state.length];
      this.stage = new double[state.length];
      this.slopes = new double[STAGES][state.length];
    }

    Trajectory toTheEnd() {
      double from = times.getFirst();
      keep(from, state);
      if (!observer.accepted(from, state)) {
        return ended(new Outcome.Stopped(from));
      }
      if (times.size() == 1) {
        return ended(new Outcome.Reached());
      }
      int culprit = evaluate(from, state, slopes[0]);
      if (culprit >= 0) {
        return ended(new Outcome.NotFinite(from, culprit));
      }
      proposed = first(from, times.getLast() - from);
      return ended(stepping(from, times.getLast()));
    }

    private Outcome stepping(double from, double to) {
      double t = from;
      while (t < to) {
        boolean last = !(proposed < (to - t) * (1 - 1e-9));
        double h = last ? to - t : proposed;
        double then = last ? to : t + h;
        if (!(then > t) || h < 4 * Math.ulp(t)) {
          return new Outcome.StepTooSmall(t, h);
        }
        int culprit = stages(t, h, then);
        if (culprit >= 0) {
          rejected++;
          proposed = h / 10;
          if (t + proposed / 10 == t) {
            return new Outcome.NotFinite(t, culprit);
          }
          continue;
        }
        double error = error(h);
        if (error > 1) {
          rejected++;
          proposed = h * Math.max(0.2, 0.9 * Math.pow(error, -0.2));
          continue;
        }
        steps++;
        OptionalDouble stopped = shown(t, h, then);
        if (stopped.isPresent()) {
          return new Outcome.Stopped(stopped.getAsDouble());
        }
        double factor =
            0.9 * Math.pow(Math.max(error, 1e-10), -ALPHA) * Math.pow(errorBefore, BETA);
        proposed = h * Math.clamp(factor, 0.2, 10);
        errorBefore = Math.max(error, 1e-4);
        double[] swap = state;
        state = next;
        next = swap;
        System.arraycopy(slopes[STAGES - 1], 0, slopes[0], 0, state.length);
        t = then;
      }
      return new Outcome.Reached();
    }

    /// Shows the observer the asked times inside an accepted step, and the end of the step.
    ///
    /// @return where the observer wants to stop, if it does
    private OptionalDouble shown(double t, double h, double then) {
      while (times.get(reached.size()) < then) {
        double asked = times.get(reached.size());
        double[] weights = ContinuousExtension.weights(TABLEAU, (asked - t) / h);
        combine(h, weights, stage);
        keep(asked, stage);
        if (!observer.accepted(asked, stage)) {
          return OptionalDouble.of(asked);
        }
      }
      if (times.get(reached.size()) == then) {
        keep(then, next);
      }
      return observer.accepted(then, next) ? OptionalDouble.empty() : OptionalDouble.of(then);
    }

    /// Computes all stages but the first, and the next state.
    ///
    /// @return the first unknown that is not finite, or −1
    private int stages(double t, double h, double then) {
      for (int i = 1; i < STAGES; i++) {
        double[] target = i == STAGES - 1 ? next : stage;
        combine(h, TABLEAU.row(i), target);
        // t + h may round past the next time; the field need not be known there.
        int culprit = evaluate(i >= STAGES - 2 ? then : t + TABLEAU.node(i) * h, target, slopes[i]);
        if (culprit >= 0) {
          return culprit;
        }
      }
      return -1;
    }

    /// Computes the state plus h Σⱼ weightsⱼ kⱼ.
    private void combine(double h, double[] weights, double[] target) {
      for (int k = 0; k < target.length; k++) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
          sum += weights[j] * slopes[j][k];
        }
        target[k] = state[k] + h * sum;
      }
    }

    private int evaluate(double t, double[] at, double[] slope) {
      for (int k = 0; k < at.length; k++) {
        if (!Double.isFinite(at[k])) {
          return k;
        }
      }
      field.at(t, at, slope);
      evaluations++;
      for (int k = 0; k < slope.length; k++) {
        if (!Double.isFinite(slope[k])) {
          return k;
        }
      }
      return -1;
    }

    private double error(double h) {
      double squares = 0;
      for (int k = 0; k < state.length; k++) {
        double error = 0;
        for (int i = 0; i < STAGES; i++) {
          error += DIFFERENCE[i] * slopes[i][k];
        }
        error *= h / scale(k, Math.abs(next[k]));
        squares += error * error;
      }
      return state.length == 0 ? 0 : Math.sqrt(squares / state.length);
    }

    private double scale(int k, double other) {
      return absolute + relative * Math.max(Math.abs(state[k]), other);
    }

    /// {@return a first step: one that an Euler step's change of slope would let pass}
    private double first(double t, double most) {
      double size = 0;
      double speed = 0;
      for (int k = 0; k < state.length; k++) {
        double scale = scale(k, 0);
        size += (state[k] / scale) * (state[k] / scale);
        speed += (slopes[0][k] / scale) * (slopes[0][k] / scale);
      }
      double unknowns = Math.max(1, state.length);
      double d0 = Math.sqrt(size / unknowns);
      double d1 = Math.sqrt(speed / unknowns);
      double h0 = Math.min(most, d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1);
      for (int k = 0; k < state.length; k++) {
        stage[k] = state[k] + h0 * slopes[0][k];
      }
      if (evaluate(Math.min(t + h0, t + most), stage, slopes[1]) >= 0) {
        return h0 / 10;
      }
      double change = 0;
      for (int k = 0; k < state.length; k++) {
        double difference = (slopes[1][k] - slopes[0][k]) / scale(k, 0);
        change += difference * difference;
      }
      double d2 = Math.sqrt(change / unknowns) / h0;
      double largest = Math.max(d1, d2);
      double h1 = largest <= 1e-15 ? Math.max(1e-6, h0 * 1e-3) : Math.pow(0.01 / largest, 0.2);
      return Math.min(most, Math.min(100 * h0, h1));
    }

    private void keep(double t, double[] at) {
      reached.add(t);
      kept.add(at.clone());
    }

    private Trajectory ended(Outcome outcome) {
      return new Trajectory(reached, kept, outcome, new Work(steps, rejected, evaluations));
    }
  }
}
