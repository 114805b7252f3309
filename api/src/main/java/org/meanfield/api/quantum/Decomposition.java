package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.StandardGate.Turn;

/// A small unitary as evolutions under sums of commuting Pauli strings, up to a phase.
///
/// Plane rotations of rows that differ in one bit bring U to a diagonal D, column by column in the
/// order of the Gray code: W_r…W₁U = D, so U = W₁†…W_r†D. Each W† is a rotation of one qubit where
/// the others have given values, RZ·RY·RZ with a projector out of Z on the others.
///
/// **Reference.** J. J. Vartiainen, M. Möttönen, M. M. Salomaa, *Efficient decomposition of quantum
/// gates*, Phys. Rev. Lett. 92, 177902 (2004).
final class Decomposition {
  /// Entries below this are rounding errors of zeros.
  private static final double NEGLIGIBLE = 1e-15;

  private final int qubits;
  private final int size;
  private final double[][] re;
  private final double[][] im;
  private final List<Turn> last = new ArrayList<>();

  private Decomposition(Unitary unitary) {
    this.qubits = unitary.qubits();
    this.size = unitary.size();
    this.re = new double[size][size];
    this.im = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        re[row][column] = unitary.re(row, column);
        im[row][column] = unitary.im(row, column);
      }
    }
  }

  /// {@return the evolutions in the order they act}
  static List<Turn> of(Unitary unitary) {
    Decomposition decomposition = new Decomposition(unitary);
    decomposition.eliminate();
    List<Turn> turns = new ArrayList<>(decomposition.diagonal());
    turns.addAll(decomposition.last.reversed());
    return turns;
  }

  private void eliminate() {
    for (int c = 0; c < size; c++) {
      for (int i = size - 1; i > c; i--) {
        rotate(gray(i - 1), gray(i), gray(c));
      }
    }
  }

  private static int gray(int i) {
    return i ^ (i >> 1);
  }

  /// Turns rows a and b so that the entry of b in the column vanishes: with u and v the two
  /// entries, (a, b) ↦ (ūa + v̄b, −va + ub)/√(|u|² + |v|²).
  private void rotate(int a, int b, int column) {
    double ur = re[a][column];
    double ui = im[a][column];
    double vr = re[b][column];
    double vi = im[b][column];
    double norm = Math.hypot(Math.hypot(ur, ui), Math.hypot(vr, vi));
    if (Math.hypot(vr, vi) <= NEGLIGIBLE) {
      return;
    }
    ur /= norm;
    ui /= norm;
    vr /= norm;
    vi /= norm;
    for (int j = 0; j < size; j++) {
      double ar = re[a][j];
      double ai = im[a][j];
      double br = re[b][j];
      double bi = im[b][j];
      re[a][j] = ur * ar + ui * ai + vr * br + vi * bi;
      im[a][j] = ur * ai - ui * ar + vr * bi - vi * br;
      re[b][j] = -vr * ar + vi * ai + ur * br - ui * bi;
      im[b][j] = -vr * ai - vi * ar + ur * bi + ui * br;
    }
    // W† has the columns (u, v) and (−v̄, ū) in the order a, b; seen from the qubit's |0⟩ first.
    if (a < b) {
      unturn(a, a ^ b, ur, ui, vr, vi);
    } else {
      unturn(b, a ^ b, ur, -ui, -vr, vi);
    }
  }

  /// Notes the rotation with first column (m₀₀, m₁₀) of the qubit of `bit`, where the other bits
  /// are those of `pattern`: RZ(φ)·RY(ϑ)·RZ(λ) with m₀₀ = e^{−i(φ+λ)/2} cos ϑ/2 and m₁₀ =
  /// e^{i(φ−λ)/2} sin ϑ/2.
  private void unturn(int pattern, int bit, double re00, double im00, double re10, double im10) {
    double theta = 2 * Math.atan2(Math.hypot(re10, im10), Math.hypot(re00, im00));
    double arg00 = Math.atan2(im00, re00);
    double arg10 = Math.atan2(im10, re10);
    // The list is turned round at the end: what acts last is noted first.
    last.add(new Turn(where(pattern, bit, Pauli.Z), arg10 - arg00));
    last.add(new Turn(where(pattern, bit, Pauli.Y), theta));
    last.add(new Turn(where(pattern, bit, Pauli.Z), -arg00 - arg10));
  }

  /// A letter on the qubit of `bit` times Π ½(1 ± Z) over the others, + where `pattern` has 0.
  private PauliSum where(int pattern, int bit, Pauli letter) {
    List<PauliSum.Term> terms = new ArrayList<>();
    for (int z = 0; z < size; z++) {
      if ((z & bit) == 0) {
        double sign = (Integer.bitCount(z & pattern) & 1) == 0 ? 2.0 : -2.0;
        terms.add(
            new PauliSum.Term(
                sign / size, new PauliString(qubits, letter == Pauli.Z ? 0 : bit, z | bit)));
      }
    }
    return PauliSum.of(terms);
  }

  /// D = diag(e^{iδ_b}) = exp(i Σ_S d_S Z_S), d_S = 2^{−k} Σ_b (−1)^{|b∧S|} δ_b.
  private List<Turn> diagonal() {
    List<PauliSum.Term> terms = new ArrayList<>();
    for (int s = 1; s < size; s++) {
      double sum = 0;
      for (int b = 0; b < size; b++) {
        double delta = Math.atan2(im[b][b], re[b][b]);
        sum += (Integer.bitCount(b & s) & 1) == 0 ? delta : -delta;
      }
      terms.add(new PauliSum.Term(sum / size, new PauliString(qubits, 0, s)));
    }
    return List.of(new Turn(PauliSum.of(terms), -2));
  }
}
