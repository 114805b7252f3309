package org.meanfield.experts.quantum.pauli;

import java.util.List;

/// Strings that commuting rotations turn into each other: with A_q, q in a set of independent
/// edges, the axes that anticommute with them, the string at u ⊂ edges is that at 0 times Π_{q∈u}
/// A_q.
///
/// With J_q Q = −iQA_q, J_q² = −1, the rotations are Π_q exp(θ_q J_q) in the basis Q_u = Π_{q∈u}
/// J_q Q_0 = ±P_u: a cube of plane rotations.
///
/// @param edges bit q for the layer's axis q
/// @param inputs the strings that have a coefficient before; the first is the one at 0
/// @param outputs the strings that can have a mean after
record PauliOrbit(long edges, List<Member> inputs, List<Member> outputs) {
  /// A string in an orbit.
  ///
  /// @param string its number
  /// @param at u
  record Member(int string, long at) {}
}
