package org.meanfield.limits.volume;

import java.util.Arrays;
import org.meanfield.api.Workers;
import org.meanfield.limits.grid.PointTable;
import org.meanfield.limits.grid.StepLength;
import org.meanfield.limits.grid.SymmetricStencil;
import org.meanfield.limits.grid.TorusGrid;

/// What flows through the faces of cells in a unit of time, F = b p at each face: that of the
/// upwind scheme, which keeps p ≥ 0 while Δt Σ_k max|b_k| ≤ h/2, and what the scheme has beyond it,
/// which is cut down where it would overdraw its donor.
///
/// **Reference.** S. T. Zalesak, *Fully multidimensional flux-corrected transport algorithms for
/// fluids*, J. Comput. Phys. 31, 335–362 (1979), eqs. 10–13, for the lower bound 0.
final class Fluxes {
  /// Lines of cells in one piece of work.
  private static final int LINES = 32;

  private final TorusGrid grid;
  private final FluxScheme scheme;
  private final Workers workers;
  private final PointTable[] gradients;
  private final int[][] after;
  private final double[][] velocity;
  private final double[][] excess;
  private final double[][] upwind;
  private final double[] change;
  private final double[] share;

  /// @param grid the cells
  /// @param scheme how the density at a face is found
  /// @param gradients of f at the faces across each axis, along it
  /// @param workers where lines run
  Fluxes(TorusGrid grid, FluxScheme scheme, PointTable[] gradients, Workers workers) {
    this.grid = grid;
    this.scheme = scheme;
    this.workers = workers;
    this.gradients = gradients;
    int d = grid.dimension();
    int points = grid.size();
    this.after = new int[d][];
    for (int k = 0; k < d; k++) {
      after[k] = grid.after(k);
    }
    this.velocity = new double[d][points];
    this.excess = new double[d][points];
    this.upwind = new double[d][points];
    this.change = new double[points];
    this.share = new double[points];
  }

  /// Computes velocities and fluxes.
  ///
  /// @param residual r, that drives them
  /// @param density the averages of p over the cells
  void of(double[] residual, double[] density) {
    for (int k = 0; k < grid.dimension(); k++) {
      gradients[k].combine(residual, velocity[k], workers);
      flux(k, density);
    }
  }

  /// {@return Σ_k max |b_k|}
  double speed() {
    double sum = 0;
    for (double[] along : velocity) {
      sum += StepLength.fastest(along, 0, along.length);
    }
    return sum;
  }

  /// Computes the upwind flux through the faces across one axis, and the scheme's beyond it.
  private void flux(int k, double[] density) {
    int n = grid.perAxis();
    int lines = grid.size() / n;
    int chunks = (lines + LINES - 1) / LINES;
    boolean transverse = scheme.order() > 2 && grid.dimension() > 1;
    (chunks > 4 ? workers : Workers.sequential())
        .each(
            chunks,
            chunk -> {
              double[] line = new double[n + 6];
              for (int l = chunk * LINES; l < Math.min(lines, (chunk + 1) * LINES); l++) {
                line(k, l, density, line, transverse);
              }
            });
    if (transverse) {
      SymmetricStencil.TO_CENTRES.along(excess[k], grid, k);
      for (int i = 0; i < excess[k].length; i++) {
        excess[k][i] *= velocity[k][i];
      }
      SymmetricStencil.TO_AVERAGES.along(excess[k], grid, k);
      for (int i = 0; i < excess[k].length; i++) {
        excess[k][i] -= upwind[k][i];
      }
    }
  }

  private void line(int k, int l, double[] density, double[] line, boolean transverse) {
    int n = grid.perAxis();
    int stride = grid.stride(k);
    int start = grid.lineStart(k, l);
    for (int i = -2; i < n + 3; i++) {
      line[i + 2] = density[start + Math.floorMod(i, n) * stride];
    }
    for (int i = 0, at = start; i < n; i++, at += stride) {
      double b = velocity[k][at];
      boolean forward = b >= 0;
      double face =
          forward
              ? scheme.face(line[i], line[i + 1], line[i + 2], line[i + 3], line[i + 4])
              : scheme.face(line[i + 5], line[i + 4], line[i + 3], line[i + 2], line[i + 1]);
      double low = b * (forward ? line[i + 2] : line[i + 3]);
      upwind[k][at] = low;
      excess[k][at] = transverse ? face : b * face - low;
    }
  }

  /// Cuts down what is beyond the upwind fluxes where it would overdraw a cell in a step of length
  /// Δt.
  ///
  /// @return whether anything was cut
  boolean limit(double[] density, double dt) {
    if (scheme.order() == 1) {
      return false;
    }
    double ratio = dt / grid.width();
    divergence(0);
    Arrays.fill(share, 0);
    for (int k = 0; k < grid.dimension(); k++) {
      for (int i = 0; i < density.length; i++) {
        double beyond = excess[k][i];
        share[beyond >= 0 ? i : after[k][i]] += Math.abs(beyond);
      }
    }
    boolean cut = false;
    for (int i = 0; i < density.length; i++) {
      double out = ratio * share[i];
      double left = Math.max(0, density[i] + dt * change[i]);
      share[i] = out <= left ? 1 : left / out;
      cut |= share[i] < 1;
    }
    if (cut) {
      for (int k = 0; k < grid.dimension(); k++) {
        for (int i = 0; i < density.length; i++) {
          excess[k][i] *= share[excess[k][i] >= 0 ? i : after[k][i]];
        }
      }
    }
    return cut;
  }

  /// {@return −(1/h) Σ_k (F_{k,i} − F_{k,i−e_k}), valid until the next call here}
  double[] divergence() {
    divergence(1);
    return change;
  }

  /// Computes the same with F the upwind flux and so much of the excess.
  private void divergence(double part) {
    Arrays.fill(change, 0);
    for (int k = 0; k < grid.dimension(); k++) {
      for (int i = 0; i < change.length; i++) {
        double through = (upwind[k][i] + part * excess[k][i]) / grid.width();
        change[i] -= through;
        change[after[k][i]] += through;
      }
    }
  }
}
