package org.meanfield.core.measure;

/// The squared Wasserstein distance of a cloud from the limit: a row of `distance.csv`.
///
/// @param time t
/// @param kind which cloud
/// @param w2Squared the cost of a feasible coupling, at most `gap` above W2²
/// @param gap that cost minus a certified lower bound
public record Distance(double time, Kind kind, double w2Squared, double gap) {
  /// Which cloud is compared with μ_t.
  public enum Kind {
    /// the particles of the gradient flow: W2²(μ_N, μ_t)
    TRAINED,
    /// their McKean companions, an independent sample of μ_t: W2²(μ̄_N, μ_t)
    STATIC;

    /// {@return the word in tables}
    public String word() {
      return this == TRAINED ? "trained" : "static";
    }
  }
}
