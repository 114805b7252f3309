package org.meanfield.app;

/// A state of a few qubits, changed gate by gate: slow, short and independent of the program.
///
/// Qubit 0 is the most significant bit. A rotation about a Pauli string P is e^{−iaP/2} = cos(a/2)
/// − i sin(a/2) P.
final class DenseCircuit {
  private final int qubits;
  private double[] re;
  private double[] im;

  DenseCircuit(int qubits) {
    this.qubits = qubits;
    this.re = new double[1 << qubits];
    this.im = new double[1 << qubits];
    re[0] = 1;
  }

  /// Rotates about a Pauli letter on each of the given qubits.
  DenseCircuit rotate(double angle, char pauli, int... on) {
    double[] imageRe = new double[re.length];
    double[] imageIm = new double[re.length];
    for (int from = 0; from < re.length; from++) {
      int to = from;
      int quarterTurns = 0; // powers of i
      for (int q : on) {
        boolean one = (from & bit(q)) != 0;
        if (pauli != 'Z') {
          to ^= bit(q);
        }
        // Y|0⟩ = i|1⟩, Y|1⟩ = −i|0⟩, Z|1⟩ = −|1⟩
        quarterTurns += pauli == 'Y' ? (one ? 3 : 1) : pauli == 'Z' && one ? 2 : 0;
      }
      double a = re[from];
      double b = im[from];
      for (int turn = 0; turn < quarterTurns % 4; turn++) {
        double old = a;
        a = -b;
        b = old;
      }
      imageRe[to] += a;
      imageIm[to] += b;
    }
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    for (int at = 0; at < re.length; at++) {
      double oldRe = re[at];
      re[at] = c * oldRe + s * imageIm[at];
      im[at] = c * im[at] - s * imageRe[at];
    }
    return this;
  }

  DenseCircuit cz(int a, int b) {
    for (int at = 0; at < re.length; at++) {
      if ((at & bit(a)) != 0 && (at & bit(b)) != 0) {
        re[at] = -re[at];
        im[at] = -im[at];
      }
    }
    return this;
  }

  DenseCircuit cnot(int control, int target) {
    double[] newRe = new double[re.length];
    double[] newIm = new double[re.length];
    for (int at = 0; at < re.length; at++) {
      int to = (at & bit(control)) != 0 ? at ^ bit(target) : at;
      newRe[to] = re[at];
      newIm[to] = im[at];
    }
    re = newRe;
    im = newIm;
    return this;
  }

  /// {@return ⟨Z_q⟩}
  double z(int q) {
    double sum = 0;
    for (int at = 0; at < re.length; at++) {
      double probability = re[at] * re[at] + im[at] * im[at];
      sum += (at & bit(q)) == 0 ? probability : -probability;
    }
    return sum;
  }

  private int bit(int q) {
    return 1 << (qubits - 1 - q);
  }
}
