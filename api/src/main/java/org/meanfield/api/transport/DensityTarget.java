package org.meanfield.api.transport;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.Marginal;

/// A law on T^d with a density, as what a cloud is moved onto.
public sealed interface DensityTarget {
  /// {@return d}
  int dimension();

  /// {@return the uniform law}
  ///
  /// @param dimension d ≥ 1
  static DensityTarget uniform(int dimension) {
    return new Product(Collections.nCopies(dimension, new Marginal.WrappedCauchy(0, 0)));
  }

  /// {@return a density on a grid whose negative values, the errors of some methods, count as 0}
  ///
  /// @param grid finite values, not all ≤ 0
  static DensityTarget positivePart(GridDensity grid) {
    double[] values = new double[grid.size()];
    Arrays.setAll(values, i -> Math.max(0, grid.value(i)));
    return new Cells(new GridDensity(grid.dimension(), grid.pointsPerAxis(), values));
  }

  /// Independent coordinates.
  ///
  /// @param marginals the law of each, d ≥ 1
  record Product(List<Marginal> marginals) implements DensityTarget {
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
  }

  /// A density that is constant on each cell of a grid, the cube of side 2π/G about a grid point;
  /// its mass counts as one.
  ///
  /// @param grid finite values ≥ 0, not all 0
  record Cells(GridDensity grid) implements DensityTarget {
    /// @param grid finite values ≥ 0, not all 0
    public Cells {
      double most = 0;
      for (int i = 0; i < grid.size(); i++) {
        if (!(grid.value(i) >= 0) || Double.isInfinite(grid.value(i))) {
          throw new IllegalArgumentException(
              "density %d is %s; densities must be finite and ≥ 0".formatted(i, grid.value(i)));
        }
        most = Math.max(most, grid.value(i));
      }
      if (most == 0) {
        throw new IllegalArgumentException("the density is 0 everywhere; its mass must be > 0");
      }
    }

    @Override
    public int dimension() {
      return grid.dimension();
    }
  }
}
