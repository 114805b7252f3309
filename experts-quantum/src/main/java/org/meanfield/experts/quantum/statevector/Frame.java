package org.meanfield.experts.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.experts.quantum.program.SignedPauli;

/// A diagonal change of basis D = diag(i^{q(b)}) with q(b) = b·Qb, Q symmetric over the bits: a
/// product of S (the diagonal of Q) and CZ gates (the rest). Immutable.
///
/// D†PD is a Pauli string again, with z′ = z ⊕ Qx. So signs that P has and a kernel does not want
/// can be moved into the state D†ψ: commuting strings with independent x become imaginary and even
/// to each other in a suitable frame, single Y rotations as it were, and D costs nothing where a
/// diagonal is multiplied anyway.
///
/// **Reference.** J. Dehaene, B. De Moor, *Clifford group, stabilizer states, and linear and
/// quadratic operations over GF(2)*, Phys. Rev. A 68, 042318 (2003), section III.
final class Frame {
  private final int qubits;

  /// Per bit k, the mask of row k of Q.
  private final long[] rows;

  private Frame(int qubits, long[] rows) {
    this.qubits = qubits;
    this.rows = rows;
  }

  /// {@return D = 1}
  ///
  /// @param qubits m
  static Frame none(int qubits) {
    return new Frame(qubits, new long[qubits]);
  }

  /// Qx.
  private long image(long x) {
    long image = 0;
    for (int k = 0; k < qubits; k++) {
      image |= (Long.bitCount(rows[k] & x) & 1L) << k;
    }
    return image;
  }

  /// {@return q(b) mod 4, so that D_bb = i^{q(b)}}
  ///
  /// @param b a basis state
  int power(long b) {
    int power = 0;
    for (int k = 0; k < qubits; k++) {
      if ((b >>> k & 1) != 0) {
        power += (int) (rows[k] >>> k & 1) + 2 * Long.bitCount(rows[k] & b & ((1L << k) - 1));
      }
    }
    return power & 3;
  }

  /// {@return D†(±P)D}
  ///
  /// D†PD|b⟩ = i^{q(b) − q(b⊕x)} P-phase |b⊕x⟩ with q(b⊕x) = q(b) + q(x) + 2 b·Qx (mod 4).
  ///
  /// @param pauli ±P
  SignedPauli of(SignedPauli pauli) {
    PauliString string = pauli.string();
    PauliString moved = new PauliString(qubits, string.x(), string.z() ^ image(string.x()));
    int power =
        Long.bitCount(string.x() & string.z())
            - Long.bitCount(moved.x() & moved.z())
            - power(string.x());
    return new SignedPauli(moved, Math.floorMod(power, 4) == 0 ? pauli.sign() : -pauli.sign());
  }

  /// {@return a frame near this one in which strings are even to each other and all imaginary or
  /// all real; this one if it serves; empty if there is none, as strings do not commute or their x
  /// are not independent}
  ///
  /// With u_i dual to the x_i, u_i·x_j = δ_ij, and d_ij what is wanted of x_j·(ΔQ x_i), ΔQ = Σ d_ij
  /// u_i u_jᵀ.
  ///
  /// @param strings P_i, unmoved
  /// @param imaginary whether all are to be imaginary rather than real
  Optional<Frame> suiting(List<SignedPauli> strings, boolean imaginary) {
    List<PauliString> moved = strings.stream().map(p -> of(p).string()).toList();
    Optional<long[]> duals = duals(moved.stream().mapToLong(PauliString::x).toArray());
    if (duals.isEmpty()) {
      return Optional.empty();
    }
    long[] dual = duals.get();
    long[] changed = rows.clone();
    boolean same = true;
    for (int i = 0; i < dual.length; i++) {
      for (int j = 0; j < dual.length; j++) {
        int odd = Long.bitCount(moved.get(j).x() & moved.get(i).z()) & 1;
        if (odd != (Long.bitCount(moved.get(i).x() & moved.get(j).z()) & 1)) {
          return Optional.empty();
        }
        if (odd != (i == j && imaginary ? 1 : 0)) {
          same = false;
          for (int k = 0; k < qubits; k++) {
            changed[k] ^= (dual[i] >>> k & 1) != 0 ? dual[j] : 0;
          }
        }
      }
    }
    return Optional.of(same ? this : new Frame(qubits, changed));
  }

  /// Vectors u_i with u_i·x_j = δ_ij by Gauss–Jordan elimination; empty if the x_i are dependent.
  private static Optional<long[]> duals(long[] x) {
    List<Long> reduced = new ArrayList<>();
    List<Long> combinations = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      long row = x[i];
      long made = 1L << i;
      for (int k = 0; k < i; k++) {
        if ((row & Long.highestOneBit(reduced.get(k))) != 0) {
          row ^= reduced.get(k);
          made ^= combinations.get(k);
        }
      }
      if (row == 0) {
        return Optional.empty();
      }
      long pivot = Long.highestOneBit(row);
      for (int k = 0; k < i; k++) {
        if ((reduced.get(k) & pivot) != 0) {
          reduced.set(k, reduced.get(k) ^ row);
          combinations.set(k, combinations.get(k) ^ made);
        }
      }
      reduced.add(row);
      combinations.add(made);
    }
    // Row k of the reduced matrix is Σ_i M_ki x_i and has the only 1 at pivot k: u_i = Σ_k M_ki
    // pivot_k
    // has u_i·(Σ_j M_kj x_j) = M_ki for all k, hence u_i·x_j = δ_ij as M is invertible.
    long[] dual = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x.length; k++) {
        dual[i] |= (combinations.get(k) >>> i & 1) != 0 ? Long.highestOneBit(reduced.get(k)) : 0;
      }
    }
    return Optional.of(dual);
  }

  /// {@return the frame D† D′ apart from this one: what a state in this frame is multiplied by to
  /// be in another is its adjoint}
  ///
  /// @param other D′
  boolean differsByReal(Frame other) {
    for (int k = 0; k < qubits; k++) {
      if (((rows[k] ^ other.rows[k]) >>> k & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  /// {@return the power of i that takes amplitude b from this frame into another: D′† D}
  ///
  /// @param other D′
  /// @param b a basis state
  int powerInto(Frame other, long b) {
    return (power(b) - other.power(b)) & 3;
  }
}
