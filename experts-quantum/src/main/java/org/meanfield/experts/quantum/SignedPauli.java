package org.meanfield.experts.quantum;

import org.meanfield.api.quantum.PauliString;

/// ±P.
///
/// @param string P
/// @param sign +1 or −1
record SignedPauli(PauliString string, int sign) {
  /// {@return whether the two strings commute: their symplectic product |x∧z′| + |z∧x′| is even}
  ///
  /// @param a one string
  /// @param b another on as many qubits
  static boolean commute(PauliString a, PauliString b) {
    return ((Long.bitCount(a.x() & b.z()) + Long.bitCount(a.z() & b.x())) & 1) == 0;
  }

  /// {@return C†(±P)C with C the controlled-Z of two qubits}
  ///
  /// X_a ↦ X_a Z_b and X_b ↦ Z_a X_b; the sign changes where X or Y meet and just one of them is Y.
  ///
  /// @param a one qubit
  /// @param b the other
  SignedPauli throughControlledZ(int a, int b) {
    int xa = bit(string.x(), a);
    int xb = bit(string.x(), b);
    int za = bit(string.z(), a);
    int zb = bit(string.z(), b);
    long z = string.z() ^ mask(a, xb) ^ mask(b, xa);
    return of(string.x(), z, xa & xb & (za ^ zb));
  }

  /// {@return C†(±P)C with C a controlled-NOT}
  ///
  /// X_c ↦ X_c X_t and Z_t ↦ Z_c Z_t; X_c Z_t and Y_c Y_t change their sign.
  ///
  /// @param control c
  /// @param target t
  SignedPauli throughControlledNot(int control, int target) {
    int xc = bit(string.x(), control);
    int xt = bit(string.x(), target);
    int zc = bit(string.z(), control);
    int zt = bit(string.z(), target);
    return of(
        string.x() ^ mask(target, xc), string.z() ^ mask(control, zt), xc & zt & (xt ^ zc ^ 1));
  }

  private SignedPauli of(long x, long z, int flip) {
    return new SignedPauli(new PauliString(string.qubits(), x, z), flip == 0 ? sign : -sign);
  }

  private int bit(long word, int q) {
    return (int) ((word >>> (string.qubits() - 1 - q)) & 1);
  }

  private long mask(int q, int bit) {
    return (long) bit << (string.qubits() - 1 - q);
  }
}
