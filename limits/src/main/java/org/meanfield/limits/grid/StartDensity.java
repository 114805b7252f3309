package org.meanfield.limits.grid;

import org.meanfield.api.limit.StartLaw;

/// A start law as methods on a grid need it: as values at points, as averages over cells.
public final class StartDensity {
  /// Nodes and weights of Gauss and Legendre's rule of four points on [−½, ½].
  private static final double[] NODES = {
    -0.430568155797026, -0.169990521792428, 0.169990521792428, 0.430568155797026
  };

  private static final double[] WEIGHTS = {
    0.173927422568727, 0.326072577431273, 0.326072577431273, 0.173927422568727
  };

  private StartDensity() {}

  /// {@return the density at a grid's points, of sum 1/h^d}
  public static double[] values(StartLaw.Continuous law, TorusGrid grid) {
    double[] centres = grid.centres();
    double[] values = new double[grid.size()];
    double[] theta = new double[grid.dimension()];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < theta.length; k++) {
        theta[k] = centres[k * values.length + i];
      }
      values[i] = law.density(theta);
    }
    return normalised(values, grid);
  }

  /// {@return the averages of the density over a grid's cells, of sum 1/h^d}
  public static double[] averages(StartLaw.Continuous law, TorusGrid grid) {
    double[] centres = grid.centres();
    double[] values = new double[grid.size()];
    int d = grid.dimension();
    double[] theta = new double[d];
    int nodes = 1 << (2 * d);
    for (int i = 0; i < values.length; i++) {
      for (int node = 0; node < nodes; node++) {
        double weight = 1;
        for (int k = 0; k < d; k++) {
          int digit = (node >> (2 * k)) & 3;
          theta[k] = centres[k * values.length + i] + NODES[digit] * grid.width();
          weight *= WEIGHTS[digit];
        }
        values[i] += weight * law.density(theta);
      }
    }
    return normalised(values, grid);
  }

  private static double[] normalised(double[] values, TorusGrid grid) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum * grid.cell();
    }
    return values;
  }
}
