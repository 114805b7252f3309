package org.meanfield.core.insight;

import java.util.Arrays;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.PauliString;

/// The state U(θ, x)|0…0⟩ of few qubits, one rotation after the other. Plain and independent of the
/// backends.
final class PureState {
  private final double[] re;
  private final double[] im;

  /// @param qubits a handful
  PureState(int qubits) {
    re = new double[1 << qubits];
    im = new double[1 << qubits];
  }

  /// Makes this the state that a circuit prepares.
  ///
  /// @param circuit without noise
  /// @param theta d angles
  /// @param x the features
  void prepare(Circuit circuit, double[] theta, double[] x) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    re[0] = 1;
    for (Elementary step : circuit.elementary()) {
      switch (step) {
        case Elementary.Rotation(PauliString axis, Elementary.Drive drive) ->
            rotate(axis, angle(drive, theta, x));
        case Elementary.Disturbance _ ->
            throw new IllegalArgumentException("noise leaves no pure state");
      }
    }
  }

  private static double angle(Elementary.Drive drive, double[] theta, double[] x) {
    return switch (drive) {
      case Elementary.Drive.Theta(int k, double scale) -> scale * theta[k];
      case Elementary.Drive.Data(var encoding) -> encoding.at(x);
    };
  }

  /// ψ ↦ cos(a/2) ψ − i sin(a/2) Pψ with P|b⟩ = i^{|x∧z|} (−1)^{|b∧z|} |b ⊕ x⟩.
  private void rotate(PauliString axis, double angle) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    int x = (int) axis.x();
    int z = (int) axis.z();
    // −i·i^{|x∧z|} = u + iv
    int quarters = (3 + Integer.bitCount(x & z)) & 3;
    double u = quarters == 0 ? s : quarters == 2 ? -s : 0;
    double v = quarters == 1 ? s : quarters == 3 ? -s : 0;
    int high = Integer.highestOneBit(x);
    for (int b = 0; b < re.length; b++) {
      if ((b & high) != 0) {
        continue; // done with its partner
      }
      int p = b ^ x;
      double toB = (Integer.bitCount(p & z) & 1) == 0 ? 1 : -1;
      double toP = (Integer.bitCount(b & z) & 1) == 0 ? 1 : -1;
      double br = re[b];
      double bi = im[b];
      double pr = re[p];
      double pi = im[p];
      re[b] = c * br + toB * (u * pr - v * pi);
      im[b] = c * bi + toB * (u * pi + v * pr);
      if (p != b) {
        re[p] = c * pr + toP * (u * br - v * bi);
        im[p] = c * pi + toP * (u * bi + v * br);
      }
    }
  }

  /// {@return |⟨ψ|φ⟩|²}
  ///
  /// @param other φ, of as many qubits
  double fidelity(PureState other) {
    double real = 0;
    double imaginary = 0;
    for (int b = 0; b < re.length; b++) {
      real += re[b] * other.re[b] + im[b] * other.im[b];
      imaginary += re[b] * other.im[b] - im[b] * other.re[b];
    }
    return real * real + imaginary * imaginary;
  }
}
