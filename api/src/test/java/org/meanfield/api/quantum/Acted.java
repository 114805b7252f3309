package org.meanfield.api.quantum;

import java.util.List;

/// What elementary rotations do, by acting on each basis state: exp(−iaP/2)|b⟩ = cos(a/2)|b⟩ − i
/// sin(a/2) P|b⟩.
final class Acted {
  private Acted() {}

  /// {@return the matrix of a circuit of few qubits without noise}
  static Unitary matrix(Circuit circuit, double[] theta, double[] x) {
    int n = 1 << circuit.qubits();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int column = 0; column < n; column++) {
      double[] state = new double[2 * n];
      state[column] = 1;
      for (Elementary step : circuit.elementary()) {
        Elementary.Rotation rotation = (Elementary.Rotation) step;
        double angle =
            switch (rotation.drive()) {
              case Elementary.Drive.Theta(int k, double scale) -> scale * theta[k];
              case Elementary.Drive.Data(Encoding encoding) -> encoding.at(x);
            };
        state = turned(rotation.axis(), angle, state);
      }
      for (int row = 0; row < n; row++) {
        re[row * n + column] = state[row];
        im[row * n + column] = state[n + row];
      }
    }
    return Unitary.of(circuit.qubits(), re, im);
  }

  /// Real parts, then imaginary parts. P|b⟩ = i^{|x∧z|} (−1)^{|b∧z|} |b ⊕ x⟩.
  private static double[] turned(PauliString axis, double angle, double[] state) {
    int n = state.length / 2;
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    double[] turned = new double[2 * n];
    for (int b = 0; b < n; b++) {
      turned[b] += c * state[b];
      turned[n + b] += c * state[n + b];
      // −i·i^k·(−1)^{…} is one of the four units; its quarter turns are counted.
      int quarters = 3 + Long.bitCount(axis.x() & axis.z()) + 2 * Long.bitCount(b & axis.z());
      double unitRe = List.of(1.0, 0.0, -1.0, 0.0).get(quarters % 4);
      double unitIm = List.of(0.0, 1.0, 0.0, -1.0).get(quarters % 4);
      int to = b ^ (int) axis.x();
      turned[to] += s * (unitRe * state[b] - unitIm * state[n + b]);
      turned[n + to] += s * (unitRe * state[n + b] + unitIm * state[b]);
    }
    return turned;
  }

  /// {@return the largest difference of two entries once the phases of the whole are equal}
  static double distance(Unitary a, Unitary b) {
    Unitary quotient = a.adjoint().times(b);
    double traceRe = 0;
    double traceIm = 0;
    for (int i = 0; i < a.size(); i++) {
      traceRe += quotient.re(i, i);
      traceIm += quotient.im(i, i);
    }
    double norm = Math.hypot(traceRe, traceIm);
    double most = 0;
    for (int row = 0; row < a.size(); row++) {
      for (int column = 0; column < a.size(); column++) {
        double re = (b.re(row, column) * traceRe + b.im(row, column) * traceIm) / norm;
        double im = (b.im(row, column) * traceRe - b.re(row, column) * traceIm) / norm;
        most = Math.max(most, Math.hypot(re - a.re(row, column), im - a.im(row, column)));
      }
    }
    return most;
  }
}
