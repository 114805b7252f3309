package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;

/// A real symmetric matrix as a sum of signed squares, A = Σ_k w_k v_k v_kᵀ, as many as its rank.
///
/// Pivots are single numbers or pairs, the largest first, so that the v_k stay of size 1 whatever
/// the signs; a pair is diagonalized. s³ multiplications: a tenth of what eigenvectors take, and
/// any such sum serves.
///
/// **Reference.** J. R. Bunch, B. N. Parlett, *Direct methods for solving symmetric indefinite
/// systems of linear equations*, SIAM J. Numer. Anal. 8, 639–655 (1971).
final class SignedSquares {
  /// (1 + √17)/8, which keeps the growth of entries least.
  private static final double SINGLE = (1 + Math.sqrt(17)) / 8;

  /// What is left is round-off: random matrices of s = 100 and rank 60 leave up to 1.3·10⁻¹⁵ of
  /// their largest entry.
  private static final double ROUNDING = 1e-14;

  private final int size;
  private final double[] matrix;
  private final boolean[] used;
  private final double[] first;
  private final double[] second;

  /// @param size s
  SignedSquares(int size) {
    this.size = size;
    this.matrix = new double[size * size];
    this.used = new boolean[size];
    this.first = new double[size];
    this.second = new double[size];
  }

  /// {@return the s×s matrix, to be written before [#split], which destroys it; only entries on and
  /// above the diagonal are read}
  double[] matrix() {
    return matrix;
  }

  /// Splits the matrix.
  ///
  /// @param weights receives the w_k
  /// @param vectors receives the v_k, s numbers each
  /// @return how many
  int split(double[] weights, double[] vectors) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i * size + j] = matrix[j * size + i];
      }
    }
    Arrays.fill(used, false);
    double largest = 0;
    for (double entry : matrix) {
      largest = Math.max(largest, Math.abs(entry));
    }
    int made = 0;
    while (made < size) {
      int single = -1;
      int row = -1;
      int column = -1;
      double onDiagonal = -1;
      double beside = -1;
      for (int i = 0; i < size; i++) {
        if (!used[i]) {
          if (Math.abs(matrix[i * size + i]) > onDiagonal) {
            onDiagonal = Math.abs(matrix[i * size + i]);
            single = i;
          }
          for (int j = i + 1; j < size; j++) {
            if (!used[j] && Math.abs(matrix[i * size + j]) > beside) {
              beside = Math.abs(matrix[i * size + j]);
              row = i;
              column = j;
            }
          }
        }
      }
      if (Math.max(onDiagonal, beside) <= ROUNDING * largest) {
        return made;
      }
      if (onDiagonal >= SINGLE * beside) {
        System.arraycopy(matrix, single * size, first, 0, size);
        made = take(first, 1 / matrix[single * size + single], weights, vectors, made);
        used[single] = true;
      } else {
        made = pair(row, column, weights, vectors, made);
        used[row] = true;
        used[column] = true;
      }
    }
    return made;
  }

  /// Takes A Q B⁻¹ Qᵀ Aᵀ for two columns with the pivot B = Q diag(λ₁, λ₂) Qᵀ.
  private int pair(int p, int q, double[] weights, double[] vectors, int made) {
    double a = matrix[p * size + p];
    double b = matrix[p * size + q];
    double c = matrix[q * size + q];
    double half = Math.atan2(2 * b, a - c) / 2;
    double cos = Math.cos(half);
    double sin = Math.sin(half);
    for (int i = 0; i < size; i++) {
      double x = matrix[p * size + i];
      double y = matrix[q * size + i];
      first[i] = cos * x + sin * y;
      second[i] = cos * y - sin * x;
    }
    double middle = (a + c) / 2;
    double apart = Math.hypot((a - c) / 2, b);
    int one = take(first, 1 / (middle + apart), weights, vectors, made);
    return take(second, 1 / (middle - apart), weights, vectors, one);
  }

  /// Takes w⁻¹ (wv)(wv)ᵀ away and keeps w and v.
  private int take(double[] column, double inverse, double[] weights, double[] vectors, int made) {
    for (int i = 0; i < size; i++) {
      vectors[made * size + i] = used[i] ? 0 : column[i] * inverse;
    }
    for (int i = 0; i < size; i++) {
      double factor = vectors[made * size + i];
      for (int j = 0; j < size; j++) {
        matrix[i * size + j] -= factor * column[j];
      }
    }
    weights[made] = 1 / inverse;
    return made + 1;
  }
}
