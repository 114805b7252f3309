package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;

/// The classical Runge–Kutta method with equal steps between asked times.
record FixedStepRk4(double step) implements Integrator {
  @Override
  public Trajectory integrate(
      VectorField field, double[] start, List<Double> times, StepObserver observer) {
    double[] y = start.clone();
    List<Double> reached = new ArrayList<>(List.of(times.getFirst()));
    List<double[]> states = new ArrayList<>(List.of(y.clone()));
    if (!observer.accepted(times.getFirst(), y)) {
      return end(reached, states, new Outcome.Stopped(times.getFirst()));
    }
    for (int at = 1; at < times.size(); at++) {
      double from = times.get(at - 1);
      int steps = (int) Math.ceil((times.get(at) - from) / step - 1e-9);
      double h = (times.get(at) - from) / steps;
      for (int s = 0; s < steps; s++) {
        double t = from + s * h;
        advance(field, t, h, y);
        for (int k = 0; k < y.length; k++) {
          if (!Double.isFinite(y[k])) {
            return end(reached, states, new Outcome.NotFinite(t, k));
          }
        }
        double now = s + 1 == steps ? times.get(at) : t + h;
        if (!observer.accepted(now, y)) {
          return end(reached, states, new Outcome.Stopped(now));
        }
      }
      reached.add(times.get(at));
      states.add(y.clone());
    }
    return end(reached, states, new Outcome.Reached());
  }

  private static Trajectory end(List<Double> times, List<double[]> states, Outcome outcome) {
    return new Trajectory(times, states, outcome, new Work(0, 0, 0));
  }

  private static void advance(VectorField field, double t, double h, double[] y) {
    double[] k1 = new double[y.length];
    double[] k2 = new double[y.length];
    double[] k3 = new double[y.length];
    double[] k4 = new double[y.length];
    field.at(t, y, k1);
    field.at(t + h / 2, plus(y, h / 2, k1), k2);
    field.at(t + h / 2, plus(y, h / 2, k2), k3);
    field.at(t + h, plus(y, h, k3), k4);
    for (int k = 0; k < y.length; k++) {
      y[k] += h / 6 * (k1[k] + 2 * k2[k] + 2 * k3[k] + k4[k]);
    }
  }

  private static double[] plus(double[] y, double h, double[] k) {
    double[] sum = y.clone();
    for (int i = 0; i < y.length; i++) {
      sum[i] += h * k[i];
    }
    return sum;
  }
}
