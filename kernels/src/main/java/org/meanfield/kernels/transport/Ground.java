package org.meanfield.kernels.transport;

/// What a pair of points costs, from the shortest ways Δ_k along each coordinate.
public enum Ground {
  /// Σ_k |Δ_k|
  L1,
  /// (Σ_k |Δ_k|)²
  L1_SQUARED,
  /// (Σ_k Δ_k²)^½
  L2,
  /// Σ_k Δ_k²
  L2_SQUARED;

  boolean sumsSquares() {
    return this == L2 || this == L2_SQUARED;
  }
}
