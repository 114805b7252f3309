package org.meanfield.api.quantum;

import java.util.Objects;

/// A tensor product of Pauli matrices on m qubits, P = ⊗_q P_q, written with two bit masks.
///
/// Qubit 0 is the most significant bit: the mask bit of qubit q is 2^{m−1−q}, the same as in the
/// index of a basis state. P maps |b⟩ to i^{|x∧z|} (−1)^{|b∧z|} |b ⊕ x⟩ with |·| the number of set
/// bits.
///
/// @param qubits m, 1 … 62
/// @param x bits of the qubits that carry X or Y
/// @param z bits of the qubits that carry Z or Y
public record PauliString(int qubits, long x, long z) {
  /// The most qubits a string can have.
  public static final int MOST_QUBITS = 62;

  /// @param qubits m, 1 … 62
  /// @param x bits of the qubits that carry X or Y
  /// @param z bits of the qubits that carry Z or Y
  public PauliString {
    if (qubits < 1 || qubits > MOST_QUBITS) {
      throw new IllegalArgumentException(
          "a Pauli string has 1 to %d qubits, got %d".formatted(MOST_QUBITS, qubits));
    }
    if ((x | z) >>> qubits != 0) {
      throw new IllegalArgumentException(
          "masks %x and %x reach beyond %d qubits".formatted(x, z, qubits));
    }
  }

  /// {@return the identity on m qubits}
  ///
  /// @param qubits m
  public static PauliString identity(int qubits) {
    return new PauliString(qubits, 0, 0);
  }

  /// {@return this string with `letter` on qubit `q`}
  ///
  /// @param q 0 ≤ q < m
  /// @param letter the Pauli matrix
  public PauliString with(int q, Pauli letter) {
    Objects.checkIndex(q, qubits);
    long bit = 1L << (qubits - 1 - q);
    boolean flips = letter == Pauli.X || letter == Pauli.Y;
    boolean signs = letter == Pauli.Z || letter == Pauli.Y;
    return new PauliString(qubits, flips ? x | bit : x & ~bit, signs ? z | bit : z & ~bit);
  }

  /// {@return the letter on qubit `q`}
  ///
  /// @param q 0 ≤ q < m
  public Pauli at(int q) {
    Objects.checkIndex(q, qubits);
    long bit = 1L << (qubits - 1 - q);
    boolean flips = (x & bit) != 0;
    boolean signs = (z & bit) != 0;
    return flips ? (signs ? Pauli.Y : Pauli.X) : (signs ? Pauli.Z : Pauli.I);
  }

  /// {@return whether this is the identity}
  public boolean isIdentity() {
    return (x | z) == 0;
  }

  /// {@return whether both strings commute: |x∧z′| + |z∧x′| is even}
  ///
  /// @param other on as many qubits
  public boolean commutesWith(PauliString other) {
    return ((Long.bitCount(x & other.z) + Long.bitCount(z & other.x)) & 1) == 0;
  }

  /// {@return the string as text, such as `X0*Z2`; `I` for the identity}
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int q = 0; q < qubits; q++) {
      if (at(q) != Pauli.I) {
        text.append(text.isEmpty() ? "" : "*").append(at(q)).append(q);
      }
    }
    return text.isEmpty() ? "I" : text.toString();
  }
}
