package org.meanfield.transport;

import java.util.Arrays;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.kernels.transport.GibbsLanes;

/// The squared maximum mean discrepancy under a product of von Mises kernels,
///
/// MMD² = Σ aᵢ aᵢ′ K(xᵢ, xᵢ′) − 2 Σ aᵢ b_j K(xᵢ, y_j) + Σ b_j b_j′ K(y_j, y_j′), K(x, y) = exp(κ
/// Σ_k (cos(x_k − y_k) − 1)),
///
/// where angles are in turns of 2π whatever the periods. All Fourier coefficients of K, products of
/// Bessel functions e^{−κ} I_n(κ), are positive, so MMD = 0 for equal measures alone and MMD
/// metrises weak convergence. κ is an inverse squared length: features of the clouds finer than
/// 1/√κ count little.
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

  /// Exponents, each of d cosines, and the powers of two err by some ulp times κ d; measured below
  /// half of this.
  private static final double ROUND_OFF = 16 * Math.ulp(1.0);

  private final double concentration;

  /// @param concentration κ > 0
  MeanDiscrepancy(double concentration) {
    this.concentration = concentration;
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
    Angles x = new Angles(one, space);
    Angles y = new Angles(other, space);
    double value = mean(x, x) - 2 * mean(x, y) + mean(y, y);
    return new Measured(
        "squared maximum mean discrepancy",
        value,
        ROUND_OFF * (1 + concentration * space.dimension()),
        "a bound of the round-off",
        "von Mises kernel, concentration %.6g, biased (V-statistic)".formatted(concentration));
  }

  /// Cosines and sines of a cloud's angles, 2d rows of n.
  private static final class Angles {
    private final int count;
    private final double[] weights;
    private final int dimension;
    private final double[][] rows;

    private Angles(EmpiricalMeasure measure, Torus space) {
      count = measure.size();
      dimension = measure.dimension();
      weights = measure.weights();
      rows = new double[2 * measure.dimension()][count];
      for (int k = 0; k < measure.dimension(); k++) {
        for (int i = 0; i < count; i++) {
          double angle = space.wrap(k, measure.coordinate(i, k)) * (Torus.TURN / space.period(k));
          rows[2 * k][i] = Math.cos(angle);
          rows[2 * k + 1][i] = Math.sin(angle);
        }
      }
    }
  }

  /// Σ aᵢ b_j K(xᵢ, y_j).
  private double mean(Angles x, Angles y) {
    double[] rowSums = new double[x.count];
    double rate = concentration * SoftTransform.LOG2_E;
    double[] none = new double[y.count];
    new Strips(x.count, 1, 0)
        .each((from, to, strip) -> {
          double[] row = new double[y.count];
          for (int i = from; i < to; i++) {
            // Σ_k (1 − cos(x_k − y_k))
            Arrays.fill(row, x.dimension);
            for (int at = 0; at < x.rows.length; at++) {
              GIBBS.add(-x.rows[at][i], y.rows[at], 0, y.count, row);
            }
            GIBBS.powers(row, rate, 0, none, 0, y.count, row);
            rowSums[i] = x.weights[i] * GIBBS.dot(row, y.weights, 0, y.count);
          }
        });
    CompensatedSum sum = new CompensatedSum();
    for (double part : rowSums) {
      sum.add(part);
    }
    return sum.value();
  }
}
