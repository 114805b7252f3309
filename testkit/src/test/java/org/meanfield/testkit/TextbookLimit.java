package org.meanfield.testkit;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// A slow, honest solver of sums of cosines, made of quantiles and Poisson kernels; lies override
/// its parts.
class TextbookLimit implements LimitSolver {
  private static final int ATOMS_PER_AXIS = 64;

  @Override
  public LimitResult solve(LimitProblem problem) {
    if (!(problem.expert() instanceof CosineSum expert)
        || !(problem.start() instanceof StartLaw.Uniform)) {
      return new LimitResult.Refused("only sums of cosines from the uniform law are served here");
    }
    return new LimitResult.Found(
        new Path(
            new ExactLimit("asked", expert, problem.data()),
            new ExactLimit(
                "probed",
                expert,
                new DataSet(problem.probes(), new double[problem.probes().count()])),
            problem.times()));
  }

  double[] moments(ExactLimit exact, List<Double> times, double t) {
    return exact.moments(t);
  }

  double[] momentsOfAtoms(ExactLimit exact, double t) {
    return exact.moments(t);
  }

  double[] momentsOfProbes(ExactLimit exact, double t) {
    return exact.moments(t);
  }

  double density(double[] z, double[] theta) {
    return ExactLimit.density(z, theta);
  }

  double estimate() {
    return 1e-12;
  }

  boolean recorded(List<Double> times, double t) {
    return times.contains(t);
  }

  private final class Path implements LimitPath {
    private final ExactLimit exact;
    private final ExactLimit probed;
    private final List<Double> times;

    Path(ExactLimit exact, ExactLimit probed, List<Double> times) {
      this.exact = exact;
      this.probed = probed;
      this.times = times;
    }

    @Override
    public Residual residual() {
      return (t, out) -> {
        double[] residual = exact.residual(moments(exact, times, t));
        System.arraycopy(residual, 0, out, 0, residual.length);
      };
    }

    @Override
    public void probe(double t, double[] out) {
      double[] negative = probed.residual(momentsOfProbes(exact, t));
      for (int j = 0; j < negative.length; j++) {
        out[j] = -negative[j];
      }
    }

    @Override
    public ErrorEstimate error() {
      return new ErrorEstimate(estimate(), "what steps of 1/2000 leave");
    }

    private void check(double t) {
      if (!recorded(times, t)) {
        throw new IllegalArgumentException("not recorded: " + t);
      }
    }

    @Override
    public Optional<EmpiricalMeasure> atoms(double t) {
      check(t);
      double[] z = momentsOfAtoms(exact, t);
      int d = exact.expert().parameters();
      int count = (int) Math.round(Math.pow(ATOMS_PER_AXIS, d));
      Particles atoms = new Particles(count, d);
      for (int i = 0; i < count; i++) {
        for (int k = 0, rest = i; k < d; k++, rest /= ATOMS_PER_AXIS) {
          double u = (rest % ATOMS_PER_AXIS + 0.5) / ATOMS_PER_AXIS;
          double rho = Math.hypot(z[k], z[d + k]);
          double half = Math.atan((1 - rho) / (1 + rho) * Math.tan(Math.PI * (u - 0.5)));
          atoms.set(i, k, Math.atan2(z[d + k], z[k]) + 2 * half);
        }
      }
      return Optional.of(EmpiricalMeasure.uniform(atoms));
    }

    @Override
    public Optional<GridDensity> density(double t, int pointsPerAxis) {
      check(t);
      int d = exact.expert().parameters();
      double[] values = new double[(int) Math.round(Math.pow(pointsPerAxis, d))];
      GridDensity grid = new GridDensity(d, pointsPerAxis, values);
      double[] z = exact.moments(t);
      double[] theta = new double[d];
      for (int i = 0; i < values.length; i++) {
        for (int k = 0; k < d; k++) {
          theta[k] = grid.coordinate(i, k);
        }
        values[i] = TextbookLimit.this.density(z, theta);
      }
      return Optional.of(new GridDensity(d, pointsPerAxis, values));
    }

    @Override
    public String description() {
      return "textbook";
    }
  }
}
