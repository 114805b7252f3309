package org.meanfield.limits.grid;

/// A symmetric five-point stencil on the torus, v_i ← c₀ v_i + c₁ (v_{i−1} + v_{i+1}) + c₂ (v_{i−2}
/// + v_{i+2}) along one axis. The coefficients sum to 1, so sums over a line stay.
///
/// @param c0 the middle
/// @param c1 the neighbours
/// @param c2 theirs
public record SymmetricStencil(double c0, double c1, double c2) {
  /// From averages over cells to values at their centres, to O(h⁶): 1 − δ²/24 + 3δ⁴/640.
  public static final SymmetricStencil TO_CENTRES =
      new SymmetricStencil(2134.0 / 1920, -116.0 / 1920, 9.0 / 1920);

  /// From values at centres to averages over cells, to O(h⁶): 1 + δ²/24 − 17δ⁴/5760.
  public static final SymmetricStencil TO_AVERAGES =
      new SymmetricStencil(5178.0 / 5760, 308.0 / 5760, -17.0 / 5760);

  /// Applies the stencil in place along one axis.
  ///
  /// @param values N^d numbers from `offset`
  /// @param offset where they begin
  /// @param grid N and d
  /// @param axis 0 ≤ k < d
  void along(double[] values, int offset, TorusGrid grid, int axis) {
    int n = grid.perAxis();
    int stride = grid.stride(axis);
    double[] line = new double[n + 4];
    for (int l = 0; l < grid.size() / n; l++) {
      int start = offset + grid.lineStart(axis, l);
      for (int i = -2; i < n + 2; i++) {
        line[i + 2] = values[start + Math.floorMod(i, n) * stride];
      }
      for (int i = 0; i < n; i++) {
        values[start + i * stride] =
            c0 * line[i + 2] + c1 * (line[i + 1] + line[i + 3]) + c2 * (line[i] + line[i + 4]);
      }
    }
  }

  /// Applies the stencil in place along every axis but one.
  ///
  /// @param values N^d numbers
  /// @param grid N and d
  /// @param except the axis left out; −1 for none
  public void along(double[] values, TorusGrid grid, int except) {
    for (int axis = 0; axis < grid.dimension(); axis++) {
      if (axis != except) {
        along(values, 0, grid, axis);
      }
    }
  }
}
