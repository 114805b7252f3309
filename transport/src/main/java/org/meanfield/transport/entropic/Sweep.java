package org.meanfield.transport.entropic;

/// One iteration of Sinkhorn's method, rows then columns, over-relaxed by ω:
///
/// φᵢ ← φᵢ − ω log₂ Σ_j b_j Kᵢⱼ, then γ_j ← γ_j − ω log₂ Σᵢ aᵢ Kᵢⱼ, with Kᵢⱼ = 2^(φᵢ + γ_j −
/// rate·cᵢⱼ).
///
/// K is evaluated, or read, once per iteration: a row's kernels are still at hand when its new φ is
/// known and are added to the sums of the columns. Rows are cut into strips whatever the machine,
/// and sums of strips are added in their order, so that the bits depend on no thread.
///
/// **Reference.** A. Thibault, L. Chizat, C. Dossal, N. Papadakis, *Overrelaxed Sinkhorn–Knopp
/// algorithm for regularized optimal transport*, Algorithms 14(5), 143 (2021).
interface Sweep {
  /// Moves the potentials.
  ///
  /// @param duals moved, unless the result is NaN
  /// @param omega ω in [1, 2)
  /// @return the ℓ1 error of the rows before the iteration plus that of the columns between its
  ///   halves; NaN if numbers leave the range that this way of computing serves
  double apply(Duals duals, double omega);

  /// {@return an error that this way of computing cannot be relied on to fall below}
  double floor();
}
