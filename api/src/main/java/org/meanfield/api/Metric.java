package org.meanfield.api;

/// The ground distance on a torus: d(x, y) = Σ_k |Δ_k| (`L1`, the paper's, eq. 2.2) or (Σ_k Δ_k²)^½
/// (`L2`), with Δ_k the shortest way around coordinate k.
public enum Metric {
  /// Σ_k |Δ_k|
  L1,
  /// (Σ_k Δ_k²)^½
  L2
}
