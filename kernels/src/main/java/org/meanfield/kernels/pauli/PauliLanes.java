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
  /// Experts in a plane: two vectors of AVX-512.
  int LANES = 128 / Double.BYTES;

  /// Experts in half a plane.
  int HALF = LANES / 2;

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

  /// Computes tangents, cosines and factors, sines and cosines with an absolute error below
  /// [SineCosine#ERROR], and sets slopes to 0. No cosine is 0.
  ///
  /// @param table names the angles
  /// @param lanes how many experts, in the first lanes
  /// @param angles in radians, one number per expert for each angle; numbers behind them, up to
  ///   whole planes, may be read too
  /// @param first where those of angle 0 begin
  /// @param stride from angle to angle, at least the lanes of whole planes
  /// @param numbers receives what belongs to angles
  void sineCosine(
      RotationTable table,
      int lanes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] numbers);

  /// Copies slopes.
  ///
  /// @param table names the angles
  /// @param lanes how many experts, in the first lanes
  /// @param numbers holds the slopes
  /// @param slopes receives one number per expert for each angle; numbers behind them, up to whole
  ///   planes, may be overwritten
  /// @param first where those of angle 0 begin
  /// @param stride from angle to angle, at least the lanes of whole planes
  void slopes(
      RotationTable table,
      int lanes,
      double[] numbers,
      /* wide */ double[] slopes,
      int first,
      int stride);

  /// Computes all rows from the roots.
  ///
  /// @param table the program
  /// @param lanes how many experts, in the first lanes
  /// @param numbers what [#sineCosine] computed, zeros in row 0 and the roots; receives the other
  ///   rows
  void forward(RotationTable table, int lanes, double[] numbers);

  /// Adds the ends to sums, plane after plane: of each the two halves' ends are added, then their
  /// sum. In the last plane, lanes beyond the experts must have roots 0.
  ///
  /// @param table the program
  /// @param lanes how many experts, in the first lanes
  /// @param numbers as [#forward] leaves them
  /// @param sums [#HALF] numbers per end; those of no use are of no meaning
  void addEnds(RotationTable table, int lanes, double[] numbers, double[] sums);

  /// Takes adjoints back through the program: from λ = ∂f/∂(end), the same for all experts, to
  /// ∂f/∂(root), and adds ∂f/∂θ_k to the slopes.
  ///
  /// @param table the program
  /// @param lanes how many experts, in the first lanes
  /// @param numbers as [#forward] leaves them; receives slopes and, in the place of the rows that
  ///   are read, their adjoints
  /// @param weights λ, one number per end, 0 for those of no use
  void backward(RotationTable table, int lanes, double[] numbers, double[] weights);

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
