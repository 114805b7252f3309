package org.meanfield.transport.kernel;

import org.meanfield.kernels.transport.GibbsLanes;

/// Cosines and sines of multiples of a cloud's angles, so that Σ_n c_n cos(n(x − y)) over all y
/// takes multiplications and additions alone. Immutable.
final class Harmonics {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  private final int most;
  private final double[][][] rows;

  /// @param cloud whose angles
  /// @param most the largest multiple
  Harmonics(TorusKernel.Cloud cloud, int most) {
    this.most = most;
    this.rows = new double[cloud.dimension()][2 * most][cloud.size()];
    for (int k = 0; k < rows.length; k++) {
      for (int n = 1; n <= most; n++) {
        for (int i = 0; i < cloud.size(); i++) {
          rows[k][2 * n - 2][i] = Math.cos(n * cloud.angles(k)[i]);
          rows[k][2 * n - 1][i] = Math.sin(n * cloud.angles(k)[i]);
        }
      }
    }
  }

  /// Adds Σ_n c_n cos(n(x_k − y_k)) for all points y of another cloud.
  ///
  /// @param k the coordinate
  /// @param i the point x
  /// @param others of the other cloud
  /// @param c c₁ …
  /// @param sums added to
  void add(int k, int i, Harmonics others, double[] c, double[] sums) {
    for (int at = 0; at < 2 * most; at++) {
      GIBBS.add(c[at / 2] * rows[k][at][i], others.rows[k][at], 0, sums.length, sums);
    }
  }
}
