package org.meanfield.qasm;

import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.PauliString;

/// The matrix of a circuit, column by column out of basis states: exp(−i·a·P/2) = cos(a/2) − i
/// sin(a/2) P.
final class Simulation {
  private Simulation() {}

  /// {@return real parts, then imaginary parts, row by row}
  static double[][] matrix(Circuit circuit, double[] theta, double[] x) {
    int size = 1 << circuit.qubits();
    double[][] matrix = new double[2][size * size];
    for (int column = 0; column < size; column++) {
      double[] re = new double[size];
      double[] im = new double[size];
      re[column] = 1;
      for (Elementary step : circuit.elementary()) {
        Elementary.Rotation rotation = (Elementary.Rotation) step;
        double angle =
            switch (rotation.drive()) {
              case Elementary.Drive.Theta(int k, double scale) -> scale * theta[k];
              case Elementary.Drive.Data(var encoding) -> encoding.at(x);
            };
        turn(rotation.axis(), angle, re, im);
      }
      for (int row = 0; row < size; row++) {
        matrix[0][row * size + column] = re[row];
        matrix[1][row * size + column] = im[row];
      }
    }
    return matrix;
  }

  /// P|b⟩ = i^{|x∧z|} (−1)^{|b∧z|} |b ⊕ x⟩.
  private static void turn(PauliString axis, double angle, double[] re, double[] im) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    double[] oldRe = re.clone();
    double[] oldIm = im.clone();
    int power = Long.bitCount(axis.x() & axis.z()) % 4;
    for (int b = 0; b < re.length; b++) {
      re[b] = c * oldRe[b];
      im[b] = c * oldIm[b];
    }
    for (int b = 0; b < re.length; b++) {
      int to = b ^ (int) axis.x();
      // −i·i^power·(−1)^{…} is i^{power + 3 + …}.
      int turns = (power + 3 + 2 * Long.bitCount(b & axis.z())) % 4;
      double r = s * oldRe[b];
      double i = s * oldIm[b];
      re[to] += turns == 0 ? r : turns == 1 ? -i : turns == 2 ? -r : i;
      im[to] += turns == 0 ? i : turns == 1 ? r : turns == 2 ? -i : -r;
    }
  }

  /// {@return the largest difference of two matrices once the phase of the second is brought to
  /// that of the first}
  static double difference(double[][] a, double[][] b) {
    double re = 0;
    double im = 0;
    for (int e = 0; e < a[0].length; e++) {
      re += b[0][e] * a[0][e] + b[1][e] * a[1][e];
      im += b[0][e] * a[1][e] - b[1][e] * a[0][e];
    }
    double norm = Math.hypot(re, im);
    double most = Math.abs(norm / Math.sqrt(a[0].length) - 1);
    for (int e = 0; e < a[0].length; e++) {
      double r = (b[0][e] * re - b[1][e] * im) / norm;
      double i = (b[0][e] * im + b[1][e] * re) / norm;
      most = Math.max(most, Math.hypot(a[0][e] - r, a[1][e] - i));
    }
    return most;
  }

  /// {@return the matrix that acts where a new first qubit is 1}
  static double[][] controlled(double[][] matrix) {
    int n = (int) Math.round(Math.sqrt(matrix[0].length));
    double[][] whole = new double[2][4 * n * n];
    for (int row = 0; row < n; row++) {
      whole[0][row * 2 * n + row] = 1;
      for (int part = 0; part < 2; part++) {
        System.arraycopy(matrix[part], row * n, whole[part], (n + row) * 2 * n + n, n);
      }
    }
    return whole;
  }

  /// {@return a·b}
  static double[][] product(double[][] a, double[][] b) {
    int n = (int) Math.round(Math.sqrt(a[0].length));
    double[][] c = new double[2][n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        for (int k = 0; k < n; k++) {
          int l = row * n + k;
          int r = k * n + column;
          c[0][row * n + column] += a[0][l] * b[0][r] - a[1][l] * b[1][r];
          c[1][row * n + column] += a[0][l] * b[1][r] + a[1][l] * b[0][r];
        }
      }
    }
    return c;
  }

  /// {@return the matrix of rows of numbers; of each entry the real part, then the imaginary part}
  static double[][] of(double... entries) {
    double[][] matrix = new double[2][entries.length / 2];
    for (int e = 0; e < matrix[0].length; e++) {
      matrix[0][e] = entries[2 * e];
      matrix[1][e] = entries[2 * e + 1];
    }
    return matrix;
  }

  /// {@return the matrix of a text without inputs}
  static double[][] of(String text) {
    return matrix(Texts.circuit(text), new double[0], new double[0]);
  }
}
