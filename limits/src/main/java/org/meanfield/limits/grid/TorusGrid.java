package org.meanfield.limits.grid;

/// The regular grid 2πi/N, i ∈ {0 … N−1}^d, on T^d; flat indices have the last coordinate fastest.
/// Each point is the centre of a cell of width h = 2π/N.
///
/// @param dimension d ≥ 1
/// @param perAxis N ≥ 1, with N^d within an array
public record TorusGrid(int dimension, int perAxis) {
  /// {@return N^d}
  public int size() {
    return (int) Math.round(Math.pow(perAxis, dimension));
  }

  /// {@return h}
  public double width() {
    return 2 * Math.PI / perAxis;
  }

  /// {@return h^d}
  public double cell() {
    return Math.pow(width(), dimension);
  }

  /// {@return how far apart neighbours along an axis are in a flat array, N^{d−1−k}}
  ///
  /// @param axis 0 ≤ k < d
  public int stride(int axis) {
    return (int) Math.round(Math.pow(perAxis, dimension - 1 - axis));
  }

  /// {@return the points, coordinate-major}
  public double[] centres() {
    int points = size();
    double[] cloud = new double[points * dimension];
    for (int k = 0; k < dimension; k++) {
      int stride = stride(k);
      for (int i = 0; i < points; i++) {
        cloud[k * points + i] = width() * (i / stride % perAxis);
      }
    }
    return cloud;
  }

  /// {@return the centres of the faces between each cell and the next along an axis}
  ///
  /// @param axis 0 ≤ k < d
  public double[] faces(int axis) {
    int points = size();
    double[] cloud = centres();
    for (int i = axis * points; i < (axis + 1) * points; i++) {
      cloud[i] += width() / 2;
    }
    return cloud;
  }

  /// {@return the index of the first point of a line along an axis}
  ///
  /// @param axis 0 ≤ k < d
  /// @param line 0 ≤ line < N^{d−1}
  public int lineStart(int axis, int line) {
    int stride = stride(axis);
    return line / stride * stride * perAxis + line % stride;
  }

  /// {@return the index of each point's neighbour in the positive direction of an axis}
  ///
  /// @param axis 0 ≤ k < d
  public int[] after(int axis) {
    int stride = stride(axis);
    int[] after = new int[size()];
    for (int i = 0; i < after.length; i++) {
      boolean end = i / stride % perAxis == perAxis - 1;
      after[i] = end ? i - stride * (perAxis - 1) : i + stride;
    }
    return after;
  }
}
