package org.meanfield.testkit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;

/// A dense square complex matrix, row by row. Slow and obvious.
final class ComplexMatrix {
  private final int size;
  private final double[] re;
  private final double[] im;

  private ComplexMatrix(int size) {
    this.size = size;
    this.re = new double[size * size];
    this.im = new double[size * size];
  }

  /// {@return the Kronecker product of the string's 2 × 2 matrices, qubit 0 first}
  static ComplexMatrix of(PauliString string) {
    ComplexMatrix product = new ComplexMatrix(1);
    product.re[0] = 1;
    for (int q = 0; q < string.qubits(); q++) {
      product = product.kronecker(of(string.at(q)));
    }
    return product;
  }

  /// {@return a matrix on some of the qubits, the identity on the others}
  ///
  /// @param qubits m
  /// @param on the qubits it acts on, the first the most significant bit of its own index
  /// @param re real parts, row by row
  /// @param im imaginary parts, row by row
  static ComplexMatrix on(int qubits, List<Integer> on, double[] re, double[] im) {
    ComplexMatrix matrix = new ComplexMatrix(1 << qubits);
    int own = 1 << on.size();
    for (int row = 0; row < matrix.size; row++) {
      for (int c = 0; c < own; c++) {
        int column = row;
        int r = 0;
        for (int q = 0; q < on.size(); q++) {
          int bit = 1 << (qubits - 1 - on.get(q));
          r = 2 * r + ((row & bit) == 0 ? 0 : 1);
          boolean set = (c >> (on.size() - 1 - q) & 1) != 0;
          column = set ? column | bit : column & ~bit;
        }
        matrix.re[row * matrix.size + column] = re[r * own + c];
        matrix.im[row * matrix.size + column] = im[r * own + c];
      }
    }
    return matrix;
  }

  /// {@return the matrix with a single 1}
  static ComplexMatrix unit(int size, int row, int column) {
    ComplexMatrix matrix = new ComplexMatrix(size);
    matrix.re[row * size + column] = 1;
    return matrix;
  }

  private static ComplexMatrix of(Pauli letter) {
    ComplexMatrix matrix = new ComplexMatrix(2);
    switch (letter) {
      case I -> {
        matrix.re[0] = 1;
        matrix.re[3] = 1;
      }
      case X -> {
        matrix.re[1] = 1;
        matrix.re[2] = 1;
      }
      case Y -> {
        matrix.im[1] = -1;
        matrix.im[2] = 1;
      }
      case Z -> {
        matrix.re[0] = 1;
        matrix.re[3] = -1;
      }
    }
    return matrix;
  }

  private ComplexMatrix kronecker(ComplexMatrix other) {
    ComplexMatrix product = new ComplexMatrix(size * other.size);
    for (int r = 0; r < product.size; r++) {
      for (int c = 0; c < product.size; c++) {
        int a = r / other.size * size + c / other.size;
        int b = r % other.size * other.size + c % other.size;
        int at = r * product.size + c;
        product.re[at] = re[a] * other.re[b] - im[a] * other.im[b];
        product.im[at] = re[a] * other.im[b] + im[a] * other.re[b];
      }
    }
    return product;
  }

  /// {@return this + factor · other}
  ComplexMatrix plus(double factor, ComplexMatrix other) {
    ComplexMatrix sum = new ComplexMatrix(size);
    for (int at = 0; at < re.length; at++) {
      sum.re[at] = re[at] + factor * other.re[at];
      sum.im[at] = im[at] + factor * other.im[at];
    }
    return sum;
  }

  /// {@return (a + ib) · this}
  ComplexMatrix times(double a, double b) {
    ComplexMatrix product = new ComplexMatrix(size);
    for (int at = 0; at < re.length; at++) {
      product.re[at] = a * re[at] - b * im[at];
      product.im[at] = a * im[at] + b * re[at];
    }
    return product;
  }

  /// {@return this · v}
  ///
  /// @param v real parts, then imaginary parts
  double[] times(double[] v) {
    double[] product = new double[2 * size];
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        double a = re[r * size + c];
        double b = im[r * size + c];
        if (a != 0 || b != 0) {
          product[r] += a * v[c] - b * v[size + c];
          product[size + r] += a * v[size + c] + b * v[c];
        }
      }
    }
    return product;
  }

  /// {@return this · other}
  ComplexMatrix times(ComplexMatrix other) {
    return columnwise(other, this::times);
  }

  /// {@return exp(this) · other}
  ///
  /// @param other on the right
  /// @param norm an upper bound of the norm of this matrix
  ComplexMatrix exponentialTimes(ComplexMatrix other, double norm) {
    return columnwise(other, column -> exponentialTimes(column, norm));
  }

  private static ComplexMatrix columnwise(ComplexMatrix matrix, UnaryOperator<double[]> map) {
    int size = matrix.size;
    ComplexMatrix result = new ComplexMatrix(size);
    double[] column = new double[2 * size];
    for (int c = 0; c < size; c++) {
      for (int r = 0; r < size; r++) {
        column[r] = matrix.re[r * size + c];
        column[size + r] = matrix.im[r * size + c];
      }
      double[] mapped = map.apply(column);
      for (int r = 0; r < size; r++) {
        result.re[r * size + c] = mapped[r];
        result.im[r * size + c] = mapped[size + r];
      }
    }
    return result;
  }

  /// {@return the conjugate transpose}
  ComplexMatrix adjoint() {
    ComplexMatrix adjoint = new ComplexMatrix(size);
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        adjoint.re[c * size + r] = re[r * size + c];
        adjoint.im[c * size + r] = -im[r * size + c];
      }
    }
    return adjoint;
  }

  /// {@return the real part of the trace}
  double realTrace() {
    double trace = 0;
    for (int r = 0; r < size; r++) {
      trace += re[r * size + r];
    }
    return trace;
  }

  /// {@return exp(this) · v by Taylor's series in substeps}
  ///
  /// @param v real parts, then imaginary parts
  /// @param norm an upper bound of the norm of this matrix
  double[] exponentialTimes(double[] v, double norm) {
    int substeps = Math.max(1, (int) Math.ceil(norm));
    double[] state = v.clone();
    for (int step = 0; step < substeps; step++) {
      double[] term = state;
      double[] sum = state.clone();
      double largest = 1;
      // Norm ≤ 1 in a substep: the 19th term is below 1/19! = 8e−18 of the vector.
      for (int k = 1; largest > 0 && k < 20; k++) {
        term = times(term);
        largest = 0;
        for (int i = 0; i < term.length; i++) {
          term[i] /= (double) k * substeps;
          sum[i] += term[i];
          largest = Math.max(largest, Math.abs(term[i]));
        }
      }
      state = sum;
    }
    return state;
  }
}
