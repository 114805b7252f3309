package org.meanfield.limits;

import java.util.stream.DoubleStream;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;

/// f = (1/d) Σ_k cos(θ_k − x_k), and small data for it.
///
/// @param parameters d
public record Cosines(int parameters) implements FirstHarmonic {
  @Override
  public double value(double[] theta, double[] x) {
    double sum = 0;
    for (int k = 0; k < parameters; k++) {
      sum += Math.cos(theta[k] - x[k]);
    }
    return sum / parameters;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    for (int k = 0; k < parameters; k++) {
      out[k] = -Math.sin(theta[k] - x[k]) / parameters;
    }
  }

  @Override
  public void coefficients(double[] x, double[] re, double[] im) {
    for (int k = 0; k < parameters; k++) {
      re[k] = Math.cos(x[k]) / parameters;
      im[k] = Math.sin(x[k]) / parameters;
    }
  }

  /// {@return n data with inputs and targets that follow no pattern, |y| ≤ 0.8}
  public DataSet data(int n) {
    double[] inputs =
        DoubleStream.iterate(0.7, x -> (x * 7.3 + 1.9) % 3.1)
            .limit((long) n * parameters)
            .map(x -> x - 1.5)
            .toArray();
    double[] targets =
        DoubleStream.iterate(0.4, x -> (x * 5.7 + 0.6) % 1.6).limit(n).map(x -> x - 0.8).toArray();
    return new DataSet(Inputs.of(n, parameters, inputs), targets);
  }

  /// {@return E1 of the project's oracles: one datum at 0 with target y}
  public static DataSet oneDatum(double target) {
    return new DataSet(Inputs.of(1, 1, new double[] {0}), new double[] {target});
  }

  /// {@return what a solver found}
  public static LimitPath path(LimitSolver solver, LimitProblem problem) {
    LimitResult result = solver.solve(problem);
    if (result instanceof LimitResult.Found(var path)) {
      return path;
    }
    throw new AssertionError("no path: " + result);
  }

  /// {@return r(t)}
  public static double[] residual(LimitPath path, int n, double t) {
    double[] residual = new double[n];
    path.residual().at(t, residual);
    return residual;
  }
}
