package org.meanfield.testkit;

import java.util.List;
import java.util.stream.IntStream;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;

/// A nonlinear, non-autonomous problem with a closed form:
///
/// y₀′ = −2t y₀², y₁′ = ½ (1 + y₁²) cos t, y₂′ = ½ y₂ cos t + (1 + t²) y₀ − 1,
///
/// y₀ = 1/(1 + t²), y₁ = tan(½ sin t), y₂ = e^{½ sin t}. The coupling of y₂ to y₀ vanishes on the
/// solution; errors spread through it.
final class SmoothProblem implements VectorField {
  private static final List<Double> TIMES = List.of(0.0, 1.0, 2.0);

  /// Closer to each other than the steps of a method of high order.
  static final List<Double> MANY_TIMES =
      IntStream.rangeClosed(0, 67).mapToObj(i -> 2 * i / 67.0).toList();

  /// {@return the solution}
  static double[] at(double t) {
    return new double[] {
      1 / (1 + t * t), Math.tan(Math.sin(t) / 2), Math.exp(Math.sin(t) / 2),
    };
  }

  /// {@return the greatest error of an integrator at times 1 and 2; NaN if it does not get there}
  static double error(Integrator integrator) {
    return error(integrator, TIMES);
  }

  /// {@return the greatest error of an integrator at given times; NaN if it does not get there}
  ///
  /// @param integrator the method
  /// @param times from 0
  static double error(Integrator integrator, List<Double> times) {
    Trajectory trajectory =
        integrator.integrate(new SmoothProblem(), at(0), times, StepObserver.none());
    if (!trajectory.times().equals(times)) {
      return Double.NaN;
    }
    double error = 0;
    for (int i = 1; i < times.size(); i++) {
      double[] state = trajectory.state(i);
      double[] exact = at(times.get(i));
      for (int k = 0; k < exact.length; k++) {
        error = Math.max(error, Math.abs(state[k] - exact[k]));
      }
    }
    return error;
  }

  @Override
  public int dimension() {
    return 3;
  }

  @Override
  public void at(double t, double[] y, double[] velocity) {
    velocity[0] = -2 * t * y[0] * y[0];
    velocity[1] = (1 + y[1] * y[1]) * Math.cos(t) / 2;
    velocity[2] = y[2] * Math.cos(t) / 2 + (1 + t * t) * y[0] - 1;
  }
}
