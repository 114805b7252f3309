package org.meanfield.transport.kernel;

import java.util.Arrays;
import org.meanfield.kernels.transport.GibbsLanes;

/// K(x, y) = exp(κ Σ_k (cos(x_k − y_k) − 1)); its Fourier coefficients are products of Bessel
/// functions e^{−κ} I_n(κ) > 0.
///
/// @param concentration κ > 0
record VonMisesKernel(double concentration) implements TorusKernel {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// Exponents, each of d cosines, and the powers of two err by some ulp times κ d; measured below
  /// half of this.
  private static final double ROUND_OFF = 16 * Math.ulp(1.0);

  private static final double[] ONCE = {-1};

  @Override
  public Rows between(Cloud x, Cloud y) {
    Harmonics here = new Harmonics(x, 1);
    Harmonics there = new Harmonics(y, 1);
    double rate = concentration * GibbsLanes.LOG2_E;
    double[] none = new double[y.size()];
    return (i, _, row) -> {
      // Σ_k (1 − cos(x_k − y_k))
      Arrays.fill(row, x.dimension());
      for (int k = 0; k < x.dimension(); k++) {
        here.add(k, i, there, ONCE, row);
      }
      GIBBS.powers(row, rate, 0, none, 0, row.length, row);
    };
  }

  @Override
  public double error(int dimension) {
    return ROUND_OFF * (1 + concentration * dimension);
  }

  @Override
  public String description() {
    return "von Mises kernel, concentration %.6g".formatted(concentration);
  }
}
