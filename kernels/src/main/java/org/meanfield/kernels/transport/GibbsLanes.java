package org.meanfield.kernels.transport;

/// Gibbs kernels of entropic transport, 2^(φ(r) + γ(j) − c(r, j)), and what is summed of them.
///
/// Coordinate k of point j of a cloud of m is number `k·m + j`; costs are those of [CostLanes], in
/// coordinates scaled so that c is the exponent. Single precision takes four rows at a time and
/// columns by the [#COLUMNS], so clouds are padded to multiples of these.
///
/// Powers of two are right to 3·10⁻⁷ in single and 3·10⁻¹⁶ in double precision, relative to
/// themselves, beyond what the exponent's own rounding gives. Exponents below −126 (−1022 in
/// double) and above 127 (1023) are taken for these. Implementations are stateless; kernels agree
/// in every bit, sums to a few ulp of the sum of sizes.
public interface GibbsLanes {
  /// Rows of single precision that go together.
  int ROWS = 4;

  /// Columns of single precision come in multiples of this.
  int COLUMNS = 64;

  /// 1/ln 2: e^x = 2^(x·LOG2_E).
  double LOG2_E = 1 / Math.log(2);

  /// {@return the fastest implementation that this JVM offers}
  static GibbsLanes best() {
    return CostLaneChoice.GIBBS;
  }

  /// {@return the scalar twin, which every JVM offers}
  static GibbsLanes plain() {
    return new PlainGibbs();
  }

  /// Computes K(r, j) = 2^(φ(r) + γ(j) − c(r, j)) for four rows and `from` ≤ j < `to`, and adds Σ_j
  /// K(r, j) b(j) to `sums`.
  ///
  /// @param ground the cost
  /// @param periods one per coordinate, possibly infinite
  /// @param x a cloud
  /// @param n its points
  /// @param row the first of the four
  /// @param y the other cloud
  /// @param m its points
  /// @param from first point, a multiple of [#COLUMNS]
  /// @param to after the last point, a multiple of [#COLUMNS]
  /// @param phi φ, one per row
  /// @param gamma γ, one per column
  /// @param weights b, one per column
  /// @param kernel receives K(row + s, j) at s·m + j
  /// @param sums four numbers
  void tile(
      Ground ground,
      float[] periods,
      float[] x,
      int n,
      int row,
      float[] y,
      int m,
      int from,
      int to,
      float[] phi,
      float[] gamma,
      float[] weights,
      float[] kernel,
      double[] sums);

  /// Adds Σ_j K(s, j) b(j) to `sums` for four rows and `from` ≤ j < `to`.
  ///
  /// @param kernel K(s, j) at s·m + j
  /// @param m the stride
  /// @param from first column, a multiple of [#COLUMNS]
  /// @param to after the last column, a multiple of [#COLUMNS]
  /// @param weights b, one per column
  /// @param sums four numbers
  void sums(float[] kernel, int m, int from, int to, float[] weights, double[] sums);

  /// Adds Σ_s α(s) K(s, j) to `columns` for four rows and `from` ≤ j < `to`.
  ///
  /// @param kernel K(s, j) at s·m + j
  /// @param m the stride
  /// @param from first column, a multiple of [#COLUMNS]
  /// @param to after the last column, a multiple of [#COLUMNS]
  /// @param alpha four numbers
  /// @param columns one per column
  void addRows(float[] kernel, int m, int from, int to, float[] alpha, float[] columns);

  /// Computes K(j) = 2^(φ + γ(j) − rate·c(j)) for `from` ≤ j < `to`.
  ///
  /// @param costs c(j), one per column
  /// @param rate log₂e/ε
  /// @param phi φ
  /// @param gamma γ, one per column
  /// @param from first column
  /// @param to after the last column
  /// @param kernel receives K(j) at j; may be `costs`
  void powers(
      double[] costs, double rate, double phi, double[] gamma, int from, int to, double[] kernel);

  /// Lowers `best(j)` to c(j) − u where that is less, for `from` ≤ j < `to`.
  ///
  /// @param costs c(j), one per column
  /// @param u a number
  /// @param from first column
  /// @param to after the last column
  /// @param best one per column
  void lower(double[] costs, double u, int from, int to, double[] best);

  /// {@return Σ_j a(j) b(j) for `from` ≤ j < `to`}
  ///
  /// @param a one per column
  /// @param b one per column
  /// @param from first column
  /// @param to after the last column
  double dot(double[] a, double[] b, int from, int to);

  /// Adds α K(j) to `columns` for `from` ≤ j < `to`.
  ///
  /// @param alpha α
  /// @param kernel K(j), one per column
  /// @param from first column
  /// @param to after the last column
  /// @param columns one per column
  void add(double alpha, double[] kernel, int from, int to, double[] columns);
}
