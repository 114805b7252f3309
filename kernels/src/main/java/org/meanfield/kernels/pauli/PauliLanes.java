package org.meanfield.kernels.pauli;

/// Kernels that run a [RotationTable] for many experts side by side, in planes of [#LANES].
///
/// A cube of rotations by θ_i is taken as its factor C = Π_i cos θ_i and planes a − t_i b, b + t_i
/// a with t_i = tan θ_i: half the operations. Tangents may be large, C t_{i₁} t_{i₂} … is a product
/// of sines and cosines, and so rounding is as without them.
///
/// Implementations are stateless. No sum runs across lanes, and each rounds the same: they agree in
/// every bit.
public interface PauliLanes {
  /// Experts in a plane: a vector of AVX-512.
  int LANES = 64 / Double.BYTES;

  /// Angles beyond this are reduced by `Math.sin` and `Math.cos`, one by one.
  /* wide */ double LARGEST_REDUCED = /* wide */ 0x1p19;

  /// {@return the fastest implementation that this JVM offers}
  static PauliLanes best() {
    return PauliLaneChoice.BEST;
  }

  /// {@return the scalar twin, which every JVM offers}
  static PauliLanes plain() {
    return new PlainPauliLanes();
  }

  /// Computes cosines and sines with an absolute error below [SineCosine#ERROR] and their
  /// quotients, and sets slopes to 0. No cosine is 0.
  ///
  /// @param table names the angles
  /// @param planes how many planes
  /// @param angles in radians, planes · [#LANES] numbers for each angle
  /// @param first where those of angle 0 begin
  /// @param stride from angle to angle, ≥ planes · [#LANES]
  /// @param trig receives tangents, cosines, sines and slopes
  void sineCosine(
      RotationTable table,
      int planes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] trig);

  /// Copies slopes.
  ///
  /// @param table names the angles
  /// @param planes how many planes
  /// @param trig holds the slopes
  /// @param slopes receives planes · [#LANES] numbers for each angle
  /// @param first where those of angle 0 begin
  /// @param stride from angle to angle, ≥ planes · [#LANES]
  void slopes(
      RotationTable table,
      int planes,
      double[] trig,
      /* wide */ double[] slopes,
      int first,
      int stride);

  /// Gives all adjoints of a row one number.
  ///
  /// @param table the program
  /// @param planes how many planes
  /// @param numbers one per row
  /// @param which the rows
  /// @param rows receives the adjoints
  void broadcast(RotationTable table, int planes, double[] numbers, int[] which, double[] rows);

  /// Computes all rows from the roots.
  ///
  /// @param table the program
  /// @param planes how many planes
  /// @param trig tangents, cosines and sines of all angles
  /// @param rows holds zeros in row 0 and the roots, receives the others
  void forward(RotationTable table, int planes, double[] trig, double[] rows);

  /// Computes the rows that the program reads, which are all that [#backward] needs.
  ///
  /// @param table the program
  /// @param planes how many planes
  /// @param trig tangents, cosines and sines of all angles
  /// @param rows holds zeros in row 0 and the roots, receives others
  void forwardRead(RotationTable table, int planes, double[] trig, double[] rows);

  /// Takes adjoints back through the program: from λ = ∂f/∂(row) at the rows that nobody reads to
  /// ∂f/∂(root), and adds ∂f/∂θ_k to the slopes.
  ///
  /// @param table the program
  /// @param planes how many planes
  /// @param trig tangents, cosines and sines of all angles, and slopes
  /// @param rows the rows that the program reads; adjoints λ, and zeros where a row is not read and
  ///   f does not depend on it; receives the adjoints of the rows that are read; that of row 0 is
  ///   of no meaning
  void backward(RotationTable table, int planes, double[] trig, double[] rows);

  /// Adds rows to sums of [#LANES] numbers each, lane by lane and plane after plane.
  ///
  /// @param table the program
  /// @param planes how many planes
  /// @param which the rows to add, one per sum
  /// @param rows holds the rows
  /// @param sums [#LANES] numbers per entry of `which`
  void addRows(RotationTable table, int planes, int[] which, double[] rows, double[] sums);

  /// Adds Σ_i factors_i matrix_ij to each sum j, i in its order.
  ///
  /// @param factors one per row of the matrix
  /// @param matrix row by row, as wide as there are sums
  /// @param sums added to
  void addProducts(double[] factors, double[] matrix, double[] sums);

  /// Computes Σ_j matrix_ij factors_j for each row i: four partial sums, one per j modulo 4 (the
  /// last few j go to the first), added in pairs. They keep a processor as busy as vectors would,
  /// and no array is needed.
  ///
  /// @param matrix row by row, as wide as there are factors
  /// @param factors one per column of the matrix
  /// @param products receives one number per row
  default void products(double[] matrix, double[] factors, double[] products) {
    int n = factors.length;
    for (int i = 0; i < products.length; i++) {
      double sum0 = 0;
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      int j = 0;
      for (int at = i * n; j + 4 <= n; j += 4) {
        sum0 = Math.fma(matrix[at + j], factors[j], sum0);
        sum1 = Math.fma(matrix[at + j + 1], factors[j + 1], sum1);
        sum2 = Math.fma(matrix[at + j + 2], factors[j + 2], sum2);
        sum3 = Math.fma(matrix[at + j + 3], factors[j + 3], sum3);
      }
      for (; j < n; j++) {
        sum0 = Math.fma(matrix[i * n + j], factors[j], sum0);
      }
      products[i] = (sum0 + sum1) + (sum2 + sum3);
    }
  }
}
