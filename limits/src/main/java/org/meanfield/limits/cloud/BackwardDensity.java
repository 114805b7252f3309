package org.meanfield.limits.cloud;

import java.util.Optional;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.DrivenFlow;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.fourier.SpectralDerivative;
import org.meanfield.limits.grid.TorusGrid;
import org.meanfield.limits.time.DormandPrince;

/// The density of μ_t by backward characteristics: p_t(θ) = p_0(Y(θ)) det(∂Y/∂θ), where Y(θ) is
/// where the characteristic through θ at time t was at time 0.
///
/// All grid points are carried back together by the flow driven by r(s); Y(θ) − θ is periodic and
/// is differentiated by its Fourier series, so the error falls exponentially with the grid. A grid
/// that does not resolve Y is doubled; what no grid of admissible size resolves has no density
/// here.
record BackwardDensity(
    LimitProblem problem, StartLaw.Continuous start, BoundExpert expert, Residual residual) {
  /// In radians: below what the forward path leaves in r by default. The error is a smooth function
  /// of θ, as all points take the same steps, so differentiation does not raise it.
  private static final double TOLERANCE = 1e-10;

  /// A coarser grid cannot show whether it resolves anything.
  private static final int FEWEST_PER_AXIS = 32;

  /// On the circle; a law that asks for more is better shown by its atoms.
  private static final int MOST_PER_AXIS = 4096;

  /// Grid points carried back at once where that many are asked for: d = 2 up to 512², d = 3 up to
  /// 64³.
  private static final double MOST_POINTS = 1 << 18;

  /// Grid points of a finer grid than the asked one, up to 256² and 40³: each costs what a point of
  /// the forward path costs, and a law that asks for more is better shown by its atoms.
  private static final double MOST_REFINED = 1 << 16;

  /// The largest derivative term |m c_m| in the upper quarter of the spectrum for a grid to be fine
  /// enough: what is left out beyond is smaller still.
  private static final double RESOLVED = 1e-9;

  /// The mass of a resolved density is 1 to this. At d = 1 that holds whatever the grid, as the sum
  /// of a spectral derivative is 0; for d ≥ 2 the products of derivatives in the determinant fold
  /// back onto a grid that is too coarse for them, and this shows it.
  private static final double MASS = 1e-10;

  /// The same for a start that has kinks, where sums over a grid are right to h² only.
  private static final double KINKED_MASS = 1e-3;

  /// {@return the density at time t on a grid of G^d points; empty if d > 3, or if no finer grid
  /// within bounds resolves it}
  ///
  /// @param t in [0, T]
  /// @param pointsPerAxis G ≥ 2
  Optional<GridDensity> at(double t, int pointsPerAxis) {
    int dimension = problem.expert().parameters();
    int stride = 1;
    while ((long) pointsPerAxis * stride < FEWEST_PER_AXIS) {
      stride *= 2;
    }
    for (boolean asked = true;
        fits((long) pointsPerAxis * stride, dimension, asked ? MOST_POINTS : MOST_REFINED);
        stride *= 2, asked = false) {
      Optional<double[]> density = resolved(t, new TorusGrid(dimension, pointsPerAxis * stride));
      if (density.isPresent()) {
        return Optional.of(thinned(density.get(), pointsPerAxis, stride, dimension));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(long perAxis, int dimension, double most) {
    return dimension <= 3
        && perAxis <= MOST_PER_AXIS
        && Math.pow((double) perAxis, dimension) <= most;
  }

  /// {@return G^d densities, the last coordinate fastest; empty if this grid does not resolve them}
  private Optional<double[]> resolved(double t, TorusGrid grid) {
    double[] displacement = displacement(t, grid);
    if (displacement.length == 0) {
      return Optional.empty();
    }
    int dimension = grid.dimension();
    int points = grid.size();
    double[][] jacobian = new double[dimension * dimension][points];
    SpectralDerivative derivative = new SpectralDerivative(grid);
    for (int k = 0; k < dimension; k++) {
      for (int axis = 0; axis < dimension; axis++) {
        double[] out = jacobian[k * dimension + axis];
        double tail = derivative.along(displacement, k * points, axis, out, problem.workers());
        if (!(tail <= RESOLVED)) {
          return Optional.empty();
        }
      }
    }
    double[] centres = grid.centres();
    double[] density = new double[points];
    double sum = 0;
    for (int i = 0; i < points; i++) {
      density[i] = determinant(jacobian, i, dimension) * start(centres, displacement, i);
      if (!(density[i] >= 0)) {
        return Optional.empty();
      }
      sum += density[i];
    }
    double mass = sum * grid.cell();
    return Math.abs(mass - 1) <= (start instanceof StartLaw.Gridded ? KINKED_MASS : MASS)
        ? Optional.of(density)
        : Optional.empty();
  }

  /// {@return p_0(Y(θ)) at one grid point}
  private double start(double[] centres, double[] displacement, int point) {
    double[] theta = new double[start.dimension()];
    int points = centres.length / theta.length;
    for (int k = 0; k < theta.length; k++) {
      int at = k * points + point;
      theta[k] = centres[at] + displacement[at];
    }
    return start.density(theta);
  }

  /// {@return Y(θ) − θ at the grid points, coordinate-major; empty if it cannot be integrated}
  private double[] displacement(double t, TorusGrid grid) {
    double[] centres = grid.centres();
    Drift drift =
        new Drift(expert, grid.size(), grid.dimension(), problem.data().size(), problem.workers());
    double[] cloud = centres.clone();
    DormandPrince.Run run =
        DormandPrince.advance(new DrivenFlow(drift, residual), cloud, t, 0, TOLERANCE);
    if (!(run.outcome() instanceof Outcome.Reached)) {
      return new double[0];
    }
    for (int at = 0; at < cloud.length; at++) {
      cloud[at] -= centres[at];
    }
    return cloud;
  }

  /// {@return det(1 + ∂(Y − θ)/∂θ) at one point, d ≤ 3}
  private static double determinant(double[][] jacobian, int point, int dimension) {
    double[] a = new double[dimension * dimension];
    for (int entry = 0; entry < a.length; entry++) {
      a[entry] = jacobian[entry][point] + (entry % (dimension + 1) == 0 ? 1 : 0);
    }
    return switch (dimension) {
      case 1 -> a[0];
      case 2 -> a[0] * a[3] - a[1] * a[2];
      default ->
          a[0] * (a[4] * a[8] - a[5] * a[7])
              - a[1] * (a[3] * a[8] - a[5] * a[6])
              + a[2] * (a[3] * a[7] - a[4] * a[6]);
    };
  }

  /// {@return every `stride`-th point along each axis}
  private static GridDensity thinned(double[] fine, int perAxis, int stride, int dimension) {
    int points = (int) Math.round(Math.pow(perAxis, dimension));
    double[] coarse = new double[points];
    for (int i = 0; i < points; i++) {
      int from = 0;
      int factor = stride;
      for (int k = dimension - 1, rest = i; k >= 0; k--, rest /= perAxis) {
        from += rest % perAxis * factor;
        factor *= perAxis * stride;
      }
      coarse[i] = fine[from];
    }
    return new GridDensity(dimension, perAxis, coarse);
  }
}
