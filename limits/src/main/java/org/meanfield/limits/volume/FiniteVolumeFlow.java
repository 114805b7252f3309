package org.meanfield.limits.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.PointTable;
import org.meanfield.limits.grid.StepLength;
import org.meanfield.limits.grid.SymmetricStencil;
import org.meanfield.limits.grid.TorusGrid;
import org.meanfield.limits.time.HermiteCurve;

/// One integration of ∂_t p = −∇·(b p), b = Σ_j r_j ∇f_j, on the cells of a grid. The state is the
/// average of p over each cell; it changes by what flows through its faces,
///
/// dp_i/dt = −(1/h) Σ_k (F_{k,i} − F_{k,i−e_k}), F = b p at the face,
///
/// so mass stays to rounding. The density at a face comes from the cells along its axis
/// ([FluxScheme]); for order 5 in more than one dimension, averages over the face become values at
/// its centre and, multiplied by b there, averages again ([SymmetricStencil]). The responses E f_j
/// are sums over cells of the density at the centres, of the scheme's order.
///
/// No cell gives away more than it has: see [Fluxes].
///
/// **Reference.** P. Buchmüller, C. Helzel, *Improved accuracy of high-order WENO finite volume
/// methods on Cartesian grids*, J. Sci. Comput. 61, 343–368 (2014).
final class FiniteVolumeFlow {
  private static final long MOST_STEPS = 1_000_000;

  private final LimitProblem problem;
  private final TorusGrid grid;
  private final FluxScheme scheme;
  private final Workers workers;
  private final double[] targets;
  private final PointTable responses;
  private final PointTable probes;
  private final Fluxes fluxes;
  private final double stiffness;

  private final double[] residual;
  private final double[] slope;
  private final double[] probed;
  private final double[] probeSlope;

  private final HermiteCurve.Builder curve = new HermiteCurve.Builder();
  private final HermiteCurve.Builder probeCurve = new HermiteCurve.Builder();
  private final List<double[]> kept = new ArrayList<>();
  private long steps;
  private long limited;

  /// @param problem what is solved; d ≤ 3
  /// @param inputs where responses are wanted besides the data
  /// @param grid its cells
  /// @param scheme the scheme
  FiniteVolumeFlow(LimitProblem problem, Inputs inputs, TorusGrid grid, FluxScheme scheme) {
    this.problem = problem;
    this.grid = grid;
    this.scheme = scheme;
    this.workers = problem.workers();
    this.targets = problem.data().targets();
    this.responses = responses(problem.data().inputs());
    this.probes = responses(inputs);
    int d = grid.dimension();
    PointTable[] gradients = new PointTable[d];
    for (int k = 0; k < d; k++) {
      gradients[k] =
          PointTable.gradients(
              problem.expert(), problem.data().inputs(), grid.faces(k), new int[] {k}, workers)[0];
    }
    this.stiffness = PointTable.largestSquare(gradients);
    this.fluxes = new Fluxes(grid, scheme, gradients, workers);
    this.residual = new double[targets.length];
    this.slope = new double[targets.length];
    this.probed = new double[inputs.count()];
    this.probeSlope = new double[inputs.count()];
  }

  /// {@return numbers of all tables}
  ///
  /// @param problem the problem
  /// @param grid the cells
  static double numbers(LimitProblem problem, TorusGrid grid) {
    double perPoint =
        problem.data().size() * (grid.dimension() + 1.0)
            + problem.probes().count()
            + 4 * grid.dimension()
            + problem.times().size();
    return perPoint * Math.pow(grid.perAxis(), grid.dimension());
  }

  private PointTable responses(Inputs inputs) {
    PointTable table = PointTable.values(problem.expert(), inputs, grid.centres(), workers);
    // Σ (T p)_i f_i = Σ p_i (T f)_i: the stencil that gives the density at the centres is
    // symmetric,
    // so it is applied to f, once.
    return scheme.order() > 2 ? table.smoothed(SymmetricStencil.TO_CENTRES, grid) : table;
  }

