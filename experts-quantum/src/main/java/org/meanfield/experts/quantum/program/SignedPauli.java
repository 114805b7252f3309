package org.meanfield.experts.quantum.program;

import org.meanfield.api.quantum.PauliString;

/// ±P.
///
/// @param string P
/// @param sign +1 or −1
public record SignedPauli(PauliString string, int sign) {
  /// {@return C†(±P)C with C = exp(−iπtA/4), a rotation by t quarter turns}
  ///
  /// Where A and P commute nothing happens, else one turn gives ±iAP and two ∓P. With P|b⟩ =
  /// i^{|x∧z|} (−1)^{|b∧z|} |b⊕x⟩ the product AP is the string of the masks' sums times i^{|x∧z| +
  /// |x_A∧z_A| − |x′∧z′|} (−1)^{|x∧z_A|}.
  ///
  /// @param axis A
  /// @param turns t, 0 … 3
  public SignedPauli throughQuarterTurns(PauliString axis, int turns) {
    if (turns == 0 || axis.commutesWith(string)) {
      return this;
    }
    if (turns == 2) {
      return new SignedPauli(string, -sign);
    }
    PauliString product =
        new PauliString(string.qubits(), string.x() ^ axis.x(), string.z() ^ axis.z());
    int power =
        1
            + Long.bitCount(string.x() & string.z())
            + Long.bitCount(axis.x() & axis.z())
            - Long.bitCount(product.x() & product.z())
            + 2 * Long.bitCount(string.x() & axis.z());
    boolean same = Math.floorMod(power, 4) == 0;
    return new SignedPauli(product, same == (turns == 1) ? sign : -sign);
  }
}
