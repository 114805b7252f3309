package org.meanfield.experts.quantum;

import org.meanfield.api.quantum.PauliSum;

/// A Pauli sum on the qubits of its support as a real symmetric matrix: H itself where it is real,
/// else the rows (Re H, −Im H), (Im H, Re H), which have the same eigenvalues, each twice.
final class HermitianMatrix {
  private final double[][] a;

  /// @param sum the sum
  /// @param support its qubits' bits
  HermitianMatrix(PauliSum sum, long support) {
    int states = 1 << Long.bitCount(support);
    boolean real =
        sum.terms().stream()
            .allMatch(t -> (Long.bitCount(t.string().x() & t.string().z()) & 1) == 0);
    this.a = new double[real ? states : 2 * states][real ? states : 2 * states];
    for (PauliSum.Term term : sum.terms()) {
      int x = (int) Long.compress(term.string().x(), support);
      int z = (int) Long.compress(term.string().z(), support);
      for (int b = 0; b < states; b++) {
        // P|b⟩ = i^power |b⊕x⟩
        int power = (Integer.bitCount(x & z) + 2 * Integer.bitCount(b & z)) & 3;
        double entry = power < 2 ? term.coefficient() : -term.coefficient();
        if ((power & 1) == 0) {
          a[b ^ x][b] += entry;
          if (!real) {
            a[states + (b ^ x)][states + b] += entry;
          }
        } else {
          a[states + (b ^ x)][b] += entry;
          a[b ^ x][states + b] -= entry;
        }
      }
    }
  }

  /// {@return the largest |eigenvalue|}
  ///
  /// Householder reflections make the matrix tridiagonal; then the number of eigenvalues below λ is
  /// the number of negative pivots of T − λ, and bisection finds both ends of the spectrum.
  ///
  /// **Reference.** G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th edition (2013),
  /// algorithm 8.3.1 and section 8.4.1.
  double norm() {
    int n = a.length;
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    for (int k = 0; k + 1 < n; k++) {
      reflect(k);
      diagonal[k] = a[k][k];
      beside[k + 1] = a[k + 1][k];
    }
    diagonal[n - 1] = a[n - 1][n - 1];
    double reach = 0;
    for (int k = 0; k < n; k++) {
      double next = k + 1 < n ? Math.abs(beside[k + 1]) : 0;
      reach = Math.max(reach, Math.abs(diagonal[k]) + Math.abs(beside[k]) + next);
    }
    double least = bisect(diagonal, beside, reach, 1);
    double most = bisect(diagonal, beside, reach, n);
    return Math.max(Math.abs(least), Math.abs(most));
  }

  /// Makes column k zero below its neighbour of the diagonal: A ↦ (1 − βvvᵀ) A (1 − βvvᵀ).
  private void reflect(int k) {
    int n = a.length;
    double norm = 0;
    for (int r = k + 1; r < n; r++) {
      norm = Math.hypot(norm, a[r][k]);
    }
    if (norm == 0) {
      return;
    }
    double[] v = new double[n];
    for (int r = k + 1; r < n; r++) {
      v[r] = a[r][k] / norm;
    }
    double sign = v[k + 1] < 0 ? -1 : 1;
    v[k + 1] += sign;
    double beta = 1 / Math.abs(v[k + 1]);
    // p = βAv, w = p − (β/2)(pᵀv) v, A −= vwᵀ + wvᵀ
    double[] p = new double[n];
    double dot = 0;
    for (int r = k; r < n; r++) {
      double sum = 0;
      for (int c = k + 1; c < n; c++) {
        sum += a[r][c] * v[c];
      }
      p[r] = beta * sum;
      dot += p[r] * v[r];
    }
    for (int r = k; r < n; r++) {
      p[r] -= beta / 2 * dot * v[r];
    }
    for (int r = k; r < n; r++) {
      for (int c = k; c < n; c++) {
        a[r][c] -= v[r] * p[c] + p[r] * v[c];
      }
    }
  }

  /// The eigenvalue with `index` − 1 below it.
  private static double bisect(double[] diagonal, double[] beside, double reach, int index) {
    double low = -reach;
    double high = reach;
    while (high - low > 2 * Math.ulp(reach)) {
      double middle = (low + high) / 2;
      if (below(diagonal, beside, middle) >= index) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  private static int below(double[] diagonal, double[] beside, double lambda) {
    int count = 0;
    double pivot = 1;
    for (int k = 0; k < diagonal.length; k++) {
      pivot = diagonal[k] - lambda - beside[k] * beside[k] / pivot;
      if (pivot == 0) {
        pivot = -Double.MIN_NORMAL;
      }
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }
}
