package org.meanfield.api.expert;

/// An expert as a combination of functions that do not depend on the inputs: f(θ, x_j) = Σ_p B_pj
/// φ_p(θ). Shareable between threads.
public interface Expansion {
  /// {@return the number of functions φ_p}
  int size();

  /// {@return the functions, bound in the place of inputs: evaluations add Σᵢ φ_p(θᵢ), and pull Σ_p
  /// w_p ∇φ_p(θᵢ)}
  BoundExpert functions();

  /// Computes Σ_p B_pj s_p for all j.
  ///
  /// @param sums one number s_p per function
  /// @param responses receives n numbers
  void responses(double[] sums, double[] responses);

  /// Computes w_p = Σ_j B_pj r_j for all p.
  ///
  /// @param residual n numbers r_j
  /// @param weights receives one number per function
  void weights(double[] residual, double[] weights);
}
