package org.meanfield.kernels.pauli;

/// Kernels that run a [RotationTable] for many experts side by side.
///
/// A row is as many numbers as the table is wide, one per expert. Per angle θ there is a row of
/// cosines and after it a row of sines: angle k has them at 2k·width and (2k + 1)·width.
///
/// Implementations are stateless. No sum runs across lanes, and each rounds the same: they agree in
/// every bit.
public interface PauliLanes {
  /// Widths are multiples of this.
  int LANES = 8;

  /// Angles beyond this are reduced by `Math.sin` and `Math.cos`, one by one.
  double LARGEST_REDUCED = 0x1p19;

  /// {@return the fastest implementation that this JVM offers}
  static PauliLanes best() {
    return PauliLaneChoice.BEST;
  }

  /// {@return the scalar twin, which every JVM offers}
  static PauliLanes plain() {
    return new PlainPauliLanes();
  }

  /// Computes cosines and sines with an absolute error below 2·10⁻¹⁶.
  ///
  /// @param angles holds one row of angles in radians
  /// @param from where
  /// @param width a multiple of [#LANES]
  /// @param trig receives the row of cosines and after it the row of sines
  /// @param to where
  void sineCosine(double[] angles, int from, int width, double[] trig, int to);

  /// Gives every lane of row i the number i, from row 0 on.
  ///
  /// @param numbers one per row
  /// @param width a multiple of [#LANES]
  /// @param rows receives the rows
  void broadcast(double[] numbers, int width, double[] rows);

  /// Computes all rows from the roots.
  ///
  /// @param table the program, its width a multiple of [#LANES]
  /// @param trig cosines and sines of all angles
  /// @param rows holds the roots, receives the others
  void forward(RotationTable table, double[] trig, double[] rows);

  /// Takes adjoints back through the program: from λ = ∂f/∂(row) at the rows that are written last
  /// to ∂f/∂(root), and adds ∂f/∂θ_k.
  ///
  /// @param table the program, its width a multiple of [#LANES]
  /// @param trig cosines and sines of all angles
  /// @param rows all rows, after [#forward]
  /// @param adjoints holds the adjoints of the last rows, receives those of the roots
  /// @param gradient a row per angle, added to
  void backward(
      RotationTable table, double[] trig, double[] rows, double[] adjoints, double[] gradient);

  /// Adds rows to sums of [#LANES] numbers each, lane by lane modulo [#LANES] and in their order.
  ///
  /// @param which the rows to add, one per sum
  /// @param width a multiple of [#LANES]
  /// @param rows holds the rows
  /// @param sums [#LANES] numbers per entry of `which`
  void addRows(int[] which, int width, double[] rows, double[] sums);

  /// Adds Σ_i factors_i matrix_ij to each sum j, i in its order.
  ///
  /// @param factors one per row of the matrix
  /// @param matrix row by row, as wide as there are sums
  /// @param sums added to
  void addProducts(double[] factors, double[] matrix, double[] sums);
}
