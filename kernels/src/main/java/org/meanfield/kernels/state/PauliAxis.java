package org.meanfield.kernels.state;

/// A signed Pauli string ±P on m qubits as the axis of plane rotations.
///
/// P maps |b⟩ to i^y (−1)^{|b∧z|} |b ⊕ x⟩ with y = |x∧z|, so exp(−iaP/2) = cos(a/2) − i sin(a/2) P
/// turns planes of the real vector (re ψ, im ψ) by a/2:
///
/// - y odd: the planes (re b, re b⊕x) and (im b, im b⊕x), one each per pair {b, b⊕x};
/// - y even: the planes (re b, im b⊕x), one per b; x = 0 included.
///
/// With the bit 2^m of a row's number for the imaginary part both are one: the planes of rows (r, r
/// ⊕ x̃), rotated in the sense κ(r) = ±(−1)^{|r∧z̃|} where x̃ = x and z̃ = z for odd y, and both
/// with the bit 2^m besides for even y. Always κ(r ⊕ x̃) = −κ(r).
///
/// @param qubits m, 1 … [StateLanes#MOST_QUBITS]
/// @param x bits flipped by P
/// @param z bits that give signs
/// @param sign +1 or −1
public record PauliAxis(int qubits, int x, int z, int sign) {
  /// @param qubits m
  /// @param x bits flipped by P
  /// @param z bits that give signs
  /// @param sign +1 or −1
  public PauliAxis {
    if (qubits < 1 || qubits > StateLanes.MOST_QUBITS) {
      throw new IllegalArgumentException(
          "lanes hold states of 1 to %d qubits, got %d".formatted(StateLanes.MOST_QUBITS, qubits));
    }
    if ((x | z) >>> qubits != 0) {
      throw new IllegalArgumentException(
          "masks %x and %x reach beyond %d qubits".formatted(x, z, qubits));
    }
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("a sign is 1 or -1, got " + sign);
    }
  }

  /// {@return 2^m}
  public int amplitudes() {
    return 1 << qubits;
  }

  /// {@return whether P is an imaginary matrix, so that its rotations are real}
  public boolean isImaginary() {
    return (letters() & 1) != 0;
  }

  /// {@return the axis −(±P), whose rotation undoes this one's}
  public PauliAxis negated() {
    return new PauliAxis(qubits, x, z, -sign);
  }

  /// {@return whether both axes can turn in one go: they commute and have other planes}
  ///
  /// @param other an axis on as many qubits
  public boolean crosses(PauliAxis other) {
    int symplectic = Integer.bitCount(x & other.z) + Integer.bitCount(z & other.x);
    return (symplectic & 1) == 0 && rowX() != other.rowX();
  }

  /// {@return whether |x∧z′| and |x′∧z| are even, so that neither string's signs change along the
  /// other's x}
  ///
  /// @param other an axis on as many qubits
  public boolean isEvenTo(PauliAxis other) {
    return (Integer.bitCount(x & other.z) & 1) == 0 && (Integer.bitCount(z & other.x) & 1) == 0;
  }

  /// {@return x̃}
  int rowX() {
    return isImaginary() ? x : x | amplitudes();
  }

  /// {@return z̃}
  int rowZ() {
    return isImaginary() ? z : z | amplitudes();
  }

  /// {@return the rows that rotations about this axis turn}
  ///
  /// @param real whether the state is real and must stay so
  int rows(boolean real) {
    if (real && !isImaginary()) {
      throw new IllegalArgumentException(
          "a rotation about %s leaves the real states".formatted(this));
    }
    return real ? amplitudes() : 2 * amplitudes();
  }

  /// {@return 0 if κ(0) = +1, 1 if κ(0) = −1; κ(r) is −1 where this plus |r∧z̃| is odd}
  ///
  /// The plane rotation is p ↦ cos p − κ sin q, q ↦ cos q + κ sin p. From −i·i^y: κ(0) = +1 for y ≡
  /// 1, 2 and −1 for y ≡ 0, 3 (mod 4), times the sign.
  int turn() {
    boolean positive = letters() == 1 || letters() == 2;
    return positive == (sign > 0) ? 0 : 1;
  }

  /// {@return 0 or 1 as i^y times the sign is +1 or −1 (y even), +i or −i (y odd)}
  int phase() {
    return (letters() < 2) == (sign > 0) ? 0 : 1;
  }

  /// {@return y mod 4, y the number of letters Y}
  private int letters() {
    return Integer.bitCount(x & z) & 3;
  }
}
