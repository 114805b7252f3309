package org.meanfield.core.measure;

/// The squared Wasserstein distance of a cloud from the atoms ν_M that stand for μ_t: a row of
/// `distance.csv`. The gap certifies the transport between the two clouds, not how near ν_M is to
/// μ_t.
///
/// @param time t
/// @param kind which cloud
/// @param w2Squared the cost of a feasible coupling, at most `gap` above W2²
/// @param gap that cost minus a certified lower bound
public record Distance(double time, Kind kind, double w2Squared, double gap) {
  /// Which cloud is compared with the atoms of μ_t.
  public enum Kind {
    /// the particles of the gradient flow: W2²(μ_N, ν_M)
    TRAINED,
    /// their McKean companions, an independent sample of μ_t: W2²(μ̄_N, ν_M)
    STATIC;

    /// {@return the word in tables}
    public String word() {
      return this == TRAINED ? "trained" : "static";
    }
  }
}
