package org.meanfield.core.linear;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// Eigenvalues and orthonormal eigenvectors of a symmetric matrix without negative eigenvalues,
/// largest first, right to about 2⁻⁵² of the largest. Some 10 n³ operations.
public final class Eigenvectors {
  private final double[] values;
  private final double[][] vectors;

  /// @param matrix n × n finite numbers, symmetric, positive semidefinite; not changed
  public Eigenvectors(double[][] matrix) {
    RealMatrix shifted = MatrixUtils.createRealMatrix(matrix);
    // QL iterations find an off-diagonal small beside its neighbours on the diagonal, or never
    // where these are the round-off that stands for eigenvalues 0. Beside a shift of the size of
    // the largest eigenvalue (that is at least the largest entry) every one is found.
    double shift = IntStream.range(0, matrix.length).mapToDouble(i -> matrix[i][i]).max().orElse(0);
    for (int i = 0; i < matrix.length; i++) {
      shifted.addToEntry(i, i, shift);
    }
    EigenDecomposition found = new EigenDecomposition(shifted);
    double[] all = found.getRealEigenvalues();
    int[] order =
        IntStream.range(0, all.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -all[i]))
            .mapToInt(i -> i)
            .toArray();
    this.values = new double[all.length];
    this.vectors = new double[all.length][];
    for (int i = 0; i < all.length; i++) {
      values[i] = all[order[i]] - shift;
      vectors[i] = found.getEigenvector(order[i]).toArray();
    }
  }

  /// {@return n eigenvalues, largest first; what should be 0 is round-off of either sign}
  public double[] values() {
    return values.clone();
  }

  /// {@return the eigenvector of an eigenvalue, of length 1, its sign arbitrary}
  ///
  /// @param i 0 ≤ i < n
  public double[] vector(int i) {
    return vectors[i].clone();
  }
}
