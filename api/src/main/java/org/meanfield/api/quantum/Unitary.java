package org.meanfield.api.quantum;

import java.util.Arrays;

/// A unitary matrix on k qubits, the first of them the most significant bit of an index. Immutable.
public final class Unitary {
  /// The most qubits a unitary can have.
  public static final int MOST_QUBITS = 4;

  /// Entries of U†U may differ from 1 by this much: matrices out of files are rounded.
  private static final double TOLERANCE = 1e-8;

  private final int qubits;
  private final double[] re;
  private final double[] im;

  private Unitary(int qubits, double[] re, double[] im) {
    this.qubits = qubits;
    this.re = re;
    this.im = im;
  }

  /// {@return the matrix with the given entries}
  ///
  /// @param qubits k, 1 … [#MOST_QUBITS]
  /// @param re real parts, row by row, 4^k numbers, copied
  /// @param im imaginary parts, row by row, 4^k numbers, copied
  /// @throws IllegalArgumentException if the sizes differ or an entry of U†U is off by more than
  ///   10⁻⁸; the message tells by how much
  public static Unitary of(int qubits, double[] re, double[] im) {
    if (qubits < 1 || qubits > MOST_QUBITS) {
      throw new IllegalArgumentException(
          "a unitary acts on 1 to %d qubits, got %d".formatted(MOST_QUBITS, qubits));
    }
    int entries = 1 << (2 * qubits);
    if (re.length != entries || im.length != entries) {
      throw new IllegalArgumentException(
          "a unitary on %d qubits has %d entries, got %d real and %d imaginary parts"
              .formatted(qubits, entries, re.length, im.length));
    }
    Unitary unitary = new Unitary(qubits, re.clone(), im.clone());
    double defect = unitary.adjoint().times(unitary).distanceFromOne();
    if (!(defect <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the matrix is not unitary: an entry of U†U differs from that of 1 by " + defect);
    }
    return unitary;
  }

  private double distanceFromOne() {
    double most = 0;
    for (int e = 0; e < re.length; e++) {
      double one = e % (size() + 1) == 0 ? 1 : 0;
      most = Math.max(most, Math.hypot(re[e] - one, im[e]));
    }
    return most;
  }

  /// {@return k}
  public int qubits() {
    return qubits;
  }

  /// {@return 2^k}
  public int size() {
    return 1 << qubits;
  }

  /// {@return a copy of the real parts, row by row}
  public double[] re() {
    return re.clone();
  }

  /// {@return a copy of the imaginary parts, row by row}
  public double[] im() {
    return im.clone();
  }

  /// {@return the real part of an entry}
  ///
  /// @param row 0 ≤ row < 2^k
  /// @param column 0 ≤ column < 2^k
  public double re(int row, int column) {
    return re[row * size() + column];
  }

  /// {@return the imaginary part of an entry}
  ///
  /// @param row 0 ≤ row < 2^k
  /// @param column 0 ≤ column < 2^k
  public double im(int row, int column) {
    return im[row * size() + column];
  }

  /// {@return U†}
  public Unitary adjoint() {
    double[] r = new double[re.length];
    double[] i = new double[im.length];
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        r[column * size() + row] = re(row, column);
        i[column * size() + row] = -im(row, column);
      }
    }
    return new Unitary(qubits, r, i);
  }

  /// {@return the product U·V}
  ///
  /// @param other V, on as many qubits
  public Unitary times(Unitary other) {
    if (other.qubits != qubits) {
      throw new IllegalArgumentException(
          "unitaries on %d and %d qubits have no product".formatted(qubits, other.qubits));
    }
    double[] r = new double[re.length];
    double[] i = new double[im.length];
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int k = 0; k < size(); k++) {
          sumRe += re(row, k) * other.re(k, column) - im(row, k) * other.im(k, column);
          sumIm += re(row, k) * other.im(k, column) + im(row, k) * other.re(k, column);
        }
        r[row * size() + column] = sumRe;
        i[row * size() + column] = sumIm;
      }
    }
    return new Unitary(qubits, r, i);
  }

  /// {@return the matrix that acts where one more qubit, the new first one, is 1}
  ///
  /// @throws IllegalArgumentException if that makes more than [#MOST_QUBITS] qubits
  public Unitary controlled() {
    int n = size();
    double[] r = new double[4 * re.length];
    double[] i = new double[4 * im.length];
    for (int row = 0; row < n; row++) {
      r[row * 2 * n + row] = 1;
      System.arraycopy(re, row * n, r, (n + row) * 2 * n + n, n);
      System.arraycopy(im, row * n, i, (n + row) * 2 * n + n, n);
    }
    return of(qubits + 1, r, i);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unitary u && Arrays.equals(re, u.re) && Arrays.equals(im, u.im);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(re) + Arrays.hashCode(im);
  }

  @Override
  public String toString() {
    return "Unitary on %d qubits".formatted(qubits);
  }
}
