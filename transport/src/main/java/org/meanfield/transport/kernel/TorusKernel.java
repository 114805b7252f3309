package org.meanfield.transport.kernel;

/// A positive definite kernel on the torus that depends on differences alone, 0 ≤ K ≤ 1 = K(x, x),
/// evaluated a row at a time. Immutable.
interface TorusKernel {
  /// Points of a cloud as angles in [0, 2π), whatever the periods, with their weights.
  final class Cloud {
    private final double[][] angles;
    private final double[] weights;

    /// @param angles one array per coordinate, taken over
    /// @param weights one per point, taken over
    Cloud(double[][] angles, double[] weights) {
      this.angles = angles;
      this.weights = weights;
    }

    /// {@return the angles of a coordinate; not a copy, not to be changed}
    double[] angles(int k) {
      return angles[k];
    }

    /// {@return the weights; not a copy, not to be changed}
    double[] weights() {
      return weights;
    }

    int size() {
      return weights.length;
    }

    int dimension() {
      return angles.length;
    }
  }

  /// Rows of K between two clouds. Shareable.
  @FunctionalInterface
  interface Rows {
    /// Computes K(xᵢ, y_j) for all j.
    ///
    /// @param i a point of the first cloud
    /// @param room as many numbers as the second cloud has points, for use on the way
    /// @param row receives K(xᵢ, y_j)
    void row(int i, double[] room, double[] row);
  }

  /// {@return the rows between two clouds of the same dimension}
  Rows between(Cloud x, Cloud y);

  /// {@return a bound of the error of K}
  ///
  /// @param dimension d
  double error(int dimension);

  /// {@return its name and width}
  String description();
}
