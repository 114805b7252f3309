package org.meanfield.api.limit;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.EmpiricalMeasure;

/// The law μ_0 of the parameters at the start.
public sealed interface StartLaw {
  /// {@return the number of parameters d}
  int dimension();

  /// A law with a density, and a map of the uniform law to it.
  sealed interface Continuous extends StartLaw {
    /// {@return the density, per radian^d}
    ///
    /// @param theta d angles in radians; not modified
    double density(double[] theta);

    /// Computes the angles of given levels: if u is uniform on [0, 1)^d, θ has this law. Coordinate
    /// k depends on u_0 … u_k (M. Rosenblatt, Ann. Math. Statist. 23, 470–472, 1952).
    ///
    /// @param u d numbers in [0, 1); not modified
    /// @param theta receives d angles
    void quantile(double[] u, double[] theta);
  }

  /// The uniform law on T^d.
  ///
  /// @param dimension d
  record Uniform(int dimension) implements Continuous {
    @Override
    public double density(double[] theta) {
      return Math.pow(2 * Math.PI, -dimension);
    }

    @Override
    public void quantile(double[] u, double[] theta) {
      for (int k = 0; k < dimension; k++) {
        theta[k] = 2 * Math.PI * u[k];
      }
    }
  }

  /// Independent coordinates.
  ///
  /// @param marginals the law of each, d ≥ 1
  record Product(List<Marginal> marginals) implements Continuous {
    /// @param marginals the law of each, d ≥ 1, copied
    public Product {
      marginals = List.copyOf(marginals);
      if (marginals.isEmpty()) {
        throw new IllegalArgumentException("a product needs at least one coordinate, got none");
      }
    }

    @Override
    public int dimension() {
      return marginals.size();
    }

    @Override
    public double density(double[] theta) {
      double product = 1;
      for (int k = 0; k < marginals.size(); k++) {
        product *= marginals.get(k).density(theta[k]);
      }
      return product;
    }

    @Override
    public void quantile(double[] u, double[] theta) {
      for (int k = 0; k < marginals.size(); k++) {
        theta[k] = marginals.get(k).quantile(u[k]);
      }
    }
  }

  /// A density given on a regular grid, d ≤ 2, and linear between its points along each axis; its
  /// mass is made 1. Immutable.
  final class Gridded implements Continuous {
    private final int dimension;
    private final int perAxis;
    private final double[] values;
    private final double[] rows;

    /// @param grid the density: finite numbers ≥ 0, not all 0
    public Gridded(GridDensity grid) {
      if (grid.dimension() > 2) {
        throw new IllegalArgumentException(
            "a start density on a grid has 1 or 2 dimensions, got " + grid.dimension());
      }
      this.dimension = grid.dimension();
      this.perAxis = grid.pointsPerAxis();
      this.values = new double[grid.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = grid.value(i);
        if (!(values[i] >= 0) || Double.isInfinite(values[i])) {
          throw new IllegalArgumentException(
              "density %d is %s; densities must be finite and ≥ 0".formatted(i, values[i]));
        }
      }
      double mass = grid.mass();
      if (!(mass > 0) || Double.isInfinite(mass)) {
        throw new IllegalArgumentException(
            "the density has mass %s; it must be > 0".formatted(mass));
      }
      for (int i = 0; i < values.length; i++) {
        values[i] /= mass;
      }
      int inner = dimension == 1 ? 1 : perAxis;
      this.rows = new double[perAxis];
      for (int i = 0; i < values.length; i++) {
        rows[i / inner] += values[i] * (dimension == 1 ? 1 : 2 * Math.PI / perAxis);
      }
    }

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public double density(double[] theta) {
      double x = place(theta[0]);
      int g = (int) x;
      if (dimension == 1) {
        return mixed(values[g], values[(g + 1) % perAxis], x - g);
      }
      double y = place(theta[1]);
      int l = (int) y;
      return mixed(row(g, x - g, l), row(g, x - g, (l + 1) % perAxis), y - l);
    }

    /// {@return an angle in units of the grid, in [0, G)}
    private double place(double angle) {
      double turns = angle / (2 * Math.PI);
      double place = (turns - Math.floor(turns)) * perAxis;
      return place < perAxis ? place : 0;
    }

    private static double mixed(double a, double b, double s) {
      return a + s * (b - a);
    }

    /// {@return the density at a grid point of the second coordinate, between two of the first}
    private double row(int g, double s, int l) {
      return mixed(values[g * perAxis + l], values[(g + 1) % perAxis * perAxis + l], s);
    }

    @Override
    public void quantile(double[] u, double[] theta) {
      double x = inverse(rows, u[0]);
      theta[0] = 2 * Math.PI * x / perAxis;
      if (dimension == 2) {
        int g = Math.min((int) x, perAxis - 1);
        double[] row = new double[perAxis];
        Arrays.setAll(row, l -> row(g, x - g, l));
        theta[1] = 2 * Math.PI * inverse(row, u[1]) / perAxis;
      }
    }

    /// {@return the place in [0, G] below which a part u of the mass lies, of a density that is
    /// linear between the grid's points}
    private static double inverse(double[] density, double u) {
      int n = density.length;
      double total = 0;
      for (double value : density) {
        total += value;
      }
      double left = u * total;
      for (int g = 0; g < n; g++) {
        double a = density[g];
        double b = density[(g + 1) % n];
        double cell = (a + b) / 2;
        if (left < cell) {
          // a s + (b − a) s²/2 = left, in the form without cancellation.
          return g + 2 * left / (a + Math.sqrt(a * a + 2 * (b - a) * left));
        }
        left -= cell;
      }
      return n;
    }
  }

  /// The empirical law of given points with equal weights.
  ///
  /// @param measure the points
  record Atoms(EmpiricalMeasure measure) implements StartLaw {
    /// @param measure the points, uniformly weighted
    public Atoms {
      if (!measure.isUniform()) {
        throw new IllegalArgumentException("a start law of atoms needs equal weights");
      }
    }

    @Override
    public int dimension() {
      return measure.dimension();
    }
  }
}
