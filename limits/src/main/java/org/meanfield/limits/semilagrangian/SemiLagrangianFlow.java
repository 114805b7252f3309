package org.meanfield.limits.semilagrangian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.PointTable;
import org.meanfield.limits.grid.StepLength;
import org.meanfield.limits.grid.TorusGrid;
import org.meanfield.limits.time.HermiteCurve;

/// One integration of the continuity equation forward along characteristics.
///
/// In a step the points θ_i of the grid carry the masses p_i h^d to X_i, by the classical
/// Runge–Kutta method in the residual of the step; there each is shared out among the grid's points
/// by a cardinal cubic spline ([CubicSplines]), which keeps its moments up to the third, so mass
/// stays to rounding. The residual of the step is the cubic with r and r′ at both ends, those of
/// the end found by going through the step three times, the first with an extrapolation.
///
/// A step errs by O(h⁴), as it does where points have drawn apart by a part of their distance like
/// Δt ~ h; T/Δt steps by O(h³). There is no limiter: where next to nothing is left p may be a
/// little below 0.
///
/// **Reference.** N. Crouseilles, T. Respaud, E. Sonnendrücker, *A forward semi-Lagrangian method
/// for the numerical solution of the Vlasov equation*, Comput. Phys. Commun. 180, 1730–1745 (2009),
/// section 2.
final class SemiLagrangianFlow {
  private static final int ROUNDS = 3;
  private static final long MOST_STEPS = 1_000_000;

  private final LimitProblem problem;
  private final TorusGrid grid;
  private final CubicSplines splines;
  private final Workers workers;
  private final Drift drift;
  private final double[] centres;
  private final double[] targets;
  private final PointTable responses;
  private final PointTable probes;
  private final PointTable[] gradients;
  private final double stiffness;
  private final HermiteCurve.Builder curve = new HermiteCurve.Builder();
  private final HermiteCurve.Builder probeCurve = new HermiteCurve.Builder();
  private final List<double[]> kept = new ArrayList<>();
  private final PointTable[] probeGradients;
  private long steps;

  /// The moments of a density: r and its slope, and the velocity at the grid's points.
  private final class Moments {
    final double[] residual = new double[targets.length];
    final double[] slope = new double[targets.length];
    final double[] velocity = new double[centres.length];
    private final double[] along = new double[grid.size()];

    void of(double[] density) {
      responses.integrate(density, residual, workers);
      for (int j = 0; j < residual.length; j++) {
        residual[j] = targets[j] - grid.cell() * residual[j];
      }
      slopes(density, gradients, slope, -1);
    }

    /// Computes sign · d/dt E f_j = sign · Σ_i p_i b(θ_i)·∇f_j(θ_i) h^d.
    void slopes(double[] density, PointTable[] tables, double[] out, double sign) {
      double[] part = new double[out.length];
      Arrays.fill(out, 0);
      for (int k = 0; k < grid.dimension(); k++) {
        gradients[k].combine(residual, along, workers);
        System.arraycopy(along, 0, velocity, k * along.length, along.length);
        for (int i = 0; i < along.length; i++) {
          along[i] *= density[i];
        }
        tables[k].integrate(along, part, workers);
        for (int j = 0; j < out.length; j++) {
          out[j] += sign * grid.cell() * part[j];
        }
      }
    }
  }

  /// @param problem what is solved; d ≤ 2
  /// @param inputs where responses are wanted besides the data
  /// @param grid the grid
  SemiLagrangianFlow(LimitProblem problem, Inputs inputs, TorusGrid grid) {
    this.problem = problem;
    this.grid = grid;
    this.splines = new CubicSplines(grid);
    this.workers = problem.workers();
    this.centres = grid.centres();
    this.targets = problem.data().targets();
    Inputs data = problem.data().inputs();
    this.drift =
        new Drift(
            problem.expert().bind(data), grid.size(), grid.dimension(), targets.length, workers);
    this.responses = PointTable.values(problem.expert(), data, centres, workers);
    this.probes = PointTable.values(problem.expert(), inputs, centres, workers);
    int[] axes = IntStream.range(0, grid.dimension()).toArray();
    this.gradients = PointTable.gradients(problem.expert(), data, centres, axes, workers);
    this.probeGradients = PointTable.gradients(problem.expert(), inputs, centres, axes, workers);
    this.stiffness = PointTable.largestSquare(gradients);
  }

