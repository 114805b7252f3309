package org.meanfield.transport.kernel;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.course.Strips;

/// The squared maximum mean discrepancy under a [TorusKernel],
///
/// MMD² = Σ aᵢ aᵢ′ K(xᵢ, xᵢ′) − 2 Σ aᵢ b_j K(xᵢ, y_j) + Σ b_j b_j′ K(y_j, y_j′),
///
/// where angles are in turns of 2π whatever the periods. With all Fourier coefficients of K
/// positive, MMD = 0 for equal measures alone and MMD metrises weak convergence. Features of the
/// clouds finer than the kernel's width count little.
///
/// O((n + m)² d) work, O((n + m) d) memory; no ground distance enters.
///
/// **References.** A. Gretton, K. M. Borgwardt, M. J. Rasch, B. Schölkopf, A. Smola, *A kernel
/// two-sample test*, Journal of Machine Learning Research 13, 723–773 (2012), lemma 6; B. K.
/// Sriperumbudur, A. Gretton, K. Fukumizu, B. Schölkopf, G. R. G. Lanckriet, *Hilbert space
/// embeddings and metrics on probability measures*, Journal of Machine Learning Research 11,
/// 1517–1561 (2010), section 3.3 (kernels on the torus).
final class MeanDiscrepancy implements Discrepancy {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  private final TorusKernel kernel;

  /// @param kernel K
  MeanDiscrepancy(TorusKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public DiscrepancyResult between(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric) {
    for (int k = 0; k < space.dimension(); k++) {
      if (Double.isInfinite(space.period(k))) {
        return new NotMeasured(
            "'mmd' has a kernel for angles, and coordinate %d is a line; take another, or the torus"
                .formatted(k));
      }
    }
    TorusKernel.Cloud x = cloud(one, space);
    TorusKernel.Cloud y = cloud(other, space);
    return new Measured(
        "squared maximum mean discrepancy",
        mean(x, x) - 2 * mean(x, y) + mean(y, y),
        kernel.error(space.dimension()),
        "a bound of the round-off",
        kernel.description() + ", biased (V-statistic)");
  }

  private static TorusKernel.Cloud cloud(EmpiricalMeasure measure, Torus space) {
    double[][] angles = new double[measure.dimension()][measure.size()];
    for (int k = 0; k < angles.length; k++) {
      for (int i = 0; i < measure.size(); i++) {
        angles[k][i] = space.wrap(k, measure.coordinate(i, k)) * (Torus.TURN / space.period(k));
      }
    }
    return new TorusKernel.Cloud(angles, measure.weights());
  }

  /// Σ aᵢ b_j K(xᵢ, y_j).
  private double mean(TorusKernel.Cloud x, TorusKernel.Cloud y) {
    double[] rowSums = new double[x.size()];
    TorusKernel.Rows rows = kernel.between(x, y);
    new Strips(x.size(), 1, 0)
        .each((from, to, strip) -> {
          double[] row = new double[y.size()];
          double[] room = new double[y.size()];
          for (int i = from; i < to; i++) {
            rows.row(i, room, row);
            rowSums[i] = x.weights()[i] * GIBBS.dot(row, y.weights(), 0, y.size());
          }
        });
    CompensatedSum sum = new CompensatedSum();
    for (double part : rowSums) {
      sum.add(part);
    }
    return sum.value();
  }
}
