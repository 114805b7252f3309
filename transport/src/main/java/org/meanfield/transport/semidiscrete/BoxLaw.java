package org.meanfield.transport.semidiscrete;

import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.transport.DensityTarget;

/// A density on the torus as boxes on each of which it is a product: the cells of a grid, or of a
/// coarse one over a product law. Immutable.
final class BoxLaw {
  /// Cells of each axis over a product law.
  private static final int COARSE = 4;

  /// Cells of each axis that make up a tile: what one thread takes at a time.
  private static final int TILE = 8;

  private final DensityTarget target;
  private final int perAxis;
  private final int perTile;
  private final double total;

  private BoxLaw(DensityTarget target, int perAxis, int perTile, double total) {
    this.target = target;
    this.perAxis = perAxis;
    this.perTile = perTile;
    this.total = total;
  }

  static BoxLaw of(DensityTarget target) {
    return switch (target) {
      case DensityTarget.Product product -> {
        double whole = 1;
        for (Marginal marginal : product.marginals()) {
          double mass = 0;
          for (int g = 0; g < COARSE; g++) {
            mass += Stretch.of(edge(g, COARSE, 0), edge(g + 1, COARSE, 0), marginal).mass();
          }
          whole *= mass;
        }
        yield new BoxLaw(target, COARSE, 1, whole);
      }
      case DensityTarget.Cells(GridDensity grid) ->
          new BoxLaw(target, grid.pointsPerAxis(), TILE, grid.mass());
    };
  }

  private static double edge(int g, int perAxis, double shift) {
    return 2 * Math.PI * (g - shift) / perAxis;
  }

  int dimension() {
    return target.dimension();
  }

  /// {@return G: cells of each axis}
  int perAxis() {
    return perAxis;
  }

  /// {@return cells of each axis that make up a tile}
  int perTile() {
    return perTile;
  }

  /// {@return where cell `g` of any axis begins}
  double low(int g) {
    return edge(g, perAxis, target instanceof DensityTarget.Cells ? 0.5 : 0);
  }

  /// {@return a cell's side}
  ///
  /// @param axis 0 ≤ axis < d
  /// @param g 0 ≤ g < G
  Stretch side(int axis, int g) {
    return switch (target) {
      case DensityTarget.Product product ->
          Stretch.of(low(g), low(g + 1), product.marginals().get(axis));
      case DensityTarget.Cells _ -> Stretch.constant(low(g), low(g + 1), 1);
    };
  }

  /// {@return what the product of a cell's masses along the axes is to be multiplied by}
  ///
  /// @param g the cell, a number per axis
  double factor(int[] g) {
    return switch (target) {
      case DensityTarget.Product _ -> 1 / total;
      case DensityTarget.Cells(GridDensity grid) -> {
        int index = 0;
        for (int number : g) {
          index = index * perAxis + number;
        }
        yield grid.value(index) / total;
      }
    };
  }
}
