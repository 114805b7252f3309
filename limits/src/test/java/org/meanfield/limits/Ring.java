package org.meanfield.limits;

import org.meanfield.api.expert.Expert;

/// The ring of a few qubits as plain state vectors: RY(x_q), CZ ring, then L times RY(θ), RZ(θ), CZ
/// ring; f = (1/m) Σ Z_q. No closed form of the limit for L ≥ 2. Gradients by going back through
/// the gates: ∂f = Im ⟨λ|G|ψ⟩ behind the gate e^{−iθG/2}, with λ = Oψ carried back beside ψ.
///
/// @param qubits m
/// @param layers L
record Ring(int qubits, int layers) implements Expert {
  @Override
  public int parameters() {
    return 2 * qubits * layers;
  }

  @Override
  public double value(double[] theta, double[] x) {
    return after(theta, x).mean();
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    State psi = after(theta, x);
    State lambda = psi.observed();
    for (int layer = layers - 1; layer >= 0; layer--) {
      psi.entangle();
      lambda.entangle();
      for (int q = qubits - 1; q >= 0; q--) {
        int k = (2 * layer + 1) * qubits + q;
        out[k] = lambda.imaginaryOfZ(q, psi);
        psi.rz(q, -theta[k]);
        lambda.rz(q, -theta[k]);
      }
      for (int q = qubits - 1; q >= 0; q--) {
        int k = 2 * layer * qubits + q;
        out[k] = lambda.imaginaryOfY(q, psi);
        psi.ry(q, -theta[k]);
        lambda.ry(q, -theta[k]);
      }
    }
  }

  private State after(double[] theta, double[] x) {
    State psi = new State(qubits, new double[1 << qubits], new double[1 << qubits]);
    psi.re[0] = 1;
    for (int q = 0; q < qubits; q++) {
      psi.ry(q, x[q % x.length]);
    }
    psi.entangle();
    for (int layer = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        psi.ry(q, theta[2 * layer * qubits + q]);
      }
      for (int q = 0; q < qubits; q++) {
        psi.rz(q, theta[(2 * layer + 1) * qubits + q]);
      }
      psi.entangle();
    }
    return psi;
  }

  /// Amplitudes, changed in place; qubit q is bit q.
  private static final class State {
    private final int qubits;
    private final double[] re;
    private final double[] im;

    State(int qubits, double[] re, double[] im) {
      this.qubits = qubits;
      this.re = re;
      this.im = im;
    }

    void ry(int q, double angle) {
      double c = Math.cos(angle / 2);
      double s = Math.sin(angle / 2);
      for (int zero = 0; zero < re.length; zero++) {
        int one = zero | 1 << q;
        if (one != zero) {
          double a = re[zero];
          double b = im[zero];
          re[zero] = c * a - s * re[one];
          im[zero] = c * b - s * im[one];
          re[one] = s * a + c * re[one];
          im[one] = s * b + c * im[one];
        }
      }
    }

    void rz(int q, double angle) {
      double c = Math.cos(angle / 2);
      double s = Math.sin(angle / 2);
      for (int i = 0; i < re.length; i++) {
        // e^{∓ia/2}
        double t = (i >> q & 1) == 0 ? -s : s;
        double a = re[i];
        re[i] = c * a - t * im[i];
        im[i] = t * a + c * im[i];
      }
    }

    /// CZ on each pair of neighbours: one pair for two qubits, none for one.
    void entangle() {
      int pairs = qubits > 2 ? qubits : qubits - 1;
      for (int i = 0; i < re.length; i++) {
        int signs = 0;
        for (int q = 0; q < pairs; q++) {
          signs += (i >> q & 1) * (i >> (q + 1) % qubits & 1);
        }
        if (signs % 2 == 1) {
          re[i] = -re[i];
          im[i] = -im[i];
        }
      }
    }

    /// {@return (1/m) Σ Z_q of a basis state}
    private double eigenvalue(int basis) {
      return 1 - 2.0 * Integer.bitCount(basis) / qubits;
    }

    double mean() {
      double mean = 0;
      for (int i = 0; i < re.length; i++) {
        mean += eigenvalue(i) * (re[i] * re[i] + im[i] * im[i]);
      }
      return mean;
    }

    State observed() {
      State observed = new State(qubits, re.clone(), im.clone());
      for (int i = 0; i < re.length; i++) {
        observed.re[i] *= eigenvalue(i);
        observed.im[i] *= eigenvalue(i);
      }
      return observed;
    }

    /// {@return Im ⟨this|Z_q|ψ⟩}
    double imaginaryOfZ(int q, State psi) {
      double sum = 0;
      for (int i = 0; i < re.length; i++) {
        double part = re[i] * psi.im[i] - im[i] * psi.re[i];
        sum += (i >> q & 1) == 0 ? part : -part;
      }
      return sum;
    }

    /// {@return Im ⟨this|Y_q|ψ⟩, with Y|0⟩ = i|1⟩, Y|1⟩ = −i|0⟩}
    double imaginaryOfY(int q, State psi) {
      double sum = 0;
      for (int zero = 0; zero < re.length; zero++) {
        int one = zero | 1 << q;
        if (one != zero) {
          sum += re[one] * psi.re[zero] + im[one] * psi.im[zero];
          sum -= re[zero] * psi.re[one] + im[zero] * psi.im[one];
        }
      }
      return sum;
    }
  }
}