  /// Integrates to the horizon.
  ///
  /// @param start the averages of p over the cells, overwritten
  GridRun from(double[] start) {
    if (!Double.isFinite(stiffness)) {
      return ended("the expert's gradient is not finite at every face of the grid");
    }
    double[] density = start;
    double[] stage = new double[start.length];
    double t = 0;
    record(t, density);
    keep(density);
    for (double next : problem.times().subList(1, problem.times().size())) {
      while (t < next) {
        // r and its slope are those of the state at t, from the last call of record.
        double dt = step(next - t);
        boolean last = dt == next - t;
        if (++steps > MOST_STEPS || !(dt > 1e-13 * problem.horizon())) {
          return ended(
              "the finite volumes stopped at t = %.6g after %d steps: the next one would be %.3g long; lower 'points'"
                  .formatted(t, steps - 1, dt));
        }
        while (!advance(density, stage, dt)) {
          dt /= 2;
          last = false;
          prepare(density);
        }
        double[] swap = density;
        density = stage;
        stage = swap;
        t = last ? next : t + dt;
        record(t, density);
        for (double r : residual) {
          if (!Double.isFinite(r)) {
            return ended(
                "the finite volumes have no finite responses after t = %.6g; check the expert"
                    .formatted(t));
          }
        }
      }
      keep(density);
    }
    return ended(null);
  }

  private GridRun ended(@Nullable String failure) {
    return new GridRun(
        Optional.ofNullable(failure),
        grid,
        curve.build(),
        probeCurve.build(),
        List.copyOf(kept),
        "finite volumes, %s: %d cells per axis, %d steps, fluxes limited in %d of them"
            .formatted(scheme.word(), grid.perAxis(), steps, limited));
  }

  private void keep(double[] density) {
    double[] centres = density.clone();
    if (scheme.order() > 2) {
      SymmetricStencil.TO_CENTRES.along(centres, grid, -1);
      // Where cells are nearly empty the stencil may undershoot; as much of its correction is taken
      // as leaves nothing negative, everywhere alike, so that the mass stays.
      double part = 1;
      for (int i = 0; i < centres.length; i++) {
        if (centres[i] < 0) {
          part = Math.min(part, density[i] / (density[i] - centres[i]));
        }
      }
      for (int i = 0; i < centres.length; i++) {
        centres[i] = Math.max(0, density[i] + part * (centres[i] - density[i]));
      }
    }
    kept.add(centres);
  }

  /// Computes r, its slope and the fluxes at t.
  private void record(double t, double[] density) {
    prepare(density);
    double[] change = fluxes.divergence();
    responses.integrate(change, slope, workers);
    for (int j = 0; j < slope.length; j++) {
      slope[j] *= -grid.cell();
    }
    curve.add(t, residual, slope);
    if (probed.length > 0) {
      probes.integrate(density, probed, workers);
      probes.integrate(change, probeSlope, workers);
      for (int j = 0; j < probed.length; j++) {
        probed[j] *= grid.cell();
        probeSlope[j] *= grid.cell();
      }
    }
    probeCurve.add(t, probed, probeSlope);
  }

  /// {@return the length of the next step: it carries no further than the scheme's reach, by its
  /// speed or by the rate at which r changes, and r relaxes stably, the less noticed the finer the
  /// grid; steps to the next recorded time are about equal}
  private double step(double remaining) {
    double rate = StepLength.rate(residual, slope);
    return StepLength.equal(
        Math.max(
            Math.max(fluxes.speed(), rate) / scheme.reach(grid.width()),
            stiffness / Math.sqrt(grid.width())),
        remaining);
  }

  /// Takes the stages of one step; the fluxes of the first are at hand.
  ///
  /// @return whether no stage ran faster than half a cell
  private boolean advance(double[] from, double[] to, double dt) {
    double[] state = from;
    boolean cut = false;
    for (int s = 0; s < scheme.stages(); s++) {
      if (s > 0) {
        prepare(state);
      }
      // A tenth more than at the beginning of the step is let pass: the upwind fluxes of one cell
      // are rarely all at their largest, and what would overdraw it is caught below.
      if (dt * fluxes.speed() > 0.55 * grid.width()) {
        return false;
      }
      cut |= fluxes.limit(state, dt);
      double[] change = fluxes.divergence();
      double kept = scheme.kept(s);
      for (int i = 0; i < to.length; i++) {
        double moved = state[i] + dt * change[i];
        // Not kept · from + (1 − kept) · moved: that loses a rounding of p each time, always the
        // same.
        to[i] = moved + kept * (from[i] - moved);
        if (to[i] < 0) {
          if (to[i] < -1e-15) {
            return false;
          }
          to[i] = 0;
        }
      }
      state = to;
    }
    limited += cut ? 1 : 0;
    return true;
  }

  /// Computes residual, velocities and fluxes.
  private void prepare(double[] density) {
    responses.integrate(density, residual, workers);
    for (int j = 0; j < residual.length; j++) {
      residual[j] = targets[j] - grid.cell() * residual[j];
    }
    fluxes.of(residual, density);
  }
}
