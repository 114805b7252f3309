package org.meanfield.limits.cloud;

import org.meanfield.api.limit.StartLaw;

/// A start law as methods with points need it: the images of points of the uniform law.
public final class StartPoints {
  private StartPoints() {}

  /// {@return the images of a lattice of the uniform law, coordinate-major}
  ///
  /// @param law d coordinates
  /// @param lattice points in [0, 2π)^d
  public static double[] of(StartLaw.Continuous law, RankOneLattice lattice) {
    return of(law, lattice.cloud());
  }

  /// {@return the images of points of the uniform law, coordinate-major}
  ///
  /// @param law d coordinates
  /// @param uniform points in [0, 2π)^d, coordinate-major, overwritten
  static double[] of(StartLaw.Continuous law, double[] uniform) {
    if (law instanceof StartLaw.Uniform) {
      return uniform;
    }
    int d = law.dimension();
    int points = uniform.length / d;
    double[] u = new double[d];
    double[] theta = new double[d];
    for (int i = 0; i < points; i++) {
      for (int k = 0; k < d; k++) {
        u[k] = uniform[k * points + i] / (2 * Math.PI);
      }
      law.quantile(u, theta);
      for (int k = 0; k < d; k++) {
        uniform[k * points + i] = theta[k];
      }
    }
    return uniform;
  }
}
