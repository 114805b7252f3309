package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import org.meanfield.api.quantum.PauliString;

/// Numbers Pauli strings in the order of their appearance. A hash table with open addressing on the
/// two masks, without an object per string.
final class PauliStringIndex {
  private long[] x = new long[64];
  private long[] z = new long[64];
  private int[] table = new int[256];
  private int count;

  PauliStringIndex() {
    Arrays.fill(table, -1);
  }

  /// {@return how many strings there are}
  int count() {
    return count;
  }

  /// {@return the mask of X and Y of string `s`}
  long x(int s) {
    return x[s];
  }

  /// {@return the mask of Z and Y of string `s`}
  long z(int s) {
    return z[s];
  }

  /// {@return the number of the string, or −1 if it is not there}
  int find(long xMask, long zMask) {
    int slot = slot(xMask, zMask);
    return table[slot];
  }

  /// Adds a string that is not there.
  ///
  /// @param xMask qubits with X or Y
  /// @param zMask qubits with Z or Y
  /// @return its number
  int add(long xMask, long zMask) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      z = Arrays.copyOf(z, 2 * count);
      table = new int[8 * count];
      Arrays.fill(table, -1);
      for (int s = 0; s < count; s++) {
        table[slot(x[s], z[s])] = s;
      }
    }
    table[slot(xMask, zMask)] = count;
    x[count] = xMask;
    z[count] = zMask;
    return count++;
  }

  /// Where the string stands or would stand.
  private int slot(long xMask, long zMask) {
    long mixed = (xMask * 0x9E3779B97F4A7C15L) ^ (zMask * 0xC2B2AE3D27D4EB4FL);
    mixed ^= mixed >>> 32;
    int slot = (int) ((mixed * 0x9E3779B97F4A7C15L) >>> 33) & (table.length - 1);
    while (table[slot] >= 0 && (x[table[slot]] != xMask || z[table[slot]] != zMask)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /// {@return whether string `s` and `axis` anticommute}
  boolean anticommutes(int s, PauliString axis) {
    return ((Long.bitCount(x[s] & axis.z()) + Long.bitCount(z[s] & axis.x())) & 1) != 0;
  }

  /// {@return +1 or −1 as −iQA is +Q′ or −Q′, Q and Q′ the strings of the masks without and with
  /// those of A}
  ///
  /// With P = i^{|x∧z|} X^x Z^z, QA = i^{y_Q + y_A − y_Q′} (−1)^{|z_Q ∧ x_A|} Q′.
  ///
  /// @param x of a string Q that anticommutes with the axis
  /// @param z of it
  /// @param axis A
  static int turn(long x, long z, PauliString axis) {
    int power =
        3
            + Long.bitCount(x & z)
            + Long.bitCount(axis.x() & axis.z())
            - Long.bitCount((x ^ axis.x()) & (z ^ axis.z()))
            + 2 * Long.bitCount(z & axis.x());
    return (power & 3) == 0 ? 1 : -1;
  }
}
