package org.meanfield.integrators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;

/// An explicit Runge–Kutta method with steps of one length.
///
/// The interval between two asked times is cut into equal steps, as few as keep them no longer than
/// `step`; the field is asked at times between the first and the last asked time only. The sums
/// over stages are taken in the order of the stages: the same bits each time. Working storage is s
/// + 2 states.
final class RungeKutta implements Integrator {
  /// Δ/step is rounded; without this slack ten steps of 0.1 would be eleven. Steps are longer than
  /// asked by no more than this fraction.
  private static final double SLACK = 1e-9;

  private final Tableau tableau;
  private final double step;

  /// @param tableau the method
  /// @param step the greatest length of a step, > 0
  RungeKutta(Tableau tableau, double step) {
    this.tableau = tableau;
    this.step = step;
  }

  @Override
  public Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer) {
    Asked.check(field, start, times);
    return new Run(field, start.clone(), observer).through(times);
  }

  /// One integration under way.
  private final class Run {
    private final VectorField field;
    private final StepObserver observer;
    private final double[] state;
    private final double[] stage;
    private final double[] sum;
    private final double[][] slopes;
    private final List<Double> reached = new ArrayList<>();
    private final List<double[]> kept = new ArrayList<>();
    private long steps;
    private long evaluations;

    Run(VectorField field, double[] state, StepObserver observer) {
      this.field = field;
      this.observer = observer;
      this.state = state;
      this.stage = new double[state.length];
      this.sum = new double[state.length];
      this.slopes = new double[tableau.stages()][state.length];
    }

    Trajectory through(List<Double> times) {
      keep(times.getFirst());
      if (!observer.accepted(times.getFirst(), state)) {
        return ended(new Outcome.Stopped(times.getFirst()));
      }
      for (int i = 1; i < times.size(); i++) {
        Outcome outcome = between(times.get(i - 1), times.get(i));
        if (!(outcome instanceof Outcome.Reached)) {
          return ended(outcome);
        }
      }
      return ended(new Outcome.Reached());
    }

    private Outcome between(double from, double to) {
      double pieces = Math.max(1, Math.ceil((to - from) / step * (1 - SLACK)));
      double h = (to - from) / pieces;
      if (from + h == from || to - h == to) {
        return new Outcome.StepTooSmall(from, h);
      }
      double t = from;
      for (double piece = 1; piece <= pieces; piece++) {
        double next = piece == pieces ? to : from + piece * h;
        int culprit = advance(t, h, next);
        if (culprit >= 0) {
          return new Outcome.NotFinite(t, culprit);
        }
        t = next;
        steps++;
        if (t == to) {
          keep(t);
        }
        if (!observer.accepted(t, state)) {
          return new Outcome.Stopped(t);
        }
      }
      return new Outcome.Reached();
    }

    /// Takes one step; the state stays as it was if something is not finite.
    ///
    /// @return the first unknown that is not finite, or −1
    private int advance(double t, double h, double next) {
      for (int i = 0; i < tableau.stages(); i++) {
        System.arraycopy(state, 0, stage, 0, state.length);
        for (int j = 0; j < i; j++) {
          add(h * tableau.coefficient(i, j), slopes[j], stage);
        }
        double node = tableau.node(i);
        // t + h may round past the next time; the field need not be known there.
        field.at(node == 1 ? next : t + node * h, stage, slopes[i]);
        evaluations++;
        int culprit = notFinite(slopes[i]);
        if (culprit >= 0) {
          return culprit;
        }
      }
      // The increment first, then one addition to the state: one rounding of the state a step.
      Arrays.fill(sum, 0);
      for (int i = 0; i < tableau.stages(); i++) {
        add(tableau.weight(i), slopes[i], sum);
      }
      System.arraycopy(state, 0, stage, 0, state.length);
      add(h, sum, stage);
      int culprit = notFinite(stage);
      if (culprit < 0) {
        System.arraycopy(stage, 0, state, 0, state.length);
      }
      return culprit;
    }

    private void keep(double t) {
      reached.add(t);
      kept.add(state.clone());
    }

    private Trajectory ended(Outcome outcome) {
      return new Trajectory(reached, kept, outcome, new Work(steps, 0, evaluations));
    }
  }

  private static void add(double factor, double[] source, double[] target) {
    if (factor == 0) {
      return;
    }
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }

  private static int notFinite(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        return i;
      }
    }
    return -1;
  }
}
