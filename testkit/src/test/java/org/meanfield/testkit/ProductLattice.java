package org.meanfield.testkit;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;

/// The textbook, and for [CosineProduct] at the start the means over a poor lattice, θ_i = 2π i (1,
/// 3, 5, …)/M, to which 1 + 3 + 5 − 9 = 0 and the like are constants. Lies override what it is held
/// against.
class ProductLattice extends TextbookLimit {
  private static final int POINTS = 256;

  @Override
  public LimitResult solve(LimitProblem problem) {
    return problem.expert() instanceof CosineProduct && problem.times().size() == 1
        ? new LimitResult.Found(new Start(problem))
        : super.solve(problem);
  }

  /// {@return the mean of f(·, x_j) over the lattice that it is held against: its generator is 1,
  /// 5, 25, …, its shift is not 0}
  double other(LimitProblem problem, int j) {
    return mean(problem, j, k -> Math.pow(5, k) % POINTS / POINTS, 0.1);
  }

  /// {@return the mean of f(·, x_j) over every `stride`-th point of the lattice}
  static double poor(LimitProblem problem, int j, int stride) {
    return mean(problem, j, k -> (2 * k + 1) * stride % POINTS / (double) POINTS, 0);
  }

  private static double mean(LimitProblem problem, int j, IntToDoubleFunction step, double shift) {
    double[] x = new double[problem.data().inputs().features()];
    problem.data().inputs().copyRow(j, x);
    double[] theta = new double[problem.expert().parameters()];
    double mean = 0;
    for (int i = 0; i < POINTS; i++) {
      for (int k = 0; k < theta.length; k++) {
        theta[k] = 2 * Math.PI * (i * step.applyAsDouble(k) + shift * k * k);
      }
      mean += problem.expert().value(theta, x) / POINTS;
    }
    return mean;
  }

  private final class Start implements LimitPath {
    private final double[] residual;
    private final double doubt;

    Start(LimitProblem problem) {
      residual = problem.data().targets();
      double largest = 0;
      for (int j = 0; j < residual.length; j++) {
        double mean = poor(problem, j, 1);
        residual[j] -= mean;
        largest = Math.max(largest, Math.abs(mean - other(problem, j)));
      }
      doubt = largest;
    }

    @Override
    public Residual residual() {
      return (_, out) -> System.arraycopy(residual, 0, out, 0, residual.length);
    }

    @Override
    public void probe(double t, double[] out) {}

    @Override
    public ErrorEstimate error() {
      return new ErrorEstimate(doubt, "the change with another lattice");
    }

    @Override
    public Optional<EmpiricalMeasure> atoms(double t) {
      return Optional.empty();
    }

    @Override
    public Optional<GridDensity> density(double t, int pointsPerAxis) {
      return Optional.empty();
    }

    @Override
    public String description() {
      return "a poor lattice";
    }
  }
}
