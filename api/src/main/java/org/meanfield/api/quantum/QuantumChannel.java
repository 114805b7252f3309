package org.meanfield.api.quantum;

/// A quantum channel on one qubit: noise. ρ ↦ Σ_s K_s ρ K_s†.
///
/// **Reference.** M. A. Nielsen, I. L. Chuang, *Quantum Computation and Quantum Information*
/// (2000), section 8.3.
public sealed interface QuantumChannel {
  /// A Pauli channel: X, Y or Z happens with its probability, else nothing. Diagonal in the Pauli
  /// basis: X ↦ (1 − 2p_Y − 2p_Z) X and so on in turn.
  ///
  /// @param x p_X
  /// @param y p_Y
  /// @param z p_Z; each in [0, 1], together at most 1
  record Flip(double x, double y, double z) implements QuantumChannel {
    /// Checks the probabilities.
    ///
    /// @param x p_X
    /// @param y p_Y
    /// @param z p_Z
    public Flip {
      if (!(x >= 0 && y >= 0 && z >= 0 && x + y + z <= 1)) {
        throw new IllegalArgumentException(
            "probabilities of X, Y and Z must be ≥ 0 and together ≤ 1, got %s, %s and %s"
                .formatted(x, y, z));
      }
    }

    /// {@return the factor of a letter in the Heisenberg picture}
    ///
    /// @param letter the Pauli matrix
    public double factor(Pauli letter) {
      return switch (letter) {
        case I -> 1;
        case X -> 1 - 2 * (y + z);
        case Y -> 1 - 2 * (x + z);
        case Z -> 1 - 2 * (x + y);
      };
    }
  }

  /// Amplitude damping: |1⟩ decays to |0⟩ with probability γ. In the Heisenberg picture Z ↦ (1 − γ)
  /// Z + γ, X ↦ √(1−γ) X, Y ↦ √(1−γ) Y.
  ///
  /// @param gamma γ in [0, 1]
  record AmplitudeDamping(double gamma) implements QuantumChannel {
    /// Checks the probability.
    ///
    /// @param gamma γ in [0, 1]
    public AmplitudeDamping {
      probability(gamma);
    }
  }

  /// {@return ρ ↦ (1 − p) ρ + p·1/2}
  ///
  /// @param p in [0, 1]
  static QuantumChannel depolarising(double p) {
    probability(p);
    return new Flip(p / 4, p / 4, p / 4);
  }

  /// {@return Z with probability p: X and Y shrink by 1 − 2p}
  ///
  /// @param p in [0, 1]
  static QuantumChannel dephasing(double p) {
    return new Flip(0, 0, probability(p));
  }

  /// {@return X with probability p: Y and Z shrink by 1 − 2p}
  ///
  /// @param p in [0, 1]
  static QuantumChannel bitFlip(double p) {
    return new Flip(probability(p), 0, 0);
  }

  private static double probability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability lies in [0, 1], got " + p);
    }
    return p;
  }
}