  /// Integrates to the horizon.
  ///
  /// @param start p at the grid's points
  GridRun from(double[] start) {
    if (!Double.isFinite(stiffness)) {
      return ended("the expert's gradient is not finite at every point of the grid");
    }
    double[] density = start;
    Moments now = new Moments();
    now.of(density);
    double t = 0;
    record(t, density, now);
    kept.add(density.clone());
    for (double next : problem.times().subList(1, problem.times().size())) {
      while (t < next) {
        double dt = step(now, next - t);
        if (++steps > MOST_STEPS) {
          return ended(
              "the semi-Lagrangian method stopped at t = %.6g after %d steps; lower 'points'"
                  .formatted(t, MOST_STEPS));
        }
        boolean last = dt == next - t;
        Moments then = new Moments();
        for (int j = 0; j < targets.length; j++) {
          then.residual[j] = now.residual[j] + dt * now.slope[j];
          then.slope[j] = now.slope[j];
        }
        double[] moved = new double[density.length];
        for (int round = 0; round < ROUNDS; round++) {
          splines.share(density, carried(now, then, dt), moved);
          then.of(moved);
        }
        density = moved;
        now = then;
        t = last ? next : t + dt;
        for (double r : now.residual) {
          if (!Double.isFinite(r)) {
            return ended(
                "the semi-Lagrangian method has no finite responses after t = %.6g; check the expert"
                    .formatted(t));
          }
        }
        record(t, density, now);
      }
      kept.add(density.clone());
    }
    return ended(null);
  }

  /// {@return the length of the next step: one cell at most, by its speed or by the rate at which r
  /// changes, and so short that going through it again and again converges, with an error of O(h³)}
  private double step(Moments now, double remaining) {
    double speed = 0;
    int points = grid.size();
    for (int k = 0; k < grid.dimension(); k++) {
      speed += StepLength.fastest(now.velocity, k * points, (k + 1) * points);
    }
    double h = grid.width();
    return StepLength.equal(
        Math.max(
            Math.max(speed, StepLength.rate(now.residual, now.slope)) / h,
            stiffness / Math.pow(h, 3.0 / 4)),
        remaining);
  }

  /// {@return where the grid's points are after a step, lifted}
  private double[] carried(Moments now, Moments then, double dt) {
    double[] half = new double[targets.length];
    HermiteCurve.between(now.residual, now.slope, then.residual, then.slope, dt, 0.5, half);
    double[] k1 = now.velocity;
    double[] k2 = velocity(k1, dt / 2, half);
    double[] k3 = velocity(k2, dt / 2, half);
    double[] k4 = velocity(k3, dt, then.residual);
    double[] cloud = centres.clone();
    for (int i = 0; i < cloud.length; i++) {
      cloud[i] += dt / 6 * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
    }
    return cloud;
  }

  private double[] velocity(double[] slope, double length, double[] residual) {
    double[] cloud = centres.clone();
    for (int i = 0; i < cloud.length; i++) {
      cloud[i] += length * slope[i];
    }
    double[] velocity = new double[cloud.length];
    drift.pull(cloud, residual, velocity, 0);
    return velocity;
  }

  private void record(double t, double[] density, Moments now) {
    curve.add(t, now.residual, now.slope);
    double[] value = new double[probes.inputs()];
    double[] slope = new double[value.length];
    if (value.length > 0) {
      probes.integrate(density, value, workers);
      for (int j = 0; j < value.length; j++) {
        value[j] *= grid.cell();
      }
      now.slopes(density, probeGradients, slope, 1);
    }
    probeCurve.add(t, value, slope);
  }

  private GridRun ended(@Nullable String failure) {
    return new GridRun(
        Optional.ofNullable(failure),
        grid,
        curve.build(),
        probeCurve.build(),
        List.copyOf(kept),
        "semi-Lagrangian, cubic splines: %d points per axis, %d steps"
            .formatted(grid.perAxis(), steps));
  }
}
