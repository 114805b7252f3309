package org.meanfield.experts.quantum.pauli;

import java.util.List;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;

/// Pauli strings P with ⟨0|R₁†…R_k† P R_k…R₁|0⟩ = 0 whatever the angles, found without propagating
/// them: a sufficient condition that keeps propagation small. What it misses is found afterwards.
///
/// Three reasons:
///
/// - a qubit that no rotation touches, or only rotations about its Z, carries X or Y;
/// - a qubit that only rotations about its own X (or Y) touch carries that letter: it is conserved,
///   and ⟨0|X|0⟩ = ⟨0|Y|0⟩ = 0;
/// - all rotations are real matrices and P is imaginary (an odd number of Y).
final class VanishingStrings {
  private final long[] flat;
  private final long[] aboutX;
  private final long[] aboutY;
  private final boolean[] real;

  /// @param qubits m
  /// @param rotations R₁ … R_K
  VanishingStrings(int qubits, List<Rotation> rotations) {
    int steps = rotations.size();
    flat = new long[steps + 1];
    aboutX = new long[steps + 1];
    aboutY = new long[steps + 1];
    real = new boolean[steps + 1];
    long all = -1L >>> (Long.SIZE - qubits);
    long[] single = new long[4];
    long joint = 0;
    boolean stillReal = true;
    for (int k = 0; k <= steps; k++) {
      flat[k] = all & ~(single[1] | single[3] | joint);
      aboutX[k] = single[1] & ~(single[2] | single[3] | joint);
      aboutY[k] = single[3] & ~(single[1] | single[2] | joint);
      real[k] = stillReal;
      if (k < steps) {
        PauliString axis = rotations.get(k).axis().string();
        long touched = axis.x() | axis.z();
        if (Long.bitCount(touched) == 1) {
          single[(axis.x() == 0 ? 0 : 1) + (axis.z() == 0 ? 0 : 2)] |= touched;
        } else {
          joint |= touched;
        }
        stillReal &= (Long.bitCount(axis.x() & axis.z()) & 1) != 0;
      }
    }
  }

  /// {@return whether a string is known to vanish}
  ///
  /// @param k how many rotations R₁ … R_k there are before it
  /// @param x its qubits with X or Y
  /// @param z its qubits with Z or Y
  boolean contains(int k, long x, long z) {
    return (x & flat[k]) != 0
        || (x & ~z & aboutX[k]) != 0
        || (x & z & aboutY[k]) != 0
        || (real[k] && (Long.bitCount(x & z) & 1) != 0);
  }
}
